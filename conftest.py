# SPDX-License-Identifier: EUPL-1.2
"""On which databases a test runs follows from what it asks for; `--leave` leaves tests to another run.

- database: the mark `django_db`, pytest-django's fixtures, or `database` below: on each database
- page: a `visitor` in front of a served city, without a mark: once. What is served hangs on the database, what a browser does
  with it does not. The mark `journey(on_each=True)` keeps such a test on each. The mark `once` makes any other test one of these.
- pure: none of these: once. pytest-django lets it reach no database, and the processes that it starts find none.
"""

import os
from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, settings

# No test is timed: a machine that stands still for a moment must fail none.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

pytest_plugins = ("tests.loaded",)

DATABASE, PAGE, PURE = "database", "page", "pure"
FIXTURES = frozenset(("django_db_setup", "database"))  # `db` and its likes ask for the first of them
NONE = "postgres://nobody@127.0.0.1:1/this-test-does-not-ask-for-the-fixture-database"


def pytest_addoption(parser: pytest.Parser) -> None:
    """--leave=page --leave=pure: kinds of tests that another run looks after."""
    parser.addoption(
        "--leave",
        action="append",
        choices=(DATABASE, PAGE, PURE),
        default=[],
        help="tests that another run takes",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave what was asked to be left."""
    leave = config.getoption("leave")
    left = [item for item in items if kind(item) in leave]
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if kind(item) not in leave]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """The database is nowhere for processes of a test that does not ask for it."""
    with patch.dict(os.environ, {"DATABASE_URL": NONE} if kind(item) == PURE else {}):
        return (yield)  # type: ignore[return-value]


@pytest.fixture(scope="session")
def database() -> str:
    """The database of this run, for processes: its DATABASE_URL, empty for SQLite files of their own."""
    return os.environ.get("DATABASE_URL", "")


@pytest.fixture(scope="session")
def is_one_of_several(pytestconfig: pytest.Config) -> bool:
    """Whether there are other runs beside this one, so that what one of them asks in full another may ask in part."""
    return bool(pytestconfig.getoption("leave"))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """The test database lets tests empty the tables of the audit between them; changing rows it refuses as everywhere.

    It is emptied after each test that commits. Django would then make its content types and permissions anew, which nobody
    here reads, and on PostgreSQL a new file for each table and index, where nearly all hold nothing.
    """
    from django.contrib.contenttypes.management import create_contenttypes
    from django.db.backends.postgresql.operations import DatabaseOperations
    from django.db.models.signals import post_migrate

    from pristan.platform.audit import guards

    with django_db_blocker.unblock():
        guards.lift(kinds=[guards.REMOVAL])
    post_migrate.disconnect(create_contenttypes)
    post_migrate.disconnect(dispatch_uid="django.contrib.auth.management.create_permissions")
    DatabaseOperations.sql_flush = _rows_removed  # type: ignore[method-assign]


def _rows_removed(self: Any, style: Any, tables: Any, **how: Any) -> list[str]:
    """One statement; foreign keys are looked at when all are done."""
    return ["; ".join(f"DELETE FROM {self.quote_name(each)}" for each in tables)] if tables else []  # noqa: S608


def kind(item: Any) -> str:
    """What a test asks for."""
    asked = {*getattr(item, "fixturenames", ())}
    journey = item.get_closest_marker("journey")
    if item.get_closest_marker("django_db") or not asked.isdisjoint(FIXTURES):
        is_of_pages = journey and "visitor" in asked and not journey.kwargs.get("on_each")
        return PAGE if is_of_pages or item.get_closest_marker("once") else DATABASE
    return PURE
