# SPDX-License-Identifier: EUPL-1.2
"""The plan: which steps, in which order, by when, and why. Made from answers, kept nowhere."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pristan.city.orientation import circles
from pristan.city.orientation.answers import Told
from pristan.city.orientation.rulebook import Rulebook, Step
from pristan.city.orientation.timing import Dates, band, dates
from pristan.city.orientation.verdicts import shown
from pristan.core import graph
from pristan.core.rules import Facts, Verdict, decide, truth

# What is told of help in danger, to everybody.
HELP = ("id", "name", "slug", "summary", "office")
# What the pack says of a step, as it stands there.
SHOWN = (
    "summary", "why", "risk", "deadline", "office", "papers", "costs", "sources", "legal_basis", "recheck_reason", "confidence",
)  # fmt: skip
# Of steps that are equally early, what somebody asked for comes first, and help that nobody asked about last: pages show it apart.
_FIRST = 1000


@dataclass(frozen=True)
class Chosen:
    """A step that belongs into the plan of these answers."""

    step: Step
    verdict: Verdict
    dates: Dates
    is_urgent: bool
    is_wanted: bool
    is_aside: bool  # help in danger that is there for everybody: no answer asks for it


def plan(book: Rulebook, told: Told) -> dict[str, Any]:
    """The plan as JSON may hold it: help that is always there, the steps in order, what is done already of those that are for this person, the
    circles that had to be broken, and those that the city knows."""
    facts = told.facts
    done = frozenset(each.id for each in book.steps if each.done and truth(each.done, facts))
    chosen = {each.step.id: each for each in _chosen(book, facts, done)}
    steps = [_for_order(each, rank, facts.today) for rank, each in enumerate(_opening_first(chosen))]
    ordered = graph.order(steps, done)
    return {
        "help": [{name: each.given[name] for name in HELP} for each in book.steps if each.is_always],
        "steps": [_shown(book, facts, chosen[placed.step.id], placed) for placed in ordered.steps],
        "done": sorted(each for each in done if decide(book.rules[each], facts).answer != "no"),
        "circles": [{"steps": list(each.ids), "strength": each.strength} for each in ordered.broken],
        "circles_known": circles.met(book, chosen),
    }


def _chosen(book: Rulebook, facts: Facts, done: frozenset[str]) -> Iterator[Chosen]:
    wants = facts.answers.get("wants", frozenset())
    for step in book.steps:
        verdict = decide(book.rules[step.id], facts)
        is_wanted = not step.wanted_by.isdisjoint(wants) and _is_meant(step, wants, facts)
        if step.id not in done and verdict.answer != "no" and (is_wanted or belongs(step, facts)):
            is_urgent = bool(step.urgent and truth(step.urgent, facts))
            is_asked = is_wanted or is_urgent or bool(step.for_ and truth(step.for_, facts))
            yield Chosen(
                step, verdict, dates(step, facts), is_urgent, is_wanted, step.is_always and not is_asked
            )


def to_do(made: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The steps of a plan that a person does, numbered through on screen, on paper and in a calendar: without the help that stands apart."""
    return [each for each in made["steps"] if not each["aside"]]


def _opening_first(chosen: Mapping[str, Chosen]) -> list[Chosen]:
    """What most other steps of the plan wait for comes first, where nothing else decides."""
    waiting = Counter(
        need for each in chosen.values() for need in set(each.step.given["prerequisites"] or ())
    )
    return sorted(chosen.values(), key=lambda each: -waiting[each.step.id])


def _is_meant(step: Step, wants: frozenset[str], facts: Facts) -> bool:
    return step.id in wants or belongs(step, facts) or not is_for_other_children(step, facts)


def is_for_other_children(step: Step, facts: Facts) -> bool:
    """Is it done for children of certain ages, and the ages that were told are others? Who asks for school with a child of 8 means no nursery."""
    ages, children = step.given["ages"], facts.answers.get("children_ages")
    return bool(step.given["per_child"] and ages) and children is not None and not of_ages(ages, children)


def belongs(step: Step, facts: Facts) -> bool:
    """Whether the step is for somebody with these answers, asked for or not."""
    holds = truth(step.for_, facts) if step.for_ else True
    return step.given["unknown"] == "show" if holds is None else holds


def of_ages(ages: Sequence[int], children: Iterable[int]) -> list[int]:
    """The ages that lie between the two, both included."""
    return [age for age in children if ages[0] <= age <= ages[1]]


def _for_order(chosen: Chosen, rank: int, today: date) -> graph.Step:
    given = chosen.step.given
    first = -_FIRST if chosen.is_wanted else _FIRST if chosen.is_aside else 0
    return graph.Step(
        id=chosen.step.id,
        needs=tuple(given["prerequisites"] or ()),
        mode=given["prerequisites_mode"] or "all",
        strength=given["prerequisites_strength"] or "legal",
        is_urgent=chosen.is_urgent,
        band=band(chosen.step, chosen.dates, today),
        due=_ordering_day(chosen),
        rank=rank + first,
    )


def _ordering_day(chosen: Chosen) -> date | None:
    """Help in danger that cannot wait comes before every paper, also before one whose last day is past."""
    if chosen.step.is_always and chosen.is_urgent:
        return date.min
    return chosen.dates.due or chosen.dates.untold


def _shown(book: Rulebook, facts: Facts, chosen: Chosen, placed: graph.Placed) -> dict[str, Any]:
    given, found = chosen.step.given, chosen.dates
    ages = given["ages"]
    children = facts.answers.get("children_ages", ())
    return shown(book, chosen.verdict) | {
        "band": placed.band,
        "urgent": chosen.is_urgent,
        "aside": chosen.is_aside,
        "due": _day(found.due),
        "because": found.because,
        "doubt": found.doubt,
        "realistic": _day(_realistic(found, facts.today)),
        "window": [_day(found.window.begins), _day(found.window.ends)] if found.window else None,
        "blocked_by": list(placed.blocked_by),
        "for_children": of_ages(ages, children) if given["per_child"] and ages else [],
        "with": given["with"] or [],
        **{name: given[name] for name in SHOWN},
    }  # fmt: skip


def _realistic(found: Dates, today: date) -> date | None:
    """The day to aim at: the advised one, the first on which it can be done, or when the weeks of the year begin. Never a day that is past."""
    days = (found.advised, found.opens, found.window.begins if found.window else None)
    return next((max(day, today) for day in days if day), None)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
