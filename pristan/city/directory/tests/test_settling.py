# SPDX-License-Identifier: EUPL-1.2
"""Pack and city changed the same: the city's stays, an editor sees all three values and chooses, and the next load is silent."""

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pristan.city.directory import services, store
from pristan.city.directory.tests import minipack
from pristan.core.traces.finder import finder as trace
from pristan.platform.accounts.actors import Actor, Power, system
from pristan.platform.audit.models import AuditEntry
from pristan.platform.packs import forgetting
from pristan.platform.packs.models import OpenConflict
from pristan.platform.packs.things import value_digest
from pristan.platform.privacy.places import Removal
from pristan.platform.published import readers
from pristan.platform.review import settling
from pristan.platform.review.errors import ChangedMeanwhile
from pristan.platform.review.models import Version
from tests.access.roles import client

pytestmark = pytest.mark.django_db(transaction=True)
AT = minipack.AT
KLIC = "entries/services/klic.yaml"
EDITOR = Actor("person", "e", powers=frozenset({Power("city_editor")}))
MANAGER = Actor("person", "m", powers=frozenset({Power("organization_manager", "org")}))
OURS, THEIRS = "Pomoč, kot jo vidi mesto.", "Pomoč, kot jo vidi paket."


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The city and the pack changed the same summary."""
    folder = minipack.write(tmp_path / "mini")
    minipack.load(folder)
    services.edit(
        key="klic",
        fields={"summary": OURS, "website": "https://example.org/new"},
        actor=system("test"),
        at=AT,
    )
    minipack.replace(folder, KLIC, "Pomoč ob nesreči.", THEIRS)
    minipack.load(folder)
    return folder


def live() -> str:
    return str(store.live(["klic"])["klic"]["summary"])


def settle(side: settling.Side, *, actor: Actor = EDITOR, seen: str | None = None) -> None:
    settling.settle(
        kind="entry", key="klic", field="summary", side=side, seen=seen or value_digest(OURS), actor=actor, at=AT
    )  # fmt: skip


def test_the_three_values_are_there(pack):
    (found,) = settling.open_conflicts(EDITOR)
    assert (found.live, found.conflict.value, found.base) == (OURS, THEIRS, "Pomoč ob nesreči.")
    assert found.conflict.path.endswith("klic.yaml") and found.conflict.line == 7
    assert settling.open_conflicts(MANAGER) == []


def test_the_citys_value_holds_and_the_next_load_is_silent(pack):
    settle("city")
    assert live() == OURS and settling.open_conflicts(EDITOR) == []
    assert AuditEntry.objects.get(what="review.conflict.settled").why == "summary: city"
    again = minipack.load(pack)
    assert not again.conflicts and live() == OURS and not OpenConflict.objects.exists()
    minipack.replace(pack, KLIC, THEIRS, "Paket se je spet spremenil.")
    assert len(minipack.load(pack).conflicts) == 1, "what changes again is told again"


def test_the_packs_value_holds_with_a_version_and_the_next_load_is_silent(pack):
    settle("pack")
    assert live() == THEIRS
    assert Version.objects.filter(cause="settled", after={"summary": THEIRS}).count() == 1
    again = minipack.load(pack)
    assert not again.conflicts and live() == THEIRS


def test_what_became_equal_is_no_conflict_any_more(pack):
    services.edit(key="klic", fields={"summary": THEIRS}, actor=system("test"), at=AT)
    assert settling.open_conflicts(EDITOR) == []


def test_who_looked_at_an_older_value_looks_again(pack):
    services.edit(key="klic", fields={"summary": "Tretje."}, actor=system("test"), at=AT)
    with pytest.raises(ChangedMeanwhile):
        settle("pack")
    assert live() == "Tretje." and OpenConflict.objects.exists()


def test_it_is_held_in_the_order_of_a_load_so_that_neither_waits_for_the_other(pack):
    with CaptureQueriesContext(connection) as asked:
        settle("pack")
    tables = ("directory_entry", "packs_loadedthing", "packs_openconflict")
    first = [next(n for n, each in enumerate(asked) if f'FROM "{table}"' in each["sql"]) for table in tables]
    assert first == sorted(first)


def test_only_who_reviews_settles_and_only_once(pack):
    with pytest.raises(settling.ConflictMissing):
        settle("pack", actor=MANAGER)
    settle("city")
    with pytest.raises(settling.ConflictMissing):
        settle("city")


def test_what_the_pack_says_of_a_secret_place_is_not_kept(pack):
    services.make_location_secret(key="klic", actor=system("test"), at=AT, why="found")
    minipack.replace(pack, KLIC, "Zaloška cesta 2", "Zaloška cesta 4")
    minipack.load(pack)
    hidden = OpenConflict.objects.get(field="locations")
    assert hidden.value is None and hidden.is_hidden
    with pytest.raises(settling.PackHidden):
        settling.settle(
            kind="entry", key="klic", field="locations", side="pack", seen=value_digest(None), actor=EDITOR, at=AT
        )  # fmt: skip
    assert "Zalo" not in client("city_editor").get("/staff/en/conflicts/").content.decode()


def test_an_edited_entry_that_left_the_pack_is_told_until_it_is_taken_away(tmp_path):
    folder = minipack.write(tmp_path / "mini")
    new = "id: novo\nlanguage: sl\nname: Novo\nsources: [{url: 'https://example.org/n'}]\n"
    minipack.put(folder, "entries/services/novo.yaml", new)
    minipack.load(folder)
    services.edit(key="novo", fields={"summary": "Ostane."}, actor=system("test"), at=AT)
    minipack.put(folder, "entries/services/novo.yaml", None)
    minipack.load(folder)
    assert [each.is_left for each in settling.open_conflicts(EDITOR)] == [True]
    assert "It left the pack" in client("city_editor").get("/staff/en/conflicts/").content.decode()
    services.withdraw(key="novo", actor=system("test"), at=AT, why="ended")
    assert settling.open_conflicts(EDITOR) == []


def test_in_the_browser(pack):
    editor = client("city_editor")
    assert "Values on which the pack and the city do not agree" in editor.get("/staff/en/").content.decode()
    page = editor.get("/staff/en/conflicts/").content.decode()
    assert OURS in page and "Pomoč ob nesreči." in page and "<ins>" in page
    given = {"kind": "entry", "key": "klic", "field": "summary", "seen": value_digest(OURS)}
    assert editor.post("/staff/en/conflicts/settle/", given).status_code == 404, "no side was chosen"
    old = editor.post("/staff/en/conflicts/settle/", {**given, "side": "pack", "seen": "x"}, follow=True)
    assert "Look at it once more" in old.content.decode()
    done = editor.post("/staff/en/conflicts/settle/", {**given, "side": "pack"}, follow=True)
    assert "There is nothing to settle" in done.content.decode()
    body = readers.document(language="sl", address="klic", version=readers.version())
    assert body and body.body["summary"]["text"] == THEIRS
    edited = editor.get("/staff/en/edited/").content.decode()
    assert "Klic v sili" in edited and "pristan pack export" in edited
    assert client("organization_manager", "org").get("/staff/en/conflicts/").status_code == 404


def test_a_value_that_is_removed_for_good_leaves_the_conflict_too(pack):
    _, place = forgetting.PLACES
    finder = trace([THEIRS])
    assert finder is not None
    removal = Removal(finder, AT)
    assert place.find(removal.finder) == 1 and place.forget is not None and place.forget(removal) == 1
    assert OpenConflict.objects.get(field="summary").value is None
    with pytest.raises(settling.PackHidden):
        settle("pack")
