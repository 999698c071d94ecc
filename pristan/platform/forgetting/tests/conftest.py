# SPDX-License-Identifier: EUPL-1.2
"""People who work here, and letters that nobody sends."""

from datetime import UTC, datetime

import pytest

from pristan.platform.accounts.actors import system
from pristan.platform.accounts.models import User
from pristan.platform.forgetting import calendar
from pristan.platform.power import services as power
from pristan.platform.power.roles import ADMINISTRATOR

AT = datetime(2026, 1, 10, 9, 0, tzinfo=UTC)


@pytest.fixture
def ana(db):
    return User.objects.add(email="ana@example.org", display_name="Ana", at=AT, password="correct horse")


@pytest.fixture
def boss(db):
    user = User.objects.add(email="boss@example.org", display_name="Boss", at=AT, password="correct horse")
    power.give(user=user, role=ADMINISTRATOR, scope="", actor=system("tests"), at=AT)
    return user


@pytest.fixture
def upkeep():
    """Run the calendar; `.letters`: (display name, day of the lock) of who was warned."""

    def run(at, fails=False):
        def warn(user, locked_at):
            if fails:
                raise OSError("no mail server")
            run.letters.append((user.display_name, locked_at.date()))

        return calendar.upkeep(at=at, warn=warn)

    run.letters = []
    return run
