# SPDX-License-Identifier: EUPL-1.2
"""Scripts: what is written in another alphabet can be typed in Latin letters."""

import re

from anyascii import anyascii

# Alphabets that write consonants and vowels, so that their Latin spelling follows from the letters: accented Latin,
# Greek, Cyrillic, Armenian, Georgian. Arabic and Hebrew leave vowels out (see `romanised`), Indic and East Asian
# scripts write syllables: what people type for those in Latin is a matter for labels in the thesaurus, not for letters.
_ALPHABETIC = re.compile(
    "[\u0080-\u058f\u10a0-\u10ff\u1c80-\u1cbf\u1d00-\u1dbf\u1e00-\u1fff\u2c60-\u2c7f\u2d00-\u2d2f\ua640-\ua7ff]+"
)
_CYRILLIC = re.compile("[\u0400-\u052f]")
_NOT_WORD = re.compile(r"[^a-z0-9 ]")
# Serbian, Bosnian, Montenegrin and Macedonian have a Latin alphabet of their own; this is it, without its marks.
_SOUTH_SLAVIC = str.maketrans(
    {
        "ж": "z",
        "ш": "s",
        "ч": "c",
        "ћ": "c",
        "ц": "c",
        "ђ": "dj",
        "џ": "dz",
        "љ": "lj",
        "њ": "nj",
        "х": "h",
        "ј": "j",
    }
    | {"ѕ": "dz", "щ": "sc", "ю": "ju", "я": "ja"}
)
_SOUTH_SLAVIC_LANGUAGES = frozenset({"bs", "hr", "sr", "cnr", "hbs", "mk", "sl"})


def is_cyrillic(text: str) -> bool:
    """Whether it has a Cyrillic letter."""
    return not text.isascii() and _CYRILLIC.search(text) is not None


class _Latin(dict[int, str]):
    """Code point -> plain Latin letters; filled as letters come (anyascii goes letter by letter, so that this is the same)."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        found = _NOT_WORD.sub("", anyascii(letter).lower()) if _ALPHABETIC.fullmatch(letter) else letter
        self[code] = found
        return found


_LATIN = _Latin()


def transliterate(text: str, language: str = "") -> str:
    """A folded text in plain Latin letters, as far as its alphabet allows; other scripts stay as they are.

    `language` decides between customs: Serbian `школа` is `skola`, Russian `школа` is `shkola`.
    """
    if text.isascii():
        return text
    if language in _SOUTH_SLAVIC_LANGUAGES:
        text = text.translate(_SOUTH_SLAVIC)
    return text.translate(_LATIN)
