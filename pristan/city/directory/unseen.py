# SPDX-License-Identifier: EUPL-1.2
"""Characters that nobody sees and that steer a screen: no text of an entry holds one."""

import unicodedata

_BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def bad_character(text: str) -> str:
    """The first invisible control character of a text, as ``U+202E``; empty where there is none."""
    for character in text:
        category = unicodedata.category(character)
        if (
            (category == "Cc" and character not in "\n\t")
            or category == "Cs"
            or unicodedata.bidirectional(character) in _BIDI
        ):
            return f"U+{ord(character):04X}"
    return ""
