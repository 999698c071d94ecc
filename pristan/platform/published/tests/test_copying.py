# SPDX-License-Identifier: EUPL-1.2
"""Rows that are written at once are those that one after the other would be, on both databases."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Model

from pristan.city.directory.models import Entry, Relation, Schedule
from pristan.platform import copying
from pristan.platform.published.models import Address, Document
from pristan.platform.published.tests.kit import uuid

AT = datetime(2026, 5, 4, 8, 30, 15, 123456, tzinfo=UTC)
# What a line of a copy or a quoted value could stumble over.
STRANGE = "a\tb\nc\\N 'd' \"e\" \\. šč ع 😀 %s"


def entry(key: str, **more: Any) -> Entry:
    return Entry(key=key, uuid=uuid(key), code=key, slug=key, kind="service", state="published", **more)


def values(row: Model) -> dict[str, Any]:
    return {each.attname: getattr(row, each.attname) for each in row._meta.concrete_fields[1:]}


@pytest.mark.django_db
def test_every_kind_of_value_comes_back_as_it_was() -> None:
    made = [
        entry("one", name=STRANGE, changed_at=AT, editors={"note": STRANGE, "list": [1, None, True]}),
        entry("two", name="", is_open_to_all=True, is_sensitive=True, text_languages={"name": "en"}),
    ]
    with transaction.atomic():
        copying.add(made)
    kept = list(Entry.objects.order_by("key"))
    assert [values(row) for row in kept] == [values(row) for row in made]


@pytest.mark.django_db
def test_plain_values_get_what_the_model_would_give_them() -> None:
    with transaction.atomic():
        copying.add([entry("one", name="One")])
        copying.insert(Relation, [{"entry_id": uuid("one"), "type": "part_of", "to": "two"}])
        copying.insert(Schedule, [{"entry_id": uuid("one"), "text": STRANGE}])
        copying.insert(Relation, [])
        copying.add([])
    assert values(Relation.objects.get()) == values(Relation(entry_id=uuid("one"), type="part_of", to="two"))
    assert values(Schedule.objects.get()) == values(Schedule(entry_id=uuid("one"), text=STRANGE))


def document(name: str) -> Document:
    return Document(thing=uuid(name), since=1, kind="leaflet", language="sl", slug=name, body="{}", card="{}", facets=["free:yes"])  # fmt: skip


@pytest.mark.django_db
def test_numbers_go_on_from_the_last_and_are_never_given_again() -> None:
    with transaction.atomic():
        first, second = [document("a"), document("b")], [document("c")]
        for rows in (first, second):
            copying.number(rows)
            copying.add(rows)
    numbers = [row.pk for row in (*first, *second)]
    assert numbers == sorted(set(numbers)) == sorted(Document.objects.values_list("pk", flat=True))
    Document.objects.filter(pk=numbers[-1]).delete()
    later = document("d")
    later.save()
    assert later.pk > numbers[-1]


@pytest.mark.django_db
def test_a_row_that_is_there_is_told_as_always() -> None:
    taken = [Address(address="x", thing=uuid(name), role="slug", since=1) for name in ("a", "b")]
    with pytest.raises(IntegrityError), transaction.atomic():
        copying.add(taken)
    assert not Address.objects.exists()
