# SPDX-License-Identifier: EUPL-1.2
"""The small city, loaded."""

from collections.abc import Iterator
from typing import Any

import pytest

from pristan.city.directory.tests import minipack


@pytest.fixture(scope="module")
def mini_city(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[None]:
    """For tests of which none commits: once for all of a module."""
    with minipack.standing(django_db_blocker, minipack.write(tmp_path_factory.mktemp("mini"))):
        yield
