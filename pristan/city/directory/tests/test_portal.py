# SPDX-License-Identifier: EUPL-1.2
"""The staff screens of the directory: an organisation changes its hours, an editor publishes, others find nothing."""

import re
from typing import Any

import pytest
from django.test import Client

from pristan.city.directory import store
from pristan.city.directory.tests import minipack
from pristan.platform.accounts.actors import system
from pristan.platform.accounts.permits import allow
from pristan.platform.published import readers
from pristan.platform.published import services as published
from pristan.platform.review import trust
from pristan.platform.review.models import Proposal, Version
from tests.access.roles import client

pytestmark = pytest.mark.django_db
AT = minipack.AT


@pytest.fixture
def city(mini_city: None, db: None) -> None:
    """Loaded once; what a test writes is taken back."""


@pytest.fixture
def member(city: None) -> Client:
    return client("organization_editor", "org")


@pytest.fixture
def manager(city: None) -> Client:
    return client("organization_manager", "org")


@pytest.fixture
def stranger(city: None) -> Client:
    return client("organization_manager", "another")


@pytest.fixture
def editor(city: None) -> Client:
    return client("city_editor")


def filled(page: Any) -> dict[str, str]:
    """What a browser would send of the form on a page, nothing changed."""
    html = page.content.decode()
    form = re.search(r'<form class="form" method="post".*?</form>', html, re.S)[0]  # type: ignore[index]
    found: dict[str, Any] = {}
    for tag in re.findall(r"<input [^>]*>", form):
        name, kind = re.search(r'name="([^"]*)"', tag), re.search(r'type="([^"]*)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        if name and kind and (kind[1] not in ("checkbox", "radio") or " checked" in tag):
            found.setdefault(name[1], []).append(
                (value[1] if value else "on" if kind[1] == "checkbox" else "").replace("&quot;", '"')
            )
    for name, text in re.findall(r'<textarea name="([^"]*)"[^>]*>\n?(.*?)</textarea>', form, re.S):
        found[name] = text
    for name, options in re.findall(r'<select name="([^"]*)".*?>(.*?)</select>', form, re.S):
        found[name] = re.findall(r'<option value="([^"]*)" selected', options)
    return found


def change(who: Client, section: str, **typed: Any) -> Any:
    address = f"/staff/en/entries/klic/change/{section}/"
    page = who.get(address)
    assert page.status_code == 200
    return who.post(address, {**filled(page), "source": "our own decision", **typed}, follow=True)


def decide(who: Client, proposal: Proposal, **given: Any) -> Any:
    """The form of a proposal, sent as its page showed it."""
    address = f"/staff/en/proposals/{proposal.uuid}/"
    return who.post(f"{address}decide/", {**shown(who.get(address)), **given}, follow=True)


def shown(page: Any) -> dict[str, str]:
    """The digests of what the page of a proposal shows."""
    return dict(re.findall(r'name="(shown-[^"]*)" value="([^"]*)"', page.content.decode()))


def live() -> dict[str, Any]:
    return store.live(["klic"])["klic"]


def reader(language: str) -> Any:
    found = readers.document(language=language, address="klic", version=readers.version())
    assert found
    return found.body


def test_an_organisation_corrects_its_hours_and_an_editor_publishes_them(member, editor):
    answer = change(member, "hours", mo="8-12, 13.30–16", tu="")
    assert "Sent to the city&#x27;s editors" in answer.content.decode()
    proposal = Proposal.objects.get()
    page = editor.get(f"/staff/en/proposals/{proposal.uuid}/")
    assert "13:30-16:00" in page.content.decode() and "Publish what is ticked" in page.content.decode()
    assert (
        "Publish what is ticked" not in member.get(f"/staff/en/proposals/{proposal.uuid}/").content.decode()
    )
    done = decide(editor, proposal, take="schedule")
    assert "Published." in done.content.decode()
    for language in ("sl", "en", "ar"):
        assert reader(language)["schedule"]["weekly"]["mo"] == [["08:00", "12:00"], ["13:30", "16:00"]]
    assert "our own decision" in editor.get("/staff/en/entries/klic/history/").content.decode()


def test_a_trusted_manager_closes_next_week_in_two_clicks(manager):
    trust.entrust(organization="org", fields=["schedule"], permit=allow("test"), actor=system("test"), at=AT)
    page = manager.get("/staff/en/entries/klic/closed/")
    done = manager.post("/staff/en/entries/klic/closed/", filled(page), follow=True)
    assert "Published: Opening hours." in done.content.decode()
    closed = live()["schedule"]["exceptions"][-1]
    assert "hours" not in closed and closed["from"] < closed["to"]
    again = manager.post("/staff/en/entries/klic/closed/", filled(page), follow=True)
    assert "These days stand there already." in again.content.decode()
    assert live()["schedule"]["exceptions"].count(closed) == 1


def test_closed_next_week_sent_twice_is_one_proposal(member):
    page = member.get("/staff/en/entries/klic/closed/")
    for _ in range(2):
        done = member.post("/staff/en/entries/klic/closed/", filled(page), follow=True)
        assert "1 field waits for their answer" in done.content.decode()
    assert Proposal.objects.count() == 1
    stripped = {name: value for name, value in filled(page).items() if name != "token"}
    answer = member.post("/staff/en/entries/klic/closed/", stripped)
    assert answer.status_code == 422 and "Open it again" in answer.content.decode()


@pytest.mark.parametrize(
    "section", ["hours", "reach", "place", "words", "costs", "know", "who", "needs", "safety"]
)
def test_a_form_that_is_sent_as_it_came_changes_nothing(member, section):
    before = live()
    answer = change(member, section)
    assert "Nothing is different" in answer.content.decode()
    assert answer.status_code == 422
    assert live() == before and not Proposal.objects.exists()


@pytest.mark.parametrize(
    ("section", "typed", "field", "value"),
    [
        ("words", {"summary": "Nove besede."}, "summary", "Nove besede."),
        ("words", {"summary": "Nove \u202ebesede\u2066.\x07\r\nVrsta."}, "summary", "Nove besede.\nVrsta."),
        ("words", {"summary": "می\u200cخواهم"}, "summary", "می\u200cخواهم"),
        ("reach", {"website": "https://example.org/novo"}, "website", "https://example.org/novo"),
        (
            "costs",
            {"is_free": "yes", "documents": "osebni dokument\nizvid"},
            "documents",
            [{"text": "osebni dokument"}, {"text": "izvid"}],
        ),
        ("know", {"interpreter": "yes"}, "attributes", {"interpreter": "yes"}),
        ("who", {"age_min": "18"}, "eligibility", {"age_min": 18}),
        ("needs", {"funding": "občina"}, "funding", [{"text": "občina"}]),
        ("safety", {"is_sensitive": "on"}, "is_sensitive", True),
    ],
)
def test_what_is_typed_is_what_is_proposed(member, section, typed, field, value):
    change(member, section, **typed)
    wanted = Proposal.objects.get().wanted[field]
    assert (value.items() <= wanted.items()) if isinstance(value, dict) else wanted == value


def test_what_nobody_had_said_yet_can_be_said(member):
    address = "/staff/en/entries/org/change/hours/"
    member.post(address, {**filled(member.get(address)), "mo": "8-12", "source": "we"})
    assert Proposal.objects.get().wanted["schedule"]["weekly"] == {"mo": ["08:00-12:00"]}


@pytest.mark.parametrize(
    ("section", "typed", "words"),
    [
        ("hours", {"mo": "nonsense"}, "is no range of hours"),
        ("hours", {"mo": "25-26"}, "is no time of a day"),
        ("words", {"name": ""}, "This field is required"),
        ("reach", {"website": "javascript:alert(1)"}, "website"),
        ("who", {"age_min": "40", "age_max": "3"}, "less than the age"),
        ("words", {"summary": "Drugače.", "source": ""}, "Say where this is known from"),
        ("words", {"summary": "Drugače.", "base": "[1]"}, "Open it again"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_nothing_is_lost(member, section, typed, words):
    answer = change(member, section, **typed)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Proposal.objects.exists()


def test_two_people_write_at_once_and_nobodys_words_are_lost(member, editor):
    address = "/staff/en/entries/klic/change/words/"
    first = filled(member.get(address))
    change(editor, "words", summary="Besede urednice.")
    assert live()["summary"] == "Besede urednice."
    member.post(address, {**first, "summary": "Besede organizacije.", "source": "we"})
    proposal = Proposal.objects.get()
    page = editor.get(f"/staff/en/proposals/{proposal.uuid}/").content.decode()
    assert "Somebody else changed this" in page
    stuck = decide(editor, proposal, take="summary")
    assert stuck.status_code == 409 and live()["summary"] == "Besede urednice."
    seen = re.search(r'name="seen-summary" value="([^"]*)"', page)[1]  # type: ignore[index]
    decide(editor, proposal, take="summary", **{"over-summary": "1", "seen-summary": seen})
    assert live()["summary"] == "Besede organizacije."


def test_what_is_refused_needs_a_reason_and_the_author_reads_it(member, editor):
    change(member, "words", summary="Drugače.")
    proposal = Proposal.objects.get()
    assert decide(editor, proposal, refuse="1").status_code == 409
    decide(editor, proposal, refuse="1", reason="Not what the law says.")
    assert "Not what the law says." in member.get(f"/staff/en/proposals/{proposal.uuid}/").content.decode()


def test_a_draft_is_written_on_and_sent(member):
    change(member, "words", summary="Osnutek.", source="", draft="1")
    proposal = Proposal.objects.get()
    assert proposal.state == "draft"
    address = f"/staff/en/proposals/{proposal.uuid}/change/reach/"
    page = member.get(address)
    member.post(address, {**filled(page), "website": "https://example.org/z"})
    member.post(f"/staff/en/proposals/{proposal.uuid}/submit/", {"source": "we"})
    proposal.refresh_from_db()
    assert proposal.state == "submitted"
    assert proposal.wanted == {"summary": "Osnutek.", "website": "https://example.org/z"}


def test_an_outsider_finds_nothing_anywhere(member, stranger):
    change(member, "words", summary="Osnutek.")
    proposal = Proposal.objects.get()
    addresses = ["", "change/words/", "closed/", "withdraw/", "history/", "preview/sl/"]
    for address in [
        *(f"/staff/en/entries/klic/{each}" for each in addresses),
        f"/staff/en/proposals/{proposal.uuid}/",
        f"/staff/en/proposals/{proposal.uuid}/change/words/",
        f"/staff/en/entries/klic/preview/sl/?proposal={proposal.uuid}",
    ]:
        assert stranger.get(address).status_code == 404, address
        assert Client().get(address).status_code == 302, address
    for address in (
        "entries/klic/checked/",
        "entries/klic/copy/",
        f"proposals/{proposal.uuid}/talk/",
        f"proposals/{proposal.uuid}/withdraw/",
        f"proposals/{proposal.uuid}/decide/",
    ):
        assert stranger.post(f"/staff/en/{address}", {"text": "x", "take": "summary"}).status_code == 404, (
            address
        )
    assert "Klic v sili" not in stranger.get("/staff/en/entries/").content.decode()
    assert str(proposal.uuid) not in stranger.get("/staff/en/proposals/").content.decode()


def test_a_preview_is_the_public_page_and_leaves_nothing(member):
    change(member, "words", summary="Osnutek besed.")
    proposal = Proposal.objects.get()
    version = readers.version()
    page = member.get(f"/staff/en/entries/klic/preview/sl/?proposal={proposal.uuid}")
    assert page.status_code == 200 and "Osnutek besed." in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert live()["summary"] != "Osnutek besed." and readers.version() == version
    assert not Version.objects.exists()


def test_a_copy_is_a_draft_of_a_new_entry(member, editor):
    member.post("/staff/en/entries/klic/copy/", follow=True)
    proposal = Proposal.objects.get()
    assert (proposal.key, proposal.is_new, proposal.state) == ("klic-2", True, "draft")
    member.post(f"/staff/en/proposals/{proposal.uuid}/submit/", {"source": "we"})
    page = editor.get(f"/staff/en/proposals/{proposal.uuid}/")
    decide(editor, proposal, take=list(proposal.wanted))
    assert page.status_code == 200
    assert store.live(["klic-2"])["klic-2"]["name"].startswith("Klic v sili")


def test_versions_are_restored_by_editors_only(editor, member):
    change(editor, "words", summary="Napaka.")
    assert member.post("/staff/en/entries/klic/history/0/restore/").status_code == 404
    editor.post("/staff/en/entries/klic/history/0/restore/")
    assert live()["summary"] == "Pomoč ob nesreči."
    assert editor.post("/staff/en/entries/klic/history/99/restore/").status_code == 404


def test_two_versions_that_are_no_neighbours_are_compared(editor):
    for words in ("Ena beseda.", "Druga beseda.", "Tretja beseda."):
        change(editor, "words", summary=words)
    address = "/staff/en/entries/klic/history/"

    def part(first: str, second: str) -> str:
        page = editor.get(f"{address}?from={first}&to={second}").content.decode()
        return re.sub("<[^>]*>", "", page.split('id="compared"')[1].split("</section>")[0])

    assert "nesreči" in part("0", "3") and "Tretja" in part("0", "3")
    assert "Druga" in part("1", "2") and "Ena" in part("1", "2") and "Tretja" not in part("1", "2")
    assert "Both say the same" in part("2", "2")
    for first, second in (("0", "4"), ("-1", "2"), ("x", "1"), ("1", "")):
        asked = editor.get(f"{address}?from={first}&to={second}")
        assert asked.status_code == 422 and "There is no such version" in asked.content.decode()


def test_a_manager_takes_an_entry_away_and_shows_it_again(manager, member):
    assert "Take it away" in manager.get("/staff/en/entries/klic/withdraw/").content.decode()
    manager.post("/staff/en/entries/klic/withdraw/", {"why": "closed for good"})
    assert readers.document(language="sl", address="klic", version=readers.version()) is None
    manager.post("/staff/en/entries/klic/withdraw/", {"why": "open again"})
    assert reader("sl")
    assert member.post("/staff/en/entries/klic/withdraw/", {"why": "x"}).status_code in (403, 404)


def test_a_reason_with_a_phone_number_is_given_back_with_the_way_out(manager):
    page = manager.post(
        "/staff/en/entries/klic/withdraw/", {"why": "closed, call 041 123 456"}
    ).content.decode()
    assert "Please leave out e-mail addresses and phone numbers" in page
    assert 'value="closed, call 041 123 456"' in page, "what was typed is still there"
    assert reader("sl")


def test_who_knows_it_says_that_all_of_it_is_right(member):
    member.post("/staff/en/entries/klic/checked/", follow=True)
    assert reader("sl")["verification"]["verified_by"] == "organisation"


def test_entries_are_found_by_name_kind_and_state(editor):
    page = editor.get("/staff/en/entries/?q=klic").content.decode()
    assert "Klic v sili" in page and "/staff/en/entries/org/" not in page
    assert "Klic v sili" in editor.get("/staff/en/entries/?state=unchecked&kind=service").content.decode()
    assert "There is no entry like this" in editor.get("/staff/en/entries/?q=zzz&page=-1").content.decode()


def test_a_form_that_is_sent_asks_the_database_little(manager, monkeypatch, django_assert_max_num_queries):
    trust.entrust(organization="org", fields=["summary"], permit=allow("test"), actor=system("test"), at=AT)
    address = "/staff/en/entries/klic/change/words/"
    form = filled(manager.get(address)) | {"summary": "Kar piše zdaj.", "source": "test"}
    monkeypatch.setattr(published, "soon", lambda at: None)
    with django_assert_max_num_queries(31):  # it stands in the catalogue, so other pages are marked too
        assert manager.post(address, form).status_code == 302
    assert Version.objects.filter(key="klic").count() == 1
