# SPDX-License-Identifier: EUPL-1.2
"""Text as people type it: made comparable, cut into words, reduced to terms. Pure: no Django, no clock, no network.

The way of a word: `normalise` (one spelling of each character) -> `tokenise` (words) -> lemma or stem -> `fold` (no case,
no marks) -> `transliterate` (Latin letters where the script allows it). `Analyser` does all of it.
"""

from pristan.core.text.analyser import Analyser, Word
from pristan.core.text.characters import fold, normalise, without_steering
from pristan.core.text.distance import within
from pristan.core.text.lemmas import build
from pristan.core.text.scripts import transliterate
from pristan.core.text.words import tokenise

__all__ = [
    "Analyser",
    "Word",
    "build",
    "fold",
    "normalise",
    "tokenise",
    "transliterate",
    "within",
    "without_steering",
]
