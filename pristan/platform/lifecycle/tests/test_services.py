# SPDX-License-Identifier: EUPL-1.2
"""Things that move: state, timestamp and log row, or nothing at all."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, models
from django.test.utils import isolate_apps

from pristan.platform.accounts.actors import Actor
from pristan.platform.lifecycle.errors import MovedMeanwhile, MoveNotAllowed, MoveOutsideTransaction
from pristan.platform.lifecycle.models import PublishingFields, TransitionLog
from pristan.platform.lifecycle.services import enter, move, move_all

AT = datetime(2026, 5, 4, tzinfo=UTC)
ANA = Actor("person", "5b0c", "Ana")

pytestmark = pytest.mark.django_db


@pytest.fixture
def leaflet_model(db: None) -> Iterator[Any]:
    """A model of things that are published, with a table that lives as long as the test."""
    with isolate_apps("pristan.platform.lifecycle"):

        class Leaflet(PublishingFields):
            uuid = models.UUIDField(default=uuid4)

            class Meta:
                app_label = "lifecycle"

    sql, parameters = connection.SchemaEditorClass(connection, collect_sql=True).table_sql(Leaflet)
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters or None)
    yield Leaflet
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE lifecycle_leaflet")


def test_the_way_of_a_leaflet(leaflet_model: Any) -> None:
    leaflet = leaflet_model.objects.create()
    for hours, state in enumerate(("in_review", "published", "archived", "published", "withdrawn")):
        move(leaflet, state, actor=ANA, at=AT + timedelta(hours=hours), why=f"step {hours}")
    leaflet.refresh_from_db()
    assert leaflet.state == "withdrawn"
    assert (leaflet.in_review_at, leaflet.published_at) == (AT, AT + timedelta(hours=3))
    assert (leaflet.archived_at, leaflet.draft_at) == (AT + timedelta(hours=2), None)
    log = TransitionLog.objects.filter(thing=leaflet.uuid).order_by("id")
    assert [(row.from_state, row.to_state, row.why) for row in log] == [
        ("draft", "in_review", "step 0"),
        ("in_review", "published", "step 1"),
        ("published", "archived", "step 2"),
        ("archived", "published", "step 3"),
        ("published", "withdrawn", "step 4"),
    ]
    assert (log[0].thing_kind, log[0].actor_kind, log[0].actor_id, log[0].at) == (
        "lifecycle.leaflet",
        "person",
        "5b0c",
        AT,
    )


def test_only_state_and_timestamp_are_written(leaflet_model: Any) -> None:
    leaflet = leaflet_model.objects.create()
    known, leaflet.uuid = leaflet.uuid, uuid4()
    move(leaflet, "in_review", actor=ANA, at=AT)
    assert leaflet_model.objects.get(pk=leaflet.pk).uuid == known


def test_what_the_table_forbids_leaves_no_trace(leaflet_model: Any) -> None:
    fine, early = leaflet_model.objects.create(state="in_review"), leaflet_model.objects.create()
    with pytest.raises(MoveNotAllowed):
        move_all([fine, early], "published", actor=ANA, at=AT)
    assert fine.state == "in_review"
    assert not leaflet_model.objects.filter(state="published").exists()
    assert not TransitionLog.objects.exists()


def test_who_comes_second_is_told(leaflet_model: Any) -> None:
    leaflet = leaflet_model.objects.create(state="published")
    other = leaflet_model.objects.get(pk=leaflet.pk)
    move(other, "withdrawn", actor=ANA, at=AT)
    with pytest.raises(MovedMeanwhile, match="read it again"):
        move(leaflet, "archived", actor=ANA, at=AT)
    assert leaflet.state == "published", "the thing in hand is as it was"


def test_many_move_in_few_queries(leaflet_model: Any, django_assert_max_num_queries: Any) -> None:
    leaflets = leaflet_model.objects.bulk_create([leaflet_model(state="published") for _ in range(400)])
    with django_assert_max_num_queries(10):
        move_all(leaflets, "archived", actor=ANA, at=AT)
    assert leaflet_model.objects.filter(state="archived", archived_at=AT).count() == 400
    assert TransitionLog.objects.count() == 400


def test_what_was_reviewed_elsewhere_may_begin_published(leaflet_model: Any) -> None:
    leaflets = [leaflet_model(), leaflet_model()]
    enter(leaflets, "published", actor=ANA, at=AT, why="reviewed in the pack")
    leaflet_model.objects.bulk_create(leaflets)
    assert leaflet_model.objects.filter(state="published", published_at=AT).count() == 2
    assert set(TransitionLog.objects.values_list("from_state", "to_state")) == {("", "published")}


@pytest.mark.django_db(transaction=True)
def test_things_move_in_transactions_only() -> None:
    with pytest.raises(MoveOutsideTransaction, match="atomic"):
        move_all([], "published", actor=ANA, at=AT)
    with pytest.raises(MoveOutsideTransaction):
        enter([], "published", actor=ANA, at=AT, why="")
