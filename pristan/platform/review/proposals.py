# SPDX-License-Identifier: EUPL-1.2
"""Propose a change, talk about it, accept it whole or in part, refuse it. Nobody's words are lost on the way.

Two people who write at once are told apart field by field, by digests: *base* is what the author saw, *live* what the
city says now. A value that somebody else changed since is never written over, until a person has seen both.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from pristan.platform.accounts.actors import Actor
from pristan.platform.audit import services as audit
from pristan.platform.lifecycle import services as lifecycle
from pristan.platform.packs.things import value_digest
from pristan.platform.packs.threeway import Decision as Side
from pristan.platform.packs.threeway import decide
from pristan.platform.review import barred, registry
from pristan.platform.review.errors import (
    ChangedMeanwhile,
    KeyTaken,
    NothingProposed,
    OwnProposal,
    ProposalMissing,
    SourceMissing,
    TooManyOpen,
    WrittenAnew,
)
from pristan.platform.review.lifecycle import OPEN
from pristan.platform.review.models import Comment, Decision, Proposal
from pristan.platform.review.registry import Cause, Fields, Reviewed

LONGEST = 4000
MOST_OPEN: Final = 500  # of one person: whoever reviews them is a person too


@dataclass(frozen=True)
class Wish:
    """What an author sends: the thing, the values wanted, and the digest of each value that was on the screen.

    ``token`` is made with the form: sent twice, it is one proposal.
    """

    kind: str
    key: str
    wanted: Mapping[str, Any]
    base: Mapping[str, str]
    source: str = ""
    comment: str = ""
    is_new: bool = False
    token: UUID | None = None


@dataclass(frozen=True)
class Outcome:
    """What became of a wish: the fields that readers get at once, and the proposal for the rest (None: nothing is left)."""

    published: tuple[str, ...]
    proposal: Proposal | None
    changed_meanwhile: tuple[str, ...] = ()


def propose(wish: Wish, *, actor: Actor, at: datetime, is_draft: bool = False) -> Outcome:
    """Publish what this actor may publish, and put the rest into the queue (or keep all of it as a draft).

    Raises NotPermitted, ValueRefused, SourceMissing, NothingProposed, KeyTaken.
    """
    reviewed = registry.of(wish.kind)
    if known := Proposal.objects.filter(token=wish.token, author=actor.id).first() if wish.token else None:
        return Outcome((), known)
    wanted = {name: _conform(reviewed, name, value) for name, value in wish.wanted.items()}
    barred.refuse({**wanted, "source": wish.source, "comment": wish.comment})
    try:
        with transaction.atomic():
            return _propose(reviewed, wish, wanted, actor, at, is_draft)
    except IntegrityError:  # the same form, sent twice at the same moment
        if wish.token and (known := Proposal.objects.filter(token=wish.token, author=actor.id).first()):
            return Outcome((), known)
        raise


def _propose(
    reviewed: Reviewed, wish: Wish, wanted: dict[str, Any], actor: Actor, at: datetime, is_draft: bool
) -> Outcome:
    live = reviewed.held(wish.key, wanted)
    if live is None and not wish.is_new:
        raise ProposalMissing(f"There is no {wish.kind} `{wish.key}`.")
    if live is not None and wish.is_new:
        raise KeyTaken(wish.key)
    live = live or {}
    organization = reviewed.organization_of(wish.key, {**wanted, **live})
    reviewed.can_propose(actor, wish.key, organization).or_refuse()
    changes = {name: value for name, value in wanted.items() if value != live.get(name)}
    if not changes:
        raise NothingProposed
    if not wish.is_new:
        reviewed.can_propose_fields(actor, list(changes)).or_refuse()
    reviewed.fit(live, changes)
    if not (wish.source.strip() or is_draft):
        raise SourceMissing
    disputed = _disputed(wish.base, changes, live)
    now = set() if is_draft or wish.is_new else reviewed.at_once(actor, organization, list(changes), live)
    published = {name: changes[name] for name in changes if name in now and name not in disputed}
    rest = {name: value for name, value in changes.items() if name not in published}
    if published:
        cause = Cause("edit", wish.source.strip())
        reviewed.write(wish.key, published, actor=actor, at=at, cause=cause, live=live)
    made = _keep(reviewed, wish, rest, organization, actor, at, is_draft) if rest else None
    return Outcome(tuple(published), made, tuple(disputed))


def _keep(
    reviewed: Reviewed,
    wish: Wish,
    rest: dict[str, Any],
    organization: str,
    actor: Actor,
    at: datetime,
    is_draft: bool,
) -> Proposal:
    if not is_draft and (same := _same(wish, rest, actor)):
        return same
    if not room(actor):
        raise TooManyOpen
    proposal = Proposal.objects.create(
        token=wish.token or uuid4(), kind=wish.kind, key=wish.key, is_new=wish.is_new, organization=organization,
        author=actor.id, base={name: wish.base.get(name, "") for name in rest}, wanted=rest,
        source=wish.source.strip()[:LONGEST], comment=wish.comment.strip()[:LONGEST],
        harm=reviewed.harm(wish.key, list(rest)), draft_at=at,
    )  # fmt: skip
    if not is_draft:
        lifecycle.move(proposal, "submitted", actor=actor, at=at)
        audit.record(
            what="review.proposal.submitted", actor=actor, about=_about(proposal), at=at, why=", ".join(rest)
        )
    return proposal


def _same(wish: Wish, rest: Fields, actor: Actor) -> Proposal | None:
    """What this person proposed already, word for word: sent again after a step back, with another token."""
    waiting = Proposal.objects.filter(kind=wish.kind, key=wish.key, author=actor.id, state="submitted")
    return next(
        (each for each in waiting if each.wanted == rest and each.source == wish.source.strip()[:LONGEST]),
        None,
    )


def room(actor: Actor) -> int:
    """How many more proposals this person may have open. Two forms at the same moment may both find the last room."""
    return max(0, MOST_OPEN - Proposal.objects.filter(author=actor.id, state__in=OPEN).count())


def submit(*, uuid: UUID, actor: Actor, at: datetime, source: str = "") -> Proposal:
    """Send a draft to those who review; ``source``: where it is known from, if that is said only now.

    Raises ProposalMissing, SourceMissing, ValueRefused.
    """
    barred.refuse({"source": source})
    with transaction.atomic():
        proposal = _own(uuid, actor)
        if source.strip():
            proposal.source = source.strip()[:LONGEST]
            proposal.save(update_fields=["source"])
        if not proposal.source:
            raise SourceMissing
        lifecycle.move(proposal, "submitted", actor=actor, at=at)
        audit.record(what="review.proposal.submitted", actor=actor, about=_about(proposal), at=at)
    return proposal


def rewrite(
    *,
    uuid: UUID,
    wanted: Fields,
    base: Mapping[str, str],
    source: str,
    comment: str,
    actor: Actor,
    at: datetime,
) -> Proposal:
    """The author goes on writing: a submitted proposal becomes a draft again. Raises ProposalMissing, NotPermitted, ValueRefused."""
    with transaction.atomic():
        proposal = _own(uuid, actor)
        barred.refuse({**wanted, "source": source, "comment": comment})
        reviewed = registry.of(proposal.kind)
        if not proposal.is_new:
            reviewed.can_propose_fields(actor, list(wanted)).or_refuse()
        if proposal.state == "submitted":
            lifecycle.move(proposal, "draft", actor=actor, at=at)
        proposal.wanted = {name: _conform(reviewed, name, value) for name, value in wanted.items()}
        reviewed.fit(reviewed.live(proposal.key) or {}, proposal.wanted)
        proposal.base = {name: base.get(name, "") for name in wanted}
        proposal.source, proposal.comment = source.strip()[:LONGEST], comment.strip()[:LONGEST]
        proposal.harm = reviewed.harm(proposal.key, list(wanted))
        proposal.save(update_fields=["wanted", "base", "source", "comment", "harm"])
    return proposal


def withdraw(*, uuid: UUID, actor: Actor, at: datetime) -> Proposal:
    """The author takes a proposal back. Raises ProposalMissing."""
    with transaction.atomic():
        proposal = _own(uuid, actor)
        lifecycle.move(proposal, "withdrawn", actor=actor, at=at)
        audit.record(what="review.proposal.withdrawn", actor=actor, about=_about(proposal), at=at)
    return proposal


def comment(*, uuid: UUID, text: str, actor: Actor, at: datetime, send_back: bool = False) -> Proposal:
    """Write to the other side; a reviewer may send the proposal back to its author with it. Raises ProposalMissing, ValueRefused."""
    barred.refuse({"text": text})
    with transaction.atomic():
        proposal = _hold(uuid)
        if not _can_see(proposal, actor):
            raise ProposalMissing("There is no such proposal.")
        if text.strip():
            Comment.objects.create(proposal=proposal, author=actor.id, text=text.strip()[:LONGEST], at=at)
        if send_back:
            _can_review(proposal, actor)
            lifecycle.move(proposal, "draft", actor=actor, at=at)
            audit.record(what="review.proposal.returned", actor=actor, about=_about(proposal), at=at)
    return proposal


def accept(
    *,
    uuid: UUID,
    shown: Mapping[str, str],
    actor: Actor,
    at: datetime,
    refused: Mapping[str, str] | None = None,
    seen: Mapping[str, str] | None = None,
) -> Proposal:
    """Publish a proposal; ``refused``: fields that are not, each with its reason.

    ``shown``: the digests (see ``digests``) of what the reviewer read: nothing else is published. ``seen``: field -> digest
    of the live value that the reviewer saw beside the wanted one: only with it is a value written over that somebody else
    changed since the author looked. Raises ProposalMissing, NotPermitted, OwnProposal, WrittenAnew, ChangedMeanwhile,
    NothingProposed, KeyTaken, ValueRefused, MoveNotAllowed where it is decided already.
    """
    refused = refused or {}
    barred.refuse(refused)
    with transaction.atomic():
        proposal = _hold(uuid)
        reviewed = _can_review(proposal, actor)
        _is_as_shown(proposal, shown)
        proposal.lifecycle.ask(proposal.state, "accepted")
        taken = {name: value for name, value in proposal.wanted.items() if name not in refused}
        _write(proposal, reviewed, taken, seen or {}, actor, at)
        verdicts = {name: (name not in refused, refused.get(name, "")) for name in proposal.wanted}
        _decide(proposal, verdicts, actor, at)
        lifecycle.move(proposal, "accepted_in_part" if refused else "accepted", actor=actor, at=at)
        told = ", ".join(taken)
        audit.record(what="review.proposal.accepted", actor=actor, about=_about(proposal), at=at, why=told)
    return proposal


def _write(
    proposal: Proposal, reviewed: Reviewed, taken: Fields, seen: Mapping[str, str], actor: Actor, at: datetime
) -> None:
    if not taken:
        raise NothingProposed
    live = reviewed.live(proposal.key) or {}
    if proposal.is_new and live:
        raise KeyTaken(proposal.key)
    fought = _disputed(proposal.base, taken, live)
    if lost := [name for name in fought if seen.get(name) != value_digest(live.get(name))]:
        raise ChangedMeanwhile(lost)
    cause = Cause("proposal", proposal.source, str(proposal.uuid))
    if proposal.is_new:
        reviewed.create(proposal.key, taken, actor=actor, at=at, cause=cause)
    else:
        reviewed.write(proposal.key, taken, actor=actor, at=at, cause=cause, live=live or None)


def refuse(*, uuid: UUID, shown: Mapping[str, str], reason: str, actor: Actor, at: datetime) -> Proposal:
    """Refuse all of a proposal, with a reason that its author reads. ``shown``: as in ``accept``.

    Raises ProposalMissing, OwnProposal, WrittenAnew, ValueRefused, MoveNotAllowed where it is decided already.
    """
    barred.refuse({"reason": reason})
    with transaction.atomic():
        proposal = _hold(uuid)
        _can_review(proposal, actor)
        _is_as_shown(proposal, shown)
        proposal.lifecycle.ask(proposal.state, "refused")
        _decide(proposal, dict.fromkeys(proposal.wanted, (False, reason.strip()[:LONGEST])), actor, at)
        lifecycle.move(proposal, "refused", actor=actor, at=at)
        audit.record(what="review.proposal.refused", actor=actor, about=_about(proposal), at=at)
    return proposal


def digests(proposal: Proposal) -> dict[str, str]:
    """What a reviewer reads of a proposal: a digest of each wanted value, and under the empty name that of the source."""
    return {"": value_digest(proposal.source)} | {
        name: value_digest(value) for name, value in proposal.wanted.items()
    }


def _is_as_shown(proposal: Proposal, shown: Mapping[str, str]) -> None:
    now = digests(proposal)
    if other := [name or "source" for name in {**now, **shown} if now.get(name) != shown.get(name)]:
        raise WrittenAnew(other)


def disputed(proposal: Proposal, live: Fields) -> list[str]:
    """The fields that somebody else changed, to something else, since the author looked."""
    return _disputed(proposal.base, proposal.wanted, live)


def _disputed(base: Mapping[str, str], wanted: Fields, live: Fields) -> list[str]:
    return [
        name
        for name, value in wanted.items()
        if decide(base=base.get(name) or None, pack=_digest(value), live=_digest(live.get(name)))
        is Side.CONFLICT
    ]


def _digest(value: Any) -> str | None:
    return None if value is None else value_digest(value)


def _conform(reviewed: Reviewed, name: str, value: Any) -> Any:
    return None if value is None else reviewed.conform(name, value)


def _decide(proposal: Proposal, verdicts: Mapping[str, tuple[bool, str]], actor: Actor, at: datetime) -> None:
    Decision.objects.bulk_create(
        Decision(
            proposal=proposal,
            field=name,
            is_accepted=taken,
            reason=reason,
            decided_by=actor.id,
            decided_at=at,
        )
        for name, (taken, reason) in verdicts.items()
    )


def _hold(uuid: UUID) -> Proposal:
    """Lock a proposal, and its thing before it: in the order of whoever writes a thing and then cleans its proposals."""
    if about := Proposal.objects.filter(uuid=uuid).values_list("kind", "key").first():
        registry.of(about[0]).hold(about[1])
    proposal = Proposal.objects.select_for_update().filter(uuid=uuid).first()
    if proposal is None:
        raise ProposalMissing("There is no such proposal.")
    return proposal


def _own(uuid: UUID, actor: Actor) -> Proposal:
    proposal = _hold(uuid)
    # Who lost the role since has no say in it any more, whoever wrote it.
    is_let = registry.of(proposal.kind).can_propose(actor, proposal.key, proposal.organization).allowed
    if proposal.author != actor.id or proposal.state not in OPEN or not is_let:
        raise ProposalMissing("There is no such proposal of yours that is still open.")
    return proposal


def _can_see(proposal: Proposal, actor: Actor) -> bool:
    reviewed = registry.of(proposal.kind)
    return (
        proposal.author == actor.id
        or reviewed.can_propose(actor, proposal.key, proposal.organization).allowed
        or reviewed.can_review(actor, proposal.key, proposal.organization).allowed
    )


def _can_review(proposal: Proposal, actor: Actor) -> Reviewed:
    reviewed = registry.of(proposal.kind)
    if not _can_see(proposal, actor):
        raise ProposalMissing("There is no such proposal.")
    reviewed.can_review(actor, proposal.key, proposal.organization).or_refuse()
    if proposal.author == actor.id:
        raise OwnProposal
    return reviewed


def _about(proposal: Proposal) -> tuple[str, str]:
    return proposal.kind, proposal.key
