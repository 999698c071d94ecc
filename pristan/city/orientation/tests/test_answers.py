# SPDX-License-Identifier: EUPL-1.2
"""What was told, what was refused, and JSON that can be understood in one way only."""

import pytest

from pristan.city.orientation import answers
from pristan.city.orientation.sent import NameTwice, NoJson, decoded
from pristan.core.rules import NAMED


def test_a_null_was_refused_but_for_a_form_that_holds_all_attributes():
    assert answers.refused({"age": None, "works": True, "shoe_size": None}) == {"age"}
    assert answers.refused({"legal_status": None}) == {"legal_status"}
    form = dict.fromkeys(NAMED)
    assert answers.refused(form) == answers.refused(form | {"age": 30, "shoe_size": 1}) == set()
    for nothing in (None, [], "age", 5):
        assert answers.refused(nothing) == set()


@pytest.mark.parametrize("text", ["{", "", "NaN", "[Infinity]", "[" * 100_000, "'age'", "\ufeff{}"])
def test_what_is_no_json_is_told_so(text):
    with pytest.raises(NoJson):
        decoded(text)


def test_a_name_that_stands_there_twice_is_not_guessed_at():
    for text in ('{"age": 1, "age": 1}', '{"answers": {"age": 1, "age": 2}}'):
        with pytest.raises(NameTwice):
            decoded(text)


def test_a_number_without_end_is_read_as_no_whole_number():
    assert decoded("12") == 12
    assert isinstance(decoded("9" * 10_000), float)
    assert isinstance(decoded("-" + "9" * 29), float)
