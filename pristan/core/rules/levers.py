# SPDX-License-Identifier: EUPL-1.2
"""Levers: the attributes whose answers can still move what is possible for an item."""

from pristan.core.rules.doubts import BITS, FALSE, TRUE, Doubt, Weighing, alone, bits, names, together
from pristan.core.rules.facts import Facts
from pristan.core.rules.items import Item, Part, Parts, Span

EVERYTHING = bits(BITS)


class Levers:
    """Finds levers of many items under the same facts. `allowed`: the attributes that may still be answered, as bits."""

    def __init__(self, facts: Facts, allowed: int = EVERYTHING) -> None:
        self._weighings = [Weighing(facts, allowed, needed) for needed in (alone, together)]

    def of(self, item: Item, found: Parts, span: Span) -> tuple[str, ...]:
        """The attributes whose answers can raise the worst or lower the best outcome.

        Those that can do it alone; where none can, those that can do it together; () when nothing can be moved. The two boxes of the
        status are one question: the open one is named when what could still be told in both would do it. Exact where every attribute is
        tested in one place; else one too many may be named, never one too few: to know better one would have to search.
        """
        worst, best = span
        doubtful = {part.cell.worth for group in found for part in group if worst < part.cell.worth <= best}
        for weighing in self._weighings:
            moving = 0
            for worth in doubtful:
                reached = _reaches(worth, item, found, weighing)
                moving |= reached.to_true | reached.to_false
            if moving:
                return names(moving)
        return ()


def _reaches(worth: int, item: Item, found: Parts, weighing: Weighing) -> Doubt:
    """Is the outcome at least this?"""
    doubts = [weighing.whichever([_gives(worth, part, weighing) for part in found.bases])]
    doubts += [_gives(worth, part, weighing) for part in found.certain]
    for part in found.maybe:
        gives = _gives(worth, part, weighing)
        if gives is not FALSE:
            doubts.append(weighing.every((weighing.overlays(part.codes), gives)))
    reached = weighing.some(doubts)
    return reached if item.when is None else weighing.every((weighing.condition(item.when), reached))


def _gives(worth: int, part: Part, weighing: Weighing) -> Doubt:
    """Is what the cell gives at least this?"""
    if part.worst >= worth:
        return TRUE
    if part.best < worth or part.cell.when is None:
        return FALSE
    return weighing.condition(part.cell.when)
