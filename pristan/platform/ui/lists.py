# SPDX-License-Identifier: EUPL-1.2
"""What stands between the items of a list and around words that are quoted, as the reader's language writes it."""

from collections.abc import Iterable

from django.utils.translation import pgettext


def comma() -> str:
    """What stands between two items of a list."""
    return pgettext("between two items of a list", ", ")


def semicolon() -> str:
    """What stands between two items that have commas of their own."""
    return pgettext("between two longer items of a list", "; ")


def listed(items: Iterable[str]) -> str:
    """Items in a line: ``a, b``, in Arabic ``a، b``."""
    return comma().join(items)


def quoted(words: str) -> str:
    """Words as somebody wrote them: “a”, in French « a »."""
    return pgettext("words that are quoted", "“%(words)s”") % {"words": words}
