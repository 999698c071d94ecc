# SPDX-License-Identifier: EUPL-1.2
"""The cities that tests use, and how one is loaded into the test database."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "packs" / "example"
LJUBLJANA = ROOT / "packs" / "ljubljana"
THESAURUS = ROOT / "thesaurus"
# A Tuesday morning on which offices are open; no test asks the clock.
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def load(pack: Path = EXAMPLE, *, at: datetime = NOW) -> Any:
    """Load a pack and show it to readers. Returns the load's summary."""
    from pristan.city.orientation.rulebook import rulebook
    from pristan.platform.accounts.actors import system
    from pristan.platform.packs import services as packs
    from pristan.platform.published import services as published

    summary = packs.load(pack, thesaurus=THESAURUS, actor=system("tests"), at=at)
    published.catch_up(at=at)
    rulebook.cache_clear()  # another test's city may have had the same version
    return summary
