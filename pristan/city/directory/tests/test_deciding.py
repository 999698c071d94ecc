# SPDX-License-Identifier: EUPL-1.2
"""What is not decided, kept, copied or restored, and what is said then: nobody decides about what they never saw."""

import pytest
from django.test import Client

from pristan.city.directory import keys, services, store, unlisting
from pristan.city.directory.models import Entry
from pristan.city.directory.models.refusal import REASONS
from pristan.city.directory.refusals import FieldRefused
from pristan.city.directory.reviewed import EntryReviewed
from pristan.city.directory.tests import minipack
from pristan.city.directory.tests.test_portal import change, decide, filled, live, shown
from pristan.city.directory.tests.test_review import EDITOR, MEMBER, SECOND, accept, wish
from pristan.platform.accounts.actors import system
from pristan.platform.review import barred, errors, proposals, versions
from pristan.platform.review.models import Proposal, Purge, Version
from pristan.platform.review.proposals import Wish
from pristan.platform.review.registry import Cause
from tests.access.roles import client

pytestmark = pytest.mark.django_db
AT = minipack.AT


@pytest.fixture(autouse=True)
def city(mini_city: None, db: None) -> None:
    """Loaded once; what a test writes is taken back."""


@pytest.fixture
def member() -> Client:
    return client("organization_editor", "org")


@pytest.fixture
def editor() -> Client:
    return client("city_editor")


def test_what_its_author_wrote_anew_is_not_decided_before_it_was_read(member, editor):
    change(member, "words", summary="Drugače.")
    proposal = Proposal.objects.get()
    read = shown(editor.get(f"/staff/en/proposals/{proposal.uuid}/"))
    address = f"/staff/en/proposals/{proposal.uuid}/change/words/"
    member.post(address, {**filled(member.get(address)), "summary": "Česar ni nihče bral."})
    member.post(f"/staff/en/proposals/{proposal.uuid}/submit/")
    for given in ({"take": "summary", **read}, {"take": "summary"}, {"refuse": "1", "reason": "No.", **read}):
        answer = editor.post(f"/staff/en/proposals/{proposal.uuid}/decide/", given)
        assert answer.status_code == 409
        assert "The author went on writing" in answer.content.decode()
        assert "Česar ni nihče bral." in answer.content.decode()
    read = shown(editor.get(f"/staff/en/proposals/{proposal.uuid}/"))
    Proposal.objects.update(source="somewhere else")
    given = {"take": "summary", **read}
    assert editor.post(f"/staff/en/proposals/{proposal.uuid}/decide/", given).status_code == 409
    assert live()["summary"] == "Pomoč ob nesreči."
    decide(editor, proposal, take="summary")
    assert live()["summary"] == "Česar ni nihče bral."


def test_what_was_removed_for_good_is_answered_in_words(member):
    digest, length = barred.of("Kanarčkova 7")
    Purge.objects.create(
        kind="entry", key="klic", digest=digest, length=length, reason="x", state="done", asked_by="a", asked_at=AT
    )  # fmt: skip
    change(member, "words", summary="Osnutek.", source="", draft="1")
    proposal = Proposal.objects.get()
    page = member.get("/staff/en/entries/klic/closed/")
    for answer, status in (
        (member.post(page.request["PATH_INFO"], {**filled(page), "remark": "Kanarčkova 7"}), 422),
        (change(member, "words", summary="Kanarčkova 7"), 422),
        (member.post(f"/staff/en/proposals/{proposal.uuid}/submit/", {"source": "Kanarčkova 7"}), 409),
    ):
        assert answer.status_code == status
        assert "Something in it was removed for good and may not come back." in answer.content.decode()
    proposal.refresh_from_db()
    assert (proposal.state, proposal.source) == ("draft", "")


def test_what_is_not_ones_own_or_was_taken_back_is_not_sent(member, editor):
    change(member, "words", summary="Drugače.")
    address = f"/staff/en/proposals/{Proposal.objects.get().uuid}"
    assert editor.post(f"{address}/submit/", {"source": "x"}).status_code == 404
    member.post(f"{address}/withdraw/")
    assert member.post(f"{address}/submit/", {"source": "x"}).status_code == 404


def test_a_copy_whose_id_somebody_took_meanwhile_is_asked_for_once_more(member, monkeypatch):
    monkeypatch.setattr(keys, "free", lambda key: "org")
    answer = member.post("/staff/en/entries/klic/copy/", follow=True)
    assert answer.status_code == 200 and "Try once more" in answer.content.decode()
    assert not Proposal.objects.exists()


def test_the_place_of_what_became_secret_is_not_restored(editor):
    services.edit(key="klic", fields={"locations": None}, actor=system("test"), at=AT)
    Entry.objects.filter(key="klic").update(is_location_secret=True)
    answer = editor.post("/staff/en/entries/klic/history/0/restore/", follow=True)
    assert answer.status_code == 200 and "This place is secret" in answer.content.decode()
    assert not live().get("locations")


def test_a_long_queue_asks_the_database_no_more_than_a_short_one(editor, django_assert_max_num_queries):
    Proposal.objects.bulk_create(
        Proposal(
            kind="entry", key=key, author="somebody", wanted={"summary": "x"}, state="submitted", submitted_at=AT
        )
        for key in ("klic", "org", "gone") * 10
    )  # fmt: skip
    editor.get("/staff/en/review/")
    with django_assert_max_num_queries(12):
        page = editor.get("/staff/en/review/").content.decode()
    assert "30 proposals" in page and page.count("<bdi>Klic v sili</bdi>") >= 8 and "<bdi>gone</bdi>" in page


def test_where_a_secret_place_is_is_written_nowhere():
    place = [{"address_1": "Skrita ulica 1", "city": "Ljubljana"}]
    new = {
        "kind": "service",
        "language": "sl",
        "name": "Nova",
        "is_location_secret": True,
        "locations": place,
    }
    new |= {"organization": {"name": "Org", "entry": "org"}}
    asked = wish({"locations": place}, key="zatocisce")
    draft = proposals.propose(
        wish({"summary": "Drugače."}, key="zatocisce"), actor=EDITOR, at=AT, is_draft=True
    )
    assert draft.proposal is not None
    uuid = draft.proposal.uuid
    with pytest.raises(errors.ValueRefused):
        proposals.propose(asked, actor=EDITOR, at=AT)
    with pytest.raises(errors.ValueRefused):
        proposals.propose(asked, actor=EDITOR, at=AT, is_draft=True)
    with pytest.raises(errors.ValueRefused):
        proposals.rewrite(
            uuid=uuid, wanted={"locations": place}, base={}, source="we", comment="", actor=EDITOR, at=AT
        )
    with pytest.raises(errors.ValueRefused):
        proposals.propose(Wish("entry", "nova", new, {}, source="we", is_new=True), actor=MEMBER, at=AT)
    with pytest.raises(FieldRefused, match="secret"):
        services.create(key="nova", fields=new, actor=EDITOR, at=AT, cause=Cause("sheet"))
    assert Proposal.objects.get().wanted == {"summary": "Drugače."}
    assert not store.live(["nova"])


def test_who_restores_waits_for_whoever_writes_first(monkeypatch):
    services.edit(key="klic", fields={"website": None}, actor=EDITOR, at=AT)
    held = EntryReviewed.hold

    def wait(self: EntryReviewed, key: str) -> None:
        """Somebody held it, and changed the summary."""
        services.edit(key="klic", fields={"summary": "Vmes."}, actor=SECOND, at=AT)
        held(self, key)

    monkeypatch.setattr(EntryReviewed, "hold", wait)
    versions.restore(kind="entry", key="klic", number=0, actor=EDITOR, at=AT, why="by mistake")
    assert live()["summary"] == "Pomoč ob nesreči."
    last = Version.objects.get(cause="restore")
    assert (last.number, last.before["summary"]) == (3, "Vmes.")


def test_why_an_entry_is_not_born_is_a_class_for_each_cause():
    new = {
        "kind": "service",
        "language": "sl",
        "name": "Nova",
        "organization": {"name": "Org", "entry": "org"},
    }
    first, second = (
        proposals.propose(Wish("entry", key, new, {}, source="we", is_new=True), actor=MEMBER, at=AT).proposal
        for key in ("nova", "druga")
    )
    assert first and second
    services.rename(key="klic", slug="nova", actor=EDITOR, at=AT)
    with pytest.raises(errors.KeyTaken):
        accept(first)
    unlisting.unlist(key="org", reason=REASONS[0], actor=EDITOR, at=AT, looked_twice=True)
    with pytest.raises(errors.NotListed):
        accept(second)
