# SPDX-License-Identifier: EUPL-1.2
"""What expressions mean is compiled once, looked at again with each version, and made anew when it is missing or broken."""

from pathlib import Path
from typing import Any

import pytest

from pristan.platform.search import knowledge
from pristan.platform.search.tests.conftest import Teach
from pristan.platform.search.tests.kit import Shelf, document
from pristan.platform.search.tests.teaching import TOWN_WORDS, Lessons

RENT = Lessons({"n:rent": {"en": "renting"}})


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Which files are compiled from here on."""
    seen: list[Path] = []
    compile_it = knowledge._compile

    def counting(path: Path) -> None:
        seen.append(path)
        compile_it(path)

    monkeypatch.setattr(knowledge, "_compile", counting)
    return seen


def forget() -> None:
    """As a new process begins."""
    knowledge.refresh()
    knowledge._open.cache_clear()


def test_expressions_and_the_order_of_their_meanings_are_known(teach: Teach) -> None:
    known = teach(TOWN_WORDS)
    assert known.phrases.ids("doctor", "en") == ("s:doctor",)
    assert known.broader["n:rent"] == ("n:housing",)
    assert known.narrower == {"n:housing": ("n:rent",)}
    assert known.general == {"s:want"}
    assert known.danger.calm == {"s:statistics"}
    assert known.danger.signs == {"violence": [[["s:touch"], ["s:child"]]]}


def test_nothing_known_is_no_trouble(shelf: Shelf) -> None:
    shelf.put(document(1, name="Doctor"))
    assert shelf.found("doctor") == ["Doctor"]
    assert knowledge.knowledge().broader == {}


def test_it_is_compiled_once_for_all_versions_and_processes(teach: Teach, compiled: list[Path]) -> None:
    teach(RENT)
    for version in (1, 2, None):
        knowledge.knowledge(version)
    forget()
    knowledge.knowledge(3)
    assert len(compiled) == 1


def test_the_step_of_the_start_says_whether_it_did_anything(
    teach: Teach, settings: Any, tmp_path: Path
) -> None:
    teach(RENT)
    assert knowledge.build() is False
    settings.LEMMA_CACHE = tmp_path / "elsewhere"
    assert knowledge.build() is True
    assert knowledge.build() is False


def test_a_changed_label_changes_the_fingerprint_after_the_files_are_looked_at_again(teach: Teach) -> None:
    lessons = Lessons({"n:rent": {"en": "renting"}})
    teach(lessons)
    before = knowledge.fingerprint()
    lessons.words["n:rent"]["en"] = "renting, lease"
    assert knowledge.fingerprint() == before, "a version that is being prepared keeps what it began with"
    knowledge.refresh()
    assert knowledge.fingerprint() != before
    assert knowledge.knowledge().phrases.ids("leas", "en") or knowledge.knowledge().phrases.ids("lease", "en")


@pytest.mark.parametrize(
    "change", [Lessons({"n:rent": {"sl": "renting"}}), Lessons({"n:flat": {"en": "renting"}}), Lessons({"n:rent": {"en": "renting"}}, {"n:rent": ("n:a",)}),
               Lessons({"n:rent": {"en": "renting"}}, light=("n:rent",)),
               Lessons({"n:rent": {"en": "renting"}}, calm=("n:rent",))],
    ids=["language", "meaning", "broader", "general", "calm"],
)  # fmt: skip
def test_any_change_is_another_fingerprint_and_the_same_words_are_the_same(
    teach: Teach, change: Lessons
) -> None:
    before = teach(RENT).name
    assert teach(change).name != before
    assert teach(Lessons({"n:rent": {"en": "renting"}})).name == before


def test_cities_that_share_a_folder_keep_their_own_and_nothing_piles_up(teach: Teach, settings: Any) -> None:
    for number in range(knowledge._MOST_KEPT + 3):
        teach(Lessons({"n:rent": {"en": f"renting {number}"}}))
    kept = {path.stem for path in Path(settings.LEMMA_CACHE).glob("knowledge-*")}
    assert len(kept) == knowledge._MOST_KEPT
    assert knowledge.fingerprint() in kept


@pytest.mark.parametrize("lost", [".trie", ".json"])
def test_a_missing_file_is_made_anew(teach: Teach, settings: Any, lost: str) -> None:
    name = teach(RENT).name
    Path(settings.LEMMA_CACHE, f"{name}{lost}").unlink()
    forget()
    assert knowledge.knowledge().narrower == {}
    assert Path(settings.LEMMA_CACHE, f"{name}{lost}").exists()


@pytest.mark.parametrize("content", [b"", b"cut", b"{"])
@pytest.mark.parametrize("broken", [".trie", ".json"])
def test_a_broken_file_is_made_anew(teach: Teach, settings: Any, broken: str, content: bytes) -> None:
    name = teach(RENT).name
    forget()
    Path(settings.LEMMA_CACHE, f"{name}{broken}").write_bytes(content)
    known = knowledge.knowledge()
    assert [
        known.phrases.ids(term, "en") for term in ("rent", "renting") if known.phrases.ids(term, "en")
    ] == [("n:rent",)]


def test_documents_carry_the_meanings_of_their_words_and_those_they_are_declared_to_have(
    teach: Teach, shelf: Shelf
) -> None:
    teach(TOWN_WORDS)
    shelf.put(document(1, language="sl", name="Zdravnik"), document(2, language="sl", name="Nekaj"))
    assert shelf.found("doctor", languages=("sl",)) == ["Zdravnik"]
