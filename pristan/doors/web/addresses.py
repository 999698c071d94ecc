# SPDX-License-Identifier: EUPL-1.2
"""Where things live. A sensitive entry lives at its code, so that neither history nor log says what it is."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse


def entry(language: str, thing: Mapping[str, Any], part: str = "show", **more: str) -> str:
    """The address of an entry, or of one of its other pages. ``thing``: anything with slug and is_sensitive."""
    family = "private" if thing.get("is_sensitive") else "entry"
    return reverse(f"web:{family}-{part}", kwargs={"language": language, "address": thing["slug"], **more})


def short(thing: Mapping[str, Any]) -> str:
    """The part of an entry's address that all languages share: what *my list* keeps."""
    return f"{'i' if thing.get('is_sensitive') else 'entry'}/{thing['slug']}"


def page(language: str, name: str, **more: str) -> str:
    """The address of any other page."""
    return reverse(f"web:{name}", kwargs={"language": language, **more})


def elsewhere(path: str, language: str) -> str:
    """The same page in another language."""
    here, _, rest = path.lstrip("/").partition("/")
    if rest.endswith(f"/two/{language}/"):
        # The language asked for stands beside already: the two change places.
        rest = rest.removesuffix(f"{language}/") + f"{here}/"
    return f"/{language}/{rest}"
