# SPDX-License-Identifier: EUPL-1.2
"""What people type, into a form or a cell of a sheet, as the values of fields. What cannot be is refused in words."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from pristan.city.directory import shapes
from pristan.city.directory.checks import can_be_dialled, has_brackets

_MOST_SHORT = 6  # digits of a number that is dialled in one country only, such as 112
_SHORT = re.compile(r"\d[\d ]{1,9}")
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


def number(typed: str, country: str) -> str:
    """A number in international form, one without a country code as of this country; short ones stay. Raises ValidationError."""
    plain = phonenumbers.normalize_digits_only(typed, keep_non_digits=True).strip()
    if _SHORT.fullmatch(plain) and len(plain.replace(" ", "")) <= _MOST_SHORT:
        return plain
    told = _international(plain, country)
    if not can_be_dialled(told):
        raise ValidationError(
            _(
                "“%(number)s” cannot be dialled. Write the number with its country code, for example +386 1 306 10 00."
            )
            % {"number": typed[:40]}
        )
    return told


def _international(plain: str, country: str) -> str:
    """Empty for what is no number, and for one with an extension, which nobody can dial as it stands."""
    try:
        found = phonenumbers.parse(plain, country or None)
    except phonenumbers.NumberParseException:
        return ""
    told = phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return "" if found.extension else re.sub(r"[^\d+]+", " ", told)


def address(typed: str) -> None:
    """No remark stands in a part of an address. Raises ValidationError."""
    if has_brackets(typed):
        raise ValidationError(_("A remark in brackets stands in the address. Take it out."))


def email(typed: str) -> None:
    """It is one address to write to. Raises ValidationError."""
    if not shapes.fits("email", typed):
        raise ValidationError(
            _("“%(word)s” is no e-mail address. Write it like info@example.org.") % {"word": typed[:80]}
        )


def website(typed: str) -> None:
    """It is one whole address on the web. Raises ValidationError."""
    if not shapes.fits("website", typed):
        raise ValidationError(
            _("“%(word)s” is no address on the web. Begin with https:// and leave out blanks.")
            % {"word": typed[:80]}
        )


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
