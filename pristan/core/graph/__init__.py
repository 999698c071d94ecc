# SPDX-License-Identifier: EUPL-1.2
"""Ordered plans: which step comes first when steps need each other. Pure: no Django, no clock, no network."""

from pristan.core.graph.edges import circles, reach
from pristan.core.graph.plan import order
from pristan.core.graph.steps import BANDS, Band, Circle, Mode, Ordered, Placed, Step, Strength

__all__ = [
    "BANDS",
    "Band",
    "Circle",
    "Mode",
    "Ordered",
    "Placed",
    "Step",
    "Strength",
    "circles",
    "order",
    "reach",
]
