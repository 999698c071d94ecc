# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong when a thing moves: one class per cause, each tells the way out."""

from collections.abc import Sequence


class LifecycleError(Exception):
    """A move that did not happen."""


class UnknownState(LifecycleError):
    """The table has no such state."""

    def __init__(self, machine: str, state: str, states: Sequence[str]) -> None:
        super().__init__(f"{machine} has no state `{state}`; its states are {', '.join(states)}")


class MoveNotAllowed(LifecycleError):
    """The table does not lead from here to there."""

    def __init__(self, machine: str, here: str, to: str, ways: Sequence[str]) -> None:
        way = f"from here it can become {' or '.join(ways)}" if ways else "this state is final"
        super().__init__(f"{machine}: what is `{here}` cannot become `{to}`; {way}")


class MovedMeanwhile(LifecycleError):
    """Somebody else moved the thing between reading and writing."""

    def __init__(self, kind: str, here: str) -> None:
        super().__init__(
            f"a {kind} is no longer `{here}`: somebody moved it meanwhile; read it again and decide anew"
        )


class MoveOutsideTransaction(LifecycleError):
    """A state without its log row could be left behind."""

    def __init__(self) -> None:
        super().__init__("things move inside a transaction only; wrap the whole change in one `atomic` block")
