# SPDX-License-Identifier: EUPL-1.2
"""What an app declares so that people can say of its things: this is ours."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.permits import Permit


class Claimed(Protocol):
    """One kind of thing that people may claim."""

    kind: str

    def title(self, key: str) -> str:
        """How a person calls the thing."""

    def url(self, key: str) -> str:
        """The staff page of the thing."""

    def organization_of(self, key: str) -> str:
        """The organisation that a claimer would manage; empty where there is none yet."""

    def is_sensitive(self, key: str) -> bool:
        """Must two persons vet a claim? True where it, or anything else of its organisation, is sensitive or secret."""

    def is_unlisted(self, key: str) -> bool:
        """Did it ask not to be listed?"""

    def websites(self, key: str, *, at: datetime) -> Sequence[str]:
        """The web addresses that have stood in the directory since long enough before ``at`` that no claimer can have put them there."""

    def phones(self, key: str, *, at: datetime) -> Sequence[str]:
        """The numbers, in the same way."""

    def can_vet(self, actor: Actor) -> Permit:
        """May this actor vet and decide?"""


_kinds: dict[str, Claimed] = {}


def register(claimed: Claimed) -> None:
    """Called by an app when it is ready."""
    _kinds[claimed.kind] = claimed


def of(kind: str) -> Claimed:
    """The declaration of a kind. Raises KeyError for one that nobody declared."""
    return _kinds[kind]


def kinds() -> tuple[str, ...]:
    """All declared kinds."""
    return tuple(_kinds)
