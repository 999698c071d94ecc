# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong with facts: one class per cause."""

from collections.abc import Sequence


class ReadingsAreAppendOnly(Exception):
    """Somebody tried to change or delete a reading."""

    def __init__(self) -> None:
        super().__init__("readings are never changed or deleted; what was published cannot be taken back")


class SomeFactsFailed(Exception):
    """The other readings were taken. `failed`: the keys, with the sort of error of each."""

    def __init__(self, failed: Sequence[tuple[str, str]]) -> None:
        named = ", ".join(f"{key} ({error})" for key, error in failed)
        super().__init__(f"no reading could be taken of {named}; all others are there. Run it again once that is mended.")  # fmt: skip
        self.failed = tuple(failed)
