# SPDX-License-Identifier: EUPL-1.2
"""What all errors about deadlines have in common: they tell the way out."""


class DeadlineError(ValueError):
    """`what` is wrong and how to `mend` it, in plain English. Pages choose their own words by the class of the error."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(f"{what}: {mend}")
        self.what = what
        self.mend = mend
