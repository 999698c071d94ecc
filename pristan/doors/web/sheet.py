# SPDX-License-Identifier: EUPL-1.2
"""An entry as a sheet of paper: short sections that can stand side by side in two languages."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils import translation
from django.utils.translation import gettext

from pristan.doors.web import labels, marks
from pristan.doors.web.catalogue import Catalogue
from pristan.doors.web.entry_page import price
from pristan.platform.ui import dates, lists
from pristan.platform.ui.languages import name_in

Body = Mapping[str, Any]


@dataclass(frozen=True)
class Line:
    """One line and the language it is in. ``is_number``: printed large, kept together. ``is_name``: an address."""

    text: str
    lang: str
    is_number: bool = False
    is_name: bool = False


@dataclass(frozen=True)
class Section:
    """A heading with its lines, in the reader's language as far as that goes."""

    key: str
    heading: str
    lines: list[Line]
    lang: str = ""


@dataclass(frozen=True)
class Pair:
    """The same section in two languages; a side is None where that language says nothing."""

    left: Section | None
    right: Section | None


def sheet(body: Body, catalogue: Catalogue, language: str) -> list[Section]:
    """The sections of a document in its own language."""
    with translation.override(language):
        made = [
            Section("summary", gettext("What it is"), _texts(body.get("summary"))),
            Section(
                "marks",
                gettext("Good to know"),
                [Line(each.words, language) for each in _good_to_know(body, language)],
            ),
            Section("phones", gettext("Call"), _phones(body)),
            Section("place", gettext("Where"), _places(body, catalogue.local)),
            Section("when", gettext("When"), _hours(body, language)),
            Section(
                "deadline",
                gettext("Deadline"),
                _texts(((body.get("procedure") or {}).get("deadline") or {}).get("text")),
            ),
            Section("who", gettext("Who it is for"), _who(body, language)),
            Section("cost", gettext("Cost"), _costs(body, language)),
            Section("papers", gettext("Papers to bring"), _texts(*(body.get("documents") or ()))),
            Section("spoken", gettext("Languages spoken"), _spoken(body, language)),
        ]
    return [replace(each, lang=language) for each in made if each.lines]


def side_by_side(left: list[Section], right: list[Section]) -> list[Pair]:
    """Both sheets, section by section, in the order of the left one."""
    others = {each.key: each for each in right}
    own = {each.key for each in left}
    return [Pair(each, others.get(each.key)) for each in left] + [
        Pair(None, each) for each in right if each.key not in own
    ]


def _good_to_know(body: Body, language: str) -> list[marks.Mark]:
    """The marks, but for those that have a section of their own below."""
    said = (marks.cost(body), marks.speaks(body, language))
    return [each for each in marks.brief(body, language) if each not in said]


def _texts(*given: Body | None) -> list[Line]:
    return [Line(each["text"], each["lang"]) for each in given if each]


def _phones(body: Body) -> list[Line]:
    found: list[Line] = []
    for each in body.get("phones") or ():
        found += [Line(each["number"], "", is_number=True), *_texts(each.get("remark"))]
    return found


def _places(body: Body, local: str) -> list[Line]:
    found: list[Line] = []
    for each in body.get("locations") or ():
        town = " ".join(str(each[key]) for key in ("postal_code", "city") if each.get(key))
        words = ", ".join(part for part in (each.get("address_1"), town) if part)
        found += [Line(words, local, is_name=True), *_texts(each.get("remark"))] if words else []
    if body.get("is_location_secret"):
        found.append(Line(gettext("The address is secret, to keep people safe."), body["language"]))
    return found


def _hours(body: Body, language: str) -> list[Line]:
    schedule = body.get("schedule")
    if not schedule:
        return []
    if schedule.get("is_always"):
        return [Line(gettext("Day and night"), language)]
    weekly = schedule.get("weekly") or {}
    found = [_day(day, weekly[day], language) for day in dates.DAYS if weekly.get(day)] or _texts(
        schedule.get("text")
    )
    if schedule.get("as_of"):
        found.append(
            Line(
                gettext("As of %(date)s. Call first.")
                % {"date": dates.in_words(schedule["as_of"], language)},
                language,
            )
        )
    return found


def _day(day: str, spans: list[list[str]], language: str) -> Line:
    # A left-to-right isolate keeps "09:00-12:00" in order inside Arabic.
    shown = " ".join("\u2013".join(span) for span in spans)
    return Line(f"{dates.day_name(day, language)} \u2066{shown}\u2069", language)


def _who(body: Body, language: str) -> list[Line]:
    given = body.get("eligibility") or {}
    age = labels.age(given.get("age_min"), given.get("age_max"))
    return [
        *_texts(given.get("text"), given.get("remark"), given.get("other")),
        *([Line(age, language)] if age else []),
    ]


def _costs(body: Body, language: str) -> list[Line]:
    found = [Line(marks.cost(body).words, language)]
    for each in body.get("costs") or ():
        if not marks.says_more(each, body):
            continue
        if amount := price(each, language):
            found.append(Line(amount, language))
        found += _texts(each.get("text"))
    return found


def _spoken(body: Body, language: str) -> list[Line]:
    named = lists.listed(name_in(each, language) for each in body.get("languages") or ())
    return [Line(named, language)] if named else []
