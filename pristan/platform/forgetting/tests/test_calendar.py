# SPDX-License-Identifier: EUPL-1.2
"""The calendar: unused accounts are warned, locked, and stripped a year later; what is due is forgotten, once, and after standstill too."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.db import models

from pristan.platform.accounts.actors import Actor, Power, system
from pristan.platform.audit.models import AuditEntry
from pristan.platform.claims import staff as claims_desk
from pristan.platform.claims import words as claim_words
from pristan.platform.claims.models import Claim
from pristan.platform.facts import openings
from pristan.platform.facts.models import Opening
from pristan.platform.forgetting import calendar, idle, letters
from pristan.platform.forgetting.errors import CannotEmpty
from pristan.platform.forgetting.stripping import blank
from pristan.platform.forgetting.tests.conftest import AT
from pristan.platform.power import people
from pristan.platform.privacy import registry
from pristan.platform.privacy.models import Leaving
from pristan.platform.privacy.retention import Strip
from pristan.platform.reports import staff as reports_desk
from pristan.platform.reports import words as report_words
from pristan.platform.reports.models import Report
from pristan.platform.search.models import Count

pytestmark = pytest.mark.django_db
WARNED = datetime(2026, 6, 26, 9, 0, tzinfo=UTC)  # 14 days before six months have passed since 10 January
LOCKED = datetime(2026, 7, 10, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def test_an_unused_account_is_warned_then_locked_then_stripped(ana, upkeep):
    assert upkeep(WARNED - DAY).accounts.warned == []
    assert upkeep(WARNED).accounts.warned == [ana.uuid]
    assert upkeep.letters == [("Ana", date(2026, 7, 10))]
    assert upkeep(LOCKED - DAY).accounts.locked == []
    assert upkeep(LOCKED).accounts.locked == [ana.uuid]
    ana.refresh_from_db()
    assert not ana.is_active and not ana.has_usable_password() and ana.email == "ana@example.org"
    upkeep(LOCKED + timedelta(days=364))
    ana.refresh_from_db()
    assert ana.email == "ana@example.org"
    upkeep(LOCKED + timedelta(days=365))
    ana.refresh_from_db()
    assert ana.email.endswith("@erased.invalid") and ana.display_name == "—"


def test_calling_it_again_does_nothing_more(ana, upkeep):
    for at in (WARNED, LOCKED, LOCKED + timedelta(days=400)):
        upkeep(at)
        count = AuditEntry.objects.count()
        again = upkeep(at)
        assert again.forgotten == () and again.accounts == idle.Looked()
        assert AuditEntry.objects.count() == count
    assert len(upkeep.letters) == 1


def test_after_a_long_standstill_people_are_still_warned_before(ana, upkeep):
    late = AT + timedelta(days=900)
    assert upkeep(late).accounts.warned == [ana.uuid]
    assert upkeep(late + timedelta(days=13)).accounts.locked == []
    assert upkeep(late + timedelta(days=14)).accounts.locked == [ana.uuid]


def test_whoever_signs_in_after_a_warning_stays(ana, upkeep):
    upkeep(WARNED)
    ana.last_login = WARNED + DAY
    ana.save()
    assert upkeep(LOCKED).accounts.locked == []
    assert upkeep(LOCKED + timedelta(days=160)).accounts.warned == [ana.uuid]


def test_an_account_that_was_opened_again_begins_anew(ana, upkeep):
    upkeep(WARNED), upkeep(LOCKED)
    people.unlock(user=ana, actor=system("tests"), at=LOCKED + DAY)
    assert upkeep(LOCKED + DAY).accounts.returned == [ana.uuid]
    assert upkeep(LOCKED + timedelta(days=100)).accounts == idle.Looked()
    upkeep(LOCKED + timedelta(days=400))
    ana.refresh_from_db()
    assert ana.is_active and ana.email == "ana@example.org"


def test_an_account_that_others_closed_is_stripped_a_year_after_it_was_seen(ana, upkeep):
    people.lock(user=ana, actor=system("tests"), at=AT)
    assert upkeep(AT + DAY).accounts.closed == [ana.uuid]
    upkeep(AT + timedelta(days=366))
    ana.refresh_from_db()
    assert ana.email.endswith("@erased.invalid")


def test_the_last_administrator_is_warned_and_never_locked(boss, upkeep):
    upkeep(WARNED)
    assert upkeep(LOCKED).accounts.locked == []
    boss.refresh_from_db()
    assert boss.is_active


def test_a_letter_that_cannot_be_sent_is_told_of_and_keeps_nothing_open(ana, upkeep):
    assert upkeep(WARNED, fails=True).accounts.unsent == [ana.uuid]
    assert upkeep(LOCKED).accounts.locked == [ana.uuid]


def test_the_time_is_a_setting(ana, upkeep, settings):
    settings.IDLE_MONTHS = 12
    assert upkeep(LOCKED).accounts.warned == []


def test_the_letter_says_when_in_each_language_and_names_nobody(ana):
    letters.send(ana, LOCKED)
    (letter,) = mail.outbox
    assert letter.to == ["ana@example.org"] and "July 10, 2026" in letter.body and "2026" in letter.body
    assert "Ana" not in letter.body and "\n" not in letter.subject


def test_numbers_go_when_their_time_is_over(db, upkeep):
    thing = "00000000-0000-4000-8000-000000000001"
    openings.write(Counter({(AT.date(), thing, "sl"): 3}))
    Count.objects.create(day=AT.date(), language="sl", subject="n:rent", number=2)
    upkeep(AT + openings.KEPT)
    assert Opening.objects.exists() and Count.objects.exists()
    done = upkeep(AT + openings.KEPT + DAY)
    assert [(each.field, each.is_deleted, each.rows) for each in done.forgotten] == [
        ("facts.Opening", True, 1)
    ]
    upkeep(AT + timedelta(days=3 * 365 + 1))
    assert not Count.objects.exists()


def test_what_is_due_is_told_before_and_changes_nothing(ana, upkeep):
    upkeep(WARNED), upkeep(LOCKED)
    later = LOCKED + timedelta(days=365)
    assert {each.field for each in calendar.due(later)} == {
        "accounts.User.email",
        "accounts.User.display_name",
    }
    ana.refresh_from_db()
    assert ana.email == "ana@example.org"
    upkeep(later)
    assert calendar.due(later) == []


def test_an_upkeep_is_on_record_without_names(ana, upkeep):
    upkeep(WARNED), upkeep(LOCKED), upkeep(LOCKED + timedelta(days=365))
    entries = AuditEntry.objects.filter(actor_id="forgetting")
    assert {"accounts.person.locked", "accounts.person.left", "privacy.field.stripped"} <= {
        each.what for each in entries
    }
    assert "ana" not in str(list(entries.values_list("about_key", "why"))).lower()


def test_every_field_that_is_stripped_can_be_empty():
    stripped = [
        (model, name)
        for model, fates in registry.fates().items()
        for name, fate in fates.items()
        if isinstance(fate, Strip)
    ]
    assert stripped
    for model, name in stripped:
        assert callable(blank(model, name))


def test_a_field_that_cannot_be_empty_is_named(monkeypatch):
    from pristan.platform.accounts.models import User

    with pytest.raises(CannotEmpty, match=r"accounts.User.joined_at can be neither"):
        blank(User, "joined_at")
    assert isinstance(User._meta.get_field("joined_at"), models.DateTimeField)


def test_plans_say_when_each_open_account_is_warned_and_locked(ana):
    (plan,) = idle.plans()
    assert (plan.warn_at, plan.lock_at) == (WARNED, LOCKED)
    assert not Leaving.objects.exists(), "asking writes nothing"


def test_what_nobody_closes_closes_by_itself_and_what_leads_to_somebody_goes(db, upkeep):
    day = AT.date()
    Report.objects.create(
        kind="entry", key="x", language="sl", contact="a@example.org", code="1", received_on=day
    )
    Claim.objects.create(
        kind="entry", key="x", language="sl", role="vodja", email="a@example.org", code="2", received_on=day
    )
    last = AT + timedelta(days=179)
    assert upkeep(last).lapsed == {} == calendar.lapsing(last)
    assert calendar.lapsing(last + DAY) == {"reports.Report": 1, "claims.Claim": 1}
    assert upkeep(last + DAY).lapsed == {"reports.Report": 1, "claims.Claim": 1}
    report, claim = Report.objects.get(), Claim.objects.get()
    assert (report.state, report.answer, report.contact) == ("not_solved", "ran_out", "")
    assert (claim.state, claim.answer, claim.email, claim.role) == ("refused", "ran_out", "", "")
    assert "half a year" in report_words.answer("ran_out") and "half a year" in claim_words.answer("ran_out")
    assert "ran_out" not in dict(report_words.answers()) and "ran_out" not in dict(claim_words.answers())
    assert upkeep(last + DAY).lapsed == {}
    upkeep(last + timedelta(days=366))
    assert not Report.objects.exists() and not Claim.objects.exists()


def test_who_works_here_is_told_a_month_before(db):
    editor = Actor("person", "e", powers=frozenset({Power("city_editor")}))
    Report.objects.create(kind="entry", key="x", language="sl", code="1", received_on=AT.date())
    Claim.objects.create(kind="entry", key="x", language="sl", code="2", received_on=AT.date())

    def told(at):
        tasks = [*reports_desk.today(editor, at=at), *claims_desk.today(editor, at=at)]
        return [each.title for each in tasks if each.count and "unanswered" in str(each.title)]

    assert told(AT + timedelta(days=149)) == []
    assert told(AT + timedelta(days=150)) == [
        "Reports that close unanswered within a month", "Claims that close unanswered within a month",
    ]  # fmt: skip
