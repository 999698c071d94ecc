# SPDX-License-Identifier: EUPL-1.2
"""What becomes of a claim, how it is vetted, and the fixed words with which the claimer is answered."""

from datetime import timedelta
from typing import Final

from pristan.platform.lifecycle.machines import Machine

CLAIMING: Final = Machine(
    name="claiming",
    states=("asked", "vetted", "granted", "refused", "withdrawn"),
    transitions=frozenset(
        {
            ("asked", "vetted"),
            ("asked", "refused"),
            ("asked", "withdrawn"),
            ("vetted", "granted"),
            ("vetted", "refused"),
            ("vetted", "withdrawn"),
        }
    ),
)
OPEN: Final = ("asked", "vetted")
# How a city editor found out that the claim is true. Chosen, never written.
CHECKS: Final = ("domain", "called", "seen")
CALLED: Final = "called"
DOMAIN: Final = "domain"
# How many different persons must vet a claim.
VETTERS: Final = 1
VETTERS_OF_SENSITIVE: Final = 2
# Why not. Chosen as well: what an editor knows must not reach whoever holds the code.
ANSWERS: Final = ("not_shown", "not_theirs", "has_manager", "not_reached", "unlisted")
# An e-mail address does not lie here for ever because nobody decides: then the claim is refused with this answer, which nobody chooses.
LONGEST_OPEN: Final = timedelta(days=180)
SOON: Final = timedelta(days=30)
RAN_OUT: Final = "ran_out"
