# SPDX-License-Identifier: EUPL-1.2
"""What the directory says of itself in numbers, over the small city."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest

from pristan.city.directory import facts
from pristan.city.directory.models import ConceptUse, Entry, Language, Verification
from pristan.platform.facts import openings, readings, registry, selectors

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
DAY = AT.date()


def rows(found):
    return {where: number for where, number in found if number}


@pytest.fixture
def published(example_city):
    return Entry.objects.published()


def test_needs_count_entries_with_what_stands_below_them_once(published):
    found = rows(facts.by_concept("needs"))
    direct = Counter(
        ConceptUse.objects.filter(scheme="needs", entry__state="published").values_list("concept", flat=True)
    )
    assert found and all(found[(concept,)] >= number for concept, number in direct.items())
    assert max(found.values()) <= published.count()
    without = published.exclude(conceptuse_rows__scheme="needs").count()
    assert found.get(("not-stated",), 0) == without


def test_languages_count_entries_and_what_is_not_stated(published):
    found = rows(facts.by_language(DAY))
    assert found[("not-stated",)] == published.exclude(language_rows__isnull=False).count()
    some = Language.objects.filter(entry__state="published").first()
    assert found[(some.code,)] == published.filter(language_rows__code=some.code).distinct().count()


def test_kinds_add_up_to_all_entries(published):
    assert sum(rows(facts.by_kind(DAY)).values()) == published.count()


def test_checks_are_late_done_or_missing(published):
    assert rows(facts.by_verification(DAY)) == {("unverified",): published.count()}
    for at, (ago, next_in) in enumerate([(10, 30), (10, None), (200, -1), (400, -30)]):
        entry = published.order_by("key")[at]
        next_on = None if next_in is None else DAY + timedelta(days=next_in)
        Verification.objects.create(
            entry=entry, verified_on=DAY - timedelta(days=ago), verified_by="city editor", next_on=next_on
        )
    count = published.count()
    assert rows(facts.by_verification(DAY)) == {("overdue",): 2, ("verified",): 2, ("unverified",): count - 4}
    assert rows(facts.by_age_of_check(DAY)) == {
        ("half-year",): 2,
        ("year",): 1,
        ("older",): 1,
        ("never",): count - 4,
    }


def test_openings_are_those_of_entries_that_readers_see_and_that_are_not_sensitive(published):
    plain, sensitive = (
        published.filter(is_sensitive=False).first(),
        published.filter(is_sensitive=True).first(),
    )
    gone = "00000000-0000-4000-8000-000000000000"
    openings.write(
        Counter({(date(2026, 10, 5), str(thing), "sl"): 9 for thing in (plain.uuid, sensitive.uuid, gone)})
    )
    assert list(facts.opened(date(2026, 10, 1))) == [((str(plain.uuid), "sl"), 9)]


def test_every_fact_is_read_and_named_in_each_language(published):
    plain = published.filter(is_sensitive=False).first()
    openings.write(
        Counter(
            {(date(2026, 10, 5), str(plain.uuid), "sl"): 9, (date(2026, 10, 6), str(plain.uuid), "ar"): 2}
        )
    )
    assert len(readings.take(at=AT)) == len(registry.facts())
    for key in registry.facts():
        for language in ("sl", "en", "ar"):
            found = selectors.shown(key, language)
            assert found.lines and all(isinstance(name, str) for line in found.lines for name in line.names)
    opened = selectors.shown("directory.openings", "en")
    assert plain.name in {line.names[0] for line in opened.lines}
    assert 2 not in {line.number for line in opened.lines} and opened.has_hidden
