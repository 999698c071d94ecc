# SPDX-License-Identifier: EUPL-1.2
"""Take a report, work on it, close it with a fixed answer, tell its sender."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from pristan.platform.accounts.actors import Actor
from pristan.platform.audit import services as audit
from pristan.platform.lifecycle import services as lifecycle
from pristan.platform.receiving import codes
from pristan.platform.receiving.text import line, plain
from pristan.platform.reports.errors import NothingSaid, ReportMissing, TooLong, UnknownAnswer
from pristan.platform.reports.lifecycle import ANSWERS, MATTERS, RAN_OUT
from pristan.platform.reports.models import Report
from pristan.platform.review import registry

LONGEST = 2000
LONGEST_CONTACT = 200


def report(
    *,
    kind: str,
    key: str,
    language: str,
    matters: Sequence[str],
    text: str,
    contact: str,
    today: date,
) -> str:
    """Take a report; returns the code with which its sender can ask later. Raises NothingSaid, TooLong.

    ``today`` is the civil day in the city: nothing finer is kept. So the audit says nothing of it: the entries before and after would tell the minute.
    """
    chosen = [matter for matter in MATTERS if matter in matters]
    words, reach = plain(text), line(contact)
    if not (chosen or words):
        raise NothingSaid
    if len(words) > LONGEST or len(reach) > LONGEST_CONTACT:
        raise TooLong
    code = codes.new()
    Report.objects.create(
        kind=kind, key=key, language=language, matters=chosen, text=words, contact=reach,
        code=codes.digest(code, of="report"), harm=_harm(chosen), received_on=today,
    )  # fmt: skip
    return code


def take_up(*, uuid: UUID, actor: Actor, at: datetime) -> Report:
    """Somebody works on it. Raises ReportMissing."""
    with transaction.atomic():
        found = _hold(uuid, actor)
        lifecycle.move(found, "in_work", actor=actor, at=at)
        audit.record(what="reports.report.taken", actor=actor, about=("report", str(uuid)), at=at)
    return found


def close(*, uuid: UUID, answer: str, actor: Actor, at: datetime) -> Report:
    """Close it with one of the fixed answers; what the sender left to be reached by is gone. Raises ReportMissing, UnknownAnswer."""
    state = next((state for state, answers in ANSWERS.items() if answer in answers), None)
    if state is None:
        raise UnknownAnswer(
            f"`{answer}` is no answer; the answers are {', '.join(sum(ANSWERS.values(), ()))}"
        )
    with transaction.atomic():
        found = _hold(uuid, actor)
        _end(found, state, answer, actor=actor, at=at)
    return found


def run_out(found: Report, *, actor: Actor, at: datetime) -> None:
    """Close one that was open for too long, inside the caller's transaction."""
    _end(found, "not_solved", RAN_OUT, actor=actor, at=at)


def look_up(code: str) -> Report:
    """The report with this code. Raises ReportMissing."""
    found = Report.objects.filter(code=codes.digest(code, of="report")).first()
    if found is None:
        raise ReportMissing
    return found


def _end(found: Report, state: str, answer: str, *, actor: Actor, at: datetime) -> None:
    lifecycle.move(found, state, actor=actor, at=at)
    found.answer, found.contact = answer, ""
    found.save(update_fields=["answer", "contact"])
    about = ("report", str(found.uuid))
    audit.record(what="reports.report.closed", actor=actor, about=about, at=at, why=answer)


def _harm(chosen: Sequence[str]) -> int:
    return max((len(MATTERS) - MATTERS.index(each) for each in chosen), default=1)


def _hold(uuid: UUID, actor: Actor) -> Report:
    found = Report.objects.select_for_update().filter(uuid=uuid).first()
    if found is None or not registry.of(found.kind).can_review(actor, found.key, "").allowed:
        raise ReportMissing("There is no such report.")
    return found
