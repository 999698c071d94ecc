# SPDX-License-Identifier: EUPL-1.2
"""Text as a visitor may send it: nothing in it steers a screen, a file or the head of a letter."""

from pristan.core.text import without_steering


def plain(text: str) -> str:
    """Text without what steers a screen or a file: control and direction characters, except line ends."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(map(without_steering, lines)).strip()


def line(text: str) -> str:
    """The same in one line."""
    return " ".join(plain(text).split())
