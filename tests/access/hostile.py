# SPDX-License-Identifier: EUPL-1.2
"""What nobody means well by, or by accident: requests as bytes, and the answer read from the wire."""

import socket
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

MARK = "needlemark"  # stands in everything that is typed, so that a log that kept it shows itself

# Every kind of page of the example city.
PAGES = (
    "/", "/en/", "/en/search/", "/en/suggest/", "/en/need/language-courses/", "/en/for/newcomers/", "/en/district/beira-rio/",
    "/en/all/", "/en/urgent/", "/en/my-list/", "/en/about/", "/en/privacy/", "/en/accessibility/", "/en/sources/", "/en/rights/", "/en/plan/", "/en/plan/all/", "/en/plan/parts/", "/en/letter/", "/en/report/", "/en/claim/", "/en/steps/",
    "/en/orientation.json", "/api/openapi.json",
    "/en/entry/balcao-de-boas-vindas/", "/en/entry/registo-de-morada/", "/en/entry/associacao-horizonte/", "/en/entry/associacao-horizonte/claim/",
    *(f"/en/entry/balcao-de-boas-vindas/{part}" for part in ("counter/", "two/pt/", "share/", "problem/", "card.vcf", "qr.svg")),
)  # fmt: skip
PAGED = ("/en/search/", "/en/need/language-courses/", "/en/for/newcomers/", "/en/district/beira-rio/")

# name -> what is added to the address of a page, and the statuses that are right.
QUERIES: Mapping[str, tuple[bytes, set[int]]] = {
    "10,000 characters": (b"?q=" + MARK.encode() + b"a" * 10_000, {200}),
    "10,000 letters of another script": (b"?q=" + b"%D8%A7" * 10_000, {200}),
    "NUL": (b"?q=%00needlemark%00", {200}),
    "bytes that are no UTF-8": (b"?q=%ffneedlemark&%ff=%fe", {200}),
    "control characters": (b"?q=%01%07%1b%0d%0aneedlemark:x%7f%c2%85", {200}),
    "half of a surrogate pair": (b"?q=%ED%A0%80needlemark", {200}),
    "beyond Unicode": (b"?q=%F4%90%80%80needlemark", {200}),
    "a lone quote": (b"?q='needlemark", {200}),
    "a lone double quote": (b"?q=%22needlemark", {200}),
    "operators": (b"?q=needlemark+OR+NEAR(+*+%5E+-+AND+NOT+%7B%7D+col:x+%26+%7C+!+%3C-%3E", {200}),
    "SQL": (b"?q=needlemark';DROP+TABLE+published_document;--", {200}),
    "markup": (b"?q=%3Cscript%3Eneedlemark%3C/script%3E%22%3E", {200}),
    "template words": (b"?q=%7B%7Bneedlemark%7D%7D%7B%25+now+%25%7D", {200}),
    "mixed directions": (b"?q=%E2%80%AEneedlemark%D8%B7%D8%A8%D9%8A%D8%A8%E2%81%A6abc", {200}),
    "emoji": (b"?q=%F0%9F%8F%A0%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7needlemark", {200}),
    "combining marks": (b"?q=needlemark" + b"%CC%81" * 3000, {200}),
    "a broken percent": (b"?q=needlemark%&x=%4", {200}),
    "absurd filters": (b"?need=%00&audience=../../&district=needlemark&free=maybe&open=never&kind=%27&speaks=xx-needlemark&anonymous=9", {200}),
    "known filters with strange values": (b"?need=language-courses&need=needlemark&step_free=unknown&open=now", {200}),
    "parameters twice": (b"?q=needlemark&q=b&q=c&free=yes&free=no", {200}),
    "a thousand parameters": (b"?needlemark=b" + b"&a=b" * 2000, {200, 400}),
    "raw bytes": (b"?q=\xff\xfeneedlemark", {200, 400}),
}  # fmt: skip
NUMBERS: Mapping[str, tuple[bytes, set[int]]] = {
    "-1": (b"?page=-1", {200}), "0": (b"?page=0", {200}), "no number": (b"?page=needlemark", {200}), "empty": (b"?page=", {200}),
    "1.5": (b"?page=1.5", {200}), "digits of another script": (b"?page=%D9%A9", {200}), "1e9": (b"?page=1e9", {200}),
    "too large": (b"?page=99999999999", {404}), "too large for any number": (b"?page=" + b"9" * 5000, {404}),
    "twice": (b"?page=1&page=99999", {404}),
}  # fmt: skip

# name -> request line without its version, more header lines, the statuses that are right.
REQUESTS: Mapping[str, tuple[bytes, tuple[bytes, ...], set[int]]] = {
    "unknown language": (b"GET /xx/needlemark/", (), {404}),
    "unknown language home": (b"GET /xx/", (), {404}),
    "uppercase language": (b"GET /EN/", (), {404}),
    "unknown entry": (b"GET /en/entry/needlemark/", (), {404}),
    "unknown code": (b"GET /en/i/needlemark/", (), {404}),
    "unknown need": (b"GET /en/need/needlemark/", (), {404}),
    "unknown second language": (b"GET /en/entry/balcao-de-boas-vindas/two/xx/", (), {404}),
    "no slash": (b"GET /en/search?q=needlemark", (), {308}),
    "no slash, new lines": (b"GET /en/search?q=%0d%0aSet-Cookie:needlemark", (), {308}),
    "merged entry": (b"GET /en/entry/horizonte/", (), {308}),
    "two slashes": (b"GET //needlemark.example/en", (), {404}),
    "NUL": (b"GET /en/%00needlemark/", (), {404}),
    "no UTF-8": (b"GET /en/entry/%ffneedlemark/", (), {404}),
    "surrogate": (b"GET /en/entry/%ED%A0%80needlemark/", (), {404}),
    "new line in the path": (b"GET /en/%0d%0aneedlemark:x/", (), {404}),
    "path traversal": (b"GET /en/../../needlemark/passwd", (), {404}),
    "path traversal, written otherwise": (b"GET /static/%2e%2e/%2e%2e/needlemark.sqlite3", (), {404}),
    "path traversal with a slash in it": (b"GET /static/..%2fcity.sqlite3", (), {404}),
    "a long path": (b"GET /en/entry/" + b"needlemark" * 900 + b"/", (), {404, 414}),
    "a very long path": (b"GET /" + b"needlemark" * 7000, (), {404, 414}),
    "POST": (b"POST /en/search/", (b"Content-Length: 12", b"", b"q=needlemark"), {405}),
    "PUT": (b"PUT /en/entry/balcao-de-boas-vindas/", (), {405}),
    "DELETE": (b"DELETE /", (), {405}),
    "TRACE": (b"TRACE /en/", (b"X-Word: needlemark",), {405}),
    "a method of somebody's own": (b"NEEDLEMARK /en/", (), {405}),
    "HEAD": (b"HEAD /en/", (), {200}),
    "HEAD of what is not there": (b"HEAD /en/needlemark/", (), {404}),
    "another host": (b"GET /en/", (b"Host: needlemark.example",), {400}),
    "another host, share": (b"GET /en/entry/balcao-de-boas-vindas/share/", (b"Host: needlemark.example",), {400}),
    "a host that is none": (b"GET /en/", (b"Host: need lemark",), {400}),
    "a forwarded host": (b"GET /en/entry/balcao-de-boas-vindas/share/", (b"X-Forwarded-Host: needlemark.example",), {200}),
    "an absolute address": (b"GET http://needlemark.example/en/entry/balcao-de-boas-vindas/share/", (), {200, 400}),
    "a long language wish": (b"GET /", (b"Accept-Language: " + b"needlemark;q=0.1," * 1000,), {200}),
    "a broken language wish": (b"GET /", (b"Accept-Language: \xff;q=x,*,--,en_US",), {200}),
    "many tags": (b"GET /en/", (b"If-None-Match: " + b'"needlemark",' * 2000,), {200}),
    "a star": (b"GET /en/", (b"If-None-Match: *",), {304}),
    "a broken cookie": (b"GET /en/", (b"Cookie: \xff=needlemark; ;;=",), {200}),
    "a long header": (b"GET /en/", (b"X-Word: " + b"needlemark" * 5000,), {200, 400, 431}),
    "a range": (b"GET /en/", (b"Range: bytes=5-1,needlemark",), {200}),
    "an odd encoding wish": (b"GET /en/", (b"Accept-Encoding: needlemark;q=x,,;=,br;q=0",), {200}),
    "a negative length": (b"GET /en/", (b"Content-Length: -1",), {400}),
}  # fmt: skip
# Refused by the server before any page of ours: too broken, or too long, to be told apart from an attack on the server itself.
BEFORE_US = {"a very long path", "a negative length", "raw bytes", "a long header"}


@dataclass(frozen=True)
class Answer:
    """What came over the wire."""

    status: int
    headers: dict[str, str]
    text: str


def cases() -> Iterator[tuple[str, bytes, tuple[bytes, ...], set[int]]]:
    """(name, request line, header lines, right statuses) of all."""
    for page in PAGES:
        for name, (query, right) in QUERIES.items():
            yield f"{page} {name}", b"GET " + page.encode() + query, (), right
    for page in PAGED:
        for name, (query, right) in NUMBERS.items():
            yield f"{page} page {name}", b"GET " + page.encode() + query, (), right
    for name, (line, headers, right) in REQUESTS.items():
        yield name, line, headers, right


def ask(url: str, line: bytes, headers: tuple[bytes, ...] = ()) -> Answer:
    """Send a request as it is, read to the end."""
    where = urlsplit(url)
    host = (
        ()
        if any(each.lower().startswith(b"host:") for each in headers)
        else (f"Host: {where.netloc}".encode(),)
    )
    head, body = (
        (headers[: headers.index(b"")], headers[headers.index(b"") + 1 :])
        if b"" in headers
        else (headers, ())
    )
    message = b"\r\n".join([line + b" HTTP/1.1", *host, *head, b"Connection: close", b"", *(body or (b"",))])
    with socket.create_connection((str(where.hostname), where.port or 80), timeout=30) as wire:
        wire.sendall(message)
        found = b"".join(iter(lambda: _read(wire), b""))
    top, _, rest = found.partition(b"\r\n\r\n")
    status, *lines = top.decode("latin-1").split("\r\n")
    named = {name.lower(): value.strip() for name, _, value in (each.partition(":") for each in lines)}
    if "chunked" in named.get("transfer-encoding", ""):
        rest = _joined(rest)
    return Answer(int(status.split()[1]), named, rest.decode("utf-8", "replace"))


def _read(wire: socket.socket) -> bytes:
    try:
        return wire.recv(65536)
    except ConnectionResetError:  # a server may hang up on what it refused to read
        return b""


def _joined(chunked: bytes) -> bytes:
    whole = b""
    while chunked:
        size, _, chunked = chunked.partition(b"\r\n")
        length = int(size or b"0", 16)
        whole, chunked = whole + chunked[:length], chunked[length + 2 :]
    return whole
