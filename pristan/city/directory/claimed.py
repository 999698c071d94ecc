# SPDX-License-Identifier: EUPL-1.2
"""Entries as things that an organisation can claim: what ``platform/claims`` asks of them."""

from datetime import datetime, timedelta
from typing import Final

from django.db.models import Q
from django.urls import reverse

from pristan.city.directory import policies, selectors, unlisting
from pristan.city.directory.models import Entry, Phone
from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.permits import Permit, refuse
from pristan.platform.review.models import Version

# A number that came later than this could be the claimer's own.
LONG_ENOUGH: Final = timedelta(days=90)


class EntryClaimed:
    """How entries are claimed."""

    kind = "entry"

    def title(self, key: str) -> str:
        """The name of the entry; its key where it is gone."""
        return str(Entry.objects.filter(key=key).values_list("name", flat=True).first() or key)

    def url(self, key: str) -> str:
        """The staff page of the entry."""
        return reverse("directory:entry", kwargs={"key": key})

    def organization_of(self, key: str) -> str:
        """The organisation whose entry it is."""
        entry = Entry.objects.filter(key=key).first()
        return selectors.organization_of(entry) if entry else ""

    def is_sensitive(self, key: str) -> bool:
        """Is it, or any entry of its organisation, sensitive or at a secret place?"""
        hidden = Q(is_sensitive=True) | Q(is_location_secret=True)
        whole = unlisting.of(self.organization_of(key) or key) | Entry.objects.filter(key=key)
        return bool(whole.filter(hidden).exists())

    def is_unlisted(self, key: str) -> bool:
        """Did it, or its organisation, ask not to be listed?"""
        return unlisting.is_unlisted(key, self.organization_of(key))

    def websites(self, key: str) -> list[str]:
        """Of the entry and of its organisation's own entry."""
        own = Entry.objects.with_keys([key, self.organization_of(key)]).exclude(website="")
        return sorted(set(own.values_list("website", flat=True)))

    def phones(self, key: str, *, at: datetime) -> list[str]:
        """The numbers of the entry and of its organisation's own entry that nobody changed lately."""
        found: list[str] = []
        for each in dict.fromkeys(filter(None, (key, self.organization_of(key)))):
            numbers = Phone.objects.filter(entry__key=each).order_by("position")
            then = _former(each, at)
            found += [
                number
                for number in numbers.values_list("number", flat=True)
                if then is None or number in then
            ]
        return list(dict.fromkeys(found))

    def can_vet(self, actor: Actor) -> Permit:
        """City editors, as persons."""
        return policies.can_review(actor) if actor.kind == "person" else refuse("only people vet claims")


def _former(key: str, at: datetime) -> set[str] | None:
    """The numbers that stood there all the time since; None where nobody changed them."""
    lately = Version.objects.filter(
        kind="entry", key=key, at__gt=at - LONG_ENOUGH, cause__in=("edit", "proposal", "restore")
    )
    before = [
        {phone["number"] for phone in version.before["phones"] or ()}
        for version in lately.order_by("number")
        if "phones" in version.before
    ]
    return set.intersection(*before) if before else None
