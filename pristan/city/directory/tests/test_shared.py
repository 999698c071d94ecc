# SPDX-License-Identifier: EUPL-1.2
"""What is the same number, address or desk, and what a change of it makes of another entry. No database is asked."""

from typing import Any

import pytest

from pristan.city.directory.editing import shared
from pristan.city.directory.editing.shared import Mark, Move

OFFICE = {"address_1": "Zaloška cesta 2", "postal_code": "1000", "city": "Ljubljana"}


def marks(fields: dict[str, Any], organization: str = "org") -> set[Mark]:
    return {use.mark for use in shared.uses(fields, organization)}


def moved(before: dict[str, Any], after: dict[str, Any], *pairs: tuple[str, Any, Any]) -> list[Move]:
    return shared.moves(pairs, {**before, **after}, "org")


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ({"phones": [{"number": "+386 1 306 10 00"}]}, {"phones": [{"number": "+38613061000", "remark": "x"}]}, True),
        ({"phones": [{"number": "+386 1 306 10 00"}]}, {"contacts": [{"name": "a", "phone": "+386 1 30 61 000"}]}, True),
        ({"phones": [{"number": "+386 1 306 10 00"}]}, {"phones": [{"number": "+386 1 306 10 01"}]}, False),
        ({"phones": [{"number": "11200"}]}, {"phones": [{"number": "11300"}]}, False),
        ({"email": "Info@Example.org"}, {"contacts": [{"name": "a", "email": "info@example.org"}]}, True),
        ({"email": "info@example.org"}, {"email": "info@example.com"}, False),
        ({"website": "https://example.org/"}, {"website": "http://Example.org"}, True),
        ({"website": "https://example.org/a"}, {"website": "https://example.org/b"}, False),
        ({"contacts": [{"name": "Sprejem"}]}, {"contacts": [{"name": {"sl": "Sprejem"}, "phone": "11200"}]}, True),
        ({"contacts": [{"name": "Sprejem"}]}, {"contacts": [{"name": "Pravna pisarna"}]}, False),
        ({"locations": [OFFICE]}, {"locations": [{**OFFICE, "address_1": "ZALOŠKA  CESTA, 2", "district": "center"}]}, True),
        ({"locations": [OFFICE]}, {"locations": [{**OFFICE, "postal_code": "2000"}]}, False),
        ({"locations": [OFFICE]}, {"locations": [{**OFFICE, "address_1": "Zaloška cesta 20"}]}, False),
        ({"locations": [OFFICE]}, {"locations": [OFFICE], "is_location_secret": True}, False),
    ],
)  # fmt: skip
def test_what_is_the_same(one, other, is_same):
    assert bool(marks(one) & marks(other)) is is_same


def test_numbers_of_a_whole_country_are_nobodys_contact():
    """Who takes the emergency number out of one entry must not be led to take it out of all."""
    assert not marks({"phones": [{"number": "112"}], "contacts": [{"name": "", "phone": "113"}]})
    old, new = {"number": "+386 1 1111111"}, {"number": "112"}
    assert [each.new for each in moved({"phones": [old]}, {"phones": [new]}, ("phones", old, new))] == ["112"]


def test_a_desk_is_known_within_its_organisation_only():
    desk = {"contacts": [{"name": "Sprejem"}]}
    assert not marks(desk, "org") & marks(desk, "other") and not marks(desk, "")


def test_what_says_nothing_has_no_mark():
    assert not marks(
        {"phones": [{"remark": "x"}], "contacts": [{"phone": ""}], "locations": [{"city": "Ptuj"}]}
    )


def test_a_value_moves_when_it_is_changed_or_taken_away_and_stands_nowhere_else_in_the_entry():
    old, new = {"number": "+386 1 1111111"}, {"number": "+386 1 2222222"}
    before = {"phones": [old], "contacts": [{"name": "a", "phone": old["number"]}]}
    (move,) = moved(before, {"phones": [new], "contacts": None}, ("phones", old, new))
    assert (move.mark, move.old, move.new) == (shared.phone(old["number"]), old["number"], new["number"])
    (gone,) = moved(before, {"phones": None, "contacts": None}, ("phones", old, None))
    assert gone.new is None
    assert not moved(before, {"phones": [new]}, ("phones", old, new)), "the desk still has it"
    respelled = {"number": "+38611111111", "remark": "at noon"}
    assert not moved(before, {"phones": [respelled]}, ("phones", old, respelled))
    assert not moved(before, {"phones": [old, new]}, ("phones", {}, new)), "a new one was nothing before"


def test_all_parts_of_a_desk_move():
    old = {"name": "Sprejem", "phone": "11200", "email": "a@example.org"}
    new = {"name": "Vrata", "phone": "11300"}
    found = moved({"contacts": [old]}, {"contacts": [new]}, ("contacts", old, new))
    assert {(each.mark.kind, each.new) for each in found} == {("desk", "Vrata"), ("phone", "11300"), ("email", None)}  # fmt: skip


def test_a_number_changes_wherever_it_stands_and_what_stands_beside_it_stays():
    fields = {
        "phones": [{"number": "+386 1 1111111", "remark": "at noon"}, {"number": "11200"}],
        "contacts": [{"name": {"en": "Door"}, "phone": "+38611111111"}],
        "email": "a@example.org",
    }
    move = Move(shared.phone("+386 1 1111111"), "+386 1 1111111", "+386 1 2222222")
    assert shared.carried(fields, [move], "org") == {
        "phones": [{"number": "+386 1 2222222", "remark": "at noon"}, {"number": "11200"}],
        "contacts": [{"name": {"en": "Door"}, "phone": "+386 1 2222222"}],
    }
    assert shared.carried({"phones": [{"number": "11200"}]}, [move], "org") == {}


def test_what_was_taken_away_goes_and_the_last_one_takes_the_field_with_it():
    gone = [Move(shared.phone("11300"), "11300", None), Move(shared.email("A@b.si"), "A@b.si", None)]
    fields = {"phones": [{"number": "11300"}], "email": "a@b.si", "contacts": [{"name": "a", "phone": "11300", "email": "c@b.si"}]}  # fmt: skip
    assert shared.carried(fields, gone, "org") == {
        "phones": None, "email": None, "contacts": [{"name": "a", "email": "c@b.si"}],
    }  # fmt: skip
    desk = [Move(shared.desk("a", "org"), "a", None)]
    assert shared.carried(fields, desk, "org") == {"contacts": None}
    assert shared.carried(fields, desk, "other") == {}


def test_a_moved_value_that_stands_there_already_is_not_said_twice():
    move = Move(shared.phone("11200"), "11200", "11300")
    twice = [{"number": "11300", "remark": "a"}, {"number": "11300", "remark": "b"}]
    assert shared.carried({"phones": [{"number": "11200"}, *twice]}, [move], "org") == {"phones": twice}


def test_a_house_that_moves_is_not_verified_any_more_and_keeps_its_door():
    new = {"address_1": "Nova ulica 1", "city": "Ljubljana"}
    there = {**OFFICE, "country": "SI", "remark": "in the yard", "is_verified": True, "latitude": 46.0, "district": "center"}  # fmt: skip
    move = Move(shared.place(OFFICE), OFFICE, new)
    assert shared.carried({"locations": [there, {"city": "Ptuj"}]}, [move], "org") == {
        "locations": [{**new, "country": "SI", "remark": "in the yard"}, {"city": "Ptuj"}]
    }
    assert shared.carried({"locations": [there], "is_location_secret": True}, [move], "org") == {}
    assert shared.shown(OFFICE) == "Zaloška cesta 2, 1000 Ljubljana" and shared.shown(None) == ""


def test_of_an_address_its_town_may_be_left():
    (move,) = moved({"locations": [OFFICE]}, {"locations": [{"city": "Ljubljana"}]}, ("locations", OFFICE, {"city": "Ljubljana"}))  # fmt: skip
    assert shared.carried({"locations": [{**OFFICE, "remark": "x"}]}, [move], "org") == {
        "locations": [{"city": "Ljubljana", "remark": "x"}]
    }
