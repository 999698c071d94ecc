# SPDX-License-Identifier: EUPL-1.2
"""What waits: so much of one person and no more, once each, and decided once."""

import pytest

from pristan.city.directory.tests import minipack
from pristan.city.directory.tests.test_review import AT, MANAGER, MEMBER, SECOND, accept, pack, propose, wish
from pristan.platform.lifecycle.errors import MoveNotAllowed
from pristan.platform.review import errors, proposals

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
