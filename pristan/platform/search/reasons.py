# SPDX-License-Identifier: EUPL-1.2
"""Reasons: why a document was found, in the words that stand in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pristan.core.text import Word, within
from pristan.core.text.languages import primary
from pristan.platform.search.analysis import analyser
from pristan.platform.search.clues import prefix_of
from pristan.platform.search.port import MOST_WORDS

_MOST_TEXT = 20_000  # characters of a document in which reasons are looked for


@dataclass(frozen=True)
class Reason:
    """Words of one field that answer the query, as they stand there."""

    field: str
    words: tuple[str, ...]


def why(query_text: str, language: str, body: Mapping[str, Any]) -> list[Reason]:
    """What in a published document matches the query, field by field, the telling fields first; empty if nothing does.

    Exact words count; if a field has none, so do words that begin like the last one typed or are one slip away.
    """
    language = primary(language)
    asked = analyser().words(query_text[:4000], language)[:MOST_WORDS]
    if not asked:
        return []
    reasons = []
    for field, texts in _fields(body):
        words = [word for text in texts for word in analyser().words(text[:_MOST_TEXT], language)]
        if found := _matching(asked, words, language):
            reasons.append(Reason(field, found))
    return reasons


def _matching(asked: list[Word], words: list[Word], language: str) -> tuple[str, ...]:
    wanted = {term for word in asked for term in word.terms}
    exact = [word.surface for word in words if wanted.intersection(word.terms)]
    return tuple(dict.fromkeys(exact or (word.surface for word in words if _is_near(asked, word, language))))


def _is_near(asked: list[Word], word: Word, language: str) -> bool:
    begun = prefix_of(asked[-1], language)
    if len(begun) > 2 and word.terms[0].startswith(begun):
        return True
    return any(len(one.terms[0]) > 3 and within(one.terms[0], word.terms[0], 1) is not None for one in asked)


def _fields(body: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """The searchable texts of a read-model body by field, in the order of their weight."""
    eligibility, procedure = body.get("eligibility") or {}, body.get("procedure") or {}
    organization, schedule = body.get("organization") or {}, body.get("schedule") or {}
    locations = body.get("locations") or []
    yield "name", _texts([body.get("name")])
    yield "alternate_names", _texts([body.get("local_name"), *(body.get("alternate_names") or [])])
    yield "organization", _texts([organization.get("name")])
    yield "needs", _texts(each.get("label") for each in body.get("needs") or [])
    yield "audiences", _texts(each.get("label") for each in body.get("audiences") or [])
    yield "summary", _texts([body.get("summary")])
    yield "eligibility", _texts(eligibility.get(key) for key in ("text", "remark", "other"))
    yield (
        "procedure",
        _texts(
            [
                (procedure.get("deadline") or {}).get("text"),
                (procedure.get("applies_to") or {}).get("conditions"),
            ]
        ),
    )
    yield "documents", _texts(body.get("documents") or [])
    yield "costs", _texts(each.get("text") for each in body.get("costs") or [])
    yield "funding", _texts(body.get("funding") or [])
    yield "schedule", _texts([schedule.get("text")])
    yield "locations", _texts(each.get(key) for each in locations for key in ("address_1", "city"))


def _texts(values: Iterable[Any]) -> list[str]:
    """Plain strings out of strings, texts with a language (`{"text": ...}`) and what is not there."""
    texts = (value.get("text") if isinstance(value, Mapping) else value for value in values)
    return [text for text in texts if text and isinstance(text, str)]
