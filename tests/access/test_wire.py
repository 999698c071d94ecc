# SPDX-License-Identifier: EUPL-1.2
"""What goes over the wire: the same promises on every answer, and tags that name bytes, whichever process sends them."""

import gzip
import re
import urllib.request

import brotli
import pytest

from scripts import serving
from tests.access import hostile

PAGES = ("/", "/en/", "/pt/", "/uk/all/", "/en/search/?q=portuguese", "/en/entry/balcao-de-boas-vindas/", "/en/entry/balcao-de-boas-vindas/qr.svg",
         "/en/entry/balcao-de-boas-vindas/card.vcf", "/en/urgent/", "/en/orientation.json")  # fmt: skip
FORMS = {"": b"identity", "gzip": b"gzip", "br": b"br"}
OPENED = {"": bytes, "gzip": gzip.decompress, "br": brotli.decompress}


@pytest.fixture(scope="module")
def twin(city_server, tmp_path_factory):
    """A second process that serves the same city from the same database."""
    port = serving.free_port()
    served = serving.Served(
        f"http://127.0.0.1:{port}", tmp_path_factory.mktemp("twin") / "log", city_server.environment
    )
    process = serving._start(port, served.log, dict(city_server.environment))
    try:
        serving._wait(process, served)
        yield served
    finally:
        serving._stop(process)


def fetch(served, path, **headers):
    """Headers and bytes, as a browser behind one public name would ask."""
    named = {"Host": "localhost"} | {name.replace("_", "-"): value for name, value in headers.items()}
    with urllib.request.urlopen(
        urllib.request.Request(served.url + path, headers=named), timeout=30
    ) as answer:
        return {name.lower(): value for name, value in answer.headers.items()}, answer.read()


def statics(served):
    """Static files that the first page names."""
    found = re.findall(r'(/static/[^"#]+\.(?:css|js|svg|woff2))', hostile.ask(served.url, b"GET /en/").text)
    assert found
    return sorted(set(found))


@pytest.mark.parametrize("path", PAGES)
def test_two_processes_send_the_same_bytes_under_the_same_strong_tag(city_server, twin, path):
    tags = set()
    plain = None
    for form, wish in FORMS.items():
        one, body = fetch(city_server, path, Accept_Encoding=wish.decode())
        other, again = fetch(twin, path, Accept_Encoding=wish.decode())
        assert body == again
        assert one["etag"] == other["etag"] and re.fullmatch(r'"[\w-]+"', one["etag"])
        sent = one.get("content-encoding", "")
        assert sent == form or path.endswith(".vcf")
        plain = plain or OPENED[sent](body)
        assert OPENED[sent](body) == plain
        tags.add(one["etag"])
    assert len(tags) == 3


def test_each_language_has_tags_of_its_own(city_server):
    for page in ("", "all/", "urgent/", "entry/balcao-de-boas-vindas/"):
        tags = {fetch(city_server, f"/{language}/{page}")[0]["etag"] for language in ("pt", "en", "uk")}
        assert len(tags) == 3


def test_static_files_are_called_by_their_content_everywhere(city_server, twin):
    for path in statics(city_server):
        one, body = fetch(city_server, path)
        other, again = fetch(twin, path)
        assert body == again and one["etag"] == other["etag"]
        small, packed = fetch(city_server, path, Accept_Encoding="br")
        assert packed == body or small["etag"].startswith("W/"), (
            "forms that share a tag must not be taken for the same bytes"
        )
        assert "immutable" in one["cache-control"] and "access-control-allow-origin" not in one


def answers(served):
    """One answer of each sort that the city gives."""
    tag = hostile.ask(served.url, b"GET /en/").headers["etag"].encode()
    style = statics(served)[0].encode()
    named = hostile.ask(served.url, b"GET " + style).headers["etag"].encode()
    asked = {
        "page": (b"GET /en/", ()), "head": (b"HEAD /en/", ()), "304": (b"GET /en/", (b"If-None-Match: " + tag,)),
        "308": (b"GET /en", ()), "308 to a sensitive one": (b"GET /en/entry/apoio-em-perigo/", ()), "400": (b"GET /en/", (b"Host: x.example",)),
        "404": (b"GET /en/nothing/", ()), "405": (b"POST /en/", ()), "door": (b"GET /", ()), "search": (b"GET /en/search/?open=now", ()),
        "card": (b"GET /en/entry/balcao-de-boas-vindas/card.vcf", ()), "qr": (b"GET /en/entry/balcao-de-boas-vindas/qr.svg", ()),
        "static": (b"GET " + style, ()), "static 304": (b"GET " + style, (b"If-None-Match: " + named,)), "static 404": (b"GET /static/no.css", ()),
        "static POST": (b"POST " + style, ()), "static range": (b"GET " + style, (b"Range: bytes=0-9",)),
    }  # fmt: skip
    return {name: hostile.ask(served.url, line, headers) for name, (line, headers) in asked.items()}


def test_every_sort_of_answer_keeps_the_same_promises(city_server):
    found = answers(city_server)
    assert [found[name].status for name in ("304", "308", "400", "404", "405", "static 304")] == [
        304,
        308,
        400,
        404,
        405,
        304,
    ]
    for name, answer in found.items():
        policy = answer.headers.get("content-security-policy", "")
        assert "default-src 'self'" in policy and "unsafe" not in policy and "http" not in policy, name
        assert answer.headers.get("referrer-policy") == "no-referrer", name
        assert answer.headers.get("x-content-type-options") == "nosniff", name
        assert "geolocation=()" in answer.headers.get("permissions-policy", ""), name
        assert (
            not {"set-cookie", "access-control-allow-origin", "refresh", "link", "report-to", "nel"}
            & answer.headers.keys()
        ), name
        assert "cookie" not in answer.headers.get("vary", "").lower(), name


def test_no_page_loads_anything_from_elsewhere(city_server):
    for path in PAGES:
        text = hostile.ask(city_server.url, f"GET {path}".encode()).text
        for loaded in re.findall(
            r'<(?:link|script|img|iframe|source|use|form)\b[^>]*?\b(?:href|src|action)="([^"]+)"', text
        ):
            assert not re.match(r"(https?:)?//", loaded), (path, loaded)
