# SPDX-License-Identifier: EUPL-1.2
"""Clues: what each word of a query may mean in the index, and how much each meaning says."""

from dataclasses import dataclass
from functools import cached_property
from math import log

from pristan.core.text import Word
from pristan.core.text.lemmas import typed
from pristan.platform.search import statistics
from pristan.platform.search.port import MOST_WORDS
from pristan.platform.search.tokens import term_tokens

LONGER = 0.4  # worth of a word that only begins like the last one typed
NEAR = 0.5  # worth of a word that is only spelled almost like it
_SHORTEST_PREFIX = 3
_MOST_LONGER = 8
_MOST_CORRECTED = 6


@dataclass(frozen=True)
class Reading:
    """One term that a typed word may stand for. `docs`: how many documents have it; `worth`: 1 if it is just that word."""

    term: str
    docs: int
    worth: float
    rarity: float
    tokens: tuple[str, ...]

    @property
    def weight(self) -> float:
        """How much a document that has it says for itself."""
        return self.worth * self.rarity


@dataclass(frozen=True)
class Clue:
    """A word of the query with its readings; a document has the word if it has any of them."""

    readings: tuple[Reading, ...]

    @cached_property
    def weight(self) -> float:
        """The weight of its best reading."""
        return max(reading.weight for reading in self.readings)

    @property
    def tokens(self) -> tuple[str, ...]:
        """All tokens under which a document may have it."""
        return tuple(token for reading in self.readings for token in reading.tokens)


@dataclass(frozen=True)
class Clues:
    """All clues of a query that lead to documents, the telling ones first. `is_guess`: none of them is a word as typed."""

    clues: tuple[Clue, ...]
    is_guess: bool

    @cached_property
    def weight(self) -> float:
        """The weight of them all."""
        return sum(clue.weight for clue in self.clues)

    @cached_property
    def longest_name(self) -> int:
        """How many terms a name has at most that is made of these words as they were typed."""
        return sum(reading.worth == 1 for clue in self.clues for reading in clue.readings)


def read(words: list[Word], language: str, version: int) -> Clues:
    """Look the words of a query up (one or two queries to the database)."""
    # Each word once, at its last place: what is completed is the word typed last.
    words = list({word.terms: word for word in reversed(words[:MOST_WORDS])}.values())[::-1]
    prefix = _prefix(words, language)
    known, longer = statistics.lookup(
        language, version, (term for word in words for term in word.terms), prefix, _MOST_LONGER
    )
    total = known[statistics.ALL]
    found: list[dict[str, tuple[int, float]]] = [
        {term: (known[term], 1.0) for term in word.terms if known[term]} for word in words
    ]
    if longer and (len(prefix) > _SHORTEST_PREFIX or not found[-1]):
        found[-1] = {term: (docs, LONGER) for term, docs in longer} | found[-1]
    is_guess = not any(found)
    _correct(words, found, language, version)
    clues = [Clue(tuple(_reading(language, total, each) for each in one.items())) for one in found if one]
    return Clues(tuple(sorted(clues, key=lambda clue: -clue.weight)), is_guess)


def prefix_of(word: Word, language: str) -> str:
    """The beginning of terms that somebody who is still typing this word may mean."""
    return typed(word.surface, language)


def unknown(words: list[Word], language: str, version: int) -> list[str]:
    """First terms of words that no document has."""
    known, _ = statistics.lookup(language, version, (term for word in words for term in word.terms), "", 0)
    return [word.terms[0] for word in words if not any(known[term] for term in word.terms)]


def _prefix(words: list[Word], language: str) -> str:
    prefix = prefix_of(words[-1], language) if words else ""
    return prefix if len(prefix) >= _SHORTEST_PREFIX else ""


def _correct(
    words: list[Word], found: list[dict[str, tuple[int, float]]], language: str, version: int
) -> None:
    """Give words that no document has the meanings that are spelled almost like them."""
    lost = [place for place, one in enumerate(found) if not one][:_MOST_CORRECTED]
    if lost:
        near = statistics.near(language, version, (words[place].terms[0] for place in lost))
        for place in lost:
            found[place] = {
                each.term: (each.docs, NEAR / each.slips) for each in near.get(words[place].terms[0], ())
            }


def _reading(language: str, total: int, known: tuple[str, tuple[int, float]]) -> Reading:
    term, (docs, worth) = known
    rarity = log(1 + (max(total, docs) - docs + 0.5) / (docs + 0.5))
    return Reading(term, docs, worth, rarity, term_tokens(language, term))
