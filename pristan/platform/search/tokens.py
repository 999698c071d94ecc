# SPDX-License-Identifier: EUPL-1.2
"""Tokens: a document as the bag of marks that engines look up.

`sl0.vrtc`: in a Slovene document, field 0 (name), the term `vrtc`. `sl/need:health`: a facet. `sl/`: every Slovene document.
The language is in the token, so no other language's documents are touched, and every engine needs only sets of tokens.
"""

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache
from sys import intern

from pristan.platform.search.port import FIELDS

_FACET = re.compile(
    r"(?:[^\WA-Z]|[:.-]){1,100}"
)  # no capitals: not every database would tell them from small letters


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

    __slots__ = ("_all", "_tokens", "_was_asked", "_words", "lengths", "letters")

    def __init__(self, tokens: str, lengths: str) -> None:
        self._tokens = tokens.split(" ")
        self._all: Counter[str] | None = None
        self._was_asked = False
        self._words: Sequence[str] | None = None
        self.letters: bytes | None = None  # see `letters`
        self.lengths: Sequence[int] = [int(length) for length in lengths.split(" ")]

    @property
    def _counts(self) -> Counter[str]:
        """How often it has each of its tokens; made when it is asked about a second time, as many documents never are."""
        if self._all is None:
            self._tokens = [*map(intern, self._tokens)]
            self._all = Counter(self._tokens)
        return self._all

    def held(self, wanted: Mapping[str, object]) -> set[str]:
        """Those of these tokens that it has."""
        return self._counts.keys() & wanted.keys()

    def counts(self, wanted: Mapping[str, object]) -> Mapping[str, int]:
        """How often it has each of these tokens; those that it has not are left out."""
        if not self._was_asked:
            self._was_asked = True
            return Counter(filter(wanted.__contains__, self._tokens))
        return {token: self._counts[token] for token in self.held(wanted)}

    def hits(self, wanted: Container[str]) -> Iterator[tuple[int, str]]:
        """(place, token) of each of these tokens, in the order of the text."""
        return ((place, token) for place, token in enumerate(self._tokens) if token in wanted)

    def words(self) -> Sequence[str]:
        """Its different terms, without meanings and facets."""
        if self._words is None:
            tokens = self._tokens if self._all is None else self._all
            self._words = tuple(dict.fromkeys(filter(None, map(_word, tokens))))
        return self._words

    def has_facet(self, language: str, facet: str) -> bool:
        """Whether the document has the facet."""
        return facet_token(language, facet) in self._counts

    def facets(self, prefixes: tuple[str, ...]) -> Iterator[str]:
        """Its facets that begin with one of the prefixes."""
        for token in self._tokens:
            language, slash, facet = token.partition("/")
            if facet and facet.startswith(prefixes):
                yield facet
            elif language and not slash:
                return


@lru_cache(maxsize=1 << 16)  # a pure function; the same tokens stand in many documents
def _word(token: str) -> str:
    """The term of a token; empty for meanings and facets."""
    return "" if ":" in token or "/" in token else intern(token.partition(".")[2])
