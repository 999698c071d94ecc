# SPDX-License-Identifier: EUPL-1.2
"""Romanised questions: Arabic and Persian typed with Latin letters are read as the words of the thesaurus that they sound like.

How a single word is read says `core/text/romanised`; here a whole question is. It is taken for one only if more of its words sound like
known ones than any language that is written in Latin knows, so that English stays English.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import log
from pathlib import Path

from marisa_trie import BytesTrie

from pristan.core.text import romanised, tokenise, tries
from pristan.core.text.languages import CYRILLIC
from pristan.core.text.stopwords import function_words

_OWN = 0.5  # words that must sound known beyond what any other language knows, in the reader's language
_OTHER = 2.0  # and in a language that is not the reader's
_KNOWN = 0.6  # share of a question that another language knows, from which on nothing else is thought of
_VOWEL = 0.12  # what a vowel that is typed otherwise takes from how surely a word was meant
_RARE = 1.2  # slips that a word may have more for each time that it is e times as frequent
_ATTACHED = "bwflntym"  # what Arabic verbs and nouns begin with besides their root ...
_ROOT = 3  # ... of so many consonants
_SHORT = 4  # letters; in a shorter word each slip is worth more
_COMMON = 50  # how often a function word is taken to be said
_MOST = 12  # words kept for a skeleton


class Romanised:
    """Skeleton -> words, in a trie on disk that all workers map."""

    def __init__(self, path: Path) -> None:
        self._trie = BytesTrie().mmap(str(path))
        # A pure function, bounded; ends with this object.
        self._best = lru_cache(maxsize=1 << 13)(self._look_up)

    def question(self, surfaces: Sequence[str], reader: str, knows: Mapping[str, float]) -> list[str]:
        """The words of a question as they are meant; as they were typed if it is not romanised.

        `knows`: how many of the words each language knows as they are typed.
        """
        if not any(map(romanised.is_typed_so, surfaces)):
            return [*surfaces]
        surely, words = max(self._in(each, surfaces, reader, knows) for each in romanised.LANGUAGES)
        return words if surely > 0 else [*surfaces]

    def _in(
        self, language: str, surfaces: Sequence[str], reader: str, knows: Mapping[str, float]
    ) -> tuple[float, list[str]]:
        """How many of the words this language surely knows beyond what it must, and how they are meant in it."""
        is_own = language == reader
        # Word lists have Cyrillic words in Latin letters as well; who reads Arabic does not type Russian so.
        scripts = romanised.LANGUAGES + (CYRILLIC if is_own else ())
        others = max((number for each, number in knows.items() if each not in scripts), default=0.0)
        if others >= _KNOWN * len(surfaces) and not any(map(romanised.has_digit, surfaces)):
            return 0.0, []
        read = [self.read(each, language) for each in surfaces]
        surely = max(sum(share for _, share in read), knows.get(language, 0.0))
        words = [word if share else typed for (word, share), typed in zip(read, surfaces, strict=True)]
        return surely - others - (_OWN if is_own else _OTHER), words

    def read(self, surface: str, language: str) -> tuple[str, float]:
        """The word of a language that a typed one sounds like, and how surely, 0 to 1; the typed one and 0 if it sounds like none."""
        return self._best(surface.casefold(), language) if romanised.is_typed_so(surface) else (surface, 0.0)

    def _look_up(self, latin: str, language: str) -> tuple[str, float]:
        if apart := romanised.APART.get(language, {}).get(latin):
            return apart, 1.0
        best, most = (latin, 0.0), float("-inf")
        for word, number in self._like(latin, language).items():
            slips = romanised.slips(latin, word, language)
            worth = log(1 + number) - _RARE * slips * max(1.0, _SHORT / len(latin))
            if worth > most:
                best, most = (word, max(0.0, 1 - _VOWEL * slips)), worth
        return best

    def _like(self, latin: str, language: str) -> dict[str, int]:
        skeletons = romanised.typed(latin, language)
        if language == "ar" and not any(f"{language} {each}" in self._trie for each in skeletons):
            skeletons = [each[1:] for each in skeletons if len(each) > _ROOT and each[0] in _ATTACHED]
        found: dict[str, int] = {}
        for skeleton in skeletons:
            for value in self._trie.get(f"{language} {skeleton}") or ():
                for pair in value.decode().split(" "):
                    word, _, number = pair.partition("=")
                    found[word] = int(number)
        return found


def build(path: Path, expressions: Iterable[tuple[str, str, str]]) -> None:
    """Write the trie of the words of (language, text, meaning). The file appears when it is whole."""
    counts = {
        language: Counter(dict.fromkeys(function_words(language), _COMMON))
        for language in romanised.LANGUAGES
    }
    for language, text, _ in expressions:
        if language in counts:
            counts[language].update(tokenise(text))
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for language, words in counts.items():
        for word, number in words.items():
            for skeleton in romanised.written(word, language):
                found[f"{language} {skeleton}"].append((number, word))
    tries.save(BytesTrie((key, _packed(words)) for key, words in sorted(found.items())), path)


def _packed(words: Sequence[tuple[int, str]]) -> bytes:
    most = sorted(words, reverse=True)[:_MOST]
    return " ".join(f"{word}={number}" for number, word in most).encode()
