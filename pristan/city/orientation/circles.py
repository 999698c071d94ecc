# SPDX-License-Identifier: EUPL-1.2
"""Circles of the real world, as far as a plan meets them: steps that wait for each other, and the ways out."""

from collections.abc import Container
from typing import Any

from pristan.city.orientation.rulebook import Rulebook

LEAST = 2  # of its steps stand in the plan: one alone waits for nobody


def met(book: Rulebook, planned: Container[str]) -> list[dict[str, Any]]:
    """The circles of which so many steps are planned, not done yet; `met` names these steps."""
    found = []
    for circle in book.circles:
        steps = [key for key in circle["steps"] if key in planned]
        if len(steps) >= LEAST:
            found.append(dict(circle) | {"met": steps})
    return found
