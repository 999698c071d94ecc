# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong with the declarations of jobs."""


class JobNamedTwice(Exception):
    """Two jobs would share one row, and each would think the other's work its own."""

    def __init__(self, name: str) -> None:
        super().__init__(f"two jobs are called `{name}`; give one of them another name in its app's ticks.py")
