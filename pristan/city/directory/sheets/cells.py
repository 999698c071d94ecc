# SPDX-License-Identifier: EUPL-1.2
"""One cell as a value, and a value as the words of a cell. Items that are as they were keep what the cell does not show."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from pristan.city.directory.editing import values
from pristan.city.directory.editing.wording import text
from pristan.city.directory.sheets.lexicon import Lexicon, same
from pristan.platform.ui.languages import name_in

Parse = Callable[[str, Any, Lexicon], Any]
_REMARK = re.compile(r"\s+[–—-]\s+")
_AMOUNT = re.compile(r"\d{1,7}(?:[.,]\d{1,2})?")
_DAY = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")


class CellRefused(ValueError):
    """What is wrong with a cell, and how to mend it: words for the clerk."""


def plain(value: Any) -> str:
    """What stands in a cell, as text: numbers without a needless ``.0``, days as YYYY-MM-DD."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, datetime):
        value = value.date() if not (value.hour or value.minute) else value
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value).replace("\r\n", "\n").replace("\r", "\n").strip()


def parts(typed: str) -> list[str]:
    """Several things in one cell: one a line, or with semicolons between."""
    return [each.strip() for each in re.split(r"[\n;]", typed) if each.strip()]


def ruled(rule: Callable[[str], Any]) -> Parse:
    """What a form makes of the same words."""
    return lambda typed, old, lexicon: _in_words(partial(rule, typed))


def checked(rule: Callable[[str], None]) -> Parse:
    """The cell as it is, where a form would take it."""

    def parse(typed: str, old: Any, lexicon: Lexicon) -> Any:
        _in_words(partial(rule, typed))
        return typed

    return parse


def _in_words(read: Callable[[], Any]) -> Any:
    """What was read; a refusal of the form as one of the cell."""
    try:
        return read()
    except ValidationError as error:
        raise CellRefused(error.messages[0]) from None


def words(typed: str, old: Any, lexicon: Lexicon) -> Any:
    """A text keeps the language in which it was written."""
    return values.in_language_of(old, typed)


def chosen(known: Mapping[str, str], typed: str) -> str:
    """One of the known words. Raises CellRefused with the nearest."""
    if found := known.get(same(typed)):
        return found
    near = get_close_matches(same(typed), known, n=1)
    hint = _("Did you mean “%(near)s”?") % {"near": near[0]} if near else _("The sheet of allowed values shows what can be written here.")  # fmt: skip
    raise CellRefused(" ".join([_("“%(word)s” is not known here.") % {"word": typed[:80]}, hint]))


def concepts(scheme: str) -> Parse:
    """Needs and audiences: labels in any language, or ids."""

    def parse(typed: str, old: Any, lexicon: Lexicon) -> Any:
        known = lexicon.ids(scheme)
        return _each(typed, lambda word: chosen(known, word))

    return parse


def spoken(typed: str, old: Any, lexicon: Lexicon) -> Any:
    """Languages by name or code."""
    known = lexicon.languages | {code: code for code in old or ()}
    return _each(typed.replace(",", ";"), lambda word: chosen(known, word))


def _each(typed: str, find: Callable[[str], str]) -> list[str]:
    """All words of a cell; what is wrong with any of them is said at once."""
    found, wrong = [], []
    for word in parts(typed):
        try:
            found.append(find(word))
        except CellRefused as error:
            wrong.append(str(error))
    if wrong:
        raise CellRefused(" ".join(wrong))
    return list(dict.fromkeys(found))


def phones(typed: str, old: Any, lexicon: Lexicon) -> Any:
    """Numbers in international form; a remark after a dash."""
    known = {each["number"]: each for each in old or ()}
    found = []
    for part in parts(typed):
        number, *remark = _REMARK.split(part, maxsplit=1)
        international = _in_words(partial(values.number, number, lexicon.country))
        item = dict(known.get(international, {"number": international}))
        if text(item.get("remark")) != "".join(remark):
            item["remark"] = values.in_language_of(item.get("remark"), "".join(remark))
        found.append(values.without_empty(item))
    return found


def told_phones(value: Any, lexicon: Lexicon) -> str:
    """One number a line."""
    return "\n".join(" – ".join(filter(None, [each["number"], text(each.get("remark"))])) for each in value)


def costs(typed: str, old: Any, lexicon: Lexicon) -> Any:
    """One price a line: an amount, words, or both with a dash between."""
    known = {told_costs([each], lexicon): each for each in old or ()}
    found = []
    for line in values.by_lines(typed):
        amount, *remark = _REMARK.split(line, maxsplit=1)
        bare = amount.replace("€", "").replace(lexicon.currency, "").strip()
        if line in known:
            found.append(known[line])
        elif _AMOUNT.fullmatch(bare):
            made = {"amount": f"{Decimal(bare.replace(',', '.')):.2f}", "currency": lexicon.currency, "text": "".join(remark)}  # fmt: skip
            found.append(values.without_empty(made))
        else:
            found.append({"text": line})
    return found


def told_costs(value: Any, lexicon: Lexicon) -> str:
    """One price a line."""
    return "\n".join(
        " – ".join(filter(None, [" ".join(filter(None, [each.get("amount"), each.get("currency")])), each.get("option"), text(each.get("text"))]))
        for each in value
    )  # fmt: skip


def lines(typed: str, old: Any, lexicon: Lexicon) -> Any:
    """Papers to bring, one a line."""
    return values.items(typed, old)


def age(typed: str, old: Any, lexicon: Lexicon) -> Any:
    """Whole years."""
    if not (typed.isascii() and typed.isdigit() and int(typed) <= 120):
        raise CellRefused(
            _("“%(word)s” is no age. Write a whole number from 0 to 120.") % {"word": typed[:40]}
        )
    return int(typed)


def day(typed: str, old: Any, lexicon: Lexicon) -> Any:
    """A day: 2026-11-27 or 27. 11. 2026."""
    written = _DAY.fullmatch(typed)
    try:
        return (
            date(int(written[3]), int(written[2]), int(written[1])) if written else date.fromisoformat(typed)
        ).isoformat()
    except ValueError:
        raise CellRefused(_("“%(word)s” is no day. Write it as 2026-11-27 or 27. 11. 2026.") % {"word": typed[:40]}) from None  # fmt: skip


def told_languages(value: Any, lexicon: Lexicon) -> str:
    """Names in the clerk's language."""
    return "; ".join(name_in(each, lexicon.language) for each in value)
