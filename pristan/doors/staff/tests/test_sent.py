# SPDX-License-Identifier: EUPL-1.2
"""What no page sends is told apart from what people write."""

import pytest

from pristan.doors.staff.sent import is_unfit


@pytest.mark.parametrize(
    "text", ["a\0b", "9" * 5000, "x" + "1" * 4000, "[" * 41, '{"a": ' * 3000 + "1" + "}" * 3000]
)
def test_unfit(text):
    assert is_unfit(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"schedule": "0123"}',
        "[" * 40,
        "a [note] " * 500,
        ":-[ " * 500,
        "ž\n\t😀",
        "9" * 3999,
        "\u200c",
    ],
)
def test_fit(text):
    assert not is_unfit(text)
