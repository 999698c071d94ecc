# SPDX-License-Identifier: EUPL-1.2
"""States as data: which states a thing has, and which moves the table allows. Keys are never translated."""

from dataclasses import dataclass

from pristan.platform.lifecycle.errors import MoveNotAllowed, UnknownState


@dataclass(frozen=True)
class Machine:
    """A table of states and transitions. The first state is where a thing begins."""

    name: str
    states: tuple[str, ...]
    transitions: frozenset[tuple[str, str]]

    def __post_init__(self) -> None:
        for state in {state for pair in self.transitions for state in pair} - set(self.states):
            raise UnknownState(self.name, state, self.states)

    @property
    def start(self) -> str:
        """Where a thing begins."""
        return self.states[0]

    def next(self, state: str) -> tuple[str, ...]:
        """The states that can follow, in the order of the table. Raises UnknownState."""
        self.know(state)
        return tuple(to for to in self.states if (state, to) in self.transitions)

    def know(self, state: str) -> None:
        """Raises UnknownState for a state that the table does not have."""
        if state not in self.states:
            raise UnknownState(self.name, state, self.states)

    def ask(self, here: str, to: str) -> None:
        """May a thing go from ``here`` to ``to``? Raises UnknownState or MoveNotAllowed."""
        self.know(to)
        if to not in (ways := self.next(here)):
            raise MoveNotAllowed(self.name, here, to, ways)


PUBLISHING = Machine(
    name="publishing",
    states=("draft", "in_review", "published", "withdrawn", "archived"),
    transitions=frozenset(
        {
            ("draft", "in_review"),
            ("in_review", "published"),
            ("published", "withdrawn"),
            ("published", "archived"),
            ("withdrawn", "published"),  # the reason is gone: it was reviewed when it was published first
            ("withdrawn", "archived"),
            ("archived", "published"),  # restored
        }
    ),
)
