# SPDX-License-Identifier: EUPL-1.2
"""What people type into a form, as the values of fields: hours, lists of lines, texts that keep their language."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

_RANGE = re.compile(r"(\d{1,2})(?:[:.h](\d{2})?)?\s*[-–—]\s*(\d{1,2})(?:[:.h](\d{2})?)?")


def hours(typed: str) -> list[str]:
    """``8-12, 13.30–16`` as ``["08:00-12:00", "13:30-16:00"]``. Raises ValidationError."""
    found = []
    for part in filter(None, (each.strip() for each in re.split(r"[,;]|\s+in\s+|\s+and\s+", typed))):
        match = _RANGE.fullmatch(part)
        if match is None:
            raise ValidationError(
                _("“%(part)s” is no range of hours. Write for example 08:00-12:00, 13:00-15:30.")
                % {"part": part}
            )
        first, last = _clock(match[1], match[2]), _clock(match[3], match[4])
        if first > "23:59" or last > "24:00" or first == last:
            raise ValidationError(_("“%(part)s” is no time of a day.") % {"part": part})
        found.append(f"{first}-{last}")
    return found


def _clock(hour: str, minute: str | None) -> str:
    if int(minute or 0) > 59:
        return "99:99"
    return f"{int(hour):02}:{int(minute or 0):02}"


def in_language_of(old: Any, new: str) -> Any:
    """A text that was changed keeps the language in which it was written; an empty one is no text."""
    plain = new.strip()
    if not plain:
        return None
    return {next(iter(old)): plain} if isinstance(old, Mapping) and len(old) == 1 else plain


def by_lines(typed: str) -> list[str]:
    """One item a line, empty lines left out."""
    return [line.strip() for line in typed.splitlines() if line.strip()]


def items(typed: str, old: Iterable[Any] | None) -> list[dict[str, Any]] | None:
    """Lines as a list of maps with a ``text``; lines that are as they were keep their language."""
    known = {_text(each["text"]): each for each in old or ()}
    return [known.get(line, {"text": line}) for line in by_lines(typed)] or None


def texts(typed: str, old: Iterable[Any] | None) -> list[Any] | None:
    """Lines as a list of Texts; lines that are as they were keep their language."""
    known = {_text(each): each for each in old or ()}
    return [known.get(line, line) for line in by_lines(typed)] or None


def without_empty(value: Mapping[str, Any]) -> dict[str, Any]:
    """A map without what says nothing."""
    return {name: each for name, each in value.items() if each is not None and each not in ("", [], {})}


def _text(value: Any) -> str:
    return str(next(iter(value.values()), "")) if isinstance(value, Mapping) else str(value)
