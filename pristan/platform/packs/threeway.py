# SPDX-License-Identifier: EUPL-1.2
"""Whose word counts for one field: the pack's, or that of the people who edited it in the running city?

Three digests decide, as in a merge of three versions: *base* (what the last load left), *pack* (what the
files say now), *live* (what the city holds now).
"""

import dataclasses
from dataclasses import dataclass
from enum import Enum
from typing import Any


class Decision(Enum):
    """What a load does with one field."""

    SAME = "same"  # city and pack agree
    TAKE = "take"  # the pack changed it, nobody else did
    KEEP = "keep"  # people changed it, the pack did not
    CONFLICT = "conflict"  # both changed it: the city's stays, and is reported


def decide(*, base: str | None, pack: str | None, live: str | None) -> Decision:
    """Decide for one field from its digests; None means that the field is absent on that side."""
    if pack == live:
        return Decision.SAME
    if live == base:
        return Decision.TAKE
    if pack == base:
        return Decision.KEEP
    return Decision.CONFLICT


LEFT = "(left the pack)"


@dataclass(frozen=True)
class Conflict:
    """A field that both the pack and the people of the city changed since the last load."""

    kind: str
    key: str
    field: str
    path: str
    line: int
    # What the pack says; nothing where it must not lie beside the thing (see `Section.hides`).
    value: Any = dataclasses.field(default=None, compare=False)
    base: str = dataclasses.field(default="", compare=False)
    is_hidden: bool = dataclasses.field(default=False, compare=False)

    def __str__(self) -> str:
        if self.field == LEFT:
            return (
                f"{self.path}:{self.line}: {self.kind} {self.key} left the pack, but was edited in the running city; it "
                "stays. Put its file back (`pristan pack export` writes it as it lives), or withdraw it in the city."
            )
        return (
            f"{self.path}:{self.line}: {self.kind} {self.key}: `{self.field}` was edited in the running city and in the "
            "pack; the city's value stays. Make the two equal in either place and load again."
        )
