# SPDX-License-Identifier: EUPL-1.2
"""The languages in which a run looks at pages (tests/journeys/kinds.py). A run that looks in all of them does nothing else."""

from pathlib import Path

import pytest
from django.db import connection

from tests.journeys import kinds


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """`language` of a test with the mark `in_turn("fa uk")`: each that this run looks at such pages in."""
    if mark := metafunc.definition.get_closest_marker("in_turn"):
        metafunc.parametrize("language", kinds.asked(*mark.args, _of_run(metafunc.config)))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the journeys that look at no kinds."""
    if kinds.IS_ALL:
        left = [each for each in items if Path(__file__).parent in each.path.parents and not _looks(each)]
        config.hook.pytest_deselected(items=left)
        items[:] = [each for each in items if each not in left]


def _looks(item: pytest.Item) -> bool:
    return bool(item.get_closest_marker("in_turn")) or "languages" in getattr(item, "fixturenames", ())


@pytest.fixture(scope="session")
def languages(pytestconfig: pytest.Config) -> tuple[str, ...]:
    """Those of this run."""
    return _of_run(pytestconfig)


def _of_run(config: pytest.Config) -> tuple[str, ...]:
    is_beside = "page" in config.getoption("leave")
    return kinds.of_run(is_beside=is_beside, is_on_postgresql=connection.vendor == "postgresql")
