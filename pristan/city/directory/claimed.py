# SPDX-License-Identifier: EUPL-1.2
"""Entries as things that an organisation can claim: what ``platform/claims`` asks of them."""

from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import Q
from django.urls import reverse

from pristan.city.directory import policies, selectors, unlisting
from pristan.city.directory.models import Entry, Phone
from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.permits import Permit, refuse
from pristan.platform.review.models import Version

# A number or a website that came later than this could be the claimer's own.
LONG_ENOUGH: Final = timedelta(days=90)
# Whoever writes the city's packs and whoever removes for good is trusted; every other change counts, also one nobody has thought of yet.
TRUSTED: Final = ("pack", "purge")


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

    def websites(self, key: str, *, at: datetime) -> list[str]:
        """Of the entry and of its organisation's own entry, where nobody changed it lately."""
        own = Entry.objects.with_keys(self._of(key)).exclude(website="").values_list("key", "website")
        found = {
            website
            for each, website in own
            if all(former == website for former in _former(each, "website", at))
        }
        return sorted(found)

    def phones(self, key: str, *, at: datetime) -> list[str]:
        """The numbers of the entry and of its organisation's own entry that nobody changed lately."""
        found: list[str] = []
        for each in self._of(key):
            numbers = Phone.objects.filter(entry__key=each).order_by("position")
            former = [{phone["number"] for phone in phones or ()} for phones in _former(each, "phones", at)]
            found += [
                number
                for number in numbers.values_list("number", flat=True)
                if all(number in there for there in former)
            ]
        return list(dict.fromkeys(found))

    def can_vet(self, actor: Actor) -> Permit:
        """City editors, as persons."""
        return policies.can_review(actor) if actor.kind == "person" else refuse("only people vet claims")

    def _of(self, key: str) -> list[str]:
        return list(dict.fromkeys(filter(None, (key, self.organization_of(key)))))


def _former(key: str, field: str, at: datetime) -> list[Any]:
    """What stood in a field before each change since then (None: nothing); what is there now must be in all of it."""
    lately = Version.objects.filter(kind="entry", key=key, at__gt=at - LONG_ENOUGH)
    sides = lately.exclude(cause__in=TRUSTED).order_by("number").values_list("before", flat=True)
    return [before[field] for before in sides if field in before]
