# SPDX-License-Identifier: EUPL-1.2
"""Several entries at once: asked with all of them named, each by its own policy, done once, taken back."""

from typing import Any

import pytest
from django.test import Client

from pristan.city.directory import several, unlisting
from pristan.city.directory.models import Entry, Verification
from pristan.city.directory.models.refusal import REASONS
from pristan.city.directory.tests.minipack import AT
from pristan.city.directory.tests.sheetkit import EDITOR
from pristan.city.directory.views.several import filters
from pristan.platform.published import readers
from tests.access.roles import client

pytestmark = pytest.mark.django_db
ADDRESS = "/staff/en/several/"


@pytest.fixture(autouse=True)
def city(mini_city: None, db: None) -> None:
    """Loaded once; what a test writes is taken back."""


def do(who: Client, verb: str, *keys: str, **more: Any) -> tuple[int, str]:
    answer = who.post(ADDRESS, {"verb": verb, "key": keys, **more})
    return answer.status_code, answer.content.decode()


def states() -> dict[str, str]:
    return dict(Entry.objects.values_list("key", "state"))


def test_they_are_named_and_asked_about_before_anything_is_done():
    status, page = do(client("city_editor"), "check", "klic", "org")
    assert status == 200 and "Klic v sili" in page and "Organizacija" in page
    assert not Verification.objects.exists()


def test_several_are_checked_and_taken_away_and_shown_again():
    editor = client("city_editor")
    status, page = do(editor, "check", "klic", "org", sure="1")
    assert status == 200 and "checked today" in page
    assert set(Verification.objects.values_list("entry__key", flat=True)) == {"klic", "org"}
    for _ in range(2):  # a double click
        status, page = do(editor, "withdraw", "klic", "org", sure="1", why="moved")
        assert status == 200 and "Readers do not see these any more" in page and "Undo" in page
    assert states() | {"klic": "withdrawn", "org": "withdrawn"} == states()
    assert readers.document(language="sl", address="klic", version=readers.version()) is None
    status, page = do(editor, "show", "klic", "org", sure="1", why="it was wrong")
    assert "Readers see these again" in page and set(states().values()) == {"published"}


def test_each_entry_asks_its_own_policy():
    manager = client("organization_manager", "org")
    _, page = do(manager, "withdraw", "klic", "zatocisce", "korak", sure="1", why="over")
    assert "Klic v sili" in page and "Zatočišče" not in page
    assert [key for key, state in states().items() if state == "withdrawn"] == ["klic"]
    member = client("organization_editor", "org")
    _, page = do(member, "withdraw", "org")
    assert "you may not do this" in page
    do(member, "withdraw", "org", sure="1", why="x")
    assert states()["org"] == "published"


def test_a_reviewer_of_a_language_checks_nothing():
    reviewer = client("language_reviewer", "ar")
    do(reviewer, "check", "klic", sure="1")
    assert not Verification.objects.exists()
    assert "With those that are ticked" not in reviewer.get("/staff/en/entries/").content.decode()


@pytest.mark.parametrize(
    ("verb", "keys", "more", "status", "said"),
    [
        ("withdraw", ["klic"], {"sure": "1"}, 422, "Say why"),
        ("withdraw", ["klic"], {"sure": "1", "why": "ask ana@example.org"}, 422, "leave out e-mail"),
        ("check", [], {}, 422, "Tick at least one"),
        ("check", [f"k{number}" for number in range(several.MOST + 1)], {}, 422, "At most 100"),
        ("erase", ["klic"], {}, 404, ""),
        ("show", ["klic"], {}, 200, "there is nothing to do"),
        ("show", ["nothing"], {"sure": "1", "why": "x"}, 200, "There was nothing to do"),
    ],
)
def test_what_is_not_done_says_why(verb, keys, more, status, said):
    answered, page = do(client("city_editor"), verb, *keys, **more)
    assert answered == status and said in page
    assert set(states().values()) == {"published"}


def test_all_on_the_page_needs_no_ticks():
    _, page = do(client("city_editor"), "check", all="1", listed=["klic", "korak"])
    assert "Klic v sili" in page and "Prijava naslova" in page and "Organizacija" not in page


def test_filters_survive():
    editor = client("city_editor")
    page = editor.get("/staff/en/entries/?q=Klic+%26+v&kind=service&page=1").content.decode()
    assert "There is no entry like this" in page
    page = editor.get("/staff/en/entries/?q=klic&kind=service").content.decode()
    assert 'name="back" value="q=klic&amp;kind=service&amp;page=1"' in page
    _, page = do(editor, "check", "klic", back="q=a%26b&kind=service&next=//evil.example&page=2")
    assert "?q=a%26b&amp;kind=service&amp;page=2" in page and "evil" not in page
    assert filters("q=" + "x" * 5000) == "q=" + "x" * 120


def test_all_or_none(monkeypatch):
    def fails(**words: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr("pristan.city.directory.services.published.withdraw_now", fails)
    with pytest.raises(RuntimeError):
        several.act("withdraw", ["klic", "org"], actor=EDITOR, at=AT, why="x")
    assert set(states().values()) == {"published"}


def test_who_asked_not_to_be_listed_is_not_shown_again():
    unlisting.unlist(key="org", reason=REASONS[0], actor=EDITOR, at=AT, looked_twice=True)
    _, page = do(client("city_editor"), "show", "org", "klic", sure="1", why="x")
    assert "There was nothing to do" in page
    assert states()["org"] == states()["klic"] == "withdrawn"
