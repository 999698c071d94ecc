# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong with a lock."""


class Busy(Exception):
    """Another process holds the lock, and kept it longer than we wanted to wait."""

    def __init__(self, name: str, seconds: float) -> None:
        super().__init__(
            f"another process is busy with `{name}` (waited {seconds:g} s); "
            "wait until it ends, or stop it, and try again"
        )
