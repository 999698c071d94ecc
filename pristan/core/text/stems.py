# SPDX-License-Identifier: EUPL-1.2
"""Stems: what the forms of a word have in common, for words with and without a known lemma.

Lemmas go through the same cut as unknown words, so that a form which is missing in the word list ("ambulantami") still
meets the forms that are in it ("ambulanta").
"""

import re
from threading import Lock
from typing import Protocol

import snowballstemmer

from pristan.core.text.characters import fold
from pristan.core.text.languages import SNOWBALL

# Slovene case and number endings, longest first; a word keeps at least three letters.
_SLOVENE_ENDING = re.compile(
    r"(?<=\w{3})(?:jema|jami|oma|ema|ama|ami|imi|ima|ega|emu|jem|jev|em|om|ev|ov|ih|im|am|ah|a|e|i|o|u)$"
)
_SLOVENE_VOWEL = re.compile(r"(?<=\w{3})[aeiou]$")
_SLOVENE_J = re.compile(r"(?<=\w{3})j$")
_FLEETING_E = re.compile(r"(?<=[b-df-hj-np-tvxz])e(?=[ncklrvt]$)")
# Albanian article and case endings ("patentë": patenta, patentën, patentës), longest first; a word keeps at least four letters.
_ALBANIAN_ENDING = re.compile(r"(?<=\w{4})(?:[ae]vet?|je[ns]?|[aeiu]t|[eiu]n|es|ja|[aeiu])$")
_ENCLITIC = re.compile(r"(?<=\w[aei]r)(?:[mts]e|l[aeo]s?|nos)$")
# Spoken Persian: "my" and the rest, and the object ("شرکتمو": my company); four letters stay, as shorter words mean too much.
_PERSIAN_ENDING = re.compile(r"(?<=\w{4})(?:[مش]و?|[متش][او]نو?|و)$")
_ATTACHED = ("وال", "فال", "بال", "كال", "ال", "لل", "و", "ف", "ب", "ل", "ك")


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 (the library's name)


_stemmers: dict[str, _Stemmer] = {}
_lock = Lock()  # snowball stemmers keep state while they work


def stem(word: str, language: str, *, is_lemma: bool) -> str:
    """The stem of a case-folded word. `is_lemma`: it is a base form, so only its last vowel is an ending.

    Languages without a stemmer give the word back.
    """
    if language == "sl":
        return _slovene(fold(word), is_lemma=is_lemma)
    if language == "sq":
        return _ALBANIAN_ENDING.sub("", fold(word))
    algorithm = SNOWBALL.get(language)
    if algorithm is None:
        return word
    with _lock:
        stemmer = _stemmers.get(algorithm) or _stemmers.setdefault(
            algorithm, snowballstemmer.stemmer(algorithm)
        )
        stemmed = stemmer.stemWord(word) or word
    return f"{word[:1]}{stemmed}" if is_lemma and _has_lost(word, stemmed, language) else stemmed


def _has_lost(lemma: str, stemmed: str, language: str) -> bool:
    """Whether an Arabic stemmer took the first letter of a base form, a ministry's ("وزارة"), for a word written onto it."""
    return language == "ar" and lemma[:1] in _ATTACHED and stemmed[:1] != lemma[:1]


def without_attached(word: str, language: str) -> list[str]:
    """The folded word without what Arabic writes onto its front (and, with, for, the), longest first, or Spanish onto the end of a verb
    ("casarme"); none elsewhere."""
    if language == "es":
        return [_ENCLITIC.sub("", word)] if _ENCLITIC.search(word) else []
    if language != "ar":
        return []
    return [
        word[len(front) :] for front in _ATTACHED if word.startswith(front) and len(word) - len(front) >= 3
    ]


def without_ending(word: str, language: str) -> list[str]:
    """The folded word without what spoken Persian writes onto the end of a noun, to be looked up; none elsewhere."""
    bare = _PERSIAN_ENDING.sub("", word) if language == "fa" else word
    return [bare] if bare != word else []


def _slovene(word: str, *, is_lemma: bool) -> str:
    ending = _SLOVENE_VOWEL if is_lemma else _SLOVENE_ENDING
    bare = ending.sub("", word)
    without_j = _SLOVENE_J.sub("", bare)
    return without_j if without_j != bare else _FLEETING_E.sub("", bare) if len(bare) > 3 else bare
