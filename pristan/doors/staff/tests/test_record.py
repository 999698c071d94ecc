# SPDX-License-Identifier: EUPL-1.2
"""The record is read by those whom it concerns, and by nobody else."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from pristan.city.directory import services
from pristan.city.directory.tests import minipack
from pristan.platform.accounts.actors import system
from pristan.platform.power import services as power
from tests.access.roles import person, signed_in

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 10, tzinfo=UTC)


def client(role: str, scope: str) -> Client:
    user = person(f"{role}{scope}", at=AT)
    power.give(user=user, role=role, scope=scope, actor=system("test"), at=AT)
    made = Client()
    made.cookies[settings.SESSION_COOKIE_NAME] = signed_in(user)
    return made


@pytest.mark.parametrize(
    ("role", "scope", "sees"),
    [
        ("city_editor", "", True),
        ("organization_editor", "org", True),
        ("organization_manager", "another", False),
        ("language_reviewer", "ar", False),
        ("counsellor", "org", False),
    ],
)
def test_who_reads_what_was_done_to_an_entry(tmp_path: Path, role: str, scope: str, sees: bool) -> None:
    minipack.load(minipack.write(tmp_path / "mini"))
    services.edit(key="klic", fields={"summary": "Drugače."}, actor=system("night-shift"), at=AT)
    page = client(role, scope).get("/staff/en/record/?key=klic").content.decode()
    assert ("night-shift" in page) is sees
    assert ("directory.entry.edited" in page) is sees
