# SPDX-License-Identifier: EUPL-1.2
"""Marking, publishing, withdrawing: what readers see after each."""

from datetime import timedelta

import pytest
from django.db import transaction

from pristan.platform.published import readers, services
from pristan.platform.published.errors import OutsideTransaction
from pristan.platform.published.models import Dirty, Document, Edition, Sequence
from pristan.platform.published.tests.kit import AT, Leaflets, mark, publish, searched, seen, uuid
from pristan.platform.search.models import Term

pytestmark = pytest.mark.django_db


def test_what_is_marked_is_published_in_every_language(leaflets: Leaflets) -> None:
    leaflets.texts = {"rog": "open workshop", "clinic": "no insurance"}
    version = publish("rog", "clinic")
    assert version == readers.version() > 0
    assert seen(["rog", "clinic"]) == {"rog": "open workshop en", "clinic": "no insurance en"}
    assert seen(["rog"], language="sl") == {"rog": "open workshop sl"}
    assert searched("workshop") == {uuid("rog")}
    assert not Dirty.objects.exists()


def test_nothing_dirty_is_no_new_version(leaflets: Leaflets) -> None:
    leaflets.texts = {"rog": "open"}
    version = publish("rog")
    assert services.catch_up(at=AT) == version
    assert publish("rog") == version, "marked, but nothing differs"
    assert not Dirty.objects.exists()


def test_only_documents_that_differ_are_written_again(leaflets: Leaflets) -> None:
    leaflets.texts = {"rog": "open", "clinic": "help"}
    publish("rog", "clinic")
    before = dict(Document.objects.filter(language="en").values_list("thing", "pk"))
    leaflets.texts["rog"] = "closed"
    publish("rog", "clinic")
    after = dict(Document.objects.open().filter(language="en").values_list("thing", "pk"))
    assert after[uuid("clinic")] == before[uuid("clinic")]
    assert after[uuid("rog")] != before[uuid("rog")]


def test_a_reader_who_asked_for_the_version_before_the_switch_still_gets_all_of_it(
    leaflets: Leaflets,
) -> None:
    leaflets.texts = {"rog": "old", "clinic": "old"}
    former = publish("rog", "clinic")
    leaflets.texts = {"rog": "new"}
    publish("rog", "clinic")
    assert seen(["rog", "clinic"], version=former) == {"rog": "old en", "clinic": "old en"}
    assert seen(["rog", "clinic"]) == {"rog": "new en"}
    assert searched("old", version=former) == {uuid("rog"), uuid("clinic")}
    assert searched("old") == set()


def test_what_nobody_can_read_any_more_is_deleted(leaflets: Leaflets) -> None:
    for minute, text in enumerate(("one", "two", "three", "four")):
        leaflets.texts = {"rog": text}
        publish("rog", at=AT + timedelta(minutes=2 * minute))
    assert Document.objects.filter(language="en").count() == 2, "the current one and the one before"
    services.catch_up(at=AT + timedelta(minutes=10))
    assert Document.objects.filter(language="en").count() == 1, "a run with nothing to do sweeps"
    assert not Term.objects.filter(surface="one").exists(), (
        "the index keeps no word that only old versions had"
    )
    assert not Term.objects.filter(since__gt=0, since__lt=readers.version()).exists(), (
        "old counts are added up"
    )
    assert seen(["rog"]) == {"rog": "four en"}
    assert searched("four") == {uuid("rog")}


def test_a_slow_reader_keeps_its_version_however_often_the_city_publishes(leaflets: Leaflets) -> None:
    leaflets.texts = {"rog": "zero"}
    version = publish("rog")
    for second in range(1, 20):
        leaflets.texts = {"rog": str(second)}
        publish("rog", at=AT + timedelta(seconds=2 * second))
    assert seen(["rog"], version=version) == {"rog": "zero en"}
    assert searched("zero", version=version) == {uuid("rog")}


def test_the_sequence_has_no_gaps_even_after_a_rollback(leaflets: Leaflets) -> None:
    mark("a", "b")
    with pytest.raises(RuntimeError), transaction.atomic():
        services.mark(things=[uuid("c")], change="published", at=AT)
        raise RuntimeError
    last = mark("a", "a", "d", change="archived")
    assert list(Sequence.objects.order_by("number").values_list("number", "change")) == [
        (1, "published"), (2, "published"), (3, "archived"), (4, "archived"),
    ]  # fmt: skip
    assert last == Edition.now().number == 4
    assert dict(Dirty.objects.values_list("thing", "number")) == {uuid("b"): 2, uuid("a"): 3, uuid("d"): 4}


def test_marking_nothing_is_nothing(leaflets: Leaflets) -> None:
    assert mark() == 0
    assert services.catch_up(at=AT) == 0


def test_withdrawing_is_gone_at_once_in_every_version(leaflets: Leaflets) -> None:
    leaflets.texts = {"rog": "first", "clinic": "help"}
    publish("rog", "clinic")
    leaflets.texts["rog"] = "second"
    former, version = readers.version(), publish("rog")
    with transaction.atomic():
        services.withdraw_now(things=[uuid("rog")], at=AT)
    for each in (former, version, readers.version()):
        assert "rog" not in seen(["rog", "clinic"], version=each)
        assert uuid("rog") not in searched("first", version=each) | searched("second", version=each)
    assert seen(["clinic"]) == {"clinic": "help en"}
    assert Sequence.objects.get(number=Edition.now().number).change == "withdrawn"


def test_withdrawing_is_a_new_version_so_that_no_cache_keeps_the_page(leaflets: Leaflets) -> None:
    leaflets.texts = {"rog": "open"}
    version = publish("rog")
    with transaction.atomic():
        services.withdraw_now(things=[uuid("rog")], at=AT)
    assert readers.version() > version


def test_what_is_withdrawn_stays_away_at_the_next_run(leaflets: Leaflets) -> None:
    leaflets.texts = {"rog": "open", "clinic": "help"}
    publish("rog", "clinic")
    del leaflets.texts["rog"]
    with transaction.atomic():
        services.withdraw_now(things=[uuid("rog")], at=AT)
    services.catch_up(at=AT)
    assert seen(["rog", "clinic"]) == {"clinic": "help en"}


def test_those_who_speak_of_the_withdrawn_fall_silent_with_it(leaflets: Leaflets) -> None:
    leaflets.texts = {"shelter": "secret", "list": "see shelter"}
    version = publish("shelter", "list")
    leaflets.texts = {"list": "see nobody"}
    with transaction.atomic():
        services.withdraw_now(things=[uuid("shelter")], also=[uuid("list")], at=AT)
    for each in (version, readers.version()):
        assert seen(["shelter", "list"], version=each) == {"list": "see nobody en"}
        assert searched("shelter", version=each) == set()


def test_a_secret_is_kept_from_readers_of_every_version(leaflets: Leaflets) -> None:
    leaflets.texts = {"shelter": "Tobačna 5"}
    publish("shelter")
    leaflets.texts = {"shelter": "Tobačna 5, ring twice"}
    version = publish("shelter")
    leaflets.texts = {"shelter": "call us"}
    with transaction.atomic():
        services.project_now(things=[uuid("shelter")], at=AT)
    assert seen(["shelter"], version=version) == seen(["shelter"]) == {"shelter": "call us en"}
    assert not Document.objects.filter(body__contains="Tobačna").exists()
    assert searched("Tobačna") == searched("Tobačna", version=version) == set()
    assert searched("call") == {uuid("shelter")}


def test_a_new_thing_can_be_shown_at_once(leaflets: Leaflets) -> None:
    leaflets.texts = {"rog": "open"}
    with transaction.atomic():
        services.project_now(things=[uuid("rog")], at=AT)
    assert seen(["rog"]) == {"rog": "open en"}


@pytest.mark.django_db(transaction=True)
def test_marks_belong_to_the_transaction_of_the_change(leaflets: Leaflets) -> None:
    with pytest.raises(OutsideTransaction, match="atomic"):
        services.mark(things=[uuid("a")], change="published", at=AT)
    with pytest.raises(OutsideTransaction):
        services.withdraw_now(things=[uuid("a")], at=AT)
