# SPDX-License-Identifier: EUPL-1.2
"""What an app declares so that people can propose changes of its things, review them and go back to a former version.

A *thing* has a kind, a key and fields: the same units in which a pack is loaded and edits are found.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from pristan.core.traces import Finder
from pristan.platform.accounts.actors import Actor
from pristan.platform.accounts.permits import Permit

Fields = Mapping[str, Any]


@dataclass(frozen=True)
class Cause:
    """Why a thing is written: ``kind`` is edit, proposal, sheet, restore, settled or purge; ``proposal`` its public id."""

    kind: str
    why: str = ""
    proposal: str = ""


class Reviewed(Protocol):
    """One kind of thing that people may propose to change."""

    kind: str

    def live(self, key: str) -> dict[str, Any] | None:
        """The fields as they live now; None where there is no such thing."""

    def without(self, fields: Fields, finder: Finder) -> dict[str, Any]:
        """The changes (None removes a field) that take out of these fields what the finder finds; what is left keeps its shape."""

    def hold(self, key: str) -> None:
        """Lock the thing for the rest of the transaction: who writes it next sees what this one wrote."""

    def held(self, key: str, fields: Collection[str]) -> dict[str, Any] | None:
        """Lock the thing, as ``hold`` does; these fields as they live then, and all by which is decided who may write them."""

    def conform(self, field: str, value: Any) -> Any:
        """The value in canonical form. Raises ValueRefused."""

    def fit(self, live: Fields, wanted: Fields) -> None:
        """May these values stand in this thing at all? Asked before anybody keeps them, proposals too. Raises ValueRefused."""

    def write(
        self,
        key: str,
        fields: Fields,
        *,
        actor: Actor,
        at: datetime,
        cause: Cause,
        live: Fields | None = None,
    ) -> None:
        """Write fields (None removes one) inside the caller's transaction, with version, audit and marks.

        ``live``: these fields as they live, where the caller has read them since it holds the thing (see ``held``); else they are read.
        """

    def create(self, key: str, fields: Fields, *, actor: Actor, at: datetime, cause: Cause) -> None:
        """A new thing, inside the caller's transaction."""

    def organization_of(self, key: str, fields: Fields) -> str:
        """The key of the organisation whose thing it is; empty where it is nobody's."""

    def can_propose(self, actor: Actor, key: str, organization: str) -> Permit:
        """May this actor propose changes of this thing?"""

    def can_propose_fields(self, actor: Actor, fields: Sequence[str]) -> Permit:
        """May this actor propose values of just these fields?"""

    def can_review(self, actor: Actor, key: str, organization: str) -> Permit:
        """May this actor decide about proposals for this thing?"""

    def at_once(self, actor: Actor, organization: str, fields: Sequence[str], live: Fields) -> set[str]:
        """Those of the fields that this actor publishes without review in a thing that lives so (see ``held``)."""

    def title(self, key: str, language: str) -> str:
        """How a person calls the thing."""

    def titles(self, keys: Sequence[str], language: str) -> Mapping[str, str]:
        """Key -> how a person calls the thing, for a list of any length."""

    def called(self, fields: Fields) -> str:
        """How a thing that is not there yet would be called; empty where its fields do not say."""

    def url(self, key: str) -> str:
        """The staff page of the thing."""

    def previews(self, proposal: str, key: str) -> list[tuple[str, str]]:
        """(language, address) of the thing as readers would see it with this proposal."""

    def label(self, field: str) -> str:
        """The field in the reader's words."""

    def lines(self, field: str, value: Any, language: str) -> list[str]:
        """The value as lines that a person reads; no line where there is none."""

    def sections(self, key: str, fields: Fields) -> list[tuple[str, str]]:
        """(key, title) of the forms with which a proposal of these fields is written on, those that hold them first."""

    def is_shown(self, field: str) -> bool:
        """Do people see this field in a difference? Digests, for one, say nothing to them."""

    def harm(self, key: str, fields: Sequence[str]) -> int:
        """How much a wrong value harms a reader, 0 to 9: the queue shows the most harmful first."""


_kinds: dict[str, Reviewed] = {}


def register(reviewed: Reviewed) -> None:
    """Called by an app when it is ready."""
    _kinds[reviewed.kind] = reviewed


def of(kind: str) -> Reviewed:
    """The declaration of a kind. Raises KeyError for one that nobody declared."""
    return _kinds[kind]


def kinds() -> tuple[str, ...]:
    """All declared kinds."""
    return tuple(_kinds)
