# SPDX-License-Identifier: EUPL-1.2
"""What follows an edit is enough: making everything anew after it changes nothing more."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from pristan.city.directory import following, selectors, services, store
from pristan.city.directory.models import Entry
from pristan.city.directory.tests import minipack
from pristan.platform.accounts.actors import system
from pristan.platform.published import readers
from pristan.platform.published import services as published
from pristan.platform.review.registry import Cause

pytestmark = pytest.mark.django_db
EDITOR = system("test")
VALUES: dict[str, Any] = {
    "summary": "Vse drugače.", "alternate_names": ["Drugo"], "website": "https://example.org/drugo", "email": "d@example.org",
    "phones": [{"number": "+386 1 999 99 99"}], "contacts": [{"name": "Okence"}], "schedule": {"weekly": {"fr": ["07:00-09:00"]}},
    "costs": [{"amount": "7.00", "currency": "EUR"}], "is_free": "partly", "documents": [{"text": "papir"}],
    "attributes": {"interpreter": "yes"}, "funding": [{"text": "občina"}], "confidence": "low", "as_of": "2020",
    "as_of_basis": "checked", "provenance": {"name": {"as_of": "2021"}}, "to_be_confirmed": ["phones"],
    "other_statements": [{"field": "phones", "text": "drugače"}], "editors": {"notes": [{"text": "opomba"}]},
    "name": "Drugo ime", "needs": ["papers"], "languages": ["de"], "sources": [{"url": "https://other.example.org/"}],
    "texts.en.summary": {"text": "All different.", "state": "human"},
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: Any) -> Path:
    return minipack.write(tmp_path_factory.mktemp("mini"))


@pytest.fixture(scope="module")
def _city(folder: Path, django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with minipack.standing(django_db_blocker, folder):
        add_quiet()
        yield


@pytest.fixture
def city(_city: None, db: None) -> None:
    """The test town, and an entry that is named nowhere but in lists: loaded once; what a test writes is taken back."""


def add_quiet() -> None:
    quiet = {
        "kind": "service",
        "language": "sl",
        "name": "Tiha pomoč",
        "organization": {"name": "Org", "entry": "org"},
    }
    quiet |= {"needs": ["health"], "eligibility": {"legal_status": ["any"]}}
    with transaction.atomic():
        services.create(key="tiho", fields=quiet, actor=EDITOR, at=minipack.AT, cause=Cause("edit"))
    published.catch_up(at=minipack.AT)


@pytest.mark.parametrize("field", VALUES)
def test_nothing_else_would_change(city, field):
    for key in ("tiho", "klic"):
        services.edit(key=key, fields={field: VALUES[field]}, actor=EDITOR, at=minipack.AT)
        seen = published.catch_up(at=minipack.AT)
        with transaction.atomic():
            published.mark(things=selectors.everything_published(), change="published", at=minipack.AT)
        assert published.catch_up(at=minipack.AT + timedelta(minutes=1)) == seen, key


def test_every_field_that_is_only_said_on_its_own_page_is_tried():
    assert VALUES.keys() >= following.OWN


def test_hours_are_the_matter_of_one_page(city):
    entry = Entry.objects.get(key="klic")
    whole = selectors.city()
    named = following._named(whole)
    assert "klic" in named, "it stands in the catalogue"
    other = Entry.objects.get(key="tiho")
    assert following.touched(other, ["schedule", "made_from.en.summary"], whole) == {other.uuid}
    assert following.touched(entry, ["schedule"], whole) > {entry.uuid}
    assert following.touched(other, ["name"], whole) > {other.uuid}


def test_what_is_no_right_any_more_leaves_the_table_on_other_pages(city, monkeypatch):
    entry, stays = Entry.objects.get(key="tiho"), Entry.objects.get(key="klic")
    monkeypatch.setattr(following.matrix, "uuids", lambda: {stays.uuid})
    known = following.touched(entry, ["name"], selectors.city())
    assert following.touched(entry, ["kind"], selectors.city()) == known | {stays.uuid} != known


def test_the_vocabulary_is_read_once_until_the_next_load(city, django_assert_num_queries, folder):
    from pristan.city.directory.context import context

    first = context()
    with django_assert_num_queries(2):
        assert context().vocabulary is first.vocabulary
    minipack.replace(folder, "labels/sl/needs.yaml", "Zdravje", "Dobro zdravje")
    minipack.load(folder)
    assert context().vocabulary is not first.vocabulary
    assert store.live(["klic"])
    found = readers.catalogue(language="sl", version=readers.version())
    assert found and "Dobro zdravje" in str(found)
