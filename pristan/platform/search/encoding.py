# SPDX-License-Identifier: EUPL-1.2
"""Encoding: the texts of a document become its tokens (see `tokens`)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from pristan.core.text import Analyser, Word
from pristan.core.text.languages import primary
from pristan.core.text.phrases import Phrases
from pristan.platform.search.crisis import is_crisis
from pristan.platform.search.encoded import Encoded, Tally, likelier_surface
from pristan.platform.search.port import FIELDS, IndexDocument
from pristan.platform.search.tokens import declared, everything, facet_token, is_facet

ABOUT = "about"  # the field that holds what a document is declared to be about, in meanings
LABELS = "keywords"  # the field that holds words of concepts, a label a line
PARTS = "parts"  # the field that holds the words of compounds
MOST_TERMS = 5000  # of one document; far more than any entry has, and below what every database takes


class _Text(NamedTuple):
    """A field that was read: its words, their terms, and what it means."""

    words: Sequence[Word]
    terms: Sequence[str]
    meant: Sequence[str]


class _Bag(NamedTuple):
    """A document that was read: how it is stored, its different terms and words."""

    language: str
    tokens: str
    lengths: str
    terms: set[str]
    words: dict[str, Word]


def encode(document: IndexDocument, analyser: Analyser, known: Phrases | None = None) -> Encoded:
    """Analyse a document. ValueError: something in `facets` is not a facet.

    `known`: the expressions whose meanings stand in the index beside the words of a text.
    """
    return encode_all([document], analyser, known)[0]


def encode_all(
    documents: Sequence[IndexDocument], analyser: Analyser, known: Phrases | None = None
) -> list[Encoded]:
    """Analyse many documents; those of one language share a tally."""
    # One language after the other: what was just read of its words and labels is at hand.
    order = sorted(range(len(documents)), key=lambda at: documents[at].language)
    read = {at: _bag(documents[at], analyser, known) for at in order}
    bags = [read[at] for at in range(len(documents))]
    alike: dict[str, list[_Bag]] = defaultdict(list)
    for bag in bags:
        alike[bag.language].append(bag)
    tallies = {language: _tally(some) for language, some in alike.items()}
    return [
        Encoded(
            bag.language, _plain(each.fields.get("name", "")), bag.tokens, bag.lengths, tallies[bag.language]
        )
        for each, bag in zip(documents, bags, strict=True)
    ]


def _tally(bags: Sequence[_Bag]) -> Tally:
    docs: Counter[str] = Counter()
    words: dict[str, Word] = {}
    for bag in bags:
        docs.update(bag.terms)
        words.update(bag.words)
    return Tally(len(bags), docs, _surfaces(words.values()))


def _bag(document: IndexDocument, analyser: Analyser, known: Phrases | None) -> _Bag:
    if wrong := [facet for facet in document.facets if not is_facet(facet)]:
        raise ValueError(
            f"not facets, which are small letters, digits and : . - _ (at most 100): {sorted(wrong)}"
        )
    language = primary(document.language)
    bag = [everything(language), *(facet_token(language, facet) for facet in sorted(document.facets))]
    words: list[Word] = []
    different: set[str] = set()
    lengths = []
    for number, name in enumerate(FIELDS):
        found = _read(document, name, MOST_TERMS - len(words), analyser, known)
        words += found.words
        parts = [part for word in words for part in word.parts] if name == PARTS else []
        terms = [*found.terms, *parts]
        lengths.append(str(len(terms) + (len(found.meant) if name == ABOUT else 0)))
        if every := [*terms, *found.meant, *_meant_by(parts, language, known)]:
            field = f"{language}{number}."
            bag.append(field + f" {field}".join(every))
            different.update(every)
    return _Bag(language, " ".join(bag), " ".join(lengths), different, {word.surface: word for word in words})


def _meant_by(parts: Iterable[str], language: str, known: Phrases | None) -> list[str]:
    """What the parts of compounds mean, each alone."""
    if not known:
        return []
    return [each for part in parts for each in known.ids(part, language) if not is_crisis(each)]


def _read(document: IndexDocument, name: str, most: int, analyser: Analyser, known: Phrases | None) -> _Text:
    """A field of a document, its first `most` words."""
    language, text = primary(document.language), document.fields.get(name, "")
    if name == LABELS:
        found = _labels(text, language, analyser, known)
        return found if len(found.words) <= most else _different(found.words[: max(0, most)], found.meant)
    words, meant = _line(text, language, analyser, known)
    meant = [*meant, *map(declared, document.meanings)] if name == ABOUT else meant
    words = words[: max(0, most)]
    return _Text(words, [term for word in words for term in word.terms], meant)


# Pure functions: a city has a few thousand labels, and entries of the same needs have the same ones.
@lru_cache(maxsize=1 << 10)
def _labels(text: str, language: str, analyser: Analyser, known: Phrases | None) -> _Text:
    """Labels come line by line and are read each by itself."""
    lines = [_label(line, language, analyser, known) for line in text.split("\n")]
    words = [word for words, _ in lines for word in words]
    return _different(words, [each for _, meant in lines for each in meant])


def _different(words: Sequence[Word], meant: Iterable[str]) -> _Text:
    """Many of the words of labels are the same ones: each says as much once."""
    terms = dict.fromkeys(term for word in words for term in word.terms)
    return _Text(words, [*terms], [*dict.fromkeys(meant)])


def _line(
    text: str, language: str, analyser: Analyser, known: Phrases | None
) -> tuple[Sequence[Word], Sequence[str]]:
    words = analyser.words(text, language)
    return words, [each for each in known.meant(words, language) if not is_crisis(each)] if known else []


_label = lru_cache(maxsize=1 << 13)(_line)


def _plain(name: str) -> str:
    """The first line of a name without what no database stores: zero bytes, halves of surrogate pairs."""
    line = name.partition("\n")[0].replace("\0", " ").encode("utf-8", "ignore").decode()
    return " ".join(line.split())[:300]


def _surfaces(words: Iterable[Word]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in words:
        term, shown = word.terms[0], word.surface
        former = found.get(term)
        found[term] = likelier_surface(former, shown, term) if former else shown
    return found
