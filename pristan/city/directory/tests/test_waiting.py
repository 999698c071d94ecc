# SPDX-License-Identifier: EUPL-1.2
"""What waits: so much of one person and no more, once each, and decided once."""

import pytest

from pristan.city.directory.tests import minipack
from pristan.city.directory.tests.test_portal import filled
from pristan.city.directory.tests.test_review import AT, MANAGER, MEMBER, SECOND, accept, pack, propose, wish
from pristan.platform.lifecycle.errors import MoveNotAllowed
from pristan.platform.review import errors, proposals
from pristan.platform.review.models import Proposal
from tests.access.roles import client

__all__ = ["pack"]
pytestmark = pytest.mark.django_db


def test_one_person_fills_no_queue(monkeypatch, pack):
    """Drafts count too; what is decided or taken back makes room, and others have their own."""
    minipack.load(pack)
    monkeypatch.setattr(proposals, "MOST_OPEN", 2)
    first = propose({"summary": "Prvi."}).proposal
    proposals.propose(wish({"summary": "Drugi."}), actor=MEMBER, at=AT, is_draft=True)
    with pytest.raises(errors.TooManyOpen):
        propose({"summary": "Tretji."})
    assert propose({"summary": "Vodja."}, MANAGER).proposal
    proposals.withdraw(uuid=first.uuid, actor=MEMBER, at=AT)
    assert propose({"summary": "Tretji."}).proposal
    assert proposals.room(MEMBER) == 0


def test_what_waits_already_is_not_sent_a_second_time(pack):
    """A step back in the browser brings a new form with the same words. Other words are another proposal."""
    minipack.load(pack)
    first = propose({"summary": "Prvi."}).proposal
    assert propose({"summary": "Prvi."}).proposal == first
    assert propose({"summary": "Prvi."}, source="their letter").proposal != first
    assert propose({"summary": "Prvi."}, MANAGER).proposal != first
    proposals.withdraw(uuid=first.uuid, actor=MEMBER, at=AT)
    assert propose({"summary": "Prvi."}).proposal != first


def test_two_tabs_decide_once(pack):
    minipack.load(pack)
    sent = propose({"summary": "Prvi."}).proposal
    accept(sent)
    with pytest.raises(MoveNotAllowed):
        accept(sent)
    with pytest.raises(MoveNotAllowed):
        proposals.refuse(uuid=sent.uuid, shown=proposals.digests(sent), reason="No.", actor=SECOND, at=AT)
    assert sent.decisions.count() == 1


@pytest.mark.parametrize(
    ("address", "typed"),
    [
        ("entries/klic/change/hours/", {"mo": "9-11", "source": "our own decision"}),
        ("entries/klic/closed/", {}),
        ("entries/klic/secret/", {"sure": "1"}),
        ("new-entry/", {"kind": "course", "name": "Course", "language": "sl", "organization": "org"}),
    ],
)
def test_every_form_says_that_no_more_fits_in(monkeypatch, pack, address, typed):
    minipack.load(pack)
    monkeypatch.setattr(proposals, "MOST_OPEN", 0)
    member = client("organization_editor", "org")
    page = member.get(f"/staff/en/{address}")
    answer = member.post(f"/staff/en/{address}", {**filled(page), **typed}, follow=True)
    assert "no more fit in. Take some back" in answer.content.decode()
    assert not Proposal.objects.exists()
