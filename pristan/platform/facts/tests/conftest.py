# SPDX-License-Identifier: EUPL-1.2
"""Facts of nothing in particular, so that these tests know no city."""

from datetime import UTC, datetime

import pytest

from pristan.platform.facts import readings, registry
from pristan.platform.facts.fact import Fact

AT = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)


@pytest.fixture
def declare(monkeypatch):
    """Make these the only facts."""

    def put(*facts):
        found = {fact.key: fact for fact in facts}
        monkeypatch.setattr(registry, "facts", lambda: found)
        monkeypatch.setattr(readings, "facts", lambda: found)
        monkeypatch.setattr("pristan.platform.facts.views.facts", lambda: found)

    return put


def boats(rows, **more):
    """Counted things."""
    given = {"key": "test.boats", "label": "Boats", "counts": "Boats in the harbour.", "source": "The harbour book", "dimensions": {"colour": "Colour"},
             "query": lambda on: rows, "period": "day", "is_about_persons": False, "why_open": "boats are no persons"}  # fmt: skip
    return Fact(**{**given, **more})


def guests(rows, **more):
    """Counted persons."""
    dimensions = (
        {"colour": "Colour", "flag": "Flag"} if rows and len(rows[0][0]) == 2 else {"colour": "Colour"}
    )
    given = {
        "key": "test.guests",
        "label": "Guests",
        "counts": "People on board.",
        "dimensions": dimensions,
        "is_about_persons": True,
        "why_open": "",
    }
    return boats(rows, **{**given, **more})
