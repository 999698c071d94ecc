# SPDX-License-Identifier: EUPL-1.2
"""Phrases: which known expressions stand in a text, whatever forms their words have.

An expression is the sequence of terms of its words (function words left out), so "iščem stanovanje" and "stanovanja iskati"
are the same two. Function words that an expression does contain are marked, so that it never matches on one that it does not. Some
are found as well when their words stand apart ("my *son* needs *help* with his *homework*"), others only word by word (see
`verbatim`). They lie in one trie on disk that all workers map, and beside them the vocabulary: every telling word of an
expression, as it is typed and as a term.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from pathlib import Path

from marisa_trie import BytesTrie

from pristan.core.text import tries, verbatim
from pristan.core.text.analyser import Analyser, Word
from pristan.core.text.languages import family
from pristan.core.text.lemmas import typed
from pristan.core.text.words import tokenise

LONGEST = 5  # words of an expression
KEPT = "x:"  # ids whose expressions count even when only one of their words is no function word
LOOSE = ("n:", "x:")  # ids whose expressions may stand apart
_APART = 6  # words within which they stand then
_MOST_APART = 12  # words of a text that are looked at for them
_FUNCTION = "~"  # before the term of a function word that an expression contains
# Keys with which expressions begin, and the words that may follow each (see `verbatim.Look`).
Begun = Sequence[tuple[str, str]]
_NOTHING: tuple[tuple[str, ...], Begun] = ((), ())


@dataclass(frozen=True, slots=True)
class Span:
    """The words of a text at `places`, in order, mean `ids`. `is_close`: no other word stood between them where they were looked for."""

    places: tuple[int, ...]
    ids: tuple[str, ...]
    is_close: bool = True

    @property
    def start(self) -> int:
        """The first place."""
        return self.places[0]

    @property
    def end(self) -> int:
        """After the last place."""
        return self.places[-1] + 1


class Phrases:
    """Expressions of many languages. `Span.ids` are whatever the builder gave. `memory`: how many words are remembered."""

    def __init__(self, path: Path, *, memory: int = 1 << 15) -> None:
        self._trie = BytesTrie().mmap(str(path))
        # Memories of pure functions, bounded; they end with this object. The same words come again and again.
        self._look = lru_cache(maxsize=memory // 2)(self._look_up)
        self._first = lru_cache(maxsize=memory)(self._start)

    def find(self, words: Sequence[Word], language: str) -> list[Span]:
        """All expressions in a run of words, by where they begin; a longer one does not hide the shorter ones in it."""
        found = self._walk(words, family(language))
        return [Span(tuple(range(start, end)), ids) for start, end, ids in found]

    def meant(self, words: Sequence[Word], language: str) -> list[str]:
        """The ids of all that `find` finds."""
        return [each for _, _, ids in self._walk(words, family(language)) for each in ids]

    def find_apart(self, words: Sequence[Word], language: str) -> list[Span]:
        """Expressions (of `LOOSE` ids) of two or three telling words that stand near each other, in whatever order."""
        found: list[Span] = []
        telling = [at for at, word in enumerate(words) if word.terms and not _is_slight(word)][:_MOST_APART]
        for number in (2, 3):
            for places in combinations(telling, number):
                if places[-1] - places[0] <= _APART:
                    ids = _ids(
                        self._trie.get(_loose_key([words[place].terms[0] for place in places], language))
                    )
                    is_close = places[-1] - places[0] < number
                    found += [Span(places, ids, is_close)] if ids else []
        return found

    def find_verbatim(self, surfaces: Sequence[str], language: str) -> list[Span]:
        """Expressions that stand word by word among the words of a text as they are typed."""
        return [Span(places, ids) for places, ids in verbatim.find(self._look, surfaces, language)]

    def ids(self, term: str, language: str) -> tuple[str, ...]:
        """What a single term means."""
        return _ids(self._trie.get(f"{family(language)} {term}"))

    def has_word(self, form: str, language: str) -> bool:
        """Whether a word of an expression is typed so, written so in small letters, or has this term."""
        return f"{family(language)}= {form}" in self._trie

    def written(self, form: str, language: str) -> str:
        """How such a word is written; empty if there is none, or none that is to be shown."""
        found = self._trie.get(f"{family(language)}= {form}")
        return found[0].decode() if found else ""

    def _walk(self, words: Sequence[Word], language: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """(first place, place after the last, ids) of expressions."""
        for start, word in enumerate(words):
            ids, begun = self._first(language, word.terms, word.is_function_word)
            if ids:
                yield start, start + 1, ids
            if begun:
                yield from self._from(words, start, begun)

    def _from(
        self, words: Sequence[Word], start: int, begun: Begun
    ) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Those of two words and more that begin at a word."""
        for end in range(start + 2, min(start + LONGEST, len(words)) + 1):
            word = words[end - 1]
            forms = _forms(word.terms, word.is_function_word)
            ids, begun = self._meant(
                [f"{key} {form}" for key, following in begun for form in forms if f" {form} " in following]
            )
            if ids:
                yield start, end, ids
            if not begun:
                return

    def _start(
        self, language: str, terms: tuple[str, ...], is_function_word: bool
    ) -> tuple[tuple[str, ...], Begun]:
        return self._meant([f"{language} {form}" for form in _forms(terms, is_function_word)])

    def _meant(self, keys: Sequence[str]) -> tuple[tuple[str, ...], Begun]:
        """What any of these keys means, and those with which longer ones begin."""
        if not keys:
            return _NOTHING
        looked = [(key, *self._look(key)) for key in keys]
        found = tuple(dict.fromkeys(name for _, ids, _ in looked for name in ids))
        return found, tuple((key, following) for key, _, following in looked if following)

    def _look_up(self, key: str) -> tuple[tuple[str, ...], str]:
        """What a key means, and which words go on from it to longer ones, each between spaces."""
        length, longer = len(key) + 1, self._trie.keys(f"{key} ")
        following = dict.fromkeys(each[length:].partition(" ")[0] for each in longer)
        return _ids(self._trie.get(key)), " ".join(["", *following, ""]) if following else ""


def build(
    path: Path,
    expressions: Iterable[tuple[str, str, str]],
    analyser: Analyser,
    unshown: Container[tuple[str, str]] = (),
) -> int:
    """Write the trie of (language, expression, id); returns how many ways to say something there are. The file appears when it is whole.

    `unshown`: (language, expression) of those that are heard, but are not how words are written; so are words of danger.
    """
    keys: set[tuple[str, str]] = set()
    vocabulary: dict[str, str] = {}
    written: set[tuple[str, str, bool]] = set()  # the same words stand in thousands of expressions
    for language, text, name in expressions:
        words = [word for surface in tokenise(text) if (word := analyser.word(surface, language)).terms]
        is_verbatim = name.startswith(verbatim.IDS)
        made = [verbatim.key(text, language)] if is_verbatim else _keys(words, language, name)
        keys.update((key, name) for key in made)
        is_shown = not name.startswith(KEPT) and (language, text) not in unshown
        new = [word for word in words if (language, word.surface, is_shown) not in written]
        written.update((language, word.surface, is_shown) for word in new)
        for key, surface in _vocabulary(new, language):
            vocabulary[key] = max(vocabulary.get(key, ""), surface if is_shown else "", key=_rank)
    tries.save(BytesTrie((key, name.encode()) for key, name in sorted([*keys, *vocabulary.items()])), path)
    return len(keys)


def _rank(surface: str) -> tuple[bool, int, bool, str]:
    """Of two ways to write a word, the one with its marks and in small letters is the better one."""
    return bool(surface), len(surface.encode()) - len(surface), surface.islower(), surface


def _vocabulary(words: Iterable[Word], language: str) -> Iterator[tuple[str, str]]:
    """(key, how it is written) of telling words; a term is no way to write a word."""
    for word in words:
        if not word.is_function_word:
            lower = word.surface.casefold()
            forms = {word.terms[0]: "", lower: word.surface, typed(lower, language): word.surface}
            yield from ((f"{family(language)}= {form}", shown) for form, shown in forms.items())


def _keys(every: Sequence[Word], language: str, name: str) -> Iterator[str]:
    words = [word for word in every if is_telling(word, is_danger=name.startswith(KEPT))] or every
    if 1 < len(every) <= LONGEST and len(words) < len(every):
        yield _key(every, language)  # "find a job", word by word
    # What is left of "where is my child" must not make "child" mean that somebody is missing.
    # And what is left of "I can go on no more" must not make "no more" mean despair.
    is_left = len(words) < len(every) and all(word.is_light for word in words)
    if not is_left and (
        1 < len(words) <= LONGEST or len(every) == 1 or (len(words) == 1 and name.startswith(KEPT))
    ):
        yield _key(words, language)
        if language == "ar":  # a verb that is written in the present is meant in every form
            yield _key(words, language, which=-1)
    if len(words) == 2:  # in free word order both are said
        yield _key(words[::-1], language)
    terms = {word.terms[0] for word in words}
    if (
        len(terms) in (2, 3)
        and name.startswith(LOOSE)
        and not any(word.is_light or word.is_wish for word in words)
    ):
        yield _loose_key(terms, language)  # without its "not" it would mean something else


def is_telling(word: Word, *, is_danger: bool = False) -> bool:
    """Whether a word belongs to an expression; to one of danger do "want" and "find" as well."""
    return not word.is_function_word or (is_danger and word.is_wish)


def _key(words: Sequence[Word], language: str, *, which: int = 0) -> str:
    # An expression is written in its base form: its words are the likeliest ones.
    marks = (_FUNCTION if word.is_function_word else "" for word in words)
    terms = (word.terms[which] for word in words)
    return " ".join([family(language), *map(str.__add__, marks, terms)])


@lru_cache(maxsize=1 << 16)  # a pure function; the same words come again and again
def _forms(terms: tuple[str, ...], is_function_word: bool) -> tuple[str, ...]:
    """How a word of a text may stand in an expression: a function word only as such, others also as one that is none here."""
    marked = tuple(f"{_FUNCTION}{term}" for term in terms)
    return marked if is_function_word else (*terms, *marked[:1])


def _is_slight(word: Word) -> bool:
    return word.is_light or word.is_function_word


def _loose_key(terms: Iterable[str], language: str) -> str:
    return " ".join([f"{family(language)}+", *sorted(terms)])


def _ids(found: list[bytes] | None) -> tuple[str, ...]:
    return tuple(each.decode() for each in found) if found else ()
