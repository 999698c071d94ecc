# SPDX-License-Identifier: EUPL-1.2
"""All steps of the city, for everybody: by time, and in the order in which they build on each other. No answers."""

from collections.abc import Mapping, Sequence

from pristan.city.orientation.rulebook import Rulebook, Step
from pristan.city.orientation.timing import own_band
from pristan.core import graph


def by_band(book: Rulebook) -> Mapping[str, Sequence[Step]]:
    """Band -> its steps, in the order of a plan that holds them all. Bands without a step are left out."""
    known = {each.id: each for each in book.steps}
    found: dict[str, list[Step]] = {}
    for placed in graph.order(_for_order(each, rank) for rank, each in enumerate(book.steps)).steps:
        found.setdefault(placed.band, []).append(known[placed.step.id])
    return {band: found[band] for band in graph.BANDS if band in found}


def _for_order(step: Step, rank: int) -> graph.Step:
    given = step.given
    return graph.Step(
        id=step.id,
        needs=tuple(given["prerequisites"] or ()),
        mode=given["prerequisites_mode"] or "all",
        strength=given["prerequisites_strength"] or "legal",
        band=own_band(step),
        rank=rank,
    )
