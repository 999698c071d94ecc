# SPDX-License-Identifier: EUPL-1.2
"""No desk of a demo is empty, and nothing is planted twice."""

from pathlib import Path

import pytest

from pristan.city.directory.models import Entry
from pristan.city.directory.tests import minipack
from pristan.doors.cli import demo_desks
from pristan.platform.accounts import desk
from pristan.platform.accounts.actors import Actor, Power
from pristan.platform.claims.models import Claim
from pristan.platform.packs.models import OpenConflict
from pristan.platform.packs.things import value_digest
from pristan.platform.power import seeds
from pristan.platform.power.selectors import actor_of
from pristan.platform.reports.models import Report
from pristan.platform.review import settling
from pristan.platform.review.models import Proposal

pytestmark = pytest.mark.django_db
AT = minipack.AT


def test_every_desk_of_a_demo_has_something_and_only_once(tmp_path: Path) -> None:
    minipack.load(minipack.write(tmp_path / "mini"))
    scopes = {"organization": "org", "language": "ar", "office": "desk"}
    planted = seeds.plant(scopes=scopes, password="x", at=AT)
    people = {each.role.key: each.user for each in planted}
    for _ in range(2):
        demo_desks.plant(people, organization="org", at=AT)
    tasks = {
        str(task.title): task.count for task in desk.tasks(actor_of(people["city_editor"], at=AT), at=AT)
    }
    for title in (
        "Values on which the pack and the city do not agree", "Other proposals", "Other reports from visitors",
        "Claims: this is our organisation",
    ):  # fmt: skip
        assert tasks.get(title) == 1, title


@pytest.mark.parametrize("side", ["city", "pack"])
def test_a_conflict_that_was_settled_comes_again_and_its_text_does_not_grow(
    tmp_path: Path, side: str
) -> None:
    minipack.load(minipack.write(tmp_path / "mini"))
    editor = Actor("person", "e", powers=frozenset({Power("city_editor")}))
    entry = demo_desks._entry("org")
    assert entry
    said = set()
    for _ in range(2):
        entry.refresh_from_db()
        demo_desks._conflict(entry, editor, AT)
        said.add(OpenConflict.objects.get().value)
        seen = value_digest(Entry.objects.get(pk=entry.pk).summary)
        settling.settle(
            kind="entry", key=entry.key, field="summary", side=side, seen=seen, actor=editor, at=AT
        )  # type: ignore[arg-type]
    assert len(said) == 1


def test_an_organisation_without_entries_leaves_the_desks_empty(tmp_path: Path) -> None:
    minipack.load(minipack.write(tmp_path / "mini"))
    demo_desks.plant({}, organization="nobody", at=AT)
    assert not any(model.objects.exists() for model in (OpenConflict, Proposal, Report, Claim))
