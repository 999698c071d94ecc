# SPDX-License-Identifier: EUPL-1.2
"""An organisation proposes, an editor decides, and nobody's words are lost."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from pristan.city.directory import services, store
from pristan.city.directory.tests import minipack
from pristan.platform.accounts.actors import ANONYMOUS, Actor, Power
from pristan.platform.accounts.permits import NotPermitted, allow
from pristan.platform.audit.models import AuditEntry
from pristan.platform.packs import services as packs
from pristan.platform.packs.things import value_digest
from pristan.platform.published import readers
from pristan.platform.published import services as published
from pristan.platform.review import errors, proposals, selectors, trust, versions
from pristan.platform.review.models import Proposal, Version
from pristan.platform.review.proposals import Wish

pytestmark = pytest.mark.django_db
AT = minipack.AT + timedelta(hours=1)


def somebody(name: str, *powers: tuple[str, str]) -> Actor:
    return Actor(
        "person", str(UUID(int=sum(map(ord, name)))), name, frozenset(Power(*each) for each in powers)
    )


MEMBER = somebody("member", ("organization_editor", "org"))
MANAGER = somebody("manager", ("organization_manager", "org"))
STRANGER = somebody("stranger", ("organization_editor", "another"))
EDITOR = somebody("editor", ("city_editor", ""))
SECOND = somebody("second", ("city_editor", ""))
HOURS = {"weekly": {"mo": ["08:00-12:00"]}}


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return minipack.write(tmp_path / "mini")


def live(key: str = "klic") -> dict[str, Any]:
    return store.live([key])[key]


def wish(wanted: dict[str, Any], **more: Any) -> Wish:
    seen = live(more.get("key", "klic"))
    base = {name: value_digest(seen[name]) for name in wanted if seen.get(name) is not None}
    return Wish(
        **{"kind": "entry", "key": "klic", "wanted": wanted, "base": base, "source": "https://example.org/x"}
        | more
    )


def propose(wanted: dict[str, Any], actor: Actor = MEMBER, **more: Any) -> proposals.Outcome:
    return proposals.propose(wish(wanted, **more), actor=actor, at=AT)


def accept(proposal: Proposal, actor: Actor = EDITOR, **more: Any) -> Proposal:
    """Publish it just as it is now, having read all of it."""
    shown = proposals.digests(proposal)
    return proposals.accept(uuid=proposal.uuid, shown=shown, actor=actor, at=AT, **more)


def page(language: str = "sl") -> Any:
    published.catch_up(at=AT)
    found = readers.document(language=language, address="klic", version=readers.version())
    return found.body if found else None


def test_hours_go_from_a_proposal_to_readers(pack):
    minipack.load(pack)
    outcome = propose({"schedule": HOURS})
    assert outcome.published == () and outcome.proposal is not None
    assert page()["schedule"].get("weekly") != HOURS["weekly"]
    accept(outcome.proposal)
    assert live()["schedule"]["weekly"] == HOURS["weekly"]
    proposal = Proposal.objects.get()
    assert (proposal.state, proposal.accepted_at) == ("accepted", AT)
    assert Version.objects.get().after["schedule"] == HOURS
    told = list(AuditEntry.objects.filter(actor_kind="person").values_list("what", flat=True))
    assert told == ["review.proposal.submitted", "directory.entry.edited", "review.proposal.accepted"]


@pytest.mark.parametrize(
    "actor", [STRANGER, ANONYMOUS, somebody("nobody"), somebody("c", ("counsellor", "org"))]
)
def test_others_propose_nothing_and_see_nothing(pack, actor):
    minipack.load(pack)
    with pytest.raises(NotPermitted):
        propose({"schedule": HOURS}, actor)
    made = propose({"schedule": HOURS}).proposal
    assert made is not None
    assert not selectors.visible_to(actor).exists()
    for act in (proposals.withdraw, proposals.submit):
        with pytest.raises(errors.ProposalMissing):
            act(uuid=made.uuid, actor=actor, at=AT)
    with pytest.raises(errors.ProposalMissing):
        proposals.comment(uuid=made.uuid, text="x", actor=actor, at=AT)
    with pytest.raises(errors.ProposalMissing):
        accept(made, actor=actor)
    assert Proposal.objects.get().state == "submitted"


def test_nobody_decides_about_their_own_words(pack):
    minipack.load(pack)
    both = somebody("both", ("city_editor", ""), ("organization_editor", "org"))
    made = proposals.propose(wish({"schedule": HOURS}), actor=both, at=AT, is_draft=True).proposal
    assert made is not None
    proposals.submit(uuid=made.uuid, actor=both, at=AT)
    with pytest.raises(errors.OwnProposal):
        accept(made, actor=both)
    with pytest.raises(errors.OwnProposal):
        proposals.refuse(uuid=made.uuid, shown=proposals.digests(made), reason="", actor=both, at=AT)
    assert made not in selectors.queue(both)


def test_a_part_is_accepted_and_the_rest_refused_with_a_reason(pack):
    minipack.load(pack)
    made = propose({"schedule": HOURS, "summary": "Vse je drugače."}).proposal
    assert made is not None
    accept(made, refused={"summary": "Say what is different."})
    assert live()["schedule"] == HOURS
    assert live()["summary"] != "Vse je drugače."
    assert Proposal.objects.get().state == "accepted_in_part"
    assert dict(made.decisions.values_list("field", "reason")) == {
        "schedule": "",
        "summary": "Say what is different.",
    }


def test_what_somebody_else_changed_is_not_written_over(pack):
    minipack.load(pack)
    made = propose({"summary": "Besede organizacije."}).proposal
    services.edit(key="klic", fields={"summary": "Besede urednice."}, actor=SECOND, at=AT)
    assert made is not None
    with pytest.raises(errors.ChangedMeanwhile, match="summary"):
        accept(made)
    (change,) = selectors.changes(made)
    assert change.is_disputed
    assert (change.base, change.live, change.wanted) == (
        "Pomoč ob nesreči.",
        "Besede urednice.",
        "Besede organizacije.",
    )
    with pytest.raises(errors.ChangedMeanwhile):
        accept(made, seen={"summary": "another"})
    accept(made, seen={"summary": change.live_digest})
    assert live()["summary"] == "Besede organizacije."


def test_a_trusted_organisation_publishes_just_the_chosen_fields(pack):
    minipack.load(pack)
    trust.entrust(organization="org", fields=["schedule", "name"], permit=allow("test"), actor=EDITOR, at=AT)
    assert propose({"schedule": HOURS}, MEMBER).published == ()
    outcome = propose({"schedule": HOURS, "name": "Drugo ime", "summary": "Drugače."}, MANAGER)
    assert outcome.published == ("schedule",)
    assert outcome.proposal is not None and set(outcome.proposal.wanted) == {"name", "summary"}
    assert live()["schedule"] == HOURS
    trust.entrust(organization="org", fields=[], permit=allow("test"), actor=EDITOR, at=AT)
    assert propose({"schedule": {"text": "po dogovoru"}}, MANAGER).published == ()


def test_what_was_changed_meanwhile_waits_even_for_the_trusted(pack):
    minipack.load(pack)
    trust.entrust(organization="org", fields=["summary"], permit=allow("test"), actor=EDITOR, at=AT)
    stale = wish({"summary": "Besede organizacije."})
    services.edit(key="klic", fields={"summary": "Besede urednice."}, actor=EDITOR, at=AT)
    outcome = proposals.propose(stale, actor=MANAGER, at=AT)
    assert outcome.published == () and outcome.changed_meanwhile == ("summary",)
    assert live()["summary"] == "Besede urednice."
    assert Proposal.objects.get().wanted == {"summary": "Besede organizacije."}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("confidence", "low"),
        ("aliases", ["x"]),
        ("relations", [{"type": "part_of", "to": "org"}]),
        ("editors", {"notes": [{"text": "x"}]}),
        ("provenance", {"name": {"as_of": "2026"}}),
    ],
)
def test_an_organisation_does_not_say_how_sure_the_city_is(pack, field, value):
    minipack.load(pack)
    with pytest.raises(NotPermitted):
        propose({field: value})


def test_the_same_form_sent_twice_is_one_proposal(pack):
    minipack.load(pack)
    token = uuid4()
    first = propose({"schedule": HOURS}, token=token).proposal
    assert propose({"schedule": HOURS}, token=token).proposal == first
    assert Proposal.objects.count() == 1


@pytest.mark.parametrize(
    ("wanted", "more", "error"),
    [
        ({"email": "no address"}, {}, errors.ValueRefused),
        ({"nonsense": 1}, {}, errors.ValueRefused),
        ({"summary": "Drugače."}, {"source": " "}, errors.SourceMissing),
        ({"summary": "Pomoč ob nesreči."}, {}, errors.NothingProposed),
        ({}, {}, errors.NothingProposed),
    ],
)
def test_bad_proposals_write_nothing(pack, wanted, more, error):
    minipack.load(pack)
    with pytest.raises(error):
        propose(wanted, **more)
    assert not Proposal.objects.exists() and not Version.objects.exists()


def test_a_draft_is_written_on_sent_returned_and_withdrawn(pack):
    minipack.load(pack)
    made = proposals.propose(
        wish({"summary": "Prvi poskus."}, source=""), actor=MEMBER, at=AT, is_draft=True
    ).proposal
    assert made is not None and made.state == "draft"
    with pytest.raises(errors.SourceMissing):
        proposals.submit(uuid=made.uuid, actor=MEMBER, at=AT)
    proposals.rewrite(
        uuid=made.uuid,
        wanted={"summary": "Drugi."},
        base=made.base,
        source="we",
        comment="",
        actor=MEMBER,
        at=AT,
    )
    proposals.submit(uuid=made.uuid, actor=MEMBER, at=AT)
    proposals.comment(uuid=made.uuid, text="From when?", send_back=True, actor=EDITOR, at=AT)
    assert Proposal.objects.get().state == "draft"
    proposals.submit(uuid=made.uuid, actor=MEMBER, at=AT)
    proposals.withdraw(uuid=made.uuid, actor=MEMBER, at=AT)
    with pytest.raises(errors.ProposalMissing):
        proposals.submit(uuid=made.uuid, actor=MEMBER, at=AT)


def test_versions_are_numbered_compared_and_restored(pack):
    minipack.load(pack)
    first = live()
    for text in ("Ena.", "Dve."):
        services.edit(key="klic", fields={"summary": text, "website": None}, actor=EDITOR, at=AT)
    assert [version.number for version in selectors.history("entry", "klic")] == [2, 1]
    assert versions.state_at("entry", "klic", 0) == first
    assert versions.state_at("entry", "klic", 1)["summary"] == "Ena."
    versions.restore(kind="entry", key="klic", number=0, actor=EDITOR, at=AT, why="by mistake")
    assert {k: v for k, v in live().items() if not k.startswith("made_from.")} == {
        k: v for k, v in first.items() if not k.startswith("made_from.")
    }
    assert Version.objects.filter(cause="restore").get().number == 3
    with pytest.raises(errors.NoSuchVersion):
        versions.state_at("entry", "klic", 9)
    with pytest.raises(NotPermitted):
        versions.restore(kind="entry", key="klic", number=1, actor=MEMBER, at=AT, why="")


def test_a_first_load_has_no_versions_and_a_changed_pack_has(pack):
    minipack.load(pack)
    assert not Version.objects.exists()
    file = pack / "entries" / "services" / "klic.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("Pomoč ob nesreči.", "Pomoč takoj."), encoding="utf-8"
    )
    minipack.load(pack)
    version = Version.objects.get()
    assert (version.cause, version.before, version.after) == (
        "pack",
        {"summary": "Pomoč ob nesreči."},
        {"summary": "Pomoč takoj."},
    )


def test_a_pack_and_an_accepted_proposal_meet_as_a_conflict(pack):
    minipack.load(pack)
    made = propose({"summary": "Besede organizacije."}).proposal
    assert made is not None
    accept(made)
    file = pack / "entries" / "services" / "klic.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("Pomoč ob nesreči.", "Pomoč takoj."), encoding="utf-8"
    )
    summary = packs.load(pack, thesaurus=None, actor=minipack.LOADER, at=AT)
    assert [(each.key, each.field) for each in summary.conflicts] == [("klic", "summary")]
    assert live()["summary"] == "Besede organizacije."


def test_a_translation_is_proposed_field_by_field(pack):
    minipack.load(pack)
    made = propose({"texts.en.summary": {"text": "Help after an accident.", "state": "human"}}).proposal
    assert made is not None
    accept(made)
    assert live()["texts.en.summary"] == {"text": "Help after an accident.", "state": "human"}


def test_a_new_entry_is_born_from_an_accepted_proposal(pack):
    minipack.load(pack)
    wanted = {
        "kind": "service",
        "language": "sl",
        "name": "Nova pomoč",
        "organization": {"name": "Org", "entry": "org"},
    }
    made = proposals.propose(
        Wish("entry", "nova-pomoc", wanted, {}, source="we", is_new=True), actor=MEMBER, at=AT
    ).proposal
    assert made is not None
    accept(made)
    published.catch_up(at=AT)
    assert readers.document(language="sl", address="nova-pomoc", version=readers.version()) is not None
    minipack.load(pack)
    assert live("nova-pomoc")["name"] == "Nova pomoč"
    with pytest.raises(NotPermitted):
        proposals.propose(Wish("entry", "tuja", wanted, {}, source="we", is_new=True), actor=STRANGER, at=AT)


def test_the_queue_shows_the_most_harmful_first_then_the_oldest(pack):
    minipack.load(pack)
    first = propose({"funding": [{"text": "občina"}]}).proposal
    second = propose({"phones": [{"number": "112"}]}).proposal
    third = propose({"funding": [{"text": "država"}]}).proposal
    found = selectors.queue(EDITOR)
    assert list(found) == [second, first, third]
    assert list(selectors.queue(EDITOR, which="harmful")) == [second]
    assert list(selectors.queue(EDITOR, which="other")) == [first, third]
    assert not selectors.queue(EDITOR, organization="another")
    assert list(selectors.own(MEMBER)) == [third, second, first]


def test_a_new_entry_does_not_take_the_key_of_one_that_is_there(pack):
    minipack.load(pack)
    wanted = {
        "kind": "service",
        "language": "sl",
        "name": "Drugo",
        "confidence": "high",
        "organization": {"name": "Org", "entry": "org"},
    }
    with pytest.raises(errors.KeyTaken, match="klic"):
        proposals.propose(Wish("entry", "klic", wanted, {}, source="we", is_new=True), actor=MEMBER, at=AT)
    assert not Proposal.objects.exists()


def test_two_new_entries_with_one_key_are_not_written_over_each_other(pack):
    minipack.load(pack)
    wanted = {
        "kind": "service",
        "language": "sl",
        "name": "Prva",
        "organization": {"name": "Org", "entry": "org"},
    }
    first, second = (
        proposals.propose(
            Wish("entry", "nova", wanted | {"name": name}, {}, source="we", is_new=True), actor=MEMBER, at=AT
        ).proposal
        for name in ("Prva", "Druga")
    )
    assert first and second
    accept(first)
    with pytest.raises(errors.KeyTaken):
        accept(second)
    assert live("nova")["name"] == "Prva"


def test_who_goes_on_writing_may_not_say_more_than_at_first(pack):
    minipack.load(pack)
    made = propose({"summary": "Drugače."}).proposal
    assert made is not None
    with pytest.raises(NotPermitted):
        proposals.rewrite(
            uuid=made.uuid,
            wanted={"confidence": "low"},
            base={},
            source="we",
            comment="",
            actor=MEMBER,
            at=AT,
        )
    assert Proposal.objects.get().wanted == {"summary": "Drugače."}


def test_who_left_the_organisation_sends_nothing_any_more(pack):
    minipack.load(pack)
    made = proposals.propose(wish({"summary": "Drugače."}), actor=MEMBER, at=AT, is_draft=True).proposal
    assert made is not None
    left = Actor("person", MEMBER.id)
    for act in (proposals.submit, proposals.withdraw):
        with pytest.raises(errors.ProposalMissing):
            act(uuid=made.uuid, actor=left, at=AT)
    assert Proposal.objects.get().state == "draft"
