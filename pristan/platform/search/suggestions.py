# SPDX-License-Identifier: EUPL-1.2
"""Suggestions: what somebody may be about to type, and what they may have meant."""

from collections.abc import Sequence
from typing import Any, Protocol

from pristan.core.text import fold
from pristan.platform.search import candidates, clues, statistics
from pristan.platform.search.analysis import analyser
from pristan.platform.search.candidates import Branch, Condition
from pristan.platform.search.port import MOST_WORDS
from pristan.platform.search.tokens import term_tokens

_MOST = 20
_NAMES_LOOKED_AT = 200
_MOST_TERMS = 12


class Source(Protocol):
    """What suggestions need of an engine."""

    def fetch(self, branches: Sequence[Branch], version: int, *columns: str) -> list[tuple[Any, ...]]: ...


def suggest(source: Source, prefix: str, language: str, version: int, limit: int) -> list[str]:
    """Names that have a word beginning like the last one typed (and the words before it), then words that do."""
    limit = min(max(limit, 0), _MOST)
    words = analyser().words(prefix[:200], language)[:MOST_WORDS]
    if not words or not limit:
        return []
    last = words[-1]
    begun = clues.prefix_of(last, language)
    if len(begun) < 2:
        return []
    longer = statistics.beginning(language, version, begun, _MOST_TERMS)
    terms = list(dict.fromkeys([*last.terms, *(term for term, _ in longer)]))
    names = _names(source, [word.terms for word in words[:-1]], terms, language, version)
    names.sort(key=lambda name: (not fold(name).startswith(fold(prefix)), len(name), name))
    head = prefix[: prefix.rfind(last.surface)] if last.surface in prefix else ""
    spelled = [f"{head}{shown}" for _, shown in longer if shown]
    enough = max(limit - len(spelled[: limit // 2]), limit // 2)
    return list(dict.fromkeys([*names[:enough], *spelled]))[:limit]


def nearest(text: str, language: str, version: int) -> list[str]:
    """The closest known words for each unknown word, the closest of all first."""
    words = analyser().words(text[:1000], language)[:MOST_WORDS]
    if not words:
        return []
    lost = clues.unknown(words, language, version)[:6]
    close = [each for found in statistics.near(language, version, lost).values() for each in found]
    close.sort(key=lambda each: (each.slips, -each.docs, each.term))
    return list(dict.fromkeys(each.surface or each.term for each in close))


def _names(
    source: Source, before: list[tuple[str, ...]], terms: list[str], language: str, version: int
) -> list[str]:
    parts = [_in_names(terms, language), *(_in_names(list(each), language) for each in before)]
    found = source.fetch([Branch(Condition(tuple(parts)), _NAMES_LOOKED_AT)], version, "name")
    return list(dict.fromkeys(name for (name,) in found))


def _in_names(terms: list[str], language: str) -> tuple[str, ...]:
    return tuple(token for term in terms for token in term_tokens(language, term)[: candidates.NAMES])
