# SPDX-License-Identifier: EUPL-1.2
"""Changes: what writes add to the statistics of terms, gathered before they are written."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from pristan.platform.search.encoded import Encoded, Tally, likelier_surface, terms_in

ALL = ""  # stands for every document


@dataclass
class Changes:
    """How many documents of each (language, term) a write adds or takes away, from which version on."""

    docs: dict[tuple[str, int], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    surfaces: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    waiting: dict[tuple[int, int], list[Encoded]] = field(default_factory=lambda: defaultdict(list))

    def added(self, document: Encoded, since: int) -> None:
        """A document came in."""
        waiting = self.waiting[id(document.tally), since]
        waiting.append(document)
        if len(waiting) == document.tally.number:
            del self.waiting[id(document.tally), since]
            self._add(document.language, since, document.tally)

    def _add(self, language: str, since: int, tally: Tally) -> None:
        docs = self.docs[language, since]
        docs.update(tally.docs)
        docs[ALL] += tally.number
        kept = self.surfaces[language]
        for term, shown in tally.surfaces.items():
            if (former := kept.get(term)) != shown:
                kept[term] = likelier_surface(former, shown, term) if former else shown

    def _add_waiting(self) -> None:
        """Documents that came in without all those whose tally they share are counted one by one."""
        for (_, since), documents in self.waiting.items():
            for each in documents:
                terms = terms_in(each.tokens)
                surfaces = {term: each.tally.surfaces[term] for term in terms & each.tally.surfaces.keys()}
                self._add(each.language, since, Tally(1, Counter(terms), surfaces))
        self.waiting.clear()

    def moved(self, language: str, terms: Iterable[str], version: int, by: int) -> None:
        """A document with these terms ends (-1) or comes back (+1) at a version."""
        docs = self.docs[language, version]
        for term in {*terms, ALL}:
            docs[term] += by

    def rows(self) -> list[tuple[str, str, int, int, str, str]]:
        """Rows of the table, always in the same order, so that writers do not lock each other out."""
        self._add_waiting()
        changed = sorted(
            (language, term, since, number)
            for (language, since), docs in self.docs.items()
            for term, number in docs.items()
            if number
        )
        return [(*each, self.surfaces[each[0]].get(each[1], ""), each[1][::-1]) for each in changed]
