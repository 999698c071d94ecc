# SPDX-License-Identifier: EUPL-1.2
"""What is on record stays on record."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from pristan.platform.accounts.actors import ANONYMOUS, Actor, system
from pristan.platform.audit import sealing
from pristan.platform.audit import services as audit
from pristan.platform.audit.errors import AuditIsAppendOnly, AuditOutsideTransaction, BadAuditKey
from pristan.platform.audit.models import AuditEntry, Seal

AT = datetime(2026, 5, 4, tzinfo=UTC)
LOADER = system("pack-load")

pytestmark = pytest.mark.django_db


def recorded() -> AuditEntry:
    """One entry."""
    return audit.record(
        what="packs.pack.loaded", actor=LOADER, about=("pack", "ljubljana"), at=AT, why="new hours"
    )


def test_an_entry_says_who_what_which_when_and_why() -> None:
    entry = recorded()
    entry.refresh_from_db()
    assert (entry.what, entry.actor_kind, entry.actor_id) == ("packs.pack.loaded", "system", "pack-load")
    assert (entry.about_kind, entry.about_key, entry.why, entry.at) == ("pack", "ljubljana", "new hours", AT)
    assert str(entry).endswith("packs.pack.loaded pack ljubljana")


def test_entries_are_numbered_in_order_and_name_nobody() -> None:
    actor = Actor("person", "5b0c", "Ana Novak")
    first = recorded()
    second = audit.record(what="directory.entry.edited", actor=actor, about=("entry", "rog"), at=AT)
    assert second.number > first.number
    assert "Ana" not in "".join(map(str, AuditEntry.objects.filter(pk=second.pk).values_list()))


def test_many_things_at_once_take_few_queries(django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    with django_assert_max_num_queries(12):
        audit.record_many(
            what="directory.entry.archived",
            actor=ANONYMOUS,
            abouts=[("entry", str(n)) for n in range(1000)],
            at=AT,
        )
    assert AuditEntry.objects.count() == 1000


def test_nothing_is_changed() -> None:
    entry = recorded()
    entry.why = "something else"
    for attempt in (
        entry.save,
        lambda: entry.save(force_update=True),
        lambda: AuditEntry.objects.update(why=""),
        lambda: AuditEntry.objects.bulk_update([entry], ["why"]),
        lambda: AuditEntry.objects.update_or_create(number=entry.number, defaults={"why": ""}),
        lambda: AuditEntry.objects.bulk_create([entry]),
        lambda: AuditEntry(number=entry.number, what="a.b.c", at=AT).save(),
        lambda: AuditEntry._base_manager.update(why=""),
    ):
        with pytest.raises(AuditIsAppendOnly, match="record a new entry"):
            attempt()
    assert AuditEntry.objects.get().why == "new hours"


def test_seals_are_the_sealers_alone() -> None:
    recorded()
    sealing.seal()
    seal = Seal.objects.get()
    for attempt in (
        seal.save,
        seal.delete,
        Seal(position=9, entry_id=9, digest="").save,
        lambda: Seal.objects.update(digest=""),
        lambda: Seal.objects.bulk_create([seal]),
        Seal.objects.all().delete,
        Seal._base_manager.all().delete,
    ):
        with pytest.raises(AuditIsAppendOnly, match="audit seals are never"):
            attempt()
    assert str(Seal.objects.get()) == f"1:{seal.digest}"


def test_nothing_is_deleted() -> None:
    entry = recorded()
    for attempt in (entry.delete, AuditEntry.objects.all().delete, AuditEntry._base_manager.all().delete):
        with pytest.raises(AuditIsAppendOnly, match="never deleted"):
            attempt()
    assert AuditEntry.objects.count() == 1


@pytest.mark.parametrize(
    "what", ["loaded", "packs.loaded", "Packs.pack.loaded", "packs.pack.loaded.twice", "a b.c.d"]
)
def test_keys_read_app_noun_past(what: str) -> None:
    with pytest.raises(BadAuditKey, match=r"app\.noun\.past"):
        audit.record(what=what, actor=LOADER, about=("pack", "x"), at=AT)


@pytest.mark.django_db(transaction=True)
def test_a_record_belongs_to_the_transaction_of_its_change() -> None:
    with pytest.raises(AuditOutsideTransaction, match="atomic"):
        recorded()
    with pytest.raises(RuntimeError), transaction.atomic():
        recorded()
        raise RuntimeError
    assert not AuditEntry.objects.exists()
