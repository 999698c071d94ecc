# SPDX-License-Identifier: EUPL-1.2
"""The one sprite of icons. Words stand beside every icon, so an icon is always hidden from screen readers."""

import re
from functools import cache
from pathlib import Path

SPRITE = Path(__file__).parent / "static" / "ui" / "icons.svg"
# Shown for a name that the sprite lacks: a pack may name an icon that nobody has drawn in yet.
FALLBACK = "compass"
# Icons that point along the line of text: they turn round where text runs from right to left.
MIRRORED = frozenset(
    {"arrow-right", "arrow-left", "chevron-right", "log-out", "external-link", "list", "route"}
)


@cache  # the sprite is part of the code: it cannot change while the process runs
def names() -> frozenset[str]:
    """Every icon of the sprite."""
    return frozenset(re.findall(r'<symbol id="([^"]+)"', SPRITE.read_text(encoding="utf-8")))


def known(name: str | None) -> str:
    """The name itself where the sprite has it, else a neutral one."""
    return name if name in names() else FALLBACK
