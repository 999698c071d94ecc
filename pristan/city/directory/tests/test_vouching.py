# SPDX-License-Identifier: EUPL-1.2
"""Who reviews a language reads texts beside their originals, and vouches for them: readers see it, the pack keeps it, nobody is overwritten."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pristan.city.directory import selectors, services, staff, store, translated, vouched, vouching
from pristan.city.directory.models import Entry
from pristan.city.directory.refusals import FieldRefused, TextsChanged
from pristan.city.directory.tests import minipack
from pristan.city.directory.tests.test_portal import filled, live, reader
from pristan.city.directory.vouching import Vouched
from pristan.platform.accounts.actors import Actor, Power, system
from pristan.platform.accounts.models import User
from pristan.platform.accounts.permits import NotPermitted
from pristan.platform.audit.models import AuditEntry
from pristan.platform.packs.export import export
from pristan.platform.power import services as power
from pristan.platform.published import services as published
from pristan.platform.review.models import Version
from pristan.platform.translations.content import originals
from pristan.platform.translations.models import Text
from tests.access.roles import client

pytestmark = pytest.mark.django_db
AT = minipack.AT
KLIC = "entries/services/en/klic.yaml"
PAGE = "/staff/en/translations/en/klic/"
LIST = "/staff/en/translations/"
EDITOR = system("tests")


def somebody(*languages: str) -> Actor:
    return Actor("person", "r", powers=frozenset(Power("language_reviewer", each) for each in languages))


@pytest.fixture
def city(mini_city: None, db: None) -> None:
    """Loaded once; what a test writes is taken back."""


@pytest.fixture
def reviewer(city: None) -> Client:
    return client("language_reviewer", "en")


def send(who: Client, page: Any, **typed: str) -> Any:
    """The form as the page showed it, with some of it typed and some ticked."""
    return who.post(PAGE, {**filled(page), **typed}, follow=True)


def vouch(path: str, text: str, *, seen: str = "", language: str = "en", actor: Actor | None = None) -> None:
    """Vouch for one text of `klic` as it was seen now, or as told."""
    now = {each.path: each for each in vouched.of("klic", live(), language)}
    given = Vouched(path, text, seen or vouching.seen(now[path]))
    vouching.vouch(key="klic", language=language, texts=[given], actor=actor or somebody(language), at=AT)


def row(path: str, language: str = "en") -> Text:
    return Text.objects.get(field=path, language=language)


def test_what_is_ticked_or_rewritten_is_vouched_for_and_the_rest_stays_a_draft(reviewer):
    sent = send(
        reviewer, reviewer.get(PAGE), **{"name-read": "on", "summary-text": "Help after an accident."}
    )
    assert "Published: Name, In short." in sent.content.decode().replace(" and ", ", ")
    published.catch_up(at=AT + timedelta(days=400))
    said = {name: value for name, value in live().items() if name.startswith("texts.en.")}
    assert said["texts.en.name"] == {"text": "Emergency call", "state": "human"}
    assert said["texts.en.summary"] == {"text": "Help after an accident.", "state": "human"}
    assert said["texts.en.documents.1.text"]["state"] == "machine draft"
    assert (reader("en")["name"]["state"], reader("en")["summary"]["state"]) == ("human", "human")
    assert row("name").reviewed_by and row("name").reviewed_at and not row("documents.1.text").reviewed_by


def test_it_is_on_record_without_the_text_and_is_a_version_like_any_other(reviewer):
    send(reviewer, reviewer.get(PAGE), **{"summary-text": "Help after an accident."})
    told = AuditEntry.objects.filter(what="translations.text.reviewed").get()
    assert told.about_key.endswith(" summary en")
    assert not AuditEntry.objects.filter(why__contains="accident").exists()
    version = Version.objects.get(key="klic")
    assert version.after["texts.en.summary"]["text"] == "Help after an accident."
    editor = client("city_editor")
    editor.post(f"/staff/en/entries/klic/history/{version.number - 1}/restore/")
    assert live()["texts.en.summary"] == {"text": "Help in an accident.", "state": "machine draft"}


def test_a_reader_finds_the_new_words(reviewer):
    send(reviewer, reviewer.get(PAGE), **{"summary-text": "Help after a xylophone."})
    published.catch_up(at=AT + timedelta(days=400))
    assert "xylophone" in reader("en")["summary"]["text"]


def test_nothing_ticked_is_nothing_written(reviewer):
    page = send(reviewer, reviewer.get(PAGE))
    assert "Nothing was ticked or changed" in page.content.decode()
    assert not Version.objects.exists() and not Text.objects.filter(language="en", state="human").exists()


def test_a_missing_text_can_be_written_and_may_stay_missing(reviewer):
    send(reviewer, reviewer.get(PAGE), **{"eligibility.text-text": "For everybody."})
    assert live()["texts.en.eligibility.text"] == {"text": "For everybody.", "state": "human"}
    assert "texts.en.funding.1.text" not in live()


def test_an_emptied_text_is_told_at_its_field(reviewer):
    page = send(reviewer, reviewer.get(PAGE), **{"name-text": " "})
    assert page.status_code == 422 and "Nothing stands here." in page.content.decode()
    assert live()["texts.en.name"]["text"] == "Emergency call"


def test_numbers_that_differ_are_told_once_and_accepted_when_ticked_once_more(reviewer):
    services.edit(key="klic", fields={"summary": "Pokličite 080 20 10."}, actor=EDITOR, at=AT)
    typed = {"summary-text": "Call 080 20 11.", "summary-read": "on"}
    page = send(reviewer, reviewer.get(PAGE), **typed)
    html = page.content.decode()
    assert page.status_code == 422 and "Compare the numbers" in html and "Call 080 20 11." in html
    assert 'name="summary-read" id="id_summary-read" checked' not in html
    again = send(reviewer, page, **{"summary-text": "Call 080 20 12.", "summary-read": "on"})
    assert again.status_code == 422, "other words are looked at anew"
    assert send(reviewer, again, **{"summary-read": "on"}).status_code == 200
    assert live()["texts.en.summary"] == {"text": "Call 080 20 12.", "state": "human"}


def test_two_at_once_overwrite_nothing_and_see_both(reviewer):
    page = reviewer.get(PAGE)
    vouch("summary", "What the other one wrote.")
    mine = send(reviewer, page, **{"summary-text": "What I wrote."})
    html = mine.content.decode()
    assert mine.status_code == 422 and "What the other one wrote." in html and "What I wrote." in html
    assert live()["texts.en.summary"]["text"] == "What the other one wrote."
    send(reviewer, mine)
    assert live()["texts.en.summary"]["text"] == "What I wrote.", "who saw both decides"


def test_an_original_that_changed_meanwhile_is_shown_before_anything_is_written(reviewer):
    page = reviewer.get(PAGE)
    services.edit(key="klic", fields={"summary": "Nov izvirnik."}, actor=EDITOR, at=AT)
    mine = send(reviewer, page, **{"summary-read": "on"})
    assert mine.status_code == 422 and "Nov izvirnik." in mine.content.decode()
    assert live()["texts.en.summary"]["state"] == "machine draft"
    untouched = send(reviewer, page, **{"name-read": "on"})
    assert untouched.status_code == 200, "what somebody else changed is nothing to whoever did not touch it"


def test_the_service_compares_under_the_lock(city):
    with pytest.raises(TextsChanged) as told:
        vouch("summary", "Late.", seen="00000000-00000000")
    assert told.value.paths == {"summary"} and not Version.objects.exists()


def test_a_stale_text_is_current_again_when_somebody_read_it(reviewer):
    services.edit(key="klic", fields={"summary": "Pomoč ob vsaki nesreči."}, actor=EDITOR, at=AT)
    (line,) = [each for each in vouched.lines(selectors.visible_to(somebody("en")), "en") if each.stale]
    assert line.entry.key == "klic" and "The original has changed" in reviewer.get(PAGE).content.decode()
    send(reviewer, reviewer.get(PAGE), **{"summary-read": "on"})
    assert not any(each.stale for each in vouched.lines(selectors.visible_to(somebody("en")), "en"))


@pytest.mark.parametrize("language", ["ar", "sl"])
def test_another_language_is_not_theirs(reviewer, language):
    assert reviewer.get(f"/staff/en/translations/{language}/klic/").status_code == 404
    assert reviewer.post(f"/staff/en/translations/{language}/klic/", {}).status_code == 404
    assert reviewer.get(f"{LIST}?language={language}").status_code == 404
    with pytest.raises(NotPermitted):
        vouch("name", "x", actor=somebody("en"), language="ar")


def test_only_a_person_vouches(city):
    machine = Actor("system", "m", powers=frozenset({Power("language_reviewer", "en")}))
    with pytest.raises(NotPermitted):
        vouch("name", "x", actor=machine)


def test_the_original_itself_is_out_of_reach(city):
    assert "phones.1.remark" not in {each.path for each in vouched.of("klic", live(), "en")}, "English there"
    assert not [each for each in vouched.of("klic", live(), "sl") if each.unit.language == "sl"]
    with pytest.raises(TextsChanged):
        texts = [Vouched("phones.1.remark", "paid", "x")]
        vouching.vouch(key="klic", language="en", texts=texts, actor=somebody("en"), at=AT)


def test_hostile_text_is_text(reviewer):
    page = send(reviewer, reviewer.get(PAGE), **{"name-text": "<b>Call</b>\u202e\x07"})
    assert page.status_code == 200 and live()["texts.en.name"]["text"] == "<b>Call</b>"
    assert "<b>Call" not in page.content.decode()
    huge = send(reviewer, reviewer.get(PAGE), **{"summary-text": "a" * 30_000})
    assert huge.status_code == 422 and len(live()["texts.en.summary"]["text"]) < 100
    broken = reviewer.post(PAGE, {"name-text": "x", "name-seen": "y" * 500, "name-read": "on"})
    assert broken.status_code == 422
    with pytest.raises(FieldRefused):
        vouch("name", "a\u202eb")


def test_text_with_joiners_that_nobody_touched_is_not_vouched_for(reviewer):
    Text.objects.filter(field="name", language="en").update(value="Emer\u00adgency call")
    send(reviewer, reviewer.get(PAGE))
    assert row("name").state == "machine_draft"


def test_the_list_begins_with_who_could_be_in_danger_and_keeps_its_filter(city):
    services.edit(key="zatocisce", fields={"texts.en.name": {"text": "Refuge", "state": "machine draft"}}, actor=EDITOR, at=AT)  # fmt: skip
    services.edit(
        key="org", fields={"texts.en.name": {"text": "A house", "state": "human"}}, actor=EDITOR, at=AT
    )
    who = client("language_reviewer", "en")
    html = who.get(LIST).content.decode()
    assert html.index("Zatočišče") < html.index("Klic v sili") and "Organizacija" not in html
    assert "1 of 6 texts were read by a person." in html
    assert "Organizacija" in who.get(f"{LIST}?state=all").content.decode()
    assert "Klic v sili" not in who.get(f"{LIST}?state=stale").content.decode()
    assert f"{PAGE}?state=unread" in who.get(f"{LIST}?state=unread").content.decode()


def test_the_next_entry_is_offered_after_sending(reviewer):
    services.edit(key="zatocisce", fields={"texts.en.name": {"text": "Refuge", "state": "machine draft"}}, actor=EDITOR, at=AT)  # fmt: skip
    sent = reviewer.post(
        f"{PAGE}?state=unread", {**filled(reviewer.get(PAGE)), "name-read": "on"}, follow=True
    )
    html = sent.content.decode()
    assert "translations/en/zatocisce/?state=unread" in html and "Zatočišče" in html


def test_today_and_the_menu_ask_only_reviewers(reviewer):
    tasks = [(str(task.title), task.count) for task in staff.today(somebody("en"), at=AT) if task.count]
    assert tasks == [("Texts that nobody has read (English)", 4)]
    home = reviewer.get("/staff/en/").content.decode()
    assert LIST in home and "Texts that nobody has read (English)" in home
    for role, scope in (("city_editor", ""), ("organization_manager", "org")):
        who = client(role, scope)
        assert LIST not in who.get("/staff/en/").content.decode()
        assert who.get(LIST).status_code == 404 and who.get(PAGE).status_code == 404


def test_every_field_with_texts_is_read(city):
    for fields in store.live(list(Entry.objects.values_list("key", flat=True))).values():
        own = {name: value for name, value in fields.items() if not translated.is_translation(name)}
        assert {path.split(".")[0] for path in originals(own, own["language"])} <= vouched.TEXTS


def test_who_reads_two_languages_chooses(city):
    both = client("language_reviewer", "en")
    user = User.objects.get(email__startswith="language_reviewer")
    power.give(user=user, role="language_reviewer", scope="ar", actor=EDITOR, at=AT)
    html = both.get(f"{LIST}?language=en").content.decode()
    assert '<option value="en" selected>' in html and '<option value="ar">' in html


def test_export_and_load_keep_it_and_disagree_about_nothing(city, tmp_path: Path):
    vouch("summary", "Help after an accident.")
    out, again = tmp_path / "out", tmp_path / "again"
    export(out)
    text = next(out.glob(f"*/{KLIC}")).read_text(encoding="utf-8")
    assert re.search(r"reviewed:\s*(\[summary\]|- summary)", text) and "# Translated in March." in text
    before = store.live(["klic"])
    assert (
        not minipack.load(next(out.glob(f"*/{KLIC}")).parents[3]).conflicts and store.live(["klic"]) == before
    )
    for path in ("name", "documents.1.text", "documents.2.text"):
        vouch(path, live()[f"texts.en.{path}"]["text"])
    export(again)
    text = next(again.glob(f"*/{KLIC}")).read_text(encoding="utf-8")
    assert "state: human" in text and "reviewed" not in text
    assert not minipack.load(next(again.glob(f"*/{KLIC}")).parents[3]).conflicts
    assert live()["texts.en.name"] == {"text": "Emergency call", "state": "human"}
    assert row("name").reviewed_by == "r", "a load of the same forgets nobody"


def test_the_former_pack_does_not_undo_what_a_person_read(city, tmp_path: Path):
    vouch("summary", "Help after an accident.")
    summary = minipack.load(minipack.write(tmp_path / "mini"))
    assert not summary.conflicts
    assert live()["texts.en.summary"] == {"text": "Help after an accident.", "state": "human"}


def test_queries_do_not_grow_with_the_entries(reviewer):
    """`klic` has rows in nearly every table that holds texts: no entry needs more."""
    for address, most in ((PAGE, 15), (LIST, 14)):
        reviewer.get(address)
        with CaptureQueriesContext(connection) as asked:
            reviewer.get(address)
        assert len(asked) <= most, "\n".join(each["sql"][:150] for each in asked)
