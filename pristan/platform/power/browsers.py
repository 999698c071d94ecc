# SPDX-License-Identifier: EUPL-1.2
"""The browser in which somebody is signed in: what they may do depends on it, too."""

from dataclasses import dataclass, field

from pristan.platform.power.digests import digest


@dataclass(frozen=True)
class Browser:
    """One signed-in session: the key by which it is known here, and whether a second factor was shown in it."""

    key: str = field(repr=False)
    has_shown_factor: bool = False

    @property
    def digest(self) -> str:
        """What is kept of the key: enough to know it again, not enough to be signed in."""
        return digest(self.key)
