# SPDX-License-Identifier: EUPL-1.2
"""Words: where one ends and the next begins."""

import re

from pristan.core.text.characters import normalise

LONGEST = 40  # characters; what is longer is not a word that anybody looks for, and no index should carry it
# Letters, digits, and the marks that belong to letters (Hebrew and Arabic points, vowel signs of Indic scripts, Thai, Khmer).
_WORD = re.compile(
    r"[\w\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u109f\u135d-\u135f\u1780-\u17d3]+"
)
# In Cyrillic an apostrophe stands inside a word (Ukrainian "сім'я"); elsewhere it parts two of them ("l'école").
_INNER_APOSTROPHE = re.compile("(?<=[\u0400-\u052f])['\u2019\u02bc\u2018\u0060](?=[\u0400-\u052f])")


def tokenise(text: str) -> list[str]:
    """The words of any text, normalised, in order, with their case; hyphens, dots and signs part words.

    A word is cut at `LONGEST` characters. Linear in the length of the text.
    """
    clean = normalise(text).replace("_", " ")
    if not clean.isascii():
        clean = _INNER_APOSTROPHE.sub("", clean)
    return [word[:LONGEST] for word in _WORD.findall(clean)]
