# SPDX-License-Identifier: EUPL-1.2
"""Subjects: needs with which people are rightly sent to an entry although it is not there for them. Search reads them, no page lists them."""

from pathlib import Path
from typing import Any

import pytest

from pristan.city.directory import store
from pristan.city.directory.models import Entry
from pristan.city.directory.tests import minipack
from pristan.platform.packs import services
from pristan.platform.packs.export import export
from pristan.platform.published import readers
from pristan.platform.search import knowledge
from pristan.platform.search.analysis import analyser
from pristan.platform.search.port import Query, index
from pristan.platform.search.tests.teaching import Lessons

pytestmark = pytest.mark.django_db(transaction=True)
KLIC = "entries/services/klic.yaml"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The tiny pack; one entry has a subject of its own, and a need of another entry."""
    made = minipack.write(tmp_path / "mini")
    minipack.replace(made, KLIC, "audiences: [women]\n", "audiences: [women]\nsubjects: [papers]\n")
    return made


@pytest.fixture
def _taught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Any:
    analyser()  # it keeps the word lists where they are
    settings.LEMMA_CACHE = tmp_path / "knowledge"
    monkeypatch.setattr(knowledge, "_sources", [Lessons({"n:papers": {"sq": "letra"}})])
    knowledge.refresh()
    yield
    knowledge.refresh()


def found(text: str, **more: Any) -> set[str]:
    hits = index().query(Query(text, "sl", readers.version(), languages=("sl",), **more)).hits
    return set(Entry.objects.filter(uuid__in=[hit.thing for hit in hits]).values_list("key", flat=True))


@pytest.mark.usefixtures("_taught")
def test_an_entry_is_found_by_its_subjects_but_is_not_filtered_by_them(pack: Path) -> None:
    minipack.load(pack)
    assert found("letra") == {"klic", "zatocisce"}
    assert found("", facets=("need:papers",)) == found("letra", facets=("need:papers",)) == {"zatocisce"}
    minipack.replace(pack, KLIC, "subjects: [papers]\n", "")
    minipack.load(pack)
    assert found("letra") == {"zatocisce"}


def test_subjects_are_kept_apart_from_what_the_entry_is_there_for(pack: Path) -> None:
    minipack.load(pack)
    page = readers.document(language="sl", address="klic", version=readers.version())
    assert page is not None
    assert [each["id"] for each in page.body["needs"]] == ["doctor"]
    assert [(each["id"], each["label"]) for each in page.body["subjects"]] == [("papers", "Papirji")]
    catalogue = readers.catalogue(language="sl", version=readers.version())
    assert catalogue is not None
    assert {need["id"]: need["count"] for need in catalogue["needs"]}["papers"] == 1, "of its own need only"


def test_a_subject_survives_the_way_to_the_database_and_back(pack: Path, tmp_path: Path) -> None:
    minipack.load(pack)
    assert store.live(["klic"])["klic"]["subjects"] == ["papers"]
    assert services.check(pack, thesaurus=None) == []
    export(tmp_path / "out")
    assert (tmp_path / "out" / "mini" / KLIC).read_text("utf-8") == (pack / KLIC).read_text("utf-8")
