# SPDX-License-Identifier: EUPL-1.2
"""An organisation sees how often its own entries are opened; small numbers stay hidden, and others see nothing."""

from collections import Counter
from datetime import UTC, date, datetime

import pytest

from pristan.city.directory import opened
from pristan.city.directory.models import Entry
from pristan.platform.facts import openings, readings
from pristan.platform.facts.models import Reading
from tests.access.roles import client

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def city(mini_city: None, db: None) -> None:
    thing = {each.key: str(each.uuid) for each in Entry.objects.all()}
    days = {
        ("klic", "sl"): 40, ("klic", "en"): 30, ("klic", "ar"): 2, ("org", "sl"): 25, ("org", "en"): 1,
        ("korak", "sl"): 60, ("korak", "en"): 50, ("korak", "ar"): 20,
    }  # fmt: skip
    openings.write(Counter({(date(2026, 2, 3), thing[key], language): number for (key, language), number in days.items()}))  # fmt: skip
    readings.take(at=datetime(2026, 3, 2, 9, tzinfo=UTC))


def test_small_numbers_are_hidden_and_large_ones_are_there():
    (month,) = opened.months(Entry.objects.get(key="klic"), "en")
    numbers = dict(month.parts)
    assert month.on == date(2026, 2, 1) and len(numbers) == 3
    assert None in numbers.values() and 2 not in numbers.values()
    shown = [number for number in (month.whole, *numbers.values()) if number is not None]
    assert set(shown) <= {72, 40, 30}


def test_an_entry_that_nobody_opened_has_none():
    (month,) = opened.months(Entry(uuid="00000000-0000-4000-8000-000000000000"), "en")
    assert (month.whole, month.parts) == (0, [])


@pytest.mark.parametrize(
    ("role", "scope", "sees"),
    [
        ("organization_editor", "org", True),
        ("organization_manager", "org", True),
        ("city_editor", "", True),
        ("language_reviewer", "ar", False),
    ],
)
def test_who_sees_it(role, scope, sees):
    page = client(role, scope).get("/staff/en/entries/klic/").content.decode()
    assert ("How often readers opened it" in page) == sees
    assert ("Small numbers are hidden" in page) == sees


def test_of_a_sensitive_entry_nothing_is_said():
    page = client("city_editor").get("/staff/en/entries/zatocisce/").content.decode()
    assert "How often readers opened it" not in page


def test_before_the_first_month_is_over_the_page_says_so():
    Reading.objects.all()._raw_delete("default")
    page = client("city_editor").get("/staff/en/entries/klic/").content.decode()
    assert "Nothing was counted yet" in page
