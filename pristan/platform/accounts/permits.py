# SPDX-License-Identifier: EUPL-1.2
"""A permit carries its reason. (*Verdict* is the word for rights of newcomers only.)"""

from dataclasses import dataclass


class NotPermitted(Exception):
    """The actor may not do this; the message says why."""


@dataclass(frozen=True)
class Permit:
    """Whether something is allowed, and why."""

    allowed: bool
    why: str

    def __bool__(self) -> bool:
        return self.allowed

    def or_refuse(self) -> None:
        """Raise NotPermitted unless allowed."""
        if not self.allowed:
            raise NotPermitted(self.why)


def allow(why: str) -> Permit:
    """Yes, because."""
    return Permit(True, why)


def refuse(why: str) -> Permit:
    """No, because."""
    return Permit(False, why)
