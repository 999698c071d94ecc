# SPDX-License-Identifier: EUPL-1.2
"""Pages of a served city: found by following its own links, grouped by kind, opened in a real browser."""

import re
import urllib.error
import urllib.request
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

from scripts import browser

# What differs between pages of one kind: slugs and codes after a word, a second language.
VARYING = re.compile(r"(/(?:entry|i|need|for|district)/)[^/]+")
MOST_QUERIES = 150  # filters of a search link to filters without end
SECOND_LANGUAGE = re.compile(r"(/two/)[^/]+")


class Links(HTMLParser):
    """Every address that a page links to or loads."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect href and src."""
        wanted = {
            "a": "href",
            "link": "href",
            "img": "src",
            "script": "src",
            "form": "action",
            "source": "src",
        }.get(tag)
        self.found += [value for name, value in attrs if name == wanted and value]


@dataclass
class Visited:
    """One address as a visitor without a browser gets it."""

    address: str
    status: int
    body: bytes = b""
    kind: str = ""
    comes_from: str = ""
    links: list[str] = field(default_factory=list)


def fetch(url: str, *, compressed: bool = False) -> tuple[int, bytes, str]:
    """(status, bytes as they travel, content type) of an address."""
    headers = {"Accept-Encoding": "br, gzip"} if compressed else {}
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=60) as answer:
            return answer.status, answer.read(), answer.headers.get_content_type()
    except urllib.error.HTTPError as error:
        return error.code, error.read(), error.headers.get_content_type()


def crawl(base: str, start: str) -> Iterator[Visited]:
    """Every page and file of the city that can be reached from `start`, each once; of those with a query or in two languages only some."""
    waiting, seen, queries = deque([(start, "")]), {start}, 0
    while waiting:
        address, comes_from = waiting.popleft()
        status, body, content = fetch(base + address)
        page = Visited(address, status, body, kind(address), comes_from)
        if content == "text/html":
            parser = Links()
            parser.feed(body.decode("utf-8", errors="replace"))
            page.links = parser.found
            for link in parser.found:
                onward = local(base, address, link)
                if (
                    onward
                    and onward not in seen
                    and not _is_a_further_pair(address, onward)
                    and ("?" not in onward or queries < MOST_QUERIES)
                ):
                    queries += "?" in onward
                    seen.add(onward)
                    waiting.append((onward, address))
        yield page


def _is_a_further_pair(address: str, onward: str) -> bool:
    """A page in two languages links to itself in all other pairs: 156 of thirteen languages for each entry. One a language is enough."""
    return bool(SECOND_LANGUAGE.search(address) and SECOND_LANGUAGE.search(onward))


def local(base: str, address: str, link: str) -> str | None:
    """The address of a link inside the city, without its fragment; None for the outside, phones and the like."""
    parts = urlsplit(urljoin(base + address, link))
    if parts.scheme not in ("http", "https") or parts.netloc != urlsplit(base).netloc:
        return None
    return parts.path + (f"?{parts.query}" if parts.query else "")


def kind(address: str) -> str:
    """The address without what differs between pages of one kind, without language and query."""
    path = "/" + urlsplit(address).path.strip("/").partition("/")[2]
    return SECOND_LANGUAGE.sub(r"\1*", VARYING.sub(r"\1*", path))


@contextmanager
def window(*, width: int = 360, height: int = 640, is_dark: bool = False) -> Iterator[Any]:
    """A page of a real browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=browser.ensure(), args=browser.launch_arguments())
        context = running.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if is_dark else "light",
            reduced_motion="reduce",
        )
        yield context.new_page()
        running.close()
