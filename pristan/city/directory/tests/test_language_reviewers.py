# SPDX-License-Identifier: EUPL-1.2
"""Who reviews a language reads entries: not who wrote them, not who asked not to be listed, and checks none of them."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from pristan.city.directory import recorded, selectors, services, staff, unlisting
from pristan.city.directory.models import Entry
from pristan.city.directory.tests import minipack
from pristan.city.directory.tests.test_portal import change
from pristan.platform.accounts.actors import Actor, Power, system
from tests.access.roles import client

pytestmark = pytest.mark.django_db
AT = minipack.AT
REVIEWER = Actor("person", "r", powers=frozenset({Power("language_reviewer", "ar")}))
BOTH = Actor(
    "person", "b", powers=frozenset({Power("language_reviewer", "ar"), Power("organization_editor", "org")})
)
EDITOR = Actor("person", "e", powers=frozenset({Power("city_editor")}))


@pytest.fixture(autouse=True)
def city(mini_city: None, db: None) -> None:
    """Loaded once; what a test writes is taken back."""


@pytest.fixture
def reviewer() -> Client:
    return client("language_reviewer", "ar")


def tasks(actor: Actor, at: datetime = AT) -> list[int]:
    return [task.count for task in staff.today(actor, at=at) if task.count]


def test_only_who_may_check_is_asked_to(reviewer):
    every = Entry.objects.published().count()
    assert tasks(EDITOR) == [every] and tasks(REVIEWER) == []
    own = selectors.kept_by(BOTH).count()
    assert tasks(BOTH) == [own] and 0 < own < every
    assert "Entries to check" not in reviewer.get("/staff/en/").content.decode()
    page = reviewer.get("/staff/en/entries/?state=unchecked").content.decode()
    assert "There is no entry like this" in page and "to be checked" not in page
    assert "Klic v sili" in reviewer.get("/staff/en/entries/").content.decode()


def test_what_is_to_be_checked_is_what_the_task_counted():
    services.verify(
        key="klic", verified_on=AT.date(), verified_by="city editor", how="looked", next_on=AT.date() + timedelta(days=9),
        actor=system("test"), at=AT,
    )  # fmt: skip
    listed = selectors.kept_by(BOTH).unchecked(AT.date())
    past_midnight = datetime(2026, 3, 11, 23, 30, tzinfo=UTC)  # in the city
    assert tasks(BOTH, past_midnight) == [listed.count() + 1], "the day is the city's, as it is of the list"
    assert tasks(BOTH) == [listed.count()] and "klic" not in listed.values_list("key", flat=True)
    assert "klic" in selectors.kept_by(BOTH).unchecked(AT.date() + timedelta(days=10)).values_list(
        "key", flat=True
    )


def test_the_history_names_nobody_to_a_reviewer(reviewer):
    change(client("city_editor"), "words", summary="Besede urednice.")
    address, name = "/staff/en/entries/klic/history/", "City Editor"
    assert name in client("organization_editor", "org").get(address).content.decode()
    page = reviewer.get(address).content.decode()
    assert "Besede urednice." in page and name not in page and "somebody who left" not in page


def test_a_reviewer_does_not_see_who_asked_not_to_be_listed(reviewer):
    unlisting.unlist(key="klic", reason="safety", actor=EDITOR, at=AT, looked_twice=True)
    address, words = "/staff/en/entries/klic/", "It asked not to be listed."
    assert words in client("organization_manager", "org").get(address).content.decode()
    assert words not in reviewer.get(address).content.decode()


def test_a_member_who_reviews_a_language_too_reads_the_record_of_the_own_entries_only():
    own = set(recorded.keys(BOTH))
    assert {"klic", "org"} <= own < set(Entry.objects.values_list("key", flat=True))
    assert not recorded.keys(REVIEWER)
    assert recorded.keys(EDITOR) == "every"
