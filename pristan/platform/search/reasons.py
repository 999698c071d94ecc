# SPDX-License-Identifier: EUPL-1.2
"""Reasons: why a document was found, in the words that stand in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pristan.core.text import Word, within
from pristan.core.text.languages import primary
from pristan.platform.search.analysis import analyser
from pristan.platform.search.clues import prefix_of
from pristan.platform.search.knowledge import knowledge
from pristan.platform.search.port import MOST_WORDS
from pristan.platform.search.understanding import understand

_PLAIN = 0.5  # worth from which on a meaning is a reason that a person would accept
_MOST_TEXT = 20_000  # characters of a document in which reasons are looked for


@dataclass(frozen=True)
class Reason:
    """Words of one field that answer the query, as they stand there. `asked`: words of the query that mean the same."""

    field: str
    words: tuple[str, ...]
    asked: tuple[str, ...] = ()


def why(query_text: str, language: str, body: Mapping[str, Any]) -> list[Reason]:
    """What in a published document matches the query, field by field, the telling fields first; empty if nothing does.

    Exact words count; if a field has none, so do words that mean the same, in whatever language the query is; then those
    that begin like the last one typed or are one slip away.
    """
    language = primary(language)
    asked = analyser().words(query_text[:4000], language)[:MOST_WORDS]
    if not asked:
        return []
    meant = _meant(query_text[:4000], language)
    reasons = []
    for field, texts in _fields(body):
        words = [word for text in texts for word in analyser().words(text[:_MOST_TEXT], language)]
        if found := _exact(asked, words):
            reasons.append(Reason(field, found))
        elif same := _same(field, words, meant, language, body):
            reasons.append(Reason(field, *same))
        elif near := tuple(dict.fromkeys(word.surface for word in words if _is_near(asked, word, language))):
            reasons.append(Reason(field, near))
    return reasons


def _exact(asked: list[Word], words: list[Word]) -> tuple[str, ...]:
    wanted = {term for word in asked for term in word.terms}
    return tuple(dict.fromkeys(word.surface for word in words if wanted.intersection(word.terms)))


def _meant(text: str, language: str) -> dict[str, list[str]]:
    """Meaning -> the words of the query that have it; only what they mean plainly."""
    known = knowledge()
    found: dict[str, list[str]] = {}
    for each in understand(text, language, (language,), analyser(), known).asked:
        for name, worth in each.meanings.items():
            if worth >= _PLAIN:
                found.setdefault(name, []).append(each.surface)
    return found


def _same(
    field: str, words: list[Word], meant: Mapping[str, list[str]], language: str, body: Mapping[str, Any]
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """(words that stand there, words of the query that mean the same)."""
    if field == "needs":
        for each in _needs(body):
            if asked := meant.get(f"n:{each.get('id')}"):
                return (str(each.get("label")),), tuple(asked)
    for span in sorted(knowledge().phrases.find(words, language), key=lambda span: span.start - span.end):
        for name in span.ids:
            if asked := meant.get(name):
                return tuple(word.surface for word in words[span.start : span.end]), tuple(asked)
    return None


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
    yield "needs", _texts(each.get("label") for each in _needs(body))
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


def _needs(body: Mapping[str, Any]) -> list[Any]:
    return [*(body.get("needs") or ()), *(body.get("subjects") or ())]


def _texts(values: Iterable[Any]) -> list[str]:
    """Plain strings out of strings, texts with a language (`{"text": ...}`) and what is not there."""
    texts = (value.get("text") if isinstance(value, Mapping) else value for value in values)
    return [text for text in texts if text and isinstance(text, str)]
