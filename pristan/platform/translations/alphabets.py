# SPDX-License-Identifier: EUPL-1.2
"""Which letters a language is written in, so that a text in the wrong alphabet is seen. No language is named here that needs no exception."""

import unicodedata
from functools import cache

from babel.core import get_global

# ISO 15924 -> how the letters are called in Unicode. A script that lacks here is not checked.
_LETTERS = {
    "Arab": {"ARABIC"}, "Armn": {"ARMENIAN"}, "Beng": {"BENGALI"}, "Cyrl": {"CYRILLIC"}, "Deva": {"DEVANAGARI"},
    "Ethi": {"ETHIOPIC"}, "Geor": {"GEORGIAN"}, "Grek": {"GREEK"}, "Gujr": {"GUJARATI"}, "Guru": {"GURMUKHI"},
    "Hans": {"CJK"}, "Hant": {"CJK"}, "Hebr": {"HEBREW"}, "Jpan": {"CJK", "HIRAGANA", "KATAKANA"}, "Khmr": {"KHMER"},
    "Kore": {"HANGUL", "CJK"}, "Laoo": {"LAO"}, "Latn": {"LATIN"}, "Mymr": {"MYANMAR"}, "Sinh": {"SINHALA"},
    "Taml": {"TAMIL"}, "Telu": {"TELUGU"}, "Thaa": {"THAANA"}, "Thai": {"THAI"}, "Tibt": {"TIBETAN"},
}  # fmt: skip
# Written in two alphabets.
_BOTH = {
    "sr": {"LATIN", "CYRILLIC"},
    "cnr": {"LATIN", "CYRILLIC"},
    "ku": {"LATIN", "ARABIC"},
    "pa": {"GURMUKHI", "ARABIC"},
}
# Between the letters of these, a joiner or non-joiner changes how a word looks; elsewhere nobody typed it.
_JOINING = {
    "ARABIC",
    "BENGALI",
    "DEVANAGARI",
    "GUJARATI",
    "GURMUKHI",
    "KHMER",
    "MYANMAR",
    "SINHALA",
    "TAMIL",
    "TELUGU",
}
LATIN = "LATIN"


@cache
def scripts_of(language: str) -> frozenset[str]:
    """The scripts of a language, as Unicode calls their letters; empty where nothing is known."""
    if language in _BOTH:
        return frozenset(_BOTH[language])
    likely = get_global("likely_subtags").get(language, "")
    return frozenset(next((_LETTERS[part] for part in likely.split("_") if part in _LETTERS), ()))


@cache
def script(letter: str) -> str:
    """The script of one letter; empty for what is no letter, or belongs to many."""
    if not letter.isalpha() or unicodedata.category(letter) == "Lm":
        return ""
    name = unicodedata.name(letter, "")
    first = name.split(" ")[0].split("-")[0]
    return first if first in _KNOWN else ""


_KNOWN = {name for names in _LETTERS.values() for name in names}


def joins(language: str) -> bool:
    """Do letters of this language join, so that a joiner may stand between them?"""
    return bool(scripts_of(language) & _JOINING)
