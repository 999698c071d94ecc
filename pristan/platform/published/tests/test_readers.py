# SPDX-License-Identifier: EUPL-1.2
"""What the public pages read, and how many queries that takes."""

from typing import Any

import pytest
from django.db import connection

from pristan.platform.published import readers
from pristan.platform.published.errors import NothingPublished
from pristan.platform.published.models import Document
from pristan.platform.published.registry import Projection
from pristan.platform.published.tests.kit import Leaflets, publish, uuid

pytestmark = pytest.mark.django_db


def test_an_empty_city_has_version_nought() -> None:
    assert readers.version() == 0
    assert readers.document(language="en", address="rog", version=0) is None
    assert readers.listing(language="en", version=0) == []
    with pytest.raises(NothingPublished, match="pack load"):
        readers.catalogue(language="en", version=0)


def test_cards_keep_the_order_and_leave_out_what_is_gone(
    leaflets: Leaflets, django_assert_num_queries: Any
) -> None:
    leaflets.texts = {"a": "1", "b": "2", "c": "3"}
    version = publish("a", "b", "c")
    with django_assert_num_queries(1):
        found = readers.cards(language="en", things=[uuid("c"), uuid("gone"), uuid("a")], version=version)
    assert [card["name"]["text"] for card in found] == ["c", "a"]
    with django_assert_num_queries(0):
        assert readers.cards(language="en", things=[], version=version) == []


def test_a_page_takes_two_queries(leaflets: Leaflets, django_assert_num_queries: Any) -> None:
    leaflets.texts = {"a": "1"}
    version = publish("a")
    with django_assert_num_queries(2):
        readers.document(language="en", address="a", version=version)
    with django_assert_num_queries(1):
        assert readers.version() == version
    assert readers.document(language="de", address="a", version=version) is None


def test_a_list_keeps_the_alphabet_of_its_language(
    leaflets: Leaflets, django_assert_num_queries: Any
) -> None:
    keys = {"Cene": "03a", "Čas": "04a", "Delo": "05a", "Čebela": "04b", "Cvet": "03b"}
    leaflets.texts = dict.fromkeys(keys, "x")
    made = leaflets._leaflet

    def with_keys(name: str, language: str) -> Projection:
        projection = made(name, language)
        projection.sort_key = keys[name]
        return projection

    leaflets._leaflet = with_keys  # type: ignore[method-assign]
    version = publish(*keys)
    with django_assert_num_queries(1):
        found = readers.listing(language="sl", version=version)
    assert [(each["letter"], each["slug"]) for each in found] == [
        ("C", "Cene"), ("C", "Cvet"), ("Č", "Čas"), ("Č", "Čebela"), ("D", "Delo"),
    ]  # fmt: skip
    assert set(found[0]) == {"letter", "name", "slug", "kind", "is_sensitive"}
    assert len(readers.listing(language="sl", version=version, kind="place")) == 5
    assert readers.listing(language="sl", version=version, kind="course") == []


class Catalogue:
    """A projector of the one document that all pages share."""

    kind = "catalogue"

    def project(self, things: Any) -> Any:
        """It has no card that a list could show, and no words to be found by."""
        if uuid("catalogue") in things:
            yield Projection(
                uuid("catalogue"), "catalogue", "en", "catalogue", "", "", {"city": "Ljubljana"}, {}
            )


def test_the_catalogue_is_one_query_and_never_in_a_list(
    leaflets: Leaflets, django_assert_num_queries: Any
) -> None:
    from pristan.platform.published import registry

    with registry.only(Catalogue()):
        version = publish("catalogue")
    with django_assert_num_queries(1):
        assert readers.catalogue(language="en", version=version) == {"city": "Ljubljana"}
    assert readers.listing(language="en", version=version) == []


def test_open_rows_are_found_by_their_things_and_ended_ones_by_their_end() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL plans by what a table holds, and here it holds nothing")
    opened = Document.objects.open().of([uuid("a"), uuid("b")]).explain()
    assert "thing=?" in opened, opened
    ended = Document.objects.filter(until__lte=5).explain()
    assert "published_document_until" in ended, ended
