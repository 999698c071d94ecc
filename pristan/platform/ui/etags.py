# SPDX-License-Identifier: EUPL-1.2
"""Names for the bytes of a page, known before the page is made."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest

from pristan.platform.ui.compression import negotiated, tagged

_CODE = {".py", ".html", ".css", ".js", ".svg", ".mo", ".lock"}


@cache  # the code cannot change while the process runs
def build() -> str:
    """A digest of the code that writes pages, its templates, styles and words: a new build means new bytes."""
    root = Path(__file__).resolve().parents[2]
    digest = hashlib.sha256(repr((settings.STATIC_URL, getattr(settings, "EXIT_URL", ""))).encode())
    for folder in (root, *(Path(each) for each in settings.LOCALE_PATHS)):
        for path in sorted(
            each for each in folder.rglob("*") if each.suffix in _CODE and "tests" not in each.parts
        ):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def base(*parts: object) -> str:
    """The ETag (without its form) of what these parts decide, together with the build."""
    return hashlib.sha256(
        "\0".join([build(), *map(str, parts)]).encode("utf-8", "surrogatepass")
    ).hexdigest()[:24]


def matches(request: HttpRequest, base_tag: str) -> str | None:
    """The full ETag of this reader's form, when the browser already has it."""
    full = tagged(base_tag, negotiated(request))
    given = request.headers.get("If-None-Match", "")
    offered = {each.strip().removeprefix("W/") for each in given.split(",")[:50]}
    return full if full in offered or given.strip() == "*" else None
