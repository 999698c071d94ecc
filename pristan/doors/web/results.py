# SPDX-License-Identifier: EUPL-1.2
"""A search, answered: first what matches, then what has *not stated* it, never an empty page.

Filters sort, they do not hide: help in an emergency stays on the page whatever the filters say.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from pristan.core.hours import DAYS
from pristan.doors.web import selectors, when
from pristan.doors.web.cards import Card, card
from pristan.doors.web.legal_help import is_about_letters
from pristan.doors.web.page import Page
from pristan.doors.web.question import FACTS, PER_PAGE, Question
from pristan.doors.web.why import sentence
from pristan.platform.search.port import Hits, Query

# With "open now" the minute decides, not the index: so many candidates are looked at.
CANDIDATES = 300
OTHERS = 100
MOST_RIGHTS = 3
FIRST = 3  # cards that say what a question is about

Given = Mapping[str, Any]
NOTHING = Hits(hits=[], total=0, is_fallback=False)


@dataclass
class Results:
    """The answer to a question, group by group. ``total`` counts what matches, ``asking_total`` what has not said;
    ``plain``: what the words alone find; ``rights``: what the law says about it; ``is_danger``: the words speak of danger now, and ``confidential`` is whom to talk to then."""

    question: Question
    matching: list[Card] = field(default_factory=list)
    total: int = 0
    asking: list[Card] = field(default_factory=list)
    asking_total: int = 0
    urgent: list[Card] = field(default_factory=list)
    nearest: list[Card] = field(default_factory=list)
    plain: Hits = NOTHING
    is_danger: bool = False
    confidential: list[Card] = field(default_factory=list)
    rights: list[Card] = field(default_factory=list)

    @property
    def shown(self) -> list[Card]:
        """Every card of the page."""
        return [*self.confidential, *self.matching, *self.asking, *self.urgent, *self.nearest]

    @property
    def is_about_letters(self) -> bool:
        """Do the first cards help with an official letter?"""
        return any(is_about_letters(each) for each in self.matching[:FIRST])

    @property
    def is_empty(self) -> bool:
        """Did nothing match?"""
        return not (self.matching or self.asking)

    @property
    def pages(self) -> int:
        """How many pages there are; at least one."""
        return max(1, -(-(self.total + self.asking_total) // PER_PAGE))


def answer(page: Page, question: Question) -> Results:
    """Ask the index (at most four times), then fetch all cards at once."""
    found = Results(question)
    if question.is_empty:
        return found
    hits = _candidates(page, question) if question.is_open else [_stated(page, question)]
    plain = _unfiltered(page, question) if question.has_filters else hits[0]
    found.plain = plain
    law = _rights(page, question)
    given = _cards(page, [*hits, plain, law])
    found.rights = _shown(page, question, [given[each.thing] for each in law.hits if each.thing in given])
    if question.is_open:
        _by_the_minute(page, found, hits, given)
    elif not hits[0].is_fallback:
        _as_stated(page, found, hits[0], given)
    _pin(page, found, plain.crisis)
    found.urgent = _urgent(page, found, plain)
    if found.is_empty and question.page == 1:
        found.nearest = _shown(
            page, question, [given[each.thing] for each in plain.hits if each.thing in given]
        )
    return found


def _as_stated(page: Page, found: Results, hits: Hits, given: Mapping[UUID, Given]) -> None:
    found.total, found.asking_total = hits.total - hits.later, hits.later
    known = [each for each in hits.hits if each.thing in given]
    matching = [given[each.thing] for each in known if not each.is_later]
    asking = [given[each.thing] for each in known if each.is_later]
    found.matching, found.asking = (
        _shown(page, found.question, matching),
        _shown(page, found.question, asking),
    )


def _stated(page: Page, question: Question) -> Hits:
    """What matches, then what has not stated something that was asked for."""
    return _search(page, question, PER_PAGE, (question.page - 1) * PER_PAGE)


def _candidates(page: Page, question: Question) -> list[Hits]:
    """For "open now": those whose hours reach into this hour, and some of all others, whose hours may be unknown."""
    local = page.catalogue.local_time(page.at)
    slot = f"open:{DAYS[local.weekday()]}{local.hour:02d}"
    return [
        _search(page, question, CANDIDATES, group=(slot,)),
        _search(page, question, OTHERS, without=(slot,)),
    ]


def _by_the_minute(page: Page, found: Results, hits: Sequence[Hits], given: Mapping[UUID, Given]) -> None:
    local, holidays = page.catalogue.local_time(page.at), page.catalogue.holidays
    matching, asking = [], []
    for hit in (each for one in hits if not one.is_fallback for each in one.hits if each.thing in given):
        is_open = when.is_open(given[hit.thing].get("schedule"), local, holidays)
        if is_open and not hit.is_later:
            matching.append(given[hit.thing])
        elif is_open is not False:
            asking.append(given[hit.thing])
    found.total, found.asking_total = len(matching), len(asking)
    start = (found.question.page - 1) * PER_PAGE
    shown = [*matching, *asking][start : start + PER_PAGE]
    split = max(0, len(matching) - start)
    found.matching, found.asking = (
        _shown(page, found.question, shown[:split]),
        _shown(page, found.question, shown[split:]),
    )


def _pin(page: Page, found: Results, kinds: Sequence[str]) -> None:
    """Words of danger: the numbers to call, and confidential help, stand above everything and never instead of it."""
    if kinds and found.question.page == 1:
        confidential = {each["uuid"] for each in page.catalogue.urgent("confidential")}
        found.is_danger = True
        pinned = page.catalogue.pinned(kinds)
        found.confidential = [card(page, each) for each in pinned if each["uuid"] in confidential]


def _unfiltered(page: Page, question: Question) -> Hits:
    """The words alone; without words, the need or audience alone."""
    words = question.with_only_text()
    asked = (
        words if words.text else Question(need=question.need, audience=question.audience, kind=question.kind)
    )
    return NOTHING if asked.is_empty else _search(page, asked, PER_PAGE)


def _rights(page: Page, question: Question) -> Hits:
    """Rights and statuses that the words are about: beside the help, on the first page."""
    if not question.text or question.page > 1 or question.kind:
        return NOTHING
    hits = _search(page, question.with_only_text(), MOST_RIGHTS, group=FACTS)
    return NOTHING if hits.is_fallback else hits


def _urgent(page: Page, found: Results, plain: Hits) -> list[Card]:
    """Urgent help that the words found and a filter left out."""
    listed = {each.given["uuid"] for each in (*found.matching, *found.asking)}
    known = page.catalogue.urgent_by_uuid
    hits = [] if plain.is_fallback or not found.question.has_filters else plain.hits
    things = [str(each.thing) for each in hits]
    return [card(page, known[each]) for each in things if each in known and each not in listed]


def query(
    page: Page,
    question: Question,
    limit: int,
    offset: int = 0,
    *,
    group: tuple[str, ...] = (),
    without: tuple[str, ...] = (),
) -> Query:
    """A question as the index is asked it."""
    groups = [(f"{name}:{value}", *_unsaid(name)) for name, value in question.soft]
    apart = () if question.kind or group == FACTS else FACTS
    return Query(
        text=question.text, language=page.language, version=page.version, facets=question.hard,
        groups=tuple([*groups, group] if group else groups), without=(*without, *apart), limit=limit, offset=offset,
        later=tuple(token for name, _ in question.soft for token in _unsaid(name)),
        languages=tuple(page.catalogue.languages), is_complete=True,
    )  # fmt: skip


def _search(page: Page, question: Question, limit: int, offset: int = 0, **more: tuple[str, ...]) -> Hits:
    return selectors.search(query(page, question, limit, offset, **more))


def _unsaid(name: str) -> tuple[str, ...]:
    # "Partly free" is neither a yes nor a no: it belongs to those to ask.
    return ("free:unknown", "free:partly") if name == "free" else (f"{name}:unknown",)


def _cards(page: Page, found: Sequence[Hits]) -> dict[UUID, Given]:
    things = list(dict.fromkeys(each.thing for hits in found for each in hits.hits))
    return {UUID(str(each["uuid"])): each for each in selectors.cards(page.language, things, page.version)}


def _shown(page: Page, question: Question, given: Sequence[Given]) -> list[Card]:
    return [card(page, each, sentence(page, question, each)) for each in given]
