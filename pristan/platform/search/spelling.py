# SPDX-License-Identifier: EUPL-1.2
"""Spelling: what a word that nobody knows may have been before a finger slipped.

Only words of the thesaurus and the lexicon are thought of, in any form that the word lists know, and only one slip away; so a
word costs some thousand looks into a trie, and never more.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from pristan.core.text import Analyser, Word
from pristan.core.text.distance import one_slip_away
from pristan.core.text.lemmas import typed
from pristan.core.text.phrases import Phrases
from pristan.core.text.scripts import is_cyrillic
from pristan.platform.search.knowledge import Knowledge

_SHORTEST = 5  # letters; shorter words are near to too many others
_LONGEST = 20
_MOST_WORDS = 3  # of a question
_MOST_LANGUAGES = 2
_MOST = 2  # words that one may have been

Words = Sequence[dict[str, Word]]  # each word of a question, as a word of each language
Slips = Mapping[int, frozenset[str]]  # place of a word -> the terms that it has only if a finger slipped


def mend(
    surfaces: Sequence[str], words: Words, spoken: Sequence[str], analyser: Analyser, known: Knowledge
) -> Slips:
    """Let words that none of the languages knows be read as those they are almost spelled like as well."""
    found: dict[int, frozenset[str]] = {}
    lost = (
        at for at, surface in enumerate(surfaces) if _is_lost(surface, words[at], spoken, analyser, known)
    )
    for at in islice(lost, _MOST_WORDS):
        more: list[str] = []
        for language in spoken[:_MOST_LANGUAGES]:
            word = words[at][language]
            terms = mended(surfaces[at], language, analyser, known)
            words[at][language] = replace(word, terms=(*terms, *word.terms))
            more += [term for term in terms if term not in word.terms]
        if more:
            found[at] = frozenset(more)
    return found


def is_spelled(surface: str, languages: Iterable[str], analyser: Analyser, known: Knowledge) -> bool:
    """Whether the word lists or the expressions of one of these languages have a word that is written so."""
    plain = surface.casefold()
    return any(
        analyser.is_known(surface, each) or known.phrases.has_word(typed(plain, each), each)
        for each in languages
    )


def _is_lost(
    surface: str, words: Mapping[str, Word], spoken: Sequence[str], analyser: Analyser, known: Knowledge
) -> bool:
    """Whether a word is spelled as none of the languages has it, nor any form of it."""
    return not is_spelled(surface, spoken, analyser, known) and not any(
        known.phrases.has_word(term, each) for each in spoken for term in words[each].terms
    )


def mended(surface: str, language: str, analyser: Analyser, known: Knowledge) -> Sequence[str]:
    """Terms of the words of this language that may have been meant, the likeliest first."""
    return _mended(_plain(surface, language), language, analyser, known.phrases)


@lru_cache(maxsize=1 << 12)  # a pure function; people slip on the same words
def _mended(plain: str, language: str, analyser: Analyser, phrases: Phrases) -> Sequence[str]:
    different: dict[str, None] = {}
    for term in _terms(plain, language, analyser, phrases) if _SHORTEST <= len(plain) <= _LONGEST else ():
        different[term] = None
        if len(different) == _MOST:
            break
    return [*different]


def _terms(plain: str, language: str, analyser: Analyser, phrases: Phrases) -> Iterator[str]:
    for form in one_slip_away(plain):
        if phrases.has_word(form, language):
            yield from analyser.word(form, language).terms[:1]
        else:
            yield from [each for each in analyser.forms(form, language) if phrases.has_word(each, language)][
                :1
            ]


def _plain(surface: str, language: str) -> str:
    """Small letters without marks; Cyrillic stays, as a letter of it may be two in Latin."""
    lower = surface.casefold()
    return lower if is_cyrillic(lower) else typed(lower, language)


def written(surface: str, language: str, known: Knowledge) -> list[tuple[int, str]]:
    """How words of this language that may have been meant are written, each with its place among all slips, the likeliest first."""
    plain = _plain(surface, language)
    forms = one_slip_away(plain) if _SHORTEST <= len(plain) <= _LONGEST else ()
    return [
        (place, shown) for place, form in enumerate(forms) if (shown := known.phrases.written(form, language))
    ]
