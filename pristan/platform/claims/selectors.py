# SPDX-License-Identifier: EUPL-1.2
"""What people who work here see of claims."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time

from pristan.platform.accounts.actors import Actor
from pristan.platform.claims import domains, registry
from pristan.platform.claims.lifecycle import CALLED, CHECKS, DOMAIN, VETTERS, VETTERS_OF_SENSITIVE
from pristan.platform.claims.models import Claim, ClaimQuerySet
from pristan.platform.power.models import Grant
from pristan.platform.power.roles import ORGANIZATION_MANAGER


@dataclass(frozen=True)
class Standing:
    """How far a claim is: who vetted it, what is still missing, and what speaks for caution."""

    is_sensitive: bool
    vetted: int
    needed: int
    is_called: bool
    possible: Sequence[str]
    domain: domains.Domain
    websites: Sequence[str]
    has_manager: bool
    others: int
    is_unlisted: bool

    @property
    def is_enough(self) -> bool:
        """Is all done that must be done before a claim is granted?"""
        return self.vetted >= self.needed and (self.is_called or not self.is_sensitive)


def visible_to(actor: Actor | None) -> ClaimQuerySet:
    """Those of all kinds that this actor vets."""
    if actor is None or actor.kind != "person":
        return Claim.objects.none()
    kinds = [kind for kind in registry.kinds() if registry.of(kind).can_vet(actor)]
    return Claim.objects.filter(kind__in=kinds)


def waiting(actor: Actor) -> ClaimQuerySet:
    """What is open, the oldest first."""
    return visible_to(actor).open().order_by("received_on", "pk")


def about(organizations: Collection[str]) -> int:
    """How many open claims there are of things of these organisations."""
    rows = Claim.objects.open().values_list("kind", "key")
    return sum(registry.of(kind).organization_of(key) in organizations for kind, key in rows)


def standing(claim: Claim) -> Standing:
    """How far a claim is, by what the directory says now."""
    known = registry.of(claim.kind)
    is_sensitive = known.is_sensitive(claim.key)
    vettings = list(claim.vettings.all())
    websites = known.websites(claim.key, at=datetime.combine(claim.received_on, time.min, UTC))
    managers = Grant.objects.filter(
        role=ORGANIZATION_MANAGER, scope=known.organization_of(claim.key) or "-", ended_at=None
    )
    return Standing(
        is_sensitive=is_sensitive,
        vetted=len({each.by for each in vettings}),
        needed=VETTERS_OF_SENSITIVE if is_sensitive else VETTERS,
        is_called=any(CALLED in each.checks for each in vettings),
        possible=[check for check in CHECKS if _is_possible(claim, check, websites)],
        domain=domains.shown(claim.domain),
        websites=websites,
        has_manager=managers.exists(),
        others=Claim.objects.open().filter(kind=claim.kind, key=claim.key).exclude(pk=claim.pk).count(),
        is_unlisted=known.is_unlisted(claim.key),
    )


def _is_possible(claim: Claim, check: str, websites: Sequence[str]) -> bool:
    if check == DOMAIN:
        return any(domains.is_of(claim.domain, website) for website in websites)
    return bool(claim.phones) if check == CALLED else True
