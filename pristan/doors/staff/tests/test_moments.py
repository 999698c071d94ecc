# SPDX-License-Identifier: EUPL-1.2
"""An instant on staff pages: to the minute, in the city's zone, in the same order in every language."""

from datetime import UTC, datetime

import pytest
from django.utils.translation import override

from pristan.doors.staff.templatetags.staff import moment

AT = datetime(2026, 11, 28, 4, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("sl", "28. 11. 2026 05:08"),
        ("ar", "\u206628. 11. 2026 05:08\u2069"),
        ("fa", "\u206628. 11. 2026 05:08\u2069"),
    ],
)
def test_an_instant_keeps_its_order(language, written):
    with override(language):
        assert moment(AT, {"time_zone": "Europe/Ljubljana"}) == written
        assert "04:08" in moment(AT, {})
