# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a rule: the place, what is wrong there, and how to mend it."""


class RuleError(ValueError):
    """A rule that says nothing, or something impossible. `where` is a path such as `when.any.2.age` (counted from 0)."""

    def __init__(self, where: str, what: str, mend: str) -> None:
        super().__init__(f"{where}: {what} {mend}")
        self.where, self.what, self.mend = where, what, mend
