# SPDX-License-Identifier: EUPL-1.2
"""What cannot be published, and what to do instead."""

from collections.abc import Iterable


class DisclosureError(ValueError):
    """A table that is not published."""


class NotCounts(DisclosureError):
    """Not a table of whole numbers from zero on, in one to three dimensions."""


class CategoriesDiffer(DisclosureError):
    """A dimension has other values than in a table that is out already."""

    def __init__(self, dimension: str) -> None:
        super().__init__(f"`{dimension}` has other values than in an earlier table of the same records; name all of them in each table, with zeros")  # fmt: skip


class NumbersDiffer(DisclosureError):
    """The same records cannot be counted twice with another result."""

    def __init__(self, cell: Iterable[tuple[str, str]]) -> None:
        where = ", ".join(f"{name}={value}" for name, value in sorted(cell)) or "the total"
        super().__init__(f"{where} is another number than in an earlier table of this edition; if the records changed, give the table a new edition")  # fmt: skip


class CannotCheck(DisclosureError):
    """The tables of the same records together are beyond what can be proved safe."""
