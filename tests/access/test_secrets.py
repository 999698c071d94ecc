# SPDX-License-Identifier: EUPL-1.2
"""A secret address is secret everywhere: page, header, search, suggestion, table, log, export. In every language."""

import json
import logging

import pytest
from django.db import connection
from django.test import Client

from pristan.city.directory import services, store
from pristan.city.directory.models import Entry
from pristan.city.directory.tests import minipack
from pristan.city.directory.tests.test_portal import decide
from pristan.city.directory.views import hiding
from pristan.platform.accounts.actors import Actor, Power, system
from pristan.platform.packs import services as packs
from pristan.platform.packs.export import export
from pristan.platform.packs.things import value_digest
from pristan.platform.published import readers
from pristan.platform.published import services as published
from pristan.platform.published.models import Document
from pristan.platform.review import proposals, versions
from pristan.platform.review.models import Proposal, Version
from pristan.platform.review.proposals import Wish
from tests.access import canary
from tests.access.roles import client

pytestmark = pytest.mark.django_db
EDITOR = system("test-editor")
PERSON = Actor("person", "p" * 36, powers=frozenset({Power("city_editor")}))
# The base of the three-way comparison keeps the files as they were loaded; no reader, export or log is fed from it alone.
BASE = "packs_loadedthing"


@pytest.fixture
def pack(db, tmp_path):
    """The town, loaded while the address was still public, and edited since, so that older versions are kept."""
    folder = canary.public(tmp_path / "town")
    minipack.load(folder)
    services.edit(
        key=canary.KEY, fields={"summary": f"Nova pomoč, {canary.STREET}."}, actor=EDITOR, at=minipack.AT
    )
    published.catch_up(at=minipack.AT)
    assert canary.is_seen(said_in_tables()), "before, everybody could read it"
    return folder


def hide():
    services.make_location_secret(key=canary.KEY, actor=EDITOR, at=minipack.AT, why="asked by the house")


def load_secret(pack):
    """The address leaves with the load itself, not when readers see the next version."""
    packs.load(canary.secret(pack), thesaurus=None, actor=minipack.LOADER, at=minipack.AT)


@pytest.fixture(params=["service", "load"])
def hidden(pack, request):
    """The town after the house asked for secrecy: by an editor, or by the next pack."""
    hide() if request.param == "service" else load_secret(pack)
    return pack


def said_in_tables():
    """All that the city's tables say: of entries, translations, readers' documents of every version, search, audit."""
    said = []
    with connection.cursor() as cursor:
        for table in connection.introspection.django_table_names(only_existing=True):
            if table != BASE:
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
                said += [json.dumps(row, default=str, ensure_ascii=False) for row in cursor.fetchall()]
    return "\n".join(said)


def whole(answer):
    headers = "\n".join(f"{name}: {value}" for name, value in answer.items())
    return headers + answer.content.decode("utf-8", "replace")


def test_before_it_was_secret_the_pages_showed_it(pack):
    page = whole(Client().get(f"/sl/i/{code()}/"))
    assert canary.is_seen(page), "else the tests below prove nothing"


def test_no_table_that_feeds_readers_holds_it_any_more(hidden):
    assert not canary.is_seen(said_in_tables())
    published.catch_up(at=minipack.AT)
    assert not canary.is_seen(said_in_tables())


def test_no_page_in_any_language_shows_it(hidden, caplog):
    client = Client(raise_request_exception=False)
    with caplog.at_level(logging.DEBUG):
        for address in canary.addresses(code()):
            answer = client.get(address)
            assert answer.status_code in (200, 308, 404), address
            text = whole(answer)
            asked = address.partition("?")[2]
            if asked:  # a page may repeat what was typed, nothing else
                text = without_the_question(client, address, text)
            assert not canary.is_seen(text), address
    assert not canary.is_seen(caplog.text)


def without_the_question(client, address, text):
    """What the page says beyond the question itself: no card, no suggestion, no hit."""
    if "/suggest/" in address:
        return text
    main = text[text.index("<main") :] if "<main" in text else text
    return "\n".join(part for part in main.split("<article")[1:]) + "".join(
        part.split("</a>")[0] for part in main.split('class="card')[1:]
    )


def test_no_version_that_a_reader_may_still_hold_shows_it(hidden):
    for version in {*Document.objects.values_list("since", flat=True), readers.version()}:
        for language in canary.LANGUAGES:
            found = readers.document(language=language, address=canary.KEY, version=version)
            assert found is None or not canary.is_seen(json.dumps(found.body, ensure_ascii=False))


def test_a_live_city_written_as_a_pack_does_not_say_it(hidden, tmp_path):
    export(tmp_path / "out")
    for path in (tmp_path / "out").rglob("*.yaml"):
        assert not canary.is_seen(path.read_text(encoding="utf-8")), path.name
    problems = [str(each) for each in packs.check(tmp_path / "out" / "town", thesaurus=None)]
    assert not [each for each in problems if canary.KEY in each], "and the pack is sound"


def test_the_former_pack_does_not_bring_it_back(pack):
    hide()
    minipack.load(canary.public(pack))
    assert not canary.is_seen(said_in_tables())


@pytest.mark.parametrize("way", [hide, None])
def test_versions_and_proposals_of_the_house_lose_every_address_it_ever_had(pack, way):
    """Also one from which it moved away before."""
    places = [{"address_1": "Stara pot 5"}]
    services.edit(
        key=canary.KEY, fields={"locations": places, "summary": "Od nekdaj."}, actor=EDITOR, at=minipack.AT
    )
    wish = Wish("entry", canary.KEY, {"summary": f"Drugje: {canary.STREET}"}, {}, source="Stara pot 5")
    sent = proposals.propose(wish, actor=PERSON, at=minipack.AT, is_draft=True).proposal
    assert sent is not None
    proposals.comment(uuid=sent.uuid, text="S Stare poti 5?", actor=PERSON, at=minipack.AT)
    assert Version.objects.filter(key=canary.KEY).count() > 1
    way() if way else load_secret(pack)
    kept = said_in_tables()
    assert not canary.is_seen(kept) and "Stara pot 5" not in kept
    before = versions.state_at("entry", canary.KEY, 1)
    assert not canary.is_seen(json.dumps(before, ensure_ascii=False)), "and none can be restored"


def test_what_else_the_house_says_stays(pack):
    hide()
    found = readers.document(language="sl", address=canary.KEY, version=readers.version())
    assert found.body["summary"]["text"] == "Nova pomoč, …."
    assert found.body["phones"][0]["number"] == "+386 80 11 55"
    assert [each["field"] for each in found.body["other_statements"]] == ["schedule"]
    assert found.body["is_location_secret"] and found.body["locations"] == []


def test_nobody_makes_it_secret_or_public_by_halves(pack):
    with pytest.raises(services.FieldRefused, match="make_location_secret"):
        services.edit(key=canary.KEY, fields={"is_location_secret": True}, actor=EDITOR, at=minipack.AT)
    hide()
    with pytest.raises(services.FieldRefused, match="must stay empty"):
        services.edit(
            key=canary.KEY, fields={"locations": [{"address_1": canary.STREET}]}, actor=EDITOR, at=minipack.AT
        )


def test_a_sensitive_entry_is_neutral_in_title_address_and_cache(hidden):
    client = Client()
    for language in canary.LANGUAGES:
        for part in ("", "counter/", "share/", "problem/", "card.vcf", "qr.svg"):
            answer = client.get(f"/{language}/i/{code()}/{part}")
            assert answer.status_code == 200
            assert answer["Cache-Control"] == "no-store"
            assert not answer.has_header("ETag")
            text = whole(answer)
            assert canary.KEY not in text, part
            if "<title>" in text:
                title = text.split("<title>")[1].split("</title>")[0]
                assert not any(word in title for word in ("Varna", "Safe", "house", "hiša"))
        moved = client.get(f"/{language}/entry/{canary.KEY}/")
        assert (moved.status_code, moved["Location"]) == (308, f"/{language}/i/{code()}/")
        assert moved["Cache-Control"] == "no-store"


PLACES = {
    "summary": "Pomoč na Skriti ulici 5.", "alternate_names": "[Skrita ulica 5]", "phones": '[{number: "112", remark: Skrita ulica 5}]',
    "contacts": "[{name: Skrita ulica 5}]", "schedule": '{text: "Skrita ulica 5"}', "documents": "[{text: s Skrite ulice 5}]",
    "costs": "[{text: Skrita ulica 5}]", "eligibility": "{text: Skrita ulica 5}", "funding": "[{text: Skrita ulica 5}]",
    "sources": '[{url: "https://example.org/", note: Skrita ulica 5}]', "website": "https://maps.example.org/?q=Skrita+ulica+5",
    "other_statements": '[{field: locations, text: Skrita ulica 5, sources: [{url: "https://example.org/"}]}]',
    "editors": "{notes: [{text: Skrita ulica 5}]}", "locations": "[{address_1: Skrita 5}]", "organization": "{name: Org na Skriti ulici 5}",
}  # fmt: skip


@pytest.mark.parametrize("field", PLACES)
def test_a_pack_that_says_a_secret_address_is_refused_with_file_and_line(tmp_path, field):
    folder = minipack.write(tmp_path / "town")
    lines = [
        line
        for line in canary.SECRET.splitlines()
        if field in ("sources",) or not line.startswith(f"{field}:")
    ]
    text = "\n".join(lines)
    text = text[: text.index("sources:")] if field == "sources" else text
    text = text.replace('phones:\n  - {number: "+386 80 11 55"}\n', "") if field == "phones" else text
    text = text.replace('  - {number: "+386 80 11 55"}\n', "") if field == "phones" else text
    (folder / canary.MAIN).write_text(f"{text.rstrip()}\n{field}: {PLACES[field]}\n", encoding="utf-8")
    line = len(text.rstrip().splitlines()) + 1
    problems = [
        str(each) for each in packs.check(folder, thesaurus=None) if canary.KEY in str(each) and each.is_error
    ]
    assert any(f"{canary.KEY}.yaml:{line}" in each and "secret place" in each for each in problems), problems


def test_a_translation_that_says_it_is_refused_too(tmp_path):
    folder = canary.secret(canary.public(tmp_path / "town"))
    place = folder / "entries/services/ar" / f"{canary.KEY}.yaml"
    place.write_text("state: machine draft\ntexts:\n  summary: شارع النهر 5\n", encoding="utf-8")
    problems = [str(each) for each in packs.check(folder, thesaurus=None)]
    assert any(f"ar/{canary.KEY}.yaml:3" in each and "an address stands" in each for each in problems), (
        problems
    )


PAGE = f"/staff/en/entries/{canary.KEY}/"


def test_an_editor_hides_it_in_the_browser_and_is_asked_twice(pack):
    editor = client("city_editor")
    assert PAGE + "secret/" in whole(editor.get(PAGE))
    assert "Kanarčkova ulica 77" in whole(editor.get(PAGE + "secret/")), "what readers lose is shown first"
    assert editor.post(PAGE + "secret/").status_code == 422
    assert not Entry.objects.get(key=canary.KEY).is_location_secret
    editor.post(PAGE + "secret/", {"sure": "1"})
    assert not canary.is_seen(said_in_tables())
    page = whole(editor.get(PAGE))
    assert (
        PAGE + "secret/" not in page
        and "change/place/" not in page
        and "The address of this place is secret" in page
    )
    assert editor.get(PAGE + "change/place/").status_code == 404
    assert editor.post(PAGE + "secret/", {"sure": "1"})["Location"] == PAGE


def test_who_presses_it_while_somebody_else_hides_it_is_told_so(pack, monkeypatch):
    before = Entry.objects.get(key=canary.KEY)
    hide()
    monkeypatch.setattr(hiding, "writable", lambda request, key: before)
    answer = client("city_editor").post(PAGE + "secret/", {"sure": "1"}, follow=True)
    assert "is secret already" in whole(answer)


def test_an_organisation_asks_for_it_and_an_editor_answers(pack):
    member, editor = client("organization_manager", "org"), client("city_editor")
    assert PAGE + "withdraw/" in whole(member.get(PAGE + "secret/")), "the way to hide it at once"
    member.post(PAGE + "secret/", {"sure": "1"})
    assert canary.is_seen(said_in_tables())
    sent = Proposal.objects.get()
    assert (sent.wanted, sent.harm) == ({"is_location_secret": True}, 9)
    assert "/change/place/" not in whole(member.get(f"/staff/en/proposals/{sent.uuid}/"))
    decide(editor, sent, take="is_location_secret")
    assert not canary.is_seen(said_in_tables())


def test_what_is_proposed_beside_it_is_written_without_the_address(pack):
    wanted = {
        "is_location_secret": True,
        "summary": f"Pokličite. {canary.STREET}",
        "website": "https://example.org/new",
    }
    base = {"summary": value_digest(store.live([canary.KEY])[canary.KEY]["summary"])}
    wish = Wish("entry", canary.KEY, wanted, base, source=f"sign at {canary.STREET}")
    proposals.propose(wish, actor=PERSON, at=minipack.AT)
    said = said_in_tables()
    assert not canary.is_seen(said) and "https://example.org/new" in said


def code():
    return Entry.objects.get(key=canary.KEY).code
