# SPDX-License-Identifier: EUPL-1.2
"""The public pages over the test city: no database, no index, a fixed day."""

from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client

from pristan.doors.web import selectors
from pristan.doors.web.tests.harbour import OFFERED, Harbour, code

# A Tuesday, 10:00 in the city.
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
OURS = [
    "pristan.platform.ui.requestlog.RequestLogMiddleware",
    "pristan.platform.ui.compression.CompressionMiddleware",
]
SOS = f"/i/{code('sos-telefon')}/"
SHELTER = f"/i/{code('sos-zatocisce')}/"


@pytest.fixture(autouse=True)
def _day():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def arrive(monkeypatch, settings):
    """Build a city and let the pages read it."""
    settings.ROOT_URLCONF = "pristan.doors.web.tests.urls"
    settings.MIDDLEWARE = OURS + [each for each in settings.MIDDLEWARE if each not in OURS]
    # The words of the code themselves: what these tests say does not depend on what translators have done.
    settings.LOCALE_PATHS = []
    monkeypatch.setattr(selectors, "_last", {})

    def build(**how: Any) -> Harbour:
        made = Harbour(**how)
        for name in OFFERED:
            monkeypatch.setattr(selectors, name, getattr(made, name))
        return made

    return build


@pytest.fixture
def harbour(arrive):
    """The city as it is."""
    return arrive()


@pytest.fixture
def ask(harbour):
    """Open an address; errors become the pages that visitors see."""
    client = Client(raise_request_exception=False)

    def get(path: str, **headers: str) -> Any:
        return client.get(path, headers={name.replace("_", "-"): value for name, value in headers.items()})

    return get


@pytest.fixture
def read(ask):
    """The text of a page that must be there."""

    def text(path: str, status: int = 200) -> str:
        response = ask(path)
        assert response.status_code == status, (path, response.status_code)
        return response.content.decode()

    return text
