# SPDX-License-Identifier: EUPL-1.2
"""Reports on the signed-in side: read, taken up, closed with fixed words; nobody else sees them."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pristan.city.directory.tests import minipack
from pristan.platform.audit.models import AuditEntry
from pristan.platform.power import services as power
from pristan.platform.reports import services
from pristan.platform.reports.models import Report
from tests.access.roles import ROOT, browser, client, person

pytestmark = pytest.mark.django_db
AT = minipack.AT


@pytest.fixture
def report(tmp_path: Path) -> Report:
    minipack.load(minipack.write(tmp_path / "mini"))
    services.report(
        kind="entry", key="klic", language="ar", matters=["danger", "hours"], text="<b>مغلق</b>", contact="a@example.org",
        today=date(2026, 3, 2),
    )  # fmt: skip
    return Report.objects.get()


def test_an_editor_reads_takes_up_and_closes(report: Report) -> None:
    editor = client("city_editor")
    assert "Reports of danger" in editor.get("/staff/en/").content.decode()
    assert "Klic v sili" in editor.get("/staff/en/reports/").content.decode()
    page = editor.get(f"/staff/en/reports/{report.uuid}/").content.decode()
    assert "&lt;b&gt;مغلق" in page and "a@example.org" in page
    address = f"/staff/en/reports/{report.uuid}/act/"
    editor.post(address, {"take_up": "1"})
    assert editor.post(address, {"answer": "whatever"}).status_code == 409
    editor.post(address, {"answer": "corrected"})
    report.refresh_from_db()
    assert (report.state, report.contact) == ("solved", "")
    assert editor.post(address, {"answer": "is_right"}).status_code == 409
    assert "Nobody has reported anything" in editor.get("/staff/en/reports/").content.decode()


def test_a_long_list_asks_no_more_than_a_short_one(report: Report, django_assert_num_queries: Any) -> None:
    editor = client("city_editor")
    with CaptureQueriesContext(connection) as asked:
        editor.get("/staff/en/reports/")
    for key in ("org", "korak"):
        Report.objects.create(kind="entry", key=key, language="sl", code=key, received_on=AT.date())
    with django_assert_num_queries(len(asked)):
        assert "Organizacija" in editor.get("/staff/en/reports/").content.decode()


def test_an_organisation_does_not_read_what_is_said_about_it(report: Report) -> None:
    manager = client("organization_manager", "org")
    assert manager.get("/staff/en/reports/").status_code == 404
    assert manager.get(f"/staff/en/reports/{report.uuid}/").status_code == 404
    assert manager.post(f"/staff/en/reports/{report.uuid}/act/", {"answer": "is_right"}).status_code == 404
    report.refresh_from_db()
    assert report.state == "new"


def test_a_report_that_is_shown_beside_a_refused_answer_was_looked_at_as_well(report: Report) -> None:
    user = person("root", at=AT)
    for role in ("administrator", "city_editor"):
        power.give(user=user, role=role, scope="", actor=ROOT, at=AT)
    editor = browser(user)
    editor.post("/staff/en/session/open/", {"reason": "to look", "minutes": 30})
    address = f"/staff/en/reports/{report.uuid}/act/"
    assert "a@example.org" in editor.post(address, {"answer": "whatever"}).content.decode()
    assert AuditEntry.objects.get(what="power.page.seen").about_key == str(report.uuid)
    editor.post(address, {"answer": "corrected"})
    assert AuditEntry.objects.filter(what="power.page.seen").count() == 1, "nothing of it was shown"
