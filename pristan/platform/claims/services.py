# SPDX-License-Identifier: EUPL-1.2
"""Take a claim, vet it, grant or refuse it, and tell the claimer. A fake receiver of referrals is the threat behind every rule here."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from pristan.platform.accounts.actors import ANONYMOUS, Actor
from pristan.platform.accounts.models import User
from pristan.platform.audit import services as audit
from pristan.platform.claims import domains, registry, selectors
from pristan.platform.claims.errors import (
    BadClaim,
    CheckImpossible,
    ClaimMissing,
    Decided,
    NoOrganization,
    NothingChecked,
    NotListed,
    NotVetted,
    OwnClaim,
    UnknownAnswer,
)
from pristan.platform.claims.lifecycle import ANSWERS, CHECKS, OPEN, RAN_OUT
from pristan.platform.claims.models import Claim, Vetting
from pristan.platform.lifecycle import services as lifecycle
from pristan.platform.power import invitations
from pristan.platform.power.invitations import Sent
from pristan.platform.power.roles import ORGANIZATION_MANAGER
from pristan.platform.receiving import codes
from pristan.platform.receiving.text import line

CODES = "claim"
# What leads to the claimer: gone when the claim is closed.
PERSONAL = ("role", "email", "domain", "page", "reception", "known_at")
LONGEST = {"role": 120, "page": 500, "reception": 40, "known_at": 200}


def claim(
    *, kind: str, key: str, language: str, role: str, email: str, page: str, reception: str, known_at: str, today: date, at: datetime
) -> str:  # fmt: skip
    """Take a claim; returns the code with which the claimer can ask later. Raises BadClaim, NotListed.

    ``today`` is the civil day in the city: nothing finer is kept, and the audit begins with what people who work here do with it. ``at`` is compared with when numbers came.
    """
    said = {"role": line(role), "page": line(page), "reception": line(reception), "known_at": line(known_at)}
    _ask_whole(said)
    try:
        address, domain = domains.address(email)
    except domains.BadAddress as error:
        raise BadClaim("email", "no e-mail address") from error
    known = registry.of(kind)
    if known.is_unlisted(key):
        raise NotListed
    code = codes.new()
    Claim.objects.create(
        kind=kind, key=key, language=language, email=address, domain=domain, phones=list(known.phones(key, at=at)),
        code=codes.digest(code, of=CODES), received_on=today, **said,
    )  # fmt: skip
    return code


def vet(*, uuid: UUID, checks: Sequence[str], actor: Actor, at: datetime) -> Claim:
    """Say how one found out that it is true; said again it replaces what one said before.

    Raises ClaimMissing, OwnClaim, NothingChecked, CheckImpossible, MoveNotAllowed.
    """
    chosen = [check for check in CHECKS if check in checks]
    if not chosen or len(chosen) != len(set(checks)):
        raise NothingChecked
    with transaction.atomic():
        held = _hold(uuid, actor)
        if held.state not in OPEN:
            held.lifecycle.ask(held.state, "vetted")
        possible = selectors.standing(held).possible
        for check in chosen:
            if check not in possible:
                raise CheckImpossible(check)
        Vetting.objects.update_or_create(claim=held, by=actor.id, defaults={"at": at, "checks": chosen})
        audit.record(
            what="claims.claim.vetted", actor=actor, about=_about(held), at=at, why=", ".join(chosen)
        )
        if held.state == "asked" and selectors.standing(held).is_enough:
            lifecycle.move(held, "vetted", actor=actor, at=at)
    return held


def grant(*, uuid: UUID, actor: Actor, at: datetime) -> Sent:
    """Invite the claimer to manage the organisation. Returns the invitation with the secret of its link.

    Raises ClaimMissing, OwnClaim, NotVetted, NotListed, NoOrganization, NotPermitted, MoveNotAllowed.
    """
    with transaction.atomic():
        held = _hold(uuid, actor)
        known = registry.of(held.kind)
        now = selectors.standing(
            held
        )  # what became sensitive since it was vetted needs a second person all the same
        if held.state in OPEN and not (held.state == "vetted" and now.is_enough):
            raise NotVetted
        if now.is_unlisted:
            raise NotListed
        if not (organization := known.organization_of(held.key)):
            raise NoOrganization
        email, language = held.email, held.language
        twins = list(_twins(held))
        _close(held, "granted", actor=actor, at=at)
        sent = invitations.invite(
            email=email, role=ORGANIZATION_MANAGER, scope=organization, language=language, actor=actor, at=at
        )
        for twin in twins:
            _close(twin, "withdrawn", actor=actor, at=at)
    return sent


def refuse(*, uuid: UUID, answer: str, actor: Actor, at: datetime) -> Claim:
    """Close it with one of the fixed answers. Raises ClaimMissing, OwnClaim, UnknownAnswer, MoveNotAllowed."""
    if answer not in ANSWERS:
        raise UnknownAnswer(f"`{answer}` is no answer; the answers are {', '.join(ANSWERS)}")
    with transaction.atomic():
        held = _hold(uuid, actor)
        _close(held, "refused", actor=actor, at=at, answer=answer)
    return held


def run_out(held: Claim, *, actor: Actor, at: datetime) -> None:
    """Close one that was open for too long, inside the caller's transaction."""
    _close(held, "refused", actor=actor, at=at, answer=RAN_OUT)


def withdraw(*, code: str, at: datetime) -> Claim:
    """The claimer takes it back. Raises ClaimMissing, Decided.

    ``at`` stays in the row and on record, so the door gives the beginning of the day.
    """
    with transaction.atomic():
        found = Claim.objects.select_for_update().filter(code=codes.digest(code, of=CODES)).first()
        if found is None:
            raise ClaimMissing
        if found.state not in OPEN:
            raise Decided
        _close(found, "withdrawn", actor=ANONYMOUS, at=at)
    return found


def look_up(code: str) -> Claim:
    """The claim with this code. Raises ClaimMissing."""
    found = Claim.objects.filter(code=codes.digest(code, of=CODES)).first()
    if found is None:
        raise ClaimMissing
    return found


def _ask_whole(said: dict[str, str]) -> None:
    for field, most in LONGEST.items():
        if len(said[field]) > most:
            raise BadClaim(field, f"at most {most} characters")
    if not said["role"]:
        raise BadClaim("role", "missing")
    if not (said["page"] or said["reception"] or said["known_at"]):
        raise BadClaim("page", "no way to check it is offered")
    if said["page"] and not said["page"].startswith(("https://", "http://")):
        raise BadClaim("page", "no web address")


def _close(held: Claim, state: str, *, actor: Actor, at: datetime, answer: str = "") -> None:
    """Move it to its end and forget what leads to the claimer."""
    lifecycle.move(held, state, actor=actor, at=at)
    held.answer, held.phones = answer, []
    for field in PERSONAL:
        setattr(held, field, "")
    held.save(update_fields=["answer", "phones", *PERSONAL])
    audit.record(what=f"claims.claim.{state}", actor=actor, about=_about(held), at=at, why=answer)


def _twins(held: Claim) -> Sequence[Claim]:
    same = Claim.objects.select_for_update().open().filter(kind=held.kind, key=held.key, email=held.email)
    return list(same.exclude(pk=held.pk))


def _hold(uuid: UUID, actor: Actor) -> Claim:
    found = Claim.objects.select_for_update().filter(uuid=uuid).first()
    if found is None or actor.kind != "person" or not registry.of(found.kind).can_vet(actor):
        raise ClaimMissing("There is no such claim.")
    if found.email and User.objects.filter(uuid=actor.id, email=found.email).exists():
        raise OwnClaim
    return found


def _about(held: Claim) -> audit.About:
    return ("claim", str(held.uuid))
