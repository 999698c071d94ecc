# SPDX-License-Identifier: EUPL-1.2
"""The engine's scripts in a real browser without a server: the requests of a page are answered from their folder."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "pristan" / "city" / "orientation" / "static"
HERE = Path(__file__).resolve().parent
ORIGIN = "http://127.0.0.1"


def opened(browser: Any) -> Any:
    """An empty page on which `import("/orientation/engine.js")` works."""
    page = browser.new_page()
    page.route(f"{ORIGIN}/**", _answer)
    page.goto(f"{ORIGIN}/")
    return page


def _answer(route: Any) -> None:
    path = urlsplit(route.request.url).path
    if path.endswith(".js"):
        folder = STATIC if path.startswith("/orientation/") else HERE
        route.fulfill(path=folder / path.lstrip("/"), content_type="text/javascript")
    else:
        route.fulfill(body="<!doctype html><title>empty</title>", content_type="text/html")
