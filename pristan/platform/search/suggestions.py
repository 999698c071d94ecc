# SPDX-License-Identifier: EUPL-1.2
"""Suggestions: what somebody may be about to type, and what they may have meant."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import islice, product
from typing import Any, Protocol

from pristan.core.text import fold, tokenise
from pristan.core.text.characters import normalise
from pristan.core.text.languages import TAUGHT, primary
from pristan.core.text.scripts import is_cyrillic
from pristan.platform.search import candidates, clues, spelling, statistics
from pristan.platform.search.analysis import analyser
from pristan.platform.search.candidates import Branch, Condition
from pristan.platform.search.knowledge import Knowledge, knowledge
from pristan.platform.search.meanings import Asked
from pristan.platform.search.port import MOST_WORDS, Hits, Query
from pristan.platform.search.tokens import term_tokens
from pristan.platform.search.understanding import UNNAMED, understand

_MOST = 20
_NAMES_LOOKED_AT = 200
_MOST_TERMS = 12
_MOST_LOST = 3  # words that are corrected
_MOST_TRIED = 8  # corrections that are asked for
_MOST_MEANT = 3  # that are offered


class Source(Protocol):
    """What suggestions need of an engine."""

    def query(self, q: Query) -> Hits: ...
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


def meant(source: Source, q: Query) -> list[str]:
    """The text with words that are known nowhere spelled as known ones, if they are most of it; only what finds something.

    Known are the words of the city's content, and of the word lists, the thesaurus and the lexicon of every language.
    """
    known, reader = knowledge(q.version), primary(q.language)
    is_spelled = partial(spelling.is_spelled, languages=(reader, *TAUGHT), analyser=analyser(), known=known)
    if all(map(is_spelled, tokenise(q.text)[:MOST_WORDS])):
        return []
    asked = understand(q.text, reader, (reader,), analyser(), known).asked
    telling = [each for each in asked if each.light >= UNNAMED]
    lost = [each for each in telling if not is_spelled(each.surface)]
    lost = _in_no_document(lost, q)[:_MOST_LOST]
    if not lost or len(lost) * 2 < len(telling):
        return []
    choices = [_choices(each, q, known) for each in lost]
    text = normalise(q.text)
    texts = (_corrected(text, lost, chosen) for chosen in islice(product(*choices), _MOST_TRIED))
    helpful = (each for each in dict.fromkeys(texts) if each != text and _finds(source, q, each))
    return list(islice(helpful, _MOST_MEANT))


def _in_no_document(asked: Sequence[Asked], q: Query) -> list[Asked]:
    for language in dict.fromkeys(map(primary, (q.language, *q.languages))):
        words = [analyser().word(each.surface, language) for each in asked]
        lost = clues.unknown(words, language, q.version)
        asked = [
            each for each, word in zip(asked, words, strict=True) if word.terms[:1] and word.terms[0] in lost
        ]
    return list(asked)


def _choices(asked: Asked, q: Query, known: Knowledge) -> list[str]:
    """How a word may have been meant to be written: words of the content and of the languages of the question first."""
    reader = primary(q.language)
    term = analyser().word(asked.surface, reader).terms[0]
    content = statistics.near(reader, q.version, [term]).get(term, ())
    spoken = list(dict.fromkeys((reader, *asked.words, *TAUGHT)))
    others = sorted(
        (place, spoken.index(language), shown)
        for language in spoken
        for place, shown in spelling.written(asked.surface, language, known)
    )
    found = [each.surface for each in content if each.slips == 1] + [shown for _, _, shown in others]
    found += [each.surface for each in content if each.slips > 1]
    alike = [each for each in found if is_cyrillic(each) == is_cyrillic(asked.surface)] or found
    different: dict[str, str] = {}
    for each in filter(None, alike):
        different.setdefault(each.casefold(), each)
    return [*different.values()][:_MOST_TRIED] or [asked.surface]


def _corrected(text: str, lost: Sequence[Asked], chosen: Sequence[str]) -> str:
    for each, word in zip(lost, chosen, strict=True):
        text = re.sub(rf"(?<!\w){re.escape(each.surface)}(?!\w)", word, text)
    return text


def _finds(source: Source, q: Query, text: str) -> bool:
    found = source.query(replace(q, text=text, limit=1))
    return bool(found.hits) and not found.is_fallback


def _names(
    source: Source, before: list[tuple[str, ...]], terms: list[str], language: str, version: int
) -> list[str]:
    parts = [_in_names(terms, language), *(_in_names(list(each), language) for each in before)]
    found = source.fetch([Branch(Condition(tuple(parts)), _NAMES_LOOKED_AT)], version, "name")
    return list(dict.fromkeys(name for (name,) in found))


def _in_names(terms: list[str], language: str) -> tuple[str, ...]:
    return tuple(token for term in terms for token in term_tokens(language, term)[: candidates.NAMES])
