# SPDX-License-Identifier: EUPL-1.2
"""Amounts that change: the value of the day, since when, and where it was read."""

from typing import Any

import pytest
import time_machine
from django.test import Client

from tests import cities

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("day", "amount", "other"),
    [(cities.NOW, "€2.50", "€2.00"), (cities.NOW.replace(year=2025), "€2.00", "€2.50")],
)
def test_a_page_tells_the_amount_that_holds_today(
    example_city: Any, day: Any, amount: str, other: str
) -> None:
    with time_machine.travel(day, tick=False):
        page = Client().get("/en/entry/registo-de-morada/").content.decode()
    told = page.partition('id="amounts"')[2].partition("</section>")[0]
    assert "Fee of the certificate of address" in told
    assert amount in told
    assert other not in told
    assert "www.example.org" in told


def test_a_page_that_speaks_of_none_has_no_such_part(example_city: Any) -> None:
    assert 'id="amounts"' not in Client().get("/en/entry/vizinhos/").content.decode()
