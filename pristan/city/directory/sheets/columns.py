# SPDX-License-Identifier: EUPL-1.2
"""The columns of a sheet of entries: what they are called, what they hold, and where it stands in an entry."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pristan.city.directory.editing import values
from pristan.city.directory.editing.wording import text
from pristan.city.directory.sheets import cells
from pristan.city.directory.sheets.cells import Parse
from pristan.city.directory.sheets.lexicon import ANSWERS, Lexicon, in_all, same
from pristan.platform.ui import dates

Words = str | Promise
Live = Mapping[str, Any]
REMOVE: Final = ("-", "–")  # what empties a value; an empty cell changes nothing
EXAMPLE: Final = pgettext_lazy("first cell of a row in a spreadsheet", "example")


@dataclass(frozen=True)
class Column:
    """``path``: field of the entry, and what lies within it. A column without one is about the row itself.

    ``tell``: the value as words of a cell. ``help``: one sentence for the clerk.
    """

    code: str
    label: Words
    help: Words
    example: Words = ""
    path: tuple[str | int, ...] = ()
    parse: Parse = cells.words
    tell: Any = None

    def value(self, live: Live) -> Any:
        """The value of this column in an entry; None where nothing is said."""
        found: Any = live
        for step in self.path:
            try:
                found = found[step]
            except (KeyError, IndexError, TypeError):
                return None
        return found

    def cell(self, live: Live, lexicon: Lexicon) -> str:
        """What stands in the cell of an entry."""
        found = self.value(live) if self.path else None
        if found is None:
            return ""
        return str(self.tell(found, lexicon)) if self.tell else text(found)


def _organization(typed: str, old: Any, lexicon: Lexicon) -> Any:
    """An organisation of the directory by name or id, or one that has no entry of its own."""
    name, key = lexicon.organizations.get(typed) or lexicon.organizations.get(same(typed)) or (typed, "")
    return {"name": name, **({"entry": key} if key else {})}


def _kind(typed: str, old: Any, lexicon: Lexicon) -> Any:
    return cells.chosen(lexicon.kinds, typed)


def _language(typed: str, old: Any, lexicon: Lexicon) -> Any:
    return cells.chosen(lexicon.languages, typed)


def _free(typed: str, old: Any, lexicon: Lexicon) -> Any:
    return cells.chosen(lexicon.answers, typed)


def _told_answer(value: Any, lexicon: Lexicon) -> str:
    return str(ANSWERS[value])


def _of(scheme: str) -> Any:
    return lambda value, lexicon: "; ".join(lexicon.label(scheme, each) for each in value)


def _days() -> tuple[Column, ...]:
    return tuple(
        Column(
            day, dates_label(day), _("Hours of this day, for example 08:00-12:00, 13:00-15:30."), "08:00-12:00" if day == "mo" else "",
            ("schedule", "weekly", day), cells.ruled(values.hours), lambda value, lexicon: ", ".join(value),
        )
        for day in dates.DAYS
    )  # fmt: skip


def dates_label(day: str) -> Words:
    """The name of a day of the week."""
    return {
        "mo": pgettext_lazy("column", "Monday"), "tu": pgettext_lazy("column", "Tuesday"), "we": pgettext_lazy("column", "Wednesday"),
        "th": pgettext_lazy("column", "Thursday"), "fr": pgettext_lazy("column", "Friday"), "sa": pgettext_lazy("column", "Saturday"),
        "su": pgettext_lazy("column", "Sunday"),
    }[day]  # fmt: skip


COLUMNS: Final = (
    Column("id", _("Id"), _("The id of an entry that is there already. Leave it empty for a new one.")),
    Column("kind", _("Kind"), _("One of the kinds on the sheet of allowed values."), "service", ("kind",), _kind, lambda value, lexicon: lexicon.label("kinds", value)),
    Column("language", pgettext_lazy("of a text", "Language"), _("The language in which you write; that of this page where it is empty."), "", ("language",), _language, lambda value, lexicon: cells.told_languages([value], lexicon)),
    Column("name", _("Name"), _("What it is called."), _("Counselling"), ("name",)),
    Column("organization", _("Organisation"), _("Who runs it: its name, or the id of its entry."), _("Example society"), ("organization",), _organization, lambda value, lexicon: value["name"]),
    Column("summary", _("In short"), _("One or two plain sentences: what it does and for whom."), _("Advice for people who are new in the city."), ("summary",)),
    Column("needs", _("What it helps with"), _("Needs from the sheet of allowed values, with semicolons between."), "", ("needs",), cells.concepts("needs"), _of("needs")),
    Column("audiences", _("For whom"), _("Groups from the sheet of allowed values, with semicolons between."), "", ("audiences",), cells.concepts("audiences"), _of("audiences")),
    Column("languages", _("Languages spoken"), _("Names or codes of languages, with semicolons between."), "sl; en", ("languages",), cells.spoken, cells.told_languages),
    Column("phones", _("Phone numbers"), _("With the country code, one a line; a remark after a dash."), "+386 1 306 10 00", ("phones",), cells.phones, cells.told_phones),
    Column("email", _("E-mail address"), _("One address."), "info@example.org", ("email",), cells.checked(values.email)),
    Column("website", _("Website"), _("The whole address, with https://."), "https://example.org/", ("website",), cells.checked(values.website)),
    Column("address", _("Street and number"), _("Without remarks. Leave it empty where the address must not be known."), _("Example Street 1"), ("locations", 0, "address_1"), cells.checked(values.address)),
    Column("postal_code", _("Postal code"), _("Of the address."), "1000", ("locations", 0, "postal_code"), cells.checked(values.address)),
    Column("town", _("Town"), _("Of the address."), "Ljubljana", ("locations", 0, "city"), cells.checked(values.address)),
    *_days(),
    Column("hours", _("Hours in words"), _("What the days cannot say."), "", ("schedule", "text")),
    Column("is_free", _("Free of charge"), _("yes, no or partly."), _("yes"), ("is_free",), _free, _told_answer),
    Column("costs", _("Costs"), _("One price a line: an amount, a dash, words."), "", ("costs",), cells.costs, cells.told_costs),
    Column("documents", _("Papers to bring"), _("One a line."), "", ("documents",), cells.lines, lambda value, lexicon: "\n".join(text(each["text"]) for each in value)),
    Column("age_min", _("From which age?"), _("A whole number."), "", ("eligibility", "age_min"), cells.age, lambda value, lexicon: str(value)),
    Column("age_max", _("Up to which age?"), _("A whole number."), "", ("eligibility", "age_max"), cells.age, lambda value, lexicon: str(value)),
    Column("source", _("Known from"), _("Where it is written: an address on the web, or words such as “our own decision of 1 September”. Needed for whatever is new or changed."), "https://example.org/"),
    Column("as_of", _("As of"), _("The day on which the source said so."), "2026-11-27", (), cells.day),
)  # fmt: skip
BY_CODE: Final = {column.code: column for column in COLUMNS}
UNSHEETED: Final = ("procedure", "right", "status")  # kinds with parts for which a sheet has no columns
FIXED: Final = ("kind", "language")  # what an entry that is there does not change by a sheet


@cache
def headings() -> dict[str, str]:
    """Heading -> code of its column: in every language of the interface, or the code itself."""
    return {same(words): each.code for each in COLUMNS for words in (each.code, *in_all(each.label))}


@cache
def examples() -> frozenset[str]:
    """What marks the row of the template that is no entry."""
    return frozenset(map(same, ("example", *in_all(EXAMPLE))))
