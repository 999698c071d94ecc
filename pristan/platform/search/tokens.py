# SPDX-License-Identifier: EUPL-1.2
"""Tokens: a document as the bag of marks that engines look up.

`sl0.vrtc`: in a Slovene document, field 0 (name), the term `vrtc`. `sl/need:health`: a facet. `sl/`: every Slovene document.
The language is in the token, so no other language's documents are touched, and every engine needs only sets of tokens.
"""

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import compress
from sys import intern

from pristan.platform.search.port import FIELDS

_FACET = re.compile(
    r"(?:[^\WA-Z]|[:.-]){1,100}"
)  # no capitals: not every database would tell them from small letters
_ABOUT = FIELDS.index("about")
_WORD = re.compile(r"(?<!\S)[a-z]+\d\.([^\s:/]+)(?!\S)")  # the term of a token; none of meanings and facets


@lru_cache(maxsize=1 << 12)  # a pure function; a city has a few hundred facets
def is_facet(facet: str) -> bool:
    """Whether this can be a facet at all."""
    return _FACET.fullmatch(facet) is not None


def facet_token(language: str, facet: str) -> str:
    """The token of a facet."""
    return f"{language}/{facet}"


def declared(meaning: str) -> str:
    """The term of a meaning that a document is declared to be about, not only says."""
    return f"d:{meaning}"


def everything(language: str) -> str:
    """The token that every document of the language has."""
    return f"{language}/"


def term_tokens(language: str, term: str) -> tuple[str, ...]:
    """The tokens of a term, one for each field in the order of FIELDS."""
    return tuple(f"{language}{number}.{term}" for number in range(len(FIELDS)))


class Stored:
    """A document as it was stored, asked about its tokens."""

    __slots__ = ("_declared", "_tokens", "_words", "language", "lengths", "letters")

    def __init__(self, tokens: str, lengths: str) -> None:
        self._tokens = tuple(map(intern, tokens.split(" ")))  # most stand in many documents
        self._words: Sequence[str] | None = None
        self._declared: Sequence[str] | None = None
        self.language = tokens.partition("/")[0]
        self.letters: bytes | None = None  # see `letters`
        self.lengths: Sequence[int] = [int(length) for length in lengths.split(" ")]

    @property
    def is_declared(self) -> bool:
        """Whether it is declared to be about anything."""
        return bool(self.lengths[_ABOUT])

    def terms(self) -> Iterator[tuple[int, str, int]]:
        """(field, term or meaning, how often it stands there); no facets."""
        for token, number in Counter(self._tokens).items():
            place, dot, term = token.partition(".")
            if dot and "/" not in place:
                yield int(place[-1]), term, number

    def held(self, wanted: Container[str]) -> set[str]:
        """Those of these tokens that it has."""
        return set(filter(wanted.__contains__, self._tokens))

    def counts(self, wanted: Container[str]) -> Mapping[str, int]:
        """How often it has each of these tokens; those that it has not are left out."""
        return Counter(filter(wanted.__contains__, self._tokens))

    def hits(self, wanted: Container[str]) -> Iterator[tuple[int, str]]:
        """(place, token) of each of these tokens, in the order of the text."""
        return compress(enumerate(self._tokens), map(wanted.__contains__, self._tokens))

    def declared(self) -> Sequence[str]:
        """The meanings that it is declared to be about, in the order in which it names them."""
        if self._declared is None:
            mark = f"{self.language}{_ABOUT}.{declared('')}"
            found: list[str] = []
            for token in reversed(self._tokens):  # they stand together, near the end
                if token.startswith(mark):
                    found.append(token.removeprefix(mark))
                elif found:
                    break
            self._declared = tuple(found[::-1])
        return self._declared

    def words(self) -> Sequence[str]:
        """Its different terms, without meanings and facets."""
        if self._words is None:
            self._words = tuple(dict.fromkeys(map(intern, _WORD.findall(" ".join(self._tokens)))))
        return self._words

    def has_facet(self, language: str, facet: str) -> bool:
        """Whether the document has the facet."""
        return facet_token(language, facet) in self._tokens

    def facets(self, prefixes: tuple[str, ...]) -> Iterator[str]:
        """Its facets that begin with one of the prefixes."""
        for token in self._tokens:
            language, slash, facet = token.partition("/")
            if facet and facet.startswith(prefixes):
                yield facet
            elif language and not slash:
                return
