# SPDX-License-Identifier: EUPL-1.2
"""Entries as things that people propose to change: what ``platform/review`` asks of them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from django.urls import reverse

from pristan.city.directory import policies, removing, secrecy, selectors, services, store
from pristan.city.directory.editing import wording
from pristan.city.directory.editing.sections import sections_of
from pristan.city.directory.models import Entry
from pristan.city.directory.refusals import AskedNotToBeListed, FieldRefused, KeyInUse, PlaceSecret
from pristan.core.traces import Finder
from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.permits import Permit, refuse
from pristan.platform.review import trust
from pristan.platform.review.errors import KeyTaken, NotListed, SecretPlace, ValueRefused
from pristan.platform.review.registry import Cause

# How much a wrong value of a field harms somebody, 0 to 9.
HARM: Final = {
    "is_location_secret": 9, "is_sensitive": 8, "locations": 7, "phones": 7, "schedule": 6, "eligibility": 6,
    "attributes": 5, "costs": 5, "is_free": 5, "documents": 4, "contacts": 4, "email": 4, "website": 4,
}  # fmt: skip
# By these is decided who may write an entry, and what of it is published at once.
DECIDING: Final = ("kind", "organization", "is_sensitive", "is_location_secret")
REFUSED: Final = {AskedNotToBeListed: NotListed, PlaceSecret: SecretPlace}


class EntryReviewed:
    """How entries are proposed, decided about and written."""

    kind = "entry"

    def live(self, key: str) -> dict[str, Any] | None:
        """The fields as they live, translations among them; an archived entry counts as gone."""
        return store.live([key]).get(key)

    def without(self, fields: Mapping[str, Any], finder: Finder) -> dict[str, Any]:
        """The changes that take out of fields what the finder finds."""
        return removing.without(fields, finder)

    def hold(self, key: str) -> None:
        """Lock the entry's row, if there is one."""
        list(Entry.objects.select_for_update().filter(key=key).values_list("pk"))

    def held(self, key: str, fields: Collection[str]) -> dict[str, Any] | None:
        """Lock the entry's row; these fields, and all by which is decided. An archived entry counts as gone."""
        return store.held(key, {*fields, *DECIDING})

    def conform(self, field: str, value: Any) -> Any:
        """The value in canonical form. Raises ValueRefused."""
        try:
            return services.conform(field, value)
        except FieldRefused as error:
            raise _refused(field, error) from error

    def fit(self, live: Mapping[str, Any], wanted: Mapping[str, Any]) -> None:
        """Where a secret place is, is said nowhere. Raises ValueRefused."""
        try:
            secrecy.ask(live, wanted)
        except FieldRefused as error:
            raise _refused("locations", error) from error

    def write(
        self,
        key: str,
        fields: Mapping[str, Any],
        *,
        actor: Actor,
        at: datetime,
        cause: Cause,
        live: Mapping[str, Any] | None = None,
    ) -> None:
        """Write fields, inside the caller's transaction. A place that becomes secret loses its address in all that is said of it."""
        hides = bool(fields.get("is_location_secret")) and not self._is_at_secret_place(key)
        rest = {name: value for name, value in fields.items() if not hides or name != "is_location_secret"}
        try:
            if rest:
                services.write(key=key, fields=rest, actor=actor, at=at, cause=cause, live=live)
            if hides:  # the cause's own words could say the address
                services.make_location_secret(key=key, actor=actor, at=at, why=cause.kind)
        except FieldRefused as error:
            raise _refused(next(iter(fields)), error) from error

    def create(
        self, key: str, fields: Mapping[str, Any], *, actor: Actor, at: datetime, cause: Cause
    ) -> None:
        """A new entry, inside the caller's transaction."""
        try:
            services.create(key=key, fields=fields, actor=actor, at=at, cause=cause)
        except KeyInUse as error:
            raise KeyTaken(key) from error
        except FieldRefused as error:
            raise _refused(next(iter(fields)), error) from error

    def organization_of(self, key: str, fields: Mapping[str, Any]) -> str:
        """The organisation that runs it; an organisation's own entry is its own."""
        if fields.get("kind") == "organization":
            return key
        return str((fields.get("organization") or {}).get("entry") or "")

    def can_propose(self, actor: Actor, key: str, organization: str) -> Permit:
        """The organisation itself, and city editors."""
        return policies.can_propose(actor, organization)

    def can_propose_fields(self, actor: Actor, fields: Sequence[str]) -> Permit:
        """An organisation speaks for itself; where we know things from is the editors' matter."""
        return policies.can_propose_fields(actor, fields)

    def can_review(self, actor: Actor, key: str, organization: str) -> Permit:
        """City editors; an entry that is gone can still be decided about."""
        return policies.can_review(actor) if actor.kind == "person" else refuse("only people review")

    def at_once(
        self, actor: Actor, organization: str, fields: Sequence[str], live: Mapping[str, Any]
    ) -> set[str]:
        """A city editor's edits, and what a trusted organisation's manager may publish."""
        if policies.edits_city(actor):
            return set(fields)
        if not actor.holds("organization_manager", organization) or live.get("is_sensitive"):
            return set()
        return trust.fields_of(organization) & policies.TRUSTABLE & set(fields)

    def title(self, key: str, language: str) -> str:
        """The name of the entry; its key where it is gone."""
        return self.titles([key], language)[key]

    def titles(self, keys: Sequence[str], language: str) -> Mapping[str, str]:
        """Key -> name of the entry; the key where it is gone."""
        names = dict(Entry.objects.with_keys(keys).values_list("key", "name"))
        return {key: str(names.get(key) or key) for key in keys}

    def called(self, fields: Mapping[str, Any]) -> str:
        """The name that a new entry is to have."""
        return wording.text(fields.get("name"))

    def url(self, key: str) -> str:
        """The staff page of the entry."""
        return reverse("directory:entry", kwargs={"key": key})

    def previews(self, proposal: str, key: str) -> list[tuple[str, str]]:
        """The public page in every language of the city."""
        languages = selectors.languages(selectors.city().record)
        return [
            (code, reverse("staff-preview", kwargs={"key": key, "shown": code}) + f"?proposal={proposal}")
            for code in languages
        ]

    def label(self, field: str) -> str:
        """The field in the reader's words."""
        return wording.label(field)

    def lines(self, field: str, value: Any, language: str) -> list[str]:
        """The value as lines."""
        return wording.lines(field, value, language)

    def sections(self, key: str, fields: Mapping[str, Any]) -> list[tuple[str, str]]:
        """(key, title) of the sections that hold these fields, and of all others behind them."""
        possible = sections_of({**(self.live(key) or {}), **fields}).values()
        own = [each for each in possible if set(each.fields) & set(fields)]
        others = [each for each in possible if each not in own]
        return [(each.key, str(each.title)) for each in [*own, *others]]

    def is_shown(self, field: str) -> bool:
        """Bookkeeping is not shown."""
        return wording.is_shown(field)

    def harm(self, key: str, fields: Sequence[str]) -> int:
        """The most harmful field decides; sensitive entries weigh one more."""
        most = max((HARM.get(field, 1) for field in fields), default=0)
        return min(9, most + (1 if self._is_hidden(key) else 0))

    def _is_at_secret_place(self, key: str) -> bool:
        return Entry.objects.filter(key=key, is_location_secret=True).exists()

    def _is_hidden(self, key: str) -> bool:
        return Entry.objects.filter(key=key, is_sensitive=True).exists()


def _refused(field: str, error: FieldRefused) -> ValueRefused:
    return REFUSED.get(type(error), ValueRefused)(field, str(error))
