# SPDX-License-Identifier: EUPL-1.2
"""What holds for the tests of every folder."""

from typing import Any

import pytest


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """The test database lets tests empty the tables of the audit between them; changing rows it refuses as everywhere."""
    from pristan.platform.audit import guards

    with django_db_blocker.unblock():
        guards.lift(kinds=[guards.REMOVAL])
