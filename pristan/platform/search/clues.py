# SPDX-License-Identifier: EUPL-1.2
"""Clues: what each word of a query may mean in the documents of one language, and how much each meaning says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from pristan.core.text import Word
from pristan.core.text.lemmas import typed
from pristan.platform.search import statistics
from pristan.platform.search.changes import ALL
from pristan.platform.search.meanings import Asked
from pristan.platform.search.tokens import declared, term_tokens
from pristan.platform.search.understanding import Question

DECLARED = "n"  # first letters of meanings whose being declared counts by itself
NAMED = 1.5  # worth of being declared to be about what the whole question names, as a multiple of its own
LONGER = 0.4  # worth of a word that only begins like the last one typed
SLIPPED = 0.6  # share that is left when the one typed is taken for a slip of the finger
NEAR = 0.5  # worth of a word that is only spelled almost like it
LEARNED = 0.9  # worth of a word that was seen to stand for the one typed, as a share of how surely
PART = 0.55  # worth of a word that is only a part of the compound that was typed
_SHORTEST_PREFIX = 3
_MOST_TYPING = 2  # words of a query that somebody may still be typing; longer ones are questions
_MOST_LONGER = 8
_MOST_CORRECTED = 6
_MOST_READINGS = 24  # of one word
_MOST_TELLING = 6


@dataclass(frozen=True)
class Reading:
    """One term that a typed word may stand for. `docs`: how many documents have it; `is_typed`: it is just that word."""

    term: str
    docs: int
    worth: float
    rarity: float
    tokens: tuple[str, ...]
    is_typed: bool = False

    @cached_property
    def weight(self) -> float:
        """How much a document that has it says for itself."""
        return self.worth * self.rarity

    @cached_property
    def kind(self) -> str:
        """The very word (empty), a concept (`n`, `a`) or a sense (`s`)."""
        return self.term.partition(":")[0] if ":" in self.term else ""


@dataclass(frozen=True)
class Clue:
    """A word of the query with its readings; a document has the word if it has any of them."""

    readings: tuple[Reading, ...]

    @cached_property
    def weight(self) -> float:
        """The weight of its best reading."""
        return max(reading.weight for reading in self.readings)

    @property
    def telling(self) -> tuple[str, ...]:
        """The tokens of the readings that are worth most."""
        return tuple(token for reading in self.readings[:_MOST_TELLING] for token in reading.tokens)


@dataclass(frozen=True)
class Clues:
    """All clues of a query that lead to documents, the telling ones first. `is_guess`: none of them is a word as typed.

    `total`: how many documents of the language there are.
    """

    clues: tuple[Clue, ...]
    is_guess: bool
    total: int

    @cached_property
    def weight(self) -> float:
        """The weight of them all."""
        return sum(clue.weight for clue in self.clues)

    @cached_property
    def longest_name(self) -> int:
        """How many terms a name has at most that is made of these words as they were typed."""
        return sum(reading.is_typed for clue in self.clues for reading in clue.readings)


Found = list[dict[str, tuple[int, float]]]  # for each word: term -> (documents, worth)


def read(question: Question, languages: Sequence[str], reader: str, version: int) -> dict[str, Clues]:
    """Look the words of a question up, for documents of each language (one or two queries to the database)."""
    asked = _different(question.asked, languages[0])
    prefix = _prefix(asked, reader) if reader in languages else ""
    wanted = {language: _wanted(asked, language, question) for language in languages}
    known, longer = statistics.lookup(
        {language: [term for one in terms for term in one] for language, terms in wanted.items()},
        version, reader, prefix, _MOST_LONGER,
    )  # fmt: skip
    found: dict[str, Found] = {
        language: [
            {term: (known[language, term], worth) for term, worth in one.items() if known[language, term]}
            for one in wanted[language]
        ]
        for language in languages
    }
    _prefer_own(asked, found)
    own = found.get(reader, found[languages[0]])
    if longer and (len(prefix) > _SHORTEST_PREFIX or not own[-1]):
        own[-1] = {term: (docs, LONGER) for term, docs in longer} | own[-1]
    is_guess = not any(one for each in found.values() for one in each)
    _correct(asked, found, reader if reader in found else languages[0], version)
    return {
        language: Clues(_clues(asked, each, language, known), is_guess, known[language, ALL])
        for language, each in found.items()
    }


def _prefer_own(asked: Sequence[Asked], found: Mapping[str, Found]) -> None:
    """A word that documents have as it was typed is no slip of a finger."""
    for at, each in enumerate(asked):
        own = {term for word in each.words.values() for term in word.terms} - each.slips
        if each.slips and any(own & one[at].keys() for one in found.values()):
            for one in found.values():
                one[at] = {term: told for term, told in one[at].items() if term in own}


def _different(asked: Sequence[Asked], language: str) -> list[Asked]:
    # Each word once, at its last place: what is completed is the word typed last.
    return list({each.words[language].terms or (each.surface,): each for each in reversed(asked)}.values())[
        ::-1
    ]


def _wanted(asked: Sequence[Asked], language: str, question: Question) -> list[dict[str, float]]:
    """For each word: the terms it may stand for, with their worth."""
    found = []
    for each in asked:
        word, worth = each.words[language], question.worth(language) * each.light
        terms = dict.fromkeys(word.parts, worth * PART) | each.likely
        terms |= {
            declared(name): likely * (NAMED if name in each.named else 1.0)
            for name, likely in each.likely.items()
            if name[0] in DECLARED
        }
        terms |= {term: worth * LEARNED * weight for term, weight in each.learned.get(language, {}).items()}
        terms |= {term: worth * (SLIPPED if term in each.slips else 1.0) for term in word.terms}
        found.append(terms)
    return found


def _clues(
    asked: Sequence[Asked], found: Found, language: str, known: Mapping[tuple[str, str], int]
) -> tuple[Clue, ...]:
    total, clues = known[language, ALL], []
    for each, one in zip(asked, found, strict=True):
        typed_terms = {*each.words[language].terms} - each.slips
        readings = [_reading(language, total, pair, pair[0] in typed_terms) for pair in one.items()]
        if readings:
            clues.append(Clue(tuple(sorted(readings, key=lambda each: -each.worth)[:_MOST_READINGS])))
    return tuple(sorted(clues, key=lambda clue: -clue.weight))


def prefix_of(word: Word, language: str) -> str:
    """The beginning of terms that somebody who is still typing this word may mean."""
    return typed(word.surface, language)


def unknown(words: list[Word], language: str, version: int) -> list[str]:
    """First terms of words that no document has."""
    terms = [term for word in words for term in word.terms]
    known, _ = statistics.lookup({language: terms}, version, language, "", 0)
    return [word.terms[0] for word in words if not any(known[language, term] for term in word.terms)]


def _prefix(asked: Sequence[Asked], reader: str) -> str:
    """What the last word may be the beginning of; nothing when it ends a whole question as a word that is known."""
    if not asked or (len(asked) > _MOST_TYPING and asked[-1].is_known):
        return ""
    prefix = prefix_of(asked[-1].words[reader], reader)
    return prefix if len(prefix) >= _SHORTEST_PREFIX else ""


def _correct(asked: Sequence[Asked], found: Mapping[str, Found], reader: str, version: int) -> None:
    """Give words that lead nowhere the words that are spelled almost like them, in the reader's language."""
    lost = [
        place
        for place, each in enumerate(asked)
        if not each.is_known and not any(one[place] for one in found.values())
    ]
    firsts = {place: _first(asked[place].words[reader]) for place in lost[:_MOST_CORRECTED]}
    if firsts:
        near = statistics.near(reader, version, filter(None, firsts.values()))
        for place, term in firsts.items():
            found[reader][place] = {each.term: (each.docs, NEAR / each.slips) for each in near.get(term, ())}


def _first(word: Word) -> str:
    return word.terms[0] if word.terms else ""


def _reading(language: str, total: int, known: tuple[str, tuple[int, float]], is_typed: bool) -> Reading:
    term, (docs, worth) = known
    rarity = log(1 + (max(total, docs) - docs + 0.5) / (docs + 0.5))
    return Reading(term, docs, worth, rarity, term_tokens(language, term), is_typed)
