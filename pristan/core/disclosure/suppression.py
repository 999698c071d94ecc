# SPDX-License-Identifier: EUPL-1.2
"""Which numbers to hide beside the small ones, so that no hidden number can be worked out."""

from collections import deque
from collections.abc import Iterable

from pristan.core.disclosure.moves import cheapest, spread
from pristan.core.disclosure.space import HIDDEN, OPEN, Space


def protect(space: Space, sensitive: Iterable[int], threshold: int) -> bool:
    """Hide more, until each hidden number could be `threshold` more or less than another that agrees with all that is shown.

    `sensitive`: places that are hidden already. False where even hiding everything that may be hidden is not enough.
    """
    first = sorted(sensitive, key=lambda at: (space.values[at], at))
    if _protect_each(space, deque(first), threshold):
        return True
    for at, state in enumerate(space.states):
        if state == OPEN:
            space.states[at] = HIDDEN
    return all(
        spread(space, at, threshold) >= threshold for at, state in enumerate(space.states) if state == HIDDEN
    )


def _protect_each(space: Space, waiting: deque[int], threshold: int) -> bool:
    """Look at each hidden number once: what is hidden later only makes it safer."""
    while waiting:
        at = waiting.popleft()
        if spread(space, at, threshold) >= threshold:
            continue
        corners = cheapest(space, at, threshold)
        if not corners:
            return False
        for place, _ in corners:
            if space.states[place] == OPEN:
                space.states[place] = HIDDEN
                waiting.append(place)
    return True
