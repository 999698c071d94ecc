# SPDX-License-Identifier: EUPL-1.2
"""Closed for some days: the days stand among the others once, however often they are sent."""

import pytest

from pristan.city.directory.editing.closing import closed

WEEK = {"from": "2026-03-09", "to": "2026-03-15"}
OPEN = {**WEEK, "hours": ["08:00-09:00"]}
DAY = {"from": "2026-12-24"}


@pytest.mark.parametrize(
    ("known", "days", "remark", "expected"),
    [
        ([], ("2026-03-09", "2026-03-15"), "", [{**WEEK, "hours": []}]),
        ([DAY], ("2026-03-09", "2026-03-15"), "leave", [DAY, {**WEEK, "hours": [], "remark": "leave"}]),
        ([DAY, WEEK], ("2026-03-09", "2026-03-15"), "", [DAY, WEEK]),
        ([{**WEEK, "remark": "ill"}], ("2026-03-09", "2026-03-15"), "", [{**WEEK, "remark": "ill"}]),
        ([WEEK], ("2026-03-09", "2026-03-15"), "leave", [{**WEEK, "remark": "leave"}]),
        ([DAY], ("2026-12-24", "2026-12-24"), "", [DAY]),
        ([OPEN], ("2026-03-09", "2026-03-15"), "", [OPEN, {**WEEK, "hours": []}]),
    ],
)
def test_days_are_added_once(known, days, remark, expected):
    assert closed(known, *days, remark) == expected
