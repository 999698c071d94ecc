# SPDX-License-Identifier: EUPL-1.2
"""Addresses of a chunk of things. One address leads to one thing; a slug or code beats an alias."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from pristan.platform import copying
from pristan.platform.published.errors import AddressTaken
from pristan.platform.published.models import Address
from pristan.platform.published.registry import Projection

WEAK = "alias"


class Claim(NamedTuple):
    """A thing that wants an address, in a role."""

    thing: UUID
    role: str

    def beats(self, other: "Claim") -> bool:
        """Is this claim stronger? Only aliases give way."""
        return other.role == WEAK and self.role != WEAK


def claims(projections: Iterable[Projection]) -> dict[str, Claim]:
    """Address -> the strongest claim among these projections. Raises AddressTaken."""
    found: dict[str, Claim] = {}
    for made in projections:
        for address, role in made.addresses:
            claim = Claim(made.thing, role)
            if address not in found or _decide(address, found[address], claim):
                found[address] = claim
    return found


def _decide(address: str, holder: Claim, claim: Claim) -> bool:
    """Does the claim win over the holder? Raises AddressTaken when neither can give way."""
    if claim.beats(holder):
        return True
    if claim.thing != holder.thing and claim.role != WEAK:
        raise AddressTaken(address, holder.thing, claim.thing)
    return False


def replace(
    things: Sequence[UUID], wanted: Mapping[str, Claim], *, version: int, waiting: Collection[UUID] = ()
) -> bool:
    """Let the addresses of these things be ``wanted`` from ``version`` on; returns whether anything differs.

    ``waiting``: things whose turn comes later in the same run. They may be about to leave an address, so it
    is taken from them; if they still claim it then, that is the clash. Inside a transaction. Raises
    AddressTaken.
    """
    current = {row.address: row for row in Address.objects.open().of(things)}
    same = {address for address, row in current.items() if wanted.get(address) == Claim(row.thing, row.role)}
    new = {address: claim for address, claim in wanted.items() if address not in same}
    leaving = [row for address, row in current.items() if address not in same]
    others = Address.objects.open().filter(address__in=list(new)).exclude(thing__in=list(things))
    for row in others:
        if row.thing in waiting or _decide(row.address, Claim(row.thing, row.role), new[row.address]):
            leaving.append(row)
        else:
            del new[row.address]
    _end(leaving, version)
    insert(new, version=version)
    return bool(leaving or new)


def insert(new: Mapping[str, Claim], *, version: int) -> None:
    """Add addresses that lead somewhere from ``version`` on."""
    rows = [
        Address(address=address, thing=thing, role=role, since=version)
        for address, (thing, role) in new.items()
    ]
    copying.add(rows)


def _end(rows: Sequence[Address], version: int) -> None:
    Address.objects.filter(pk__in=[row.pk for row in rows if row.since < version]).update(until=version)
    Address.objects.filter(pk__in=[row.pk for row in rows if row.since >= version]).delete()


def erase(things: Sequence[UUID]) -> None:
    """Delete every address of these things, of all versions."""
    Address.objects.of(things).delete()
