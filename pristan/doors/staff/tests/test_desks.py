# SPDX-License-Identifier: EUPL-1.2
"""Every desk leads on to what does not fit on its page, filters kept; the first page leads to just what it counted."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from pristan.city.directory import services
from pristan.city.directory.models import Refusal
from pristan.city.directory.tests import minipack
from pristan.city.directory.views import entries, history, listing
from pristan.doors.staff.views import record
from pristan.platform.accounts.actors import system
from pristan.platform.claims import views as claims
from pristan.platform.claims.models import Claim
from pristan.platform.packs.models import OpenConflict
from pristan.platform.reports import selectors as reported
from pristan.platform.reports import views as reports
from pristan.platform.reports.models import Report
from pristan.platform.review import selectors as proposed
from pristan.platform.review import views as review
from pristan.platform.review import views_settling as conflicts
from pristan.platform.review.models import Proposal
from tests.access.roles import client

pytestmark = pytest.mark.django_db
AT = minipack.AT
VIEWS = (entries, history, listing, record, claims, reports, review, conflicts)
# Each has two things of the kind that the address names, and reports and proposals one more that it does not.
DESKS = (
    "entries/?kind=service", "entries/klic/history/", "unlisted/", "record/?key=klic", "claims/", "conflicts/", "edited/",
    "reports/?which=other", "review/?which=other", "review/?organization=org&which=other",
)  # fmt: skip


@pytest.fixture
def city(tmp_path: Path) -> None:
    """Two of everything that desks show."""
    minipack.load(minipack.write(tmp_path / "mini"))
    for number in (1, 2):
        for key in ("klic", "org"):
            services.edit(key=key, fields={"summary": f"Besede {number}."}, actor=system("test"), at=AT)
        Refusal.objects.create(key=f"gone-{number}", reason="asked", since=AT, given_by="x")
        Claim.objects.create(kind="entry", key="org", language="en", code=f"c{number}", received_on=AT.date())
        report(f"r{number}", harm=1)
        propose(harm=1)
    report("r3", harm=reported.DANGER)
    propose(harm=proposed.HARMFUL)
    for name in ("summary", "website"):
        OpenConflict.objects.create(kind="entry", key="klic", field=name, path="klic.yaml", line=7, value="x")


def report(code: str, *, harm: int) -> None:
    Report.objects.create(
        kind="entry", key="klic", language="en", code=code, harm=harm, received_on=AT.date()
    )


def propose(*, harm: int) -> None:
    Proposal.objects.create(
        kind="entry", key="klic", organization="org", author="somebody", wanted={"website": "https://example.org/z"},
        base={}, source="we", state="submitted", harm=harm, draft_at=AT, submitted_at=AT,
    )  # fmt: skip


def test_no_desk_cuts_off_silently(city, monkeypatch):
    for module in VIEWS:
        monkeypatch.setattr(module, "PAGE", 1)
    editor = client("city_editor")
    for desk in DESKS:
        more = "&" if "?" in desk else "?"
        kept = desk.partition("?")[2].replace("&", "&amp;")
        first, second, beyond = (
            editor.get(f"/staff/en/{desk}{rest}").content.decode()
            for rest in ("", f"{more}page=2", f"{more}page=99999")
        )
        following = f"?{kept}&amp;page=2" if kept else "?page=2"
        assert f'href="{following}" rel="next"' in first and 'rel="prev"' not in first, desk
        assert "Page 2 of 2" in second and 'rel="prev"' in second and 'rel="next"' not in second, desk
        assert "Page 2 of 2" in beyond, f"{desk}: the last page stands for all that come after it"
        assert first != second, desk


def test_a_page_that_is_no_number_is_the_first(city, monkeypatch):
    monkeypatch.setattr(record, "PAGE", 1)
    editor = client("city_editor")
    for asked in ("", "x", "1.5", "0x2", "²"):
        assert "Page 1 of " in editor.get(f"/staff/en/record/?key=klic&page={asked}").content.decode()


def test_the_first_page_leads_to_what_it_counted(city):
    Report.objects.update(received_on=timezone.now().date())
    Report.objects.filter(code="r1").update(received_on=timezone.now().date() - timedelta(days=151))
    editor = client("city_editor")
    start = editor.get("/staff/en/").content.decode()
    for desk, which, count in (
        ("reports", "danger", 1), ("reports", "other", 2), ("reports", "closing", 1), ("review", "harmful", 1), ("review", "other", 2)
    ):  # fmt: skip
        address = f"/staff/en/{desk}/?which={which}"
        assert f'href="{address}"' in start
        page = editor.get(address).content.decode()
        assert _rows(page) == count and "Show the others too" in page, address
        assert _rows(editor.get(f"/staff/en/{desk}/").content.decode()) == 3


def _rows(page: str) -> Any:
    return page.count('<th scope="row">')
