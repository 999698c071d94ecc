# SPDX-License-Identifier: EUPL-1.2
"""All tests of access read the example city."""

import pytest
from django.test import Client


@pytest.fixture
def ask(example_city):
    """`ask(address, method="GET", **headers)`: as a visitor without anything."""
    client = Client()

    def ask(address: str, method: str = "GET", **headers: str):
        from tests.access.table import real

        return client.generic(method, real(address), headers=headers)

    return ask
