# SPDX-License-Identifier: EUPL-1.2
"""Who acts: every service takes an ``actor``, and there is no action without one.

An actor is a small value that outlives the request: it can be written into a log without pointing at a row.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from pristan.platform.accounts.models import User

Kind = Literal["person", "system", "signed_link", "anonymous"]


class Power(NamedTuple):
    """A role and what it is held over; an empty scope is the whole city (see ``platform/power``)."""

    role: str
    scope: str = ""


@dataclass(frozen=True)
class Actor:
    """Who does something: a person who works here, the system, the holder of a signed link, or nobody known.

    ``id`` is opaque (a person's UUID, a job's name, a link's id) and the only thing that logs keep;
    ``label`` is for screens and never stored; ``powers`` are what a person may act as during this request;
    ``session`` is the number of an open staff session, in which an administrator acts. Raises ValueError for
    an unknown kind, and for a person or a link without an id.
    """

    kind: Kind
    id: str = ""
    label: str = ""
    powers: frozenset[Power] = frozenset()
    session: str = ""

    def __post_init__(self) -> None:
        if self.kind not in get_args(Kind):
            raise ValueError(f"{self.kind!r} is no kind of actor; the kinds are {', '.join(get_args(Kind))}")
        if self.kind in ("person", "signed_link") and not self.id:
            raise ValueError(f"an actor of kind {self.kind} needs an id; use ANONYMOUS for somebody unknown")

    @property
    def is_known(self) -> bool:
        """Somebody or something that can be asked later; False for an anonymous visitor."""
        return self.kind != "anonymous"

    def holds(self, role: str, scope: str = "") -> bool:
        """Does this actor act in this role over exactly this scope?"""
        return Power(role, scope) in self.powers

    def scopes(self, role: str) -> frozenset[str]:
        """All over which this actor holds the role."""
        return frozenset(power.scope for power in self.powers if power.role == role)


ANONYMOUS = Actor("anonymous", "", "anonymous")
SYSTEM = Actor("system", "system", "the system")


def person(user: "User", powers: frozenset[Power] = frozenset(), session: str = "") -> Actor:
    """The actor for somebody signed in; without ``powers`` one who may do nothing (see ``power.selectors.actor_of``)."""
    return Actor("person", str(user.uuid), user.display_name, powers, session)


def system(job: str) -> Actor:
    """The system in one of its jobs, as in ``system("pack-load")``."""
    return Actor("system", job, job)


def signed_link(link_id: str) -> Actor:
    """The holder of a signed link: we know which link, not who."""
    return Actor("signed_link", link_id, "a signed link")
