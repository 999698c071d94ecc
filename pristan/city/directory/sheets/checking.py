# SPDX-License-Identifier: EUPL-1.2
"""One row against the entry it is about: the fields that it would write, and every cell that is wrong."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from pristan.city.directory import policies, secrecy, services, unlisting
from pristan.city.directory.editing.shared import without_point
from pristan.city.directory.editing.values import without_empty
from pristan.city.directory.refusals import FieldRefused
from pristan.city.directory.sheets.cells import CellRefused
from pristan.city.directory.sheets.columns import BY_CODE, COLUMNS, FIXED, REMOVE, UNSHEETED, Column, Live
from pristan.city.directory.sheets.lexicon import Lexicon
from pristan.city.directory.sheets.reading import Given, SheetRow
from pristan.city.directory.unseen import bad_character
from pristan.core.traces import finder
from pristan.platform.accounts.actors import Actor

MOST = 4000  # characters of one cell
PLACE = ("address", "postal_code", "town")
_WEB = re.compile(r"https?://\S+")


@dataclass(frozen=True)
class Slip:
    """What is wrong with a cell, and how to mend it."""

    cell: str
    what: str


@dataclass(frozen=True)
class Who:
    """The clerk, and the organisations that they may write for (none: those of the whole city); ``unlisted``: for whom nobody may."""

    actor: Actor
    organizations: frozenset[str] | None
    unlisted: frozenset[str] = frozenset()

    @classmethod
    def of(cls, actor: Actor) -> "Who":
        """What an actor may write."""
        if policies.edits_city(actor):
            return cls(actor, None, unlisting.standing())
        own = frozenset().union(*(actor.scopes(role) for role in policies.MEMBERS))
        return cls(actor, own, unlisting.standing())


@dataclass(frozen=True)
class Wanted:
    """What a row wants: the entry's key (empty: a new one), the fields that differ, and where they are known from."""

    row: SheetRow
    key: str
    fields: Mapping[str, Any]
    source: str
    as_of: str


def wanted(row: SheetRow, live: Live | None, key: str, given: Given, lexicon: Lexicon, who: Who) -> tuple[Wanted, list[Slip]]:  # fmt: skip
    """The row as a change of ``live`` (None: a new entry), with all its slips."""
    slips: list[Slip] = []
    values = _values(row, live or {}, given, lexicon, slips)
    fields = _assembled(values, live or {})
    if live is None:
        fields = _new(fields, lexicon, who)
    said = {name: str(values.get(name) or "") for name in ("source", "as_of")}
    made = Wanted(row, key, fields, said["source"], said["as_of"])
    told = {slip.cell for slip in slips}
    for code, what in _rules(made, live, who):
        if (cell := given.cell(row, code)) not in told:
            slips.append(Slip(cell, what))
    if not slips:
        slips += [Slip(given.cell(row, code), what) for code, what in _shapes(fields)]
    return made, slips


def _values(row: SheetRow, live: Live, given: Given, lexicon: Lexicon, slips: list[Slip]) -> dict[str, Any]:
    """Column -> value of each cell that says something else than the entry does; None removes."""
    found: dict[str, Any] = {}
    for column in COLUMNS[1:]:
        typed = row.cells.get(column.code, "")
        if not typed or typed == column.cell(live, lexicon).strip():
            continue
        try:
            found[column.code] = _parsed(column, typed, live, lexicon)
        except CellRefused as error:
            slips.append(Slip(given.cell(row, column.code), str(error)))
    return found


def _parsed(column: Column, typed: str, live: Live, lexicon: Lexicon) -> Any:
    if bad := bad_character(typed):
        raise CellRefused(_("An invisible sign (%(sign)s) stands in the text. Type the text anew.") % {"sign": bad})  # fmt: skip
    if len(typed) > MOST:
        raise CellRefused(_("The text has more than %(most)d characters. Shorten it.") % {"most": MOST})
    if typed in REMOVE and column.path:
        return None
    return column.parse(typed, column.value(live), lexicon)


def _assembled(values: Mapping[str, Any], live: Live) -> dict[str, Any]:
    """Field -> whole value, of the fields that change. What the sheet has no column for is kept."""
    fields: dict[str, Any] = {}
    for code, value in values.items():
        column = BY_CODE[code]
        if len(column.path) == 1:
            fields[str(column.path[0])] = value
        elif column.path:
            name = str(column.path[0])
            fields[name] = _within(fields.get(name, live.get(name)), column.path[1:], value)
    if any(code in values for code in PLACE):
        fields["locations"] = _places(fields["locations"])
    cleaned = {name: _without_nothing(value) for name, value in fields.items()}
    return {name: value for name, value in cleaned.items() if value != live.get(name)}


def _within(whole: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """A copy of the whole with one thing in it changed."""
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        items = list(whole or [])
        first = items[step] if len(items) > step else {}
        return [*items[:step], _within(first, rest, value), *items[step + 1 :]]
    made = dict(whole or {})
    made[step] = _within(made.get(step), rest, value) if rest else value
    return made


def _places(places: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The first place is another one."""
    first = without_empty(without_point(places[0]))
    return [each for each in [first, *places[1:]] if each]


def _without_nothing(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {name: _without_nothing(each) for name, each in value.items()}
        return {name: each for name, each in kept.items() if each not in (None, [], {}, "")} or None
    return value or None if isinstance(value, (list, str)) else value


def _new(fields: Mapping[str, Any], lexicon: Lexicon, who: Who) -> dict[str, Any]:
    """A new entry: in the language of the page, and of one's own organisation where there is just one."""
    made = {"language": lexicon.language, **{name: each for name, each in fields.items() if each is not None}}
    if "organization" not in made and who.organizations and len(who.organizations) == 1:
        (key,) = who.organizations
        name, known = lexicon.organizations.get(key, (key, key))
        made["organization"] = {"name": name, "entry": known}
    return made


def _rules(made: Wanted, live: Live | None, who: Who) -> Iterator[tuple[str, str]]:
    """(column, what is wrong) that no single cell can know."""
    if made.fields and not made.source:
        yield "source", _("Say where this is known from: an address on the web, or words such as “our own decision”.")  # fmt: skip
    if str((made.fields.get("organization") or {}).get("entry") or "") in who.unlisted:
        yield "organization", _("This organisation asked not to be listed. Delete the row.")
    if live is None:
        yield from _rules_of_new(made, who)
    else:
        yield from ((code, _("The sheet does not change this of an entry that is there. Empty the cell.")) for code in FIXED if code in made.fields)  # fmt: skip
        if "name" in made.fields and made.fields["name"] is None:
            yield "name", _("An entry needs a name.")
    whole = {**(live or {}), **made.fields}
    ages = whole.get("eligibility") or {}
    if (ages.get("age_min") or 0) > ages.get("age_max", 999):
        yield "age_max", _("This is less than the age from which one may come.")
    if whole.get("is_location_secret"):
        yield from _secret(made, live or {})
    if who.organizations is not None:
        strange = {"organization"} & set(made.fields) if live is not None else set()
        yield from ((name, _("Only the city's editors change this. Empty the cell.")) for name in strange)


def _rules_of_new(made: Wanted, who: Who) -> Iterator[tuple[str, str]]:
    for name in ("name", "kind", "needs"):
        if not made.fields.get(name) and not (name == "needs" and made.fields.get("kind") == "organization"):
            yield name, _("A new entry needs this.")
    if made.fields.get("kind") in UNSHEETED:
        yield "kind", _("Entries of this kind have parts for which a sheet has no columns. They are kept in the city pack.")  # fmt: skip
    organization = str((made.fields.get("organization") or {}).get("entry") or "")
    if who.organizations is not None and organization not in who.organizations:
        yield "organization", _("You write for your own organisation only. Write its name here.")


def _secret(made: Wanted, live: Live) -> Iterator[tuple[str, str]]:
    """The address of a secret place is written nowhere."""
    if made.fields.get("locations"):
        yield "address", _("The address of this place is secret. Empty the cells of the address.")
    if (secret := finder(secrecy.streets(live))) is None:
        return
    yield from ((name, _("The secret address of this place stands here. Take it out.")) for name, value in made.fields.items() if secret.stands_in(value))  # fmt: skip


def _shapes(fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What is left: values that no column could see to be wrong, such as a name that is too long."""
    for name, value in fields.items():
        try:
            if value is not None:
                services.conform(name, value)
        except FieldRefused as error:
            yield _column_of(name), str(error)


def _column_of(field: str) -> str:
    return next((each.code for each in COLUMNS if each.path[:1] == (field,)), "name")


def source_of(source: str, as_of: str) -> dict[str, Any]:
    """The source of a row as entries keep it."""
    found = _WEB.search(source)
    where = {"url": found[0]} if found and found[0] == source else {"note": source}
    return where | ({"date": as_of} if as_of else {})
