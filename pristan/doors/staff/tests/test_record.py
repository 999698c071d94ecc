# SPDX-License-Identifier: EUPL-1.2
"""The record is read by those whom it concerns, and by nobody else."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pristan.city.directory import services
from pristan.city.directory.tests import minipack
from pristan.doors.staff import acts
from pristan.platform.accounts.actors import system
from pristan.platform.audit.errors import PersonalValueRefused
from pristan.platform.audit.models import AuditEntry
from pristan.platform.claims.lifecycle import CLAIMING
from pristan.platform.lifecycle.models import TransitionLog
from tests.access.roles import client

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 10, tzinfo=UTC)


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
    assert ("Entry changed" in page and ">Klic v sili</bdi>" in page and "In short" in page) is sees


def test_everything_that_is_done_has_words() -> None:
    """No reader is shown a key of ours."""
    done = re.compile(r'(?:what=|what = |_record\(|else )"([a-z]+\.[a-z]+\.[a-z_]+)"')
    found = {
        key
        for path in Path(acts.__file__).parents[2].glob("**/*.py")
        if "tests" not in path.parts
        for key in done.findall(path.read_text(encoding="utf-8"))
    }
    ends = {f"claims.claim.{state}" for state in CLAIMING.states} - {"claims.claim.asked"}
    assert found | ends == set(acts.ACTS)


def test_a_typed_reason_names_nobody_is_shown_and_stands_where_it_can_be_taken_away(tmp_path: Path) -> None:
    minipack.load(minipack.write(tmp_path / "mini"))
    actor = system("night-shift")
    services.withdraw(key="klic", actor=actor, at=AT, why="Water in the cellar.")
    services.publish_again(key="klic", actor=actor, at=AT + timedelta(hours=1), why="")
    services.make_location_secret(
        key="klic", actor=actor, at=AT + timedelta(hours=2), why="Asked by the house."
    )
    editor = client("city_editor", "")
    page = editor.get("/staff/en/record/?key=klic").content.decode()
    assert page.count("Water in the cellar.") == page.count("Asked by the house.") == 1
    assert not AuditEntry.objects.exclude(why="").filter(about_key="klic").exists()
    TransitionLog.objects.update(why="")
    assert "Water in the cellar." not in editor.get("/staff/en/record/?key=klic").content.decode()
    with pytest.raises(PersonalValueRefused):
        services.withdraw(key="klic", actor=actor, at=AT, why="ask ana@example.org")


@pytest.mark.parametrize(
    ("what", "why", "words"),
    [
        ("directory.entry.edited", "phones, summary", "Phone numbers, In short"),
        ("review.conflict.settled", "summary: pack", "In short: The pack's holds"),
        ("power.role.given", "organization_editor of org: as invited", "Editor of an organisation: Organizacija: as invited"),
        ("power.role.ended", "city_editor of the city", "City editor"),
        ("power.invitation.sent", "language_reviewer of ar", "Reviewer of a language: Arabic"),
        ("accounts.factor.added", "totp", "An app that shows codes"),
        ("claims.claim.refused", "not_theirs", "The organisation told us that you do not speak for it."),
        ("reports.report.closed", "corrected", "The page was corrected."),
        ("directory.entry.edited", "[2f0c] summary", "Staff session: In short"),
        ("directory.entry.edited", "[2f0c]", "Staff session"),
        ("directory.entry.unlisted", "no_room", "They cannot take more people"),
        ("directory.entry.withdrawn", "asked not to be listed", "It asked not to be listed."),
        ("packs.pack.loaded", "as it stands", "as it stands"),
    ],
)  # fmt: skip
def test_the_fixed_words_of_a_reason_are_told_in_ours(
    tmp_path: Path, what: str, why: str, words: str
) -> None:
    minipack.load(minipack.write(tmp_path / "mini"))
    (act,) = acts.in_words([AuditEntry(what=what, why=why, about_kind="entry", about_key="klic")])
    assert (act.why, act.thing) == (words, "Klic v sili")
