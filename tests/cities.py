# SPDX-License-Identifier: EUPL-1.2
"""The cities that tests use, and how one is loaded into the test database."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "packs" / "example"
LJUBLJANA = ROOT / "packs" / "ljubljana"
THESAURUS = ROOT / "thesaurus"
# A Tuesday morning on which offices are open; no test asks the clock.
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def load(pack: Path = EXAMPLE, *, at: datetime = NOW) -> Any:
    """Load a pack and show it to readers. Returns the load's summary."""
    from django.db import connection

    from pristan.platform.accounts.actors import system
    from pristan.platform.packs import services as packs
    from pristan.platform.published import services as published

    summary = packs.load(pack, thesaurus=THESAURUS, actor=system("tests"), at=at)
    published.catch_up(at=at)
    connection.check_constraints()  # once, here: what a transaction leaves for its end is looked at after each test in it
    forget()
    return summary


def forget() -> None:
    """What a process remembers of a version: another test's city may have had the same."""
    from pristan.city.orientation.portable import encoded
    from pristan.city.orientation.rulebook import rulebook
    from pristan.platform.search import lessons

    rulebook.cache_clear()
    encoded.cache_clear()
    lessons.forget()


def name(url: str) -> str:
    """What the database at an address is called."""
    from environ import Env

    return str(Env.db_url_config(url)["NAME"])


@contextmanager
def inside(database: str) -> Iterator[None]:
    """All queries go to the database of this name. Each test takes back what it writes there."""
    from django.db import connection

    own = connection.settings_dict["NAME"]
    try:
        _turn_to(database)
        yield
    finally:
        _turn_to(own)


def _turn_to(database: str) -> None:
    from django.db import connection

    connection.close()
    connection.settings_dict["NAME"] = database
    forget()


@contextmanager
def taken_back(blocker: Any) -> Iterator[None]:
    """For fixtures of a whole module: what is written to the test database inside is gone afterwards. `blocker`: pytest-django's."""
    from django.db import transaction

    with blocker.unblock():
        block = transaction.atomic()
        block._from_testcase = True  # type: ignore[attr-defined] # what is durable elsewhere may run inside it
        block.__enter__()
        try:
            yield
        finally:
            transaction.set_rollback(True)
            block.__exit__(None, None, None)
