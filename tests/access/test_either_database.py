# SPDX-License-Identifier: EUPL-1.2
"""A city's pages are the same on either database, byte for byte: so what a browser does with them is tried once, not on each."""

import os
from collections.abc import Iterator
from unittest.mock import patch

import pytest

from scripts import pages
from scripts.serving import Served
from tests import cities, prepared
from tests.access.test_wire import fetch

FEWEST = 20  # kinds of addresses


@pytest.fixture(scope="module")
def on_sqlite(city_server: Served, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The example city once more, loaded anew into a file of SQLite."""
    if not city_server.database.startswith("postgres"):
        pytest.skip("the run on PostgreSQL compares")
    folder = tmp_path_factory.mktemp("on-sqlite")
    with patch.dict(os.environ, {"DATABASE_URL": ""}), prepared.served(cities.EXAMPLE, folder) as served:
        yield served


def test_every_address_gives_the_same_bytes_on_either_database(
    city_server: Served, on_sqlite: Served, crawled: list[pages.Visited]
) -> None:
    there = [page for page in crawled if page.status == 200]
    assert len({page.kind for page in there}) >= FEWEST
    assert on_sqlite.database.startswith("sqlite")
    for page in there:
        (one, body), (other, again) = (fetch(each, page.address) for each in (city_server, on_sqlite))
        assert (one.get("etag"), body) == (other.get("etag"), again), page.address
