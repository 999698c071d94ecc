# SPDX-License-Identifier: EUPL-1.2
"""Writes of the directory beside the load of a pack: edit fields, withdraw, keep a place secret, verify.

Each is five verbs in one transaction: ask, hold, change, record, tell. Readers see a change when the read model is
brought up to date (``published.services.catch_up``); what is withdrawn or made secret is gone at the commit itself.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from pristan.city.directory import following, locations, policies, secrecy, selectors, store, unlisting
from pristan.city.directory.conforming import conform as conform
from pristan.city.directory.models import Entry, EntryAddress, Verification
from pristan.city.directory.refusals import AskedNotToBeListed, FieldRefused, KeyInUse
from pristan.platform.accounts.actors import Actor
from pristan.platform.audit import services as audit
from pristan.platform.lifecycle import services as lifecycle
from pristan.platform.packs.things import Change
from pristan.platform.published import services as published
from pristan.platform.review import versions
from pristan.platform.review.registry import Cause
from pristan.platform.review.versions import Written


class EntryMissing(Exception):
    """There is no such entry, or this actor may not see it."""


def edit(*, key: str, fields: Mapping[str, Any], actor: Actor, at: datetime, why: str = "") -> Entry:
    """Set fields of an entry (None removes one). Raises EntryMissing, NotPermitted or FieldRefused."""
    with transaction.atomic():
        entry = hold(key)
        policies.can_edit(actor, entry).or_refuse()
        return write(key=key, fields=fields, actor=actor, at=at, cause=Cause("edit", why))


def write(
    *,
    key: str,
    fields: Mapping[str, Any],
    actor: Actor,
    at: datetime,
    cause: Cause,
    live: Mapping[str, Any] | None = None,
) -> Entry:
    """Set fields inside the transaction of whoever asked a policy: edits, accepted proposals, former versions.

    ``live``: these fields of the entry and whether its place is secret, where whoever holds it has read them since. Keeps a version.
    Raises EntryMissing or FieldRefused.
    """
    wanted = {name: None if value is None else conform(name, value) for name, value in fields.items()}
    before = store.present(hold(key)) if live is None else live
    if wanted.get("is_location_secret") and not before.get("is_location_secret"):
        raise FieldRefused("An address is taken from readers at once: use `make_location_secret`.")
    secrecy.ask(before, wanted)
    if wanted.get("organization") and Entry.objects.published().filter(key=key).exists():
        unlisting.ask(key, wanted)
    city = selectors.city()
    (entry,) = store.write([Change(key, wanted)], namespace=city.namespace, actor=actor, at=at)
    versions.keep("entry", [Written(key, before, wanted)], actor=actor, at=at, cause=cause)
    audit.record(
        what="directory.entry.edited", actor=actor, about=("entry", key), at=at, why=", ".join(sorted(wanted))
    )
    published.mark(things=following.touched(entry, wanted, city), change="published", at=at)
    return entry


def create(*, key: str, fields: Mapping[str, Any], actor: Actor, at: datetime, cause: Cause) -> Entry:
    """A new entry, inside the transaction of whoever asked a policy. Raises FieldRefused."""
    wanted = {name: conform(name, value) for name, value in fields.items() if value is not None}
    if missing := [name for name in ("kind", "language", "name") if not wanted.get(name)]:
        raise FieldRefused(f"A new entry needs {', '.join(missing)}.")
    is_used = Entry.objects.filter(Q(key=key) | Q(slug=key)).exists()
    if is_used or EntryAddress.objects.filter(slug=key).exists():
        raise KeyInUse(key)
    secrecy.ask({}, wanted)
    unlisting.ask(key, wanted)
    change = Change(key, wanted, is_new=True)
    (entry,) = store.write([change], namespace=selectors.namespace(), actor=actor, at=at)
    versions.keep("entry", [Written(key, {}, wanted)], actor=actor, at=at, cause=cause)
    audit.record(what="directory.entry.created", actor=actor, about=("entry", key), at=at)
    _tell(entry, at)
    return entry


def make_location_secret(*, key: str, actor: Actor, at: datetime, why: str) -> Entry:
    """Take the address of an entry away, at once: its locations, and wherever else it is said (see ``secrecy``)."""
    with transaction.atomic():
        entry = hold(key)
        policies.can_edit(actor, entry).or_refuse()
        former = secrecy.forget_history(key, at)
        changes = secrecy.hidden(store.present(entry), former)
        store.write([Change(key, changes)], namespace=selectors.namespace(), actor=actor, at=at)
        locations.forget_unused()
        lifecycle.note(entry, actor=actor, at=at, why=why)
        audit.record(what="directory.location.made_secret", actor=actor, about=("entry", key), at=at)
        near = store.neighbours([entry])
        published.project_now(things=[entry.uuid, *near, *selectors.shared_uuids()], at=at)
    return entry


def withdraw(*, key: str, actor: Actor, at: datetime, why: str) -> Entry:
    """Take an entry away from readers, at once. It stays in the city's tables and can be published again."""
    (entry,) = withdraw_all(keys=[key], actor=actor, at=at, why=why)
    return entry


def withdraw_all(*, keys: Iterable[str], actor: Actor, at: datetime, why: str) -> list[Entry]:
    """Take entries away from readers, all of them or none; what their pages share is made anew once."""
    with transaction.atomic():
        entries = [
            hold(key) for key in sorted(keys)
        ]  # in one order, so that two who do it do not wait for each other
        for entry in entries:
            policies.can_withdraw(actor, selectors.organization_of(entry)).or_refuse()
        near = store.neighbours(entries) - {entry.uuid for entry in entries}
        for entry in entries:
            lifecycle.move(entry, "withdrawn", actor=actor, at=at, why=why)
            audit.record(what="directory.entry.withdrawn", actor=actor, about=("entry", entry.key), at=at)
        gone = [entry.uuid for entry in entries]
        published.withdraw_now(things=gone, at=at, also=near | selectors.shared_uuids())
    return entries


def publish_again(*, key: str, actor: Actor, at: datetime, why: str) -> Entry:
    """Show a withdrawn entry to readers again. Raises MoveNotAllowed, AskedNotToBeListed."""
    with transaction.atomic():
        entry = hold(key)
        policies.can_withdraw(actor, selectors.organization_of(entry)).or_refuse()
        if unlisting.is_unlisted(key, entry.organization_key):
            raise AskedNotToBeListed(key)
        lifecycle.move(entry, "published", actor=actor, at=at, why=why)
        audit.record(what="directory.entry.published", actor=actor, about=("entry", key), at=at)
        _tell(entry, at)
    return entry


def rename(*, key: str, slug: str, actor: Actor, at: datetime) -> Entry:
    """Give an entry another slug; the former one redirects for good. Raises FieldRefused when the slug is taken."""
    with transaction.atomic():
        entry = hold(key)
        policies.can_edit(actor, entry).or_refuse()
        if slug == entry.slug:
            return entry
        others = EntryAddress.objects.filter(slug=slug).exclude(entry=entry)
        if others.exists() or Entry.objects.filter(slug=slug).exclude(pk=entry.pk).exists():
            raise FieldRefused(f"`{slug}` leads to another entry already. Choose another slug.")
        EntryAddress.objects.filter(slug=slug, entry=entry, role="former").delete()
        EntryAddress.objects.get_or_create(slug=entry.slug, defaults={"entry": entry, "role": "former"})
        entry.slug, entry.changed_at = slug, at
        entry.save(update_fields=["slug", "changed_at"])
        audit.record(what="directory.entry.renamed", actor=actor, about=("entry", key), at=at)
        _tell(entry, at)
    return entry


def verify(
    *,
    key: str,
    verified_on: date,
    verified_by: str,
    how: str,
    next_on: date | None,
    actor: Actor,
    at: datetime,
) -> Verification:
    """Note that a person checked the entry: when, in what role, how, and when to check next."""
    with transaction.atomic():
        entry = hold(key)
        policies.can_verify(actor, selectors.organization_of(entry)).or_refuse()
        row, _ = Verification.objects.update_or_create(
            entry=entry,
            defaults={"verified_on": verified_on, "verified_by": verified_by, "how": how, "next_on": next_on},
        )
        audit.record(what="directory.entry.verified", actor=actor, about=("entry", key), at=at)
        _tell(entry, at)
    return row


def hold(key: str) -> Entry:
    """Lock an entry, inside the caller's transaction. Raises EntryMissing."""
    entry = Entry.objects.select_for_update().filter(key=key).first()
    if entry is None:
        raise EntryMissing(f"there is no entry `{key}`")
    return entry


def _tell(entry: Entry, at: datetime) -> None:
    """Mark what follows a change of everything."""
    published.mark(things=following.touched(entry, ["state"], selectors.city()), change="published", at=at)
