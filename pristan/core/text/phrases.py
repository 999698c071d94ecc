# SPDX-License-Identifier: EUPL-1.2
"""Phrases: which known expressions stand in a text, whatever forms their words have.

An expression is the sequence of terms of its words (function words left out), so "iščem stanovanje" and "stanovanja iskati"
are the same two. They lie in one trie on disk that all workers map.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from marisa_trie import BytesTrie

from pristan.core.text.analyser import Analyser, Word
from pristan.core.text.distance import within
from pristan.core.text.languages import family
from pristan.core.text.words import tokenise

LONGEST = 5  # words of an expression
KEPT = "x:"  # ids whose expressions count even when only one of their words is no function word
_MOST_NEAR = 400  # expressions that a misspelled word is compared with


@dataclass(frozen=True, slots=True)
class Span:
    """Words `start` up to (not with) `end` of a text mean `ids`."""

    start: int
    end: int
    ids: tuple[str, ...]


class Phrases:
    """Expressions of many languages. `Span.ids` are whatever the builder gave."""

    def __init__(self, path: Path) -> None:
        self._trie = BytesTrie().mmap(str(path))
        # A memory of a pure function, bounded; it ends with this object. The same words come again and again.
        self._look = lru_cache(maxsize=1 << 16)(self._look_up)

    def find(self, words: Sequence[Word], language: str) -> list[Span]:
        """All expressions in a run of words, by where they begin; a longer one does not hide the shorter ones in it."""
        language = family(language)
        return [span for start in range(len(words)) for span in self._from(words, start, language)]

    def ids(self, term: str, language: str) -> tuple[str, ...]:
        """What a single term means."""
        return _ids(self._trie.get(f"{family(language)} {term}"))

    def near(self, term: str, language: str, limit: int) -> list[tuple[str, int]]:
        """Single-word expressions spelled almost like a term, with the number of slips; the first two letters hold."""
        slips = 0 if len(term) < 5 else 1 if len(term) < 8 else 2
        head = f"{family(language)} "
        found: dict[str, int] = {}
        keys = self._trie.iterkeys(head + term[:2]) if slips else iter(())
        for _, key in zip(range(_MOST_NEAR), keys, strict=False):
            other = key[len(head) :]
            if " " not in other and other not in found and (n := within(term, other, slips)):
                found[other] = n
        return sorted(found.items(), key=lambda each: (each[1], each[0]))[:limit]

    def _from(self, words: Sequence[Word], start: int, language: str) -> Iterator[Span]:
        begun = [language]
        for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
            looked = [(key, self._look(key)) for each in begun for key in _longer(each, words[end - 1])]
            if found := tuple(dict.fromkeys(name for _, (ids, _) in looked for name in ids)):
                yield Span(start, end, found)
            begun = [key for key, (_, goes_on) in looked if goes_on]
            if not begun:
                return

    def _look_up(self, key: str) -> tuple[tuple[str, ...], bool]:
        """What a key means, and whether longer ones begin with it."""
        return _ids(self._trie.get(key)), next(self._trie.iterkeys(key + " "), None) is not None


def _longer(key: str, word: Word) -> list[str]:
    return [f"{key} {term}" for term in word.terms]


def build(path: Path, expressions: Iterable[tuple[str, str, str]], analyser: Analyser) -> int:
    """Write the trie of (language, expression, id); returns how many keys it has. The file appears when it is whole."""
    keys = {
        (key, name) for language, text, name in expressions for key in _keys(text, language, name, analyser)
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.draft")
    try:
        BytesTrie((key, name.encode()) for key, name in sorted(keys)).save(str(draft))
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return len(keys)


def _keys(text: str, language: str, name: str, analyser: Analyser) -> Iterator[str]:
    every = [word for surface in tokenise(text) if (word := analyser.word(surface, language)).terms]
    words = [word for word in every if not word.is_function_word] or every
    if 1 < len(every) <= LONGEST and len(words) < len(every):
        yield _key(every, language)  # "find a job", word by word
    # What is left of "where is my child" must not make "child" mean that somebody is missing.
    if 1 < len(words) <= LONGEST or len(every) == 1 or (len(words) == 1 and name.startswith(KEPT)):
        yield _key(words, language)
    if len(words) == 2:  # in free word order both are said
        yield _key(words[::-1], language)


def _key(words: Sequence[Word], language: str) -> str:
    # An expression is written in its base form: its words are the likeliest ones.
    return " ".join([family(language), *(word.terms[0] for word in words)])


def _ids(found: list[bytes] | None) -> tuple[str, ...]:
    return tuple(each.decode() for each in found) if found else ()
