# SPDX-License-Identifier: EUPL-1.2
"""A report is taken without asking who it is from, worked on by those who may, and answered in fixed words."""

import random
from datetime import UTC, date, datetime
from typing import Any

import pytest

from pristan.platform.accounts.actors import ANONYMOUS, Actor, Power
from pristan.platform.audit.models import AuditEntry
from pristan.platform.lifecycle.errors import MoveNotAllowed
from pristan.platform.receiving import codes
from pristan.platform.reports import errors, selectors, services
from pristan.platform.reports.models import Report

AT = datetime(2026, 5, 4, 9, 13, 27, tzinfo=UTC)
EDITOR = Actor("person", "e", powers=frozenset({Power("city_editor")}))
MEMBER = Actor("person", "m", powers=frozenset({Power("organization_manager", "org")}))

pytestmark = pytest.mark.django_db


def report(**more: Any) -> str:
    given = {
        "kind": "entry",
        "key": "klic",
        "language": "sl",
        "matters": ["hours"],
        "text": "Zaprto.",
        "contact": "",
    }
    return services.report(**given | more, today=date(2026, 5, 4))


def test_a_report_keeps_a_day_and_a_digest_and_nothing_about_its_sender() -> None:
    code = report(contact="x@example.org")
    found = Report.objects.get()
    assert code not in str(Report.objects.values_list())
    assert found.received_on == date(2026, 5, 4)
    assert found.state == "new"
    assert not AuditEntry.objects.exists(), "its number would lie between those of entries with a time"
    assert not [value for value in vars(found).values() if isinstance(value, datetime)]


def test_its_sender_sees_what_became_of_it_however_the_code_is_written() -> None:
    code = report()
    services.take_up(uuid=services.look_up(code).uuid, actor=EDITOR, at=AT)
    services.close(uuid=services.look_up(code).uuid, answer="corrected", actor=EDITOR, at=AT)
    found = services.look_up(f"  {code.lower().replace('-', ' ')} ")
    assert (found.state, found.answer) == ("solved", "corrected")
    with pytest.raises(errors.ReportMissing):
        services.look_up("BCDF-GHJK-MNPQ")


def test_the_contact_is_gone_when_the_report_is_closed() -> None:
    report(contact="+386 40 000 000")
    services.close(uuid=Report.objects.get().uuid, answer="is_right", actor=EDITOR, at=AT)
    assert Report.objects.get().contact == ""
    with pytest.raises(MoveNotAllowed):
        services.close(uuid=Report.objects.get().uuid, answer="corrected", actor=EDITOR, at=AT)


@pytest.mark.parametrize("actor", [ANONYMOUS, MEMBER, Actor("person", "n")])
def test_others_read_and_close_nothing(actor: Actor) -> None:
    report()
    assert not selectors.visible_to(actor).exists()
    with pytest.raises(errors.ReportMissing):
        services.close(uuid=Report.objects.get().uuid, answer="corrected", actor=actor, at=AT)
    assert not selectors.visible_to(None).exists()


def test_the_most_harmful_comes_first() -> None:
    for matter in ("words", "danger", "hours"):
        report(matters=[matter])
    assert [found.matters for found in selectors.waiting(EDITOR)] == [["danger"], ["hours"], ["words"]]


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"matters": [], "text": " \n"}, errors.NothingSaid),
        ({"matters": ["nonsense"], "text": ""}, errors.NothingSaid),
        ({"text": "a" * 2001}, errors.TooLong),
        ({"contact": "a" * 201}, errors.TooLong),
    ],
)
def test_what_is_not_taken(more: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        report(**more)
    assert not Report.objects.exists()


def test_text_that_steers_screens_is_made_plain() -> None:
    report(text="a\x00b\u202ec\r\nd<b> می\u200cخواهم", contact="x\ny@example.org")
    found = Report.objects.get()
    assert (found.text, found.contact) == ("abc\nd<b> می\u200cخواهم", "x y@example.org")


def test_an_unknown_answer_is_refused() -> None:
    report()
    with pytest.raises(errors.UnknownAnswer):
        services.close(uuid=Report.objects.get().uuid, answer="I know who you are", actor=EDITOR, at=AT)


def test_codes_differ_and_can_be_read_aloud() -> None:
    made = {codes.new() for _ in range(200)}
    assert len(made) == 200
    assert all(not set("AEIOUL01") & set(code) for code in made)


def test_codes_come_from_no_source_that_can_be_foretold() -> None:
    made = set()
    for _ in range(2):
        random.seed(7)
        made.add(codes.new())
    assert len(made) == 2
