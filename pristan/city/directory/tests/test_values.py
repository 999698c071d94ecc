# SPDX-License-Identifier: EUPL-1.2
"""What cannot be is refused in words wherever it is typed; a number is kept as it is dialled from everywhere."""

from types import SimpleNamespace
from typing import Any
from unittest.mock import Mock

import pytest
from django.core.exceptions import ValidationError

from pristan.city.directory import body, selectors
from pristan.city.directory.editing import values, wording
from pristan.city.directory.editing.rows import ContactRow, CostRow, PhoneRow, PlaceRow, RowForm


@pytest.fixture(autouse=True)
def czech(monkeypatch: pytest.MonkeyPatch) -> None:
    """A city with another country and another currency than the first one."""
    monkeypatch.setattr(selectors, "country", lambda: "CZ")
    monkeypatch.setattr(selectors, "currency", lambda: "CZK")


def typed(row: type[RowForm], given: dict[str, Any], was: dict[str, Any] | None = None) -> Any:
    """What a row makes of what was typed; its mistakes where it refuses it."""
    form = row(given, initial=was)
    return form.item(was or {}) if form.is_valid() else form.errors


@pytest.mark.parametrize(
    ("number", "kept"),
    [
        ("224 828 282", "+420 224 828 282"),
        ("00420 224 828 282", "+420 224 828 282"),
        ("+386 (0)1/306-10-00", "+386 1 306 10 00"),
        ("١١٢", "112"),
        ("112", "112"),
        ("80 11 55", "80 11 55"),
    ],
)
def test_a_number_is_kept_as_it_is_dialled_from_everywhere(number: str, kept: str) -> None:
    assert typed(PhoneRow, {"number": number}) == {"number": kept}
    assert typed(ContactRow, {"name": "Desk", "phone": number})["phone"] == kept


@pytest.mark.parametrize("number", ["in the evening", "1", "+420 1", "224 828 282 ext. 12"])
def test_what_nobody_can_dial_is_refused_in_words(number: str) -> None:
    for row, name in ((PhoneRow, "number"), (ContactRow, "phone")):
        assert "cannot be dialled" in typed(row, {name: number})[name][0]


def test_a_number_that_nobody_touched_stays_as_it_was_written() -> None:
    was = {"number": "+420 224828282"}
    assert typed(PhoneRow, {"number": "+420 224828282", "remark": "mornings"}, was)["number"] == was["number"]


@pytest.mark.parametrize("name", PlaceRow.plain)
def test_a_remark_in_brackets_never_comes_into_an_address(name: str) -> None:
    assert "A remark in brackets" in typed(PlaceRow, {name: "Ulica 1 (back door)"})[name][0]
    assert typed(PlaceRow, {name: "Ulica 1", "remark": "(back door)"})[name] == "Ulica 1"


@pytest.mark.parametrize(
    ("rule", "right", "wrong"),
    [
        (values.email, "info@example.org", "info@EXAMPLE.ORG"),
        (values.website, "https://example.org/", "example.org"),
    ],
)
def test_ways_to_reach_have_the_shape_of_the_pack(rule: Any, right: str, wrong: str) -> None:
    rule(right)
    with pytest.raises(ValidationError, match=wrong):
        rule(wrong)


def test_a_price_is_in_the_currency_of_the_city() -> None:
    assert typed(CostRow, {"amount": "12.5"}) == {"amount": "12.50", "currency": "CZK"}
    assert typed(CostRow, {"amount": "3"}, {"amount": "2.00", "currency": "EUR"})["currency"] == "EUR"
    assert "CZK" in wording.lines("costs", [{"amount": "5.00"}], "en")[0]


def test_readers_see_a_price_in_the_currency_of_the_city() -> None:
    batch: Any = SimpleNamespace(context=SimpleNamespace(record={"currency": "CZK"}))
    costs = [{"amount": "5.00"}, {"amount": "2.00", "currency": "EUR"}, {"text": "by agreement"}]
    told = body._costs(batch, Mock(), {"costs": costs}, Mock(get=lambda name: None))
    assert [each["currency"] for each in told] == ["CZK", "EUR", None]
