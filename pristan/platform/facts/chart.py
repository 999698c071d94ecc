# SPDX-License-Identifier: EUPL-1.2
"""A bar chart as places in an SVG: bars grow in the direction in which the language is read. The table beside it holds the same numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from pristan.platform.facts.selectors import Line

WIDTH, LABELS, NUMBERS, ROW, BAR = 640, 240, 60, 28, 16
MOST = 20
_LONGEST = 34


@dataclass(frozen=True)
class Bar:
    """One bar. `y`: its middle; `start`: its left end; `label_at`, `number_at`: where the words begin."""

    label: str
    words: str
    y: int
    top: int
    start: int
    width: int
    label_at: int
    number_at: int


@dataclass(frozen=True)
class Chart:
    """All of it. `more`: how many rows of the table it leaves out."""

    bars: tuple[Bar, ...]
    width: int
    height: int
    more: int


def chart(lines: Sequence[Line], hidden: str, *, is_right_to_left: bool) -> Chart:
    """The largest numbers as bars; a hidden number has a word and no bar. `hidden`: that word."""
    drawn = lines[:MOST]
    greatest = max((line.number or 0 for line in drawn), default=0) or 1
    room = WIDTH - LABELS - NUMBERS
    bars = []
    for place, line in enumerate(drawn):
        width = round(room * (line.number or 0) / greatest)
        after = LABELS + width + 6
        bars.append(
            Bar(
                _short(line.names[0]), hidden if line.number is None else str(line.number), place * ROW + ROW // 2, place * ROW + (ROW - BAR) // 2,
                WIDTH - LABELS - width if is_right_to_left else LABELS, width,
                WIDTH - LABELS + 6 if is_right_to_left else LABELS - 6, WIDTH - after if is_right_to_left else after,
            )
        )  # fmt: skip
    return Chart(tuple(bars), WIDTH, max(1, len(drawn)) * ROW, len(lines) - len(drawn))


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
