# SPDX-License-Identifier: EUPL-1.2
"""Broad wishes made precise. Who asks for *papers* means the steps below it that are for this person, not each that there is."""

from dataclasses import replace

from pristan.city.orientation.answers import Told
from pristan.city.orientation.plans import belongs, is_for_other_children
from pristan.city.orientation.rulebook import Rulebook, Step
from pristan.core.rules import Facts, decide

WANTS = "wants"


def precise(book: Rulebook, told: Told) -> Told:
    """The same answers, with the ids of the steps that a need further up asks for: those of the plan, and those that are a plain yes."""
    wants = told.facts.answers.get(WANTS, frozenset())
    found = {
        step.id
        for step in book.steps
        if not wants.isdisjoint(step.given.get("under", ())) and _is_meant(book, step, told.facts)
    }
    return replace(told, facts=told.facts.told(WANTS, wants | found)) if found else told


def _is_meant(book: Rulebook, step: Step, facts: Facts) -> bool:
    if belongs(step, facts):
        return True
    return decide(book.rules[step.id], facts).answer == "yes" and not is_for_other_children(step, facts)
