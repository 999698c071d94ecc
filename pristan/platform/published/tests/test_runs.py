# SPDX-License-Identifier: EUPL-1.2
"""While a run goes on, and when it fails: readers have the whole old version, then the whole new one."""

from collections.abc import Callable

import pytest
from django.db import transaction

from pristan.platform.published import cleaning, readers, runs, services
from pristan.platform.published.models import Address, Dirty, Document, Edition
from pristan.platform.published.tests.kit import AT, Leaflets, many, mark, publish, searched, seen, uuid

OLD, NEW = many(6, "old"), many(6, "new")


pytestmark = pytest.mark.django_db(transaction=True)


class Trouble(Exception):
    """A projector that fails."""


@pytest.fixture
def old_city(leaflets: Leaflets, small_chunks: int) -> Leaflets:
    """Six leaflets, published; their new texts are marked but not yet projected."""
    leaflets.texts = dict(OLD)
    publish(*OLD)
    leaflets.texts = dict(NEW)
    leaflets.chunks = 0
    mark(*NEW)
    return leaflets


def fail_at(chunk: int) -> Callable[[int], None]:
    """A projector's hook that fails before this chunk."""

    def hook(now: int) -> None:
        if now == chunk:
            raise Trouble

    return hook


def texts() -> set[str]:
    """What readers see now, without the language."""
    return {text.split()[0] for text in seen(OLD).values()}


def test_a_reader_never_sees_half(old_city: Leaflets) -> None:
    looks: list[tuple[int, set[str], int]] = []
    old_city.before_chunk = lambda chunk: looks.append((len(seen(OLD)), texts(), len(searched("old"))))
    services.catch_up(at=AT)
    assert looks == [(6, {"old"}, 6)] * 3
    assert texts() == {"new"}
    assert (len(searched("new")), searched("old")) == (6, set())


def test_a_failing_projector_leaves_the_old_version_and_the_next_run_mends_it(old_city: Leaflets) -> None:
    version = readers.version()
    old_city.before_chunk = fail_at(2)
    with pytest.raises(Trouble):
        services.catch_up(at=AT)
    assert Document.objects.filter(since__gt=version).exists(), "there is something to clean"
    assert (readers.version(), texts(), len(searched("old"))) == (version, {"old"}, 6)
    old_city.before_chunk = lambda chunk: None
    told: list[str] = []
    assert services.catch_up(at=AT, progress=told.append) > version
    assert texts() == {"new"}
    assert "cleaning" in told[0]
    assert told[-1] == "published 6 of 6"
    assert_sound()


def test_after_a_crash_things_may_go_back_to_what_they_were(old_city: Leaflets) -> None:
    version = readers.version()
    rows = set(Document.objects.values_list("pk", flat=True))
    old_city.before_chunk = fail_at(2)
    with pytest.raises(Trouble):
        services.catch_up(at=AT)
    old_city.before_chunk, old_city.texts = (lambda chunk: None), dict(OLD)
    assert services.catch_up(at=AT) == version
    assert set(Document.objects.open().values_list("pk", flat=True)) == rows
    assert (texts(), len(searched("old"))) == ({"old"}, 6)
    assert_sound()


@pytest.mark.parametrize("step", ["_delete_addresses", "_reopen_documents", "_reopen_addresses"])
def test_cleaning_may_itself_be_interrupted(
    old_city: Leaflets, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    old_city.addresses = {"leaflet0": [("another", "slug")]}
    old_city.before_chunk = fail_at(2)
    with pytest.raises(Trouble):
        services.catch_up(at=AT)
    old_city.before_chunk = lambda chunk: None

    def stumble(rows: object) -> None:
        raise Trouble

    with monkeypatch.context() as patch, pytest.raises(Trouble):
        patch.setattr(cleaning, step, stumble)
        services.catch_up(at=AT)
    assert texts() == {"old"}
    services.catch_up(at=AT)
    assert texts() == {"new"}
    assert_sound()


def test_what_is_withdrawn_during_a_run_does_not_come_back_with_it(old_city: Leaflets) -> None:
    def withdraw(chunk: int) -> None:
        if chunk == 2:  # its chunk was written before
            del old_city.texts["leaflet0"]
            with transaction.atomic():
                services.withdraw_now(things=[uuid("leaflet0")], at=AT)
            assert len(seen(OLD)) == 5
            assert texts() == {"old"}

    old_city.before_chunk = withdraw
    services.catch_up(at=AT)
    assert len(seen(OLD)) == 5
    assert texts() == {"new"}
    assert uuid("leaflet0") not in searched("new")
    assert_sound()


def test_what_is_withdrawn_after_it_was_read_and_before_it_is_written_does_not_come_back(
    old_city: Leaflets,
) -> None:
    def withdraw() -> None:
        if old_city.texts.pop("leaflet5", None):
            with transaction.atomic():
                services.withdraw_now(things=[uuid("leaflet5")], at=AT)

    old_city.after_reading = withdraw
    services.catch_up(at=AT)
    assert set(seen(OLD)) == set(OLD) - {"leaflet5"}
    assert uuid("leaflet5") not in searched("new")
    assert_sound()


def test_a_secret_told_during_a_run_is_not_told_by_it(old_city: Leaflets) -> None:
    def hide() -> None:
        if old_city.texts["leaflet0"] == "new":
            old_city.texts["leaflet0"] = "hidden"
            with transaction.atomic():
                services.project_now(things=[uuid("leaflet0")], at=AT)

    old_city.after_reading = hide
    services.catch_up(at=AT)
    assert seen(["leaflet0", "leaflet1"]) == {"leaflet0": "hidden en", "leaflet1": "new en"}
    assert not Document.objects.filter(thing=uuid("leaflet0"), body__contains="new").exists()
    assert searched("hidden") == {uuid("leaflet0")}
    assert_sound()


def test_what_is_marked_during_a_run_waits_for_the_next(old_city: Leaflets) -> None:
    def edit() -> None:
        if old_city.texts["leaflet0"] == "new":
            old_city.texts["leaflet0"] = "newest"
            mark("leaflet0")

    old_city.after_reading = edit
    services.catch_up(at=AT)
    assert seen(["leaflet0"]) == {"leaflet0": "new en"}
    assert list(Dirty.objects.values_list("thing", flat=True)) == [uuid("leaflet0")]
    services.catch_up(at=AT)
    assert seen(["leaflet0"]) == {"leaflet0": "newest en"}


def test_more_withdrawals_than_the_gap_holds_still_withdraw(
    old_city: Leaflets, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "GAP", 2)

    def withdraw(chunk: int) -> None:
        for name in ("leaflet0", "leaflet1", "leaflet2"):
            if old_city.texts.pop(name, None):
                with transaction.atomic():
                    services.withdraw_now(things=[uuid(name)], at=AT)

    old_city.before_chunk = withdraw
    former = readers.version()
    assert services.catch_up(at=AT) == former + 2
    assert set(seen(OLD)) == {"leaflet3", "leaflet4", "leaflet5"}
    assert texts() == {"new"}


def assert_sound() -> None:
    """No left-overs: one open row per thing and language, one per address, nothing of a version to come."""
    edition = Edition.now()
    assert edition.pending is None
    assert not Dirty.objects.exists()
    for model in (Document, Address):
        assert not model.objects.filter(since__gt=edition.version).exists()
        assert not model.objects.filter(until__gt=edition.version).exists()
    keys = list(Document.objects.open().values_list("thing", "language"))
    assert len(keys) == len(set(keys))


def test_after_an_upgrade_the_same_things_are_made_anew_by_the_new_code(
    leaflets: Leaflets, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaflets.texts = dict(OLD)
    publish(*OLD)
    leaflets.texts = dict(NEW)  # nothing is marked: only the code says something else now
    services.catch_up(at=AT)
    assert texts() == {"old"}
    monkeypatch.setattr(services, "form", lambda: "another")
    services.catch_up(at=AT)
    assert texts() == {"new"}
    assert not Dirty.objects.exists()
