# SPDX-License-Identifier: EUPL-1.2
"""What is left of an entry without a value is still an entry: every field keeps its shape, and nothing else is lost."""

import pytest

from pristan.city.directory import conforming
from pristan.city.directory.removing import without
from pristan.core.traces import finder

STREET = "Skrita ulica 5"
NUMBER = "+386 80 11 55"
EMAIL = "hisa@example.org"
CASES = {
    "name": (f"Hiša, {STREET}", "Hiša, …"),
    "website": ("https://maps.example.org/?q=Skrita+ulica+5", "https://maps.example.org/"),
    "email": (EMAIL, None),
    "aliases": (["skrita-ulica-5", "hisa"], ["hisa"]),
    "phones": (
        [{"number": NUMBER}, {"number": "112", "remark": f"za {STREET}"}],
        [{"number": "112", "remark": "za …"}],
    ),
    "locations": ([{"address_1": STREET, "latitude": 46.05, "longitude": 14.5}], None),
    "contacts": ([{"name": "Dežurna", "email": EMAIL, "phone": NUMBER}], [{"name": "Dežurna"}]),
    "documents": ([{"text": f"potrdilo s {STREET}"}], [{"text": "potrdilo s …"}]),
    "sources": (
        [{"url": "https://example.org/Skrita%20ulica%205", "note": STREET}],
        [{"url": "https://example.org/", "note": "…"}],
    ),
}


@pytest.mark.parametrize("field", CASES)
def test_a_field_keeps_its_shape(field):
    found = finder([STREET, NUMBER, EMAIL])
    given, left = CASES[field]
    assert found is not None
    assert without({field: given, "summary": "Pomoč."}, found) == {field: left}
    assert left is None or conforming.conform(field, left) == left


def test_what_counts_the_items_of_a_list_goes_with_it():
    found = finder([NUMBER])
    fields = {
        "phones": [{"number": NUMBER}, {"number": "112"}],
        "texts.en.phones.2.remark": {"text": "police", "state": "human"},
        "made_from.en.phones.2.remark": "12345678",
        "texts.en.name": {"text": f"Call {NUMBER}", "state": "human"},
    }
    assert found is not None
    assert without(fields, found) == {
        "phones": [{"number": "112"}],
        "texts.en.phones.2.remark": None,
        "made_from.en.phones.2.remark": None,
        "texts.en.name": {"text": "Call …", "state": "human"},
    }


def test_where_nothing_stands_nothing_changes():
    found = finder([STREET])
    assert (
        found is not None and without({"name": "Skrita ulica 6", "phones": [{"number": NUMBER}]}, found) == {}
    )
