# SPDX-License-Identifier: EUPL-1.2
"""Tokens: a document as the bag of marks that engines look up.

`sl0.vrtc`: in a Slovene document, field 0 (name), the term `vrtc`. `sl/need:health`: a facet. `sl/`: every Slovene document.
The language is in the token, so no other language's documents are touched, and every engine needs only sets of tokens.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pristan.core.text import Analyser, Word, fold
from pristan.core.text.languages import primary
from pristan.platform.search.port import FIELDS, IndexDocument

MOST_TERMS = 5000  # of one document; far more than any entry has, and below what every database takes
_FACET = re.compile(
    r"(?:[^\WA-Z]|[:.-]){1,100}"
)  # no capitals: not every database would tell them from small letters


def is_facet(facet: str) -> bool:
    """Whether this can be a facet at all."""
    return _FACET.fullmatch(facet) is not None


def facet_token(language: str, facet: str) -> str:
    """The token of a facet."""
    return f"{language}/{facet}"


def everything(language: str) -> str:
    """The token that every document of the language has."""
    return f"{language}/"


def term_tokens(language: str, term: str) -> tuple[str, ...]:
    """The tokens of a term, one for each field in the order of FIELDS."""
    return tuple(f"{language}{number}.{term}" for number in range(len(FIELDS)))


@dataclass(frozen=True)
class Encoded:
    """A document to be stored, and the words that it was made from. `lengths`: how many terms each field has."""

    language: str
    name: str
    tokens: str
    lengths: str
    words: list[Word]

    def terms(self) -> set[str]:
        """Its different terms."""
        return {term for word in self.words for term in word.terms}


def encode(document: IndexDocument, analyser: Analyser) -> Encoded:
    """Analyse a document. ValueError: something in `facets` is not a facet."""
    if wrong := [facet for facet in document.facets if not is_facet(facet)]:
        raise ValueError(
            f"not facets, which are small letters, digits and : . - _ (at most 100): {sorted(wrong)}"
        )
    language = primary(document.language)
    bag = [everything(language), *(facet_token(language, facet) for facet in sorted(document.facets))]
    words: list[Word] = []
    lengths = []
    for number, field in enumerate(FIELDS):
        found = analyser.words(document.fields.get(field, ""), language)[: max(0, MOST_TERMS - len(words))]
        words += found
        terms = [f"{language}{number}.{term}" for word in found for term in word.terms]
        lengths.append(str(len(terms)))
        bag += terms
    return Encoded(language, _plain(document.fields.get("name", "")), " ".join(bag), " ".join(lengths), words)


def _plain(name: str) -> str:
    """The first line of a name without what no database stores: zero bytes, halves of surrogate pairs."""
    line = name.partition("\n")[0].replace("\0", " ").encode("utf-8", "ignore").decode()
    return " ".join(line.split())[:300]


def terms_in(tokens: str) -> set[str]:
    """The different terms of a stored document."""
    return {token.partition(".")[2] for token in tokens.split(" ") if "/" not in token}


class Stored:
    """A document as it was stored, asked about its tokens.

    Searching in the one string is several times faster than cutting it into tokens first.
    """

    __slots__ = ("_text", "lengths")

    def __init__(self, tokens: str, lengths: str) -> None:
        self._text = f" {tokens} "
        self.lengths: Sequence[int] = [int(length) for length in lengths.split(" ")]

    def has(self, term: str) -> bool:
        """Whether the term may be in any field (a quick look: a facet may end like it, after a full stop)."""
        return f".{term} " in self._text

    def count(self, token: str) -> int:
        """How often the token is there; direct repetitions count as one."""
        return self._text.count(f" {token} ")

    def has_facet(self, language: str, facet: str) -> bool:
        """Whether the document has the facet."""
        return f" {facet_token(language, facet)} " in self._text

    def facets(self, language: str, prefixes: tuple[str, ...]) -> Iterator[str]:
        """Its facets that begin with one of the prefixes."""
        start = len(language) + 1
        wanted = tuple(facet_token(language, prefix) for prefix in prefixes)
        for token in self._text.partition(f" {language}0.")[0].split(" "):
            if token.startswith(wanted) and len(token) > start:
                yield token[start:]


def likelier_surface(one: str, other: str, term: str) -> str:
    """Which of two spellings stands better for a term: the one nearest to its base form, rather in small letters."""
    return min(one, other, key=lambda word: (abs(len(fold(word)) - len(term)), not word.islower(), word))
