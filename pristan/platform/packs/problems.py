# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a pack: one problem each, with file, line, what is wrong and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One finding of ``pack check``. Errors refuse the load; warnings do not."""

    path: str
    line: int
    what: str
    mend: str
    is_error: bool = True

    def __str__(self) -> str:
        mark = "error" if self.is_error else "warning"
        return f"{self.path}:{self.line}: {mark}: {self.what}\n    {self.mend}"


class PackRefused(Exception):
    """The pack has errors; nothing was written. ``problems`` says each one."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        errors = sum(problem.is_error for problem in self.problems)
        super().__init__(f"the pack has {errors} error(s); nothing was loaded")


class PackMissing(Exception):
    """There is no pack at that place."""
