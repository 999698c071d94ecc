# SPDX-License-Identifier: EUPL-1.2
"""Tokens: a document as the bag of marks that engines look up.

`sl0.vrtc`: in a Slovene document, field 0 (name), the term `vrtc`. `sl/need:health`: a facet. `sl/`: every Slovene document.
The language is in the token, so no other language's documents are touched, and every engine needs only sets of tokens.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from sys import intern

from pristan.core.text import Analyser, Word, fold
from pristan.core.text.languages import primary
from pristan.core.text.phrases import Phrases
from pristan.platform.search.crisis import is_crisis
from pristan.platform.search.port import FIELDS, Encoded, IndexDocument

ABOUT = "about"  # the field that holds what a document is declared to be about, in meanings
LABELS = "keywords"  # the field that holds words of concepts, a label a line
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


def declared(meaning: str) -> str:
    """The term of a meaning that a document is declared to be about, not only says."""
    return f"d:{meaning}"


def everything(language: str) -> str:
    """The token that every document of the language has."""
    return f"{language}/"


def term_tokens(language: str, term: str, *, is_meaning: bool = False) -> tuple[str, ...]:
    """The tokens of a term, one for each field in the order of FIELDS. A meaning is no part of a compound: the last field has none."""
    return tuple(f"{language}{number}.{term}" for number in range(len(FIELDS) - is_meaning))


def encode(document: IndexDocument, analyser: Analyser, known: Phrases | None = None) -> Encoded:
    """Analyse a document. ValueError: something in `facets` is not a facet.

    `known`: the expressions whose meanings stand in the index beside the words of a text.
    """
    if wrong := [facet for facet in document.facets if not is_facet(facet)]:
        raise ValueError(
            f"not facets, which are small letters, digits and : . - _ (at most 100): {sorted(wrong)}"
        )
    language = primary(document.language)
    bag = [everything(language), *(facet_token(language, facet) for facet in sorted(document.facets))]
    words: list[Word] = []
    meanings: set[str] = set()
    lengths = []
    for number, name in enumerate(FIELDS):
        found, meant = _read(document.fields.get(name, ""), name, language, analyser, known)
        found = found[: max(0, MOST_TERMS - len(words))]
        words += found
        terms = [term for word in found for term in word.terms]
        meant += [declared(each) for each in document.meanings] if name == ABOUT else []
        terms += (part for word in words for part in word.parts) if name == "parts" else ()
        if name == LABELS:  # many of their words are the same ones: each says as much once
            terms, meant = list(dict.fromkeys(terms)), list(dict.fromkeys(meant))
        lengths.append(str(len(terms) + (len(meant) if name == ABOUT else 0)))
        bag += [f"{language}{number}.{each}" for each in (*terms, *meant)]
        meanings.update(meant)
    return Encoded(
        language,
        _plain(document.fields.get("name", "")),
        " ".join(bag),
        " ".join(lengths),
        frozenset(meanings | {term for word in set(words) for term in (*word.terms, *word.parts)}),
        _surfaces(dict.fromkeys(words)),
    )


def _surfaces(words: Iterable[Word]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in words:
        term, shown = word.terms[0], word.surface
        former = found.get(term)
        found[term] = likelier_surface(former, shown, term) if former else shown
    return found


def _read(
    text: str, name: str, language: str, analyser: Analyser, known: Phrases | None
) -> tuple[list[Word], list[str]]:
    """Words and meanings of a field. Labels come line by line, the same ones with many documents: each is read once."""
    if name != LABELS:
        words, meant = _line(text, language, analyser, known)
        return list(words), list(meant)
    lines = [_line_of_labels(line, language, analyser, known) for line in text.split("\n")]
    return [word for words, _ in lines for word in words], [each for _, meant in lines for each in meant]


def _line(
    text: str, language: str, analyser: Analyser, known: Phrases | None
) -> tuple[Sequence[Word], Sequence[str]]:
    words = analyser.words(text, language)
    spans = known.find(words, language) if known else ()
    return words, [each for span in spans for each in span.ids if not is_crisis(each)]


_line_of_labels = lru_cache(maxsize=1 << 13)(_line)  # a pure function; a city has a few thousand labels


def _plain(name: str) -> str:
    """The first line of a name without what no database stores: zero bytes, halves of surrogate pairs."""
    line = name.partition("\n")[0].replace("\0", " ").encode("utf-8", "ignore").decode()
    return " ".join(line.split())[:300]


def terms_in(tokens: str) -> set[str]:
    """The different terms of a stored document."""
    return {token.partition(".")[2] for token in tokens.split(" ") if "/" not in token}


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


def likelier_surface(one: str, other: str, term: str) -> str:
    """Which of two spellings stands better for a term: the one nearest to its base form, rather in small letters."""
    return min((one, other), key=lambda word: _distance(word, len(term)))


@lru_cache(maxsize=1 << 16)  # a pure function of few different words
def _distance(word: str, length: int) -> tuple[int, bool, str]:
    return abs(len(fold(word)) - length), not word.islower(), word
