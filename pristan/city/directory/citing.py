# SPDX-License-Identifier: EUPL-1.2
"""How pages cite: sources, laws, and which addresses may be offered as a link."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from pristan.city.directory.context import Context


def is_offered(shared: Context, url: str | None) -> bool:
    """May a reader be sent there? Not to copies and old domains of official sites."""
    return bool(url) and urlsplit(str(url)).hostname not in shared.unofficial


def source(shared: Context, given: Mapping[str, Any]) -> dict[str, Any]:
    """A source as pages show it."""
    url = given.get("url")
    names = ("url", "date", "kind", "content_not_before", "note")
    return {name: given.get(name) for name in names} | {
        "host": urlsplit(url).hostname if url else None,
        "is_offered": is_offered(shared, url),
    }


def law(given: Mapping[str, Any]) -> dict[str, Any]:
    """A law and article as pages show them."""
    plain = {name: given.get(name) for name in ("law", "article", "url")}
    return plain | {"is_article_verified": given.get("is_article_verified", False)}
