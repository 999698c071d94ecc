# SPDX-License-Identifier: EUPL-1.2
"""What becomes of a report, and the fixed words with which its sender is answered."""

from datetime import timedelta
from typing import Final

from pristan.platform.lifecycle.machines import Machine

REPORTING: Final = Machine(
    name="reporting",
    states=("new", "in_work", "solved", "not_solved"),
    transitions=frozenset(
        {
            ("new", "in_work"),
            ("new", "solved"),
            ("new", "not_solved"),
            ("in_work", "solved"),
            ("in_work", "not_solved"),
        }
    ),
)
OPEN: Final = ("new", "in_work")
# Answers are chosen, never written: what an editor knows of a matter must not reach whoever holds the code.
ANSWERS: Final = {
    "solved": ("corrected", "asked_organization", "taken_away"),
    "not_solved": ("is_right", "not_found_out", "not_ours"),
}
# Nobody waits for ever, and what leads to somebody does not lie here for ever: then it closes with this answer, which nobody chooses.
LONGEST_OPEN: Final = timedelta(days=180)
SOON: Final = timedelta(days=30)
RAN_OUT: Final = "ran_out"
# What can be wrong, the most harmful first.
DANGER: Final = "danger"
MATTERS: Final = (DANGER, "closed", "phone", "hours", "place", "cost", "refused", "words", "other")
