# SPDX-License-Identifier: EUPL-1.2
"""Orientation before a city is loaded."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_a_city_without_data_says_so(db):
    answer = Client().post("/api/orientation/plan", "{}", content_type="application/json")
    assert answer.status_code == 503
    assert answer.json()["mend"]
