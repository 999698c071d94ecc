# SPDX-License-Identifier: EUPL-1.2
"""What the doctor says: one finding, and the command that mends it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One line: ``ok``, ``note`` or ``error``, what was found, and the command that mends it."""

    mark: str
    what: str
    mend: str = ""

    def __str__(self) -> str:
        return f"{self.mark:5} {self.what}" + (f"\n      mend: {self.mend}" if self.mend else "")
