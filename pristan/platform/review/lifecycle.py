# SPDX-License-Identifier: EUPL-1.2
"""The states of a proposal, and of a wish to remove a value for good."""

from typing import Final

from pristan.platform.lifecycle.machines import Machine

PROPOSING: Final = Machine(
    name="proposing",
    states=("draft", "submitted", "accepted", "accepted_in_part", "refused", "withdrawn"),
    transitions=frozenset(
        {
            ("draft", "submitted"),
            ("draft", "withdrawn"),
            ("submitted", "draft"),  # sent back with a comment, or taken back by its author to go on writing
            ("submitted", "accepted"),
            ("submitted", "accepted_in_part"),
            ("submitted", "refused"),
            ("submitted", "withdrawn"),
        }
    ),
)
OPEN: Final = ("draft", "submitted")
PURGING: Final = Machine(
    name="purging",
    states=("asked", "done", "withdrawn"),
    transitions=frozenset({("asked", "done"), ("asked", "withdrawn")}),
)
