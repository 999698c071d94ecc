# SPDX-License-Identifier: EUPL-1.2
"""The vocabulary in memory: a few hundred concepts, read once per run of a projector."""

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from pristan.city.taxonomy.models import Concept, Labels

LISTED = ("needs", "audiences")


class Words(NamedTuple):
    """What a concept is called in one language: preferred, and otherwise."""

    pref: str
    alt: Sequence[str]


@dataclass
class Vocabulary:
    """All concepts with their words, by scheme. What is asked of the same concept again and again is made once."""

    by_key: Mapping[tuple[str, str], Concept]
    words: Mapping[tuple[str, str], Mapping[str, Words]]
    _above: dict[tuple[str, str], Set[str]] = field(default_factory=dict)
    _shown: dict[tuple[str, str, str], dict[str, Any]] = field(default_factory=dict)

    def concepts(self, scheme: str) -> list[Concept]:
        """The concepts of a scheme in their order, without the deprecated."""
        return [
            concept
            for (own, _), concept in self.by_key.items()
            if own == scheme and not (concept.is_deprecated or concept.is_archived)
        ]

    @cached_property
    def _narrower(self) -> dict[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = {}
        for (scheme, key), concept in self.by_key.items():
            for broader in () if concept.is_deprecated or concept.is_archived else concept.broader:
                found.setdefault((scheme, broader), []).append(key)
        return found

    def narrower(self, scheme: str, key: str) -> list[str]:
        """The concepts right below one, without the deprecated."""
        return self._narrower.get((scheme, key), [])

    def with_ancestors(self, scheme: str, key: str) -> Set[str]:
        """A concept and all above it. Who holds a deprecated one is found under what replaced it, too."""
        if (scheme, key) not in self._above:
            self._above[scheme, key] = self._rise(scheme, key)
        return self._above[scheme, key]

    def _rise(self, scheme: str, key: str) -> Set[str]:
        found: set[str] = set()
        rising = [key]
        while rising:
            each = rising.pop()
            if each not in found:
                found.add(each)
                concept = self.by_key.get((scheme, each))
                rising += [*concept.broader, *filter(None, [concept.replaced_by])] if concept else []
        return frozenset(found)

    def label(self, scheme: str, key: str, language: str, chain: Sequence[str]) -> tuple[str, str]:
        """The preferred label and its language; the id itself where no language of the chain has one."""
        words = self.words.get((scheme, key), {})
        for each in (language, *chain):
            if each in words:
                return words[each].pref, each
        return key.replace("-", " "), "en"

    def shown(self, scheme: str, key: str, language: str, chain: Sequence[str]) -> dict[str, Any]:
        """What a page shows of a concept. `chain` goes with the language."""
        if (scheme, key, language) not in self._shown:
            self._shown[scheme, key, language] = self._show(scheme, key, language, chain)
        return self._shown[scheme, key, language]

    def _show(self, scheme: str, key: str, language: str, chain: Sequence[str]) -> dict[str, Any]:
        label, own = self.label(scheme, key, language, chain)
        concept = self.by_key.get((scheme, key))
        return {"id": key, "label": label, "lang": own, "icon": concept.icon if concept else ""}

    def search_words(self, scheme: str, key: str, language: str, chain: Sequence[str]) -> list[str]:
        """The words of a concept that pages may show, in a reader's language, and its label in the fallbacks."""
        words = self.words.get((scheme, key), {})
        own = words.get(language)
        found = [own.pref, *own.alt] if own else []
        return found + [words[each].pref for each in chain if each in words]

    def codes(self, language: str, chain: Sequence[str]) -> dict[str, dict[str, str]]:
        """Scheme -> code -> label, for the code lists that pages print in words."""
        found: dict[str, dict[str, str]] = {}
        for scheme, key in self.by_key:
            if scheme not in LISTED:
                found.setdefault(scheme, {})[key] = self.label(scheme, key, language, chain)[0]
        return found


def vocabulary(languages: Collection[str] = ()) -> Vocabulary:
    """Read all concepts and their labels in these languages (none: in all): two queries."""
    concepts = {(each.scheme, each.concept): each for each in Concept.objects.defer("scope_note", "matches")}
    keys: dict[Any, tuple[str, str]] = {concept.uuid: key for key, concept in concepts.items()}
    words: dict[tuple[str, str], dict[str, Words]] = {}
    rows = Labels.objects.filter(language__in=languages) if languages else Labels.objects.all()
    for concept, language, pref, alt in rows.values_list("concept_id", "language", "pref", "alt"):
        words.setdefault(keys[concept], {})[language] = Words(pref, alt)
    return Vocabulary(concepts, words)


def choices(scheme: str, language: str, chain: Sequence[str] = ("en", "sl")) -> dict[str, str]:
    """Id -> preferred label of a scheme's concepts in their order, in the first of the languages that has one: one query."""
    found: dict[str, dict[str, str]] = {}
    rows = Labels.objects.filter(
        concept__scheme=scheme, concept__is_deprecated=False, concept__is_archived=False
    ).filter(language__in=[language, *chain])
    for key, spoken, pref in rows.order_by("concept__position").values_list(
        "concept__concept", "language", "pref"
    ):
        found.setdefault(key, {})[spoken] = pref
    order = (language, *chain)
    return {key: next(words[each] for each in order if each in words) for key, words in found.items()}
