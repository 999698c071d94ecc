# SPDX-License-Identifier: EUPL-1.2
"""What the directory can say of itself in numbers, and how often its pages are opened."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from pristan.city.directory.models import ConceptUse, Entry, Language, Verification
from pristan.city.taxonomy.selectors import vocabulary
from pristan.platform.facts import openings
from pristan.platform.facts.fact import Fact, Row, Words
from pristan.platform.ui.languages import name_in

OPEN = "entries are public content: anybody can count them on the site"
NOT_STATED = "not-stated"
HALF_A_YEAR, YEAR = timedelta(days=183), timedelta(days=365)
SOURCE = _("The directory of this city, published entries")
WORDS = {
    NOT_STATED: _("not stated"), "unverified": _("not checked by anybody"), "verified": _("checked"), "overdue": _("check is overdue"),
    "never": _("never checked"), "half-year": _("checked within 6 months"), "year": _("checked within a year"), "older": _("checked longer ago"),
    "organization": _("Organisation"), "place": _("Place"), "service": _("Help and advice"), "programme": _("Programme"), "course": _("Course"),
    "procedure": _("Step at an office"), "right": _("Right"), "status": _("Legal status"),
}  # fmt: skip


def by_concept(scheme: str) -> Iterator[Row]:
    """How many entries hold a concept, or one below it."""
    words = vocabulary()
    held: dict[UUID, set[str]] = {}
    uses = ConceptUse.objects.filter(scheme=scheme, entry__state="published")
    for thing, concept in uses.values_list("entry__uuid", "concept"):
        held.setdefault(thing, set()).update(words.with_ancestors(scheme, concept))
    for concept, number in Counter(each for concepts in held.values() for each in concepts).items():
        yield (concept,), number
    yield (NOT_STATED,), Entry.objects.published().count() - len(held)


def by_language(on: date) -> Iterator[Row]:
    """In how many entries people are served in a language."""
    rows = Language.objects.filter(entry__state="published").values_list("entry__uuid", "code")
    held = set(rows)
    for code, number in Counter(code for thing, code in held).items():
        yield (code,), number
    yield (NOT_STATED,), Entry.objects.published().count() - len({thing for thing, code in held})


def by_kind(on: date) -> Iterator[Row]:
    """How many entries are of a kind."""
    for kind, number in Counter(Entry.objects.published().values_list("kind", flat=True)).items():
        yield (kind,), number


def by_verification(on: date) -> Iterator[Row]:
    """How many entries nobody has checked, somebody has, and for how many the next check is late."""
    checks = _checks().values_list("next_on", flat=True)
    overdue = sum(next_on is not None and next_on < on for next_on in checks)
    yield ("overdue",), overdue
    yield ("verified",), len(checks) - overdue
    yield ("unverified",), Entry.objects.published().count() - len(checks)


def by_age_of_check(on: date) -> Iterator[Row]:
    """How long ago entries were checked."""
    days = list(_checks().values_list("verified_on", flat=True))
    for name, number in Counter(_age(on - day) for day in days).items():
        yield (name,), number
    yield ("never",), Entry.objects.published().count() - len(days)


def _checks() -> QuerySet[Verification]:
    return Verification.objects.filter(entry__state="published")


def _age(age: timedelta) -> str:
    if age <= HALF_A_YEAR:
        return "half-year"
    return "year" if age <= YEAR else "older"


def opened(month: date) -> Iterable[Row]:
    """How often pages were opened, by entry and language; of entries that readers see and that are not sensitive now."""
    things = Entry.objects.published().filter(is_sensitive=False).values_list("uuid", flat=True)
    return [((str(thing), language), number) for (thing, language), number in openings.in_month(month, things).items()]  # fmt: skip


def names(dimension: str, values: Sequence[str], language: str) -> Mapping[str, str]:
    """What readers call needs, audiences, languages, entries and states."""
    if dimension == "entry":
        found = Entry.objects.filter(uuid__in=list(values)).values_list("uuid", "name")
        return {str(thing): name for thing, name in found}
    if dimension == "language":
        return {value: str(WORDS.get(value, name_in(value, language))) for value in values}
    if dimension in ("need", "audience"):
        words, scheme = vocabulary(), f"{dimension}s"
        return {value: str(WORDS.get(value, words.label(scheme, value, language, ["sl", "en"])[0])) for value in values}  # fmt: skip
    return {value: str(WORDS.get(value, value)) for value in values}


def _of_entries(key: str, label: Words, counts: Words, dimension: tuple[str, Words], query: Callable[[date], Iterable[Row]]) -> Fact:  # fmt: skip
    name, words = dimension
    return Fact(
        key=f"directory.{key}", label=label, counts=counts, source=SOURCE, dimensions={name: words}, query=query, period="day",
        is_about_persons=False, why_open=OPEN, names=names,
    )  # fmt: skip


FACTS = (
    _of_entries("entries-by-need", _("Entries by need"), _("Published entries that help with a need, or with one below it. An entry may stand in several rows."), ("need", _("Need")), lambda on: by_concept("needs")),
    _of_entries("entries-by-language", _("Entries by language"), _("Published entries where people are served in a language. An entry may stand in several rows."), ("language", _("Language")), by_language),
    _of_entries("entries-by-audience", _("Entries by audience"), _("Published entries that are meant for a group of people. An entry may stand in several rows."), ("audience", _("Audience")), lambda on: by_concept("audiences")),
    _of_entries("entries-by-verification", _("Entries by state of checking"), _("Published entries that somebody has checked, that nobody has, and those whose next check is late."), ("state", _("State")), by_verification),
    _of_entries("entries-by-kind", _("Entries by kind"), _("Published entries of each kind."), ("kind", _("Kind")), by_kind),
    _of_entries("entries-by-age-of-check", _("Entries by age of the last check"), _("How long ago published entries were checked."), ("age", _("Last check")), by_age_of_check),
    Fact(
        key="directory.openings", label=_("Opened pages"), counts=_("How often the page of an entry was opened in a month and in a language. Sensitive entries are not counted."),
        source=_("The public pages of this site, without robots that say so"), dimensions={"entry": _("Entry"), "language": _("Language")},
        query=opened, period="month", is_about_persons=True, names=names,
    ),
)  # fmt: skip
