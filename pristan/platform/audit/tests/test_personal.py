# SPDX-License-Identifier: EUPL-1.2
"""The net for values of persons, and what must go through it."""

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from pristan.platform.accounts.actors import system
from pristan.platform.audit import services as audit
from pristan.platform.audit.errors import PersonalValueRefused
from pristan.platform.audit.models import AuditEntry
from pristan.platform.audit.personal import found_in
from pristan.platform.audit.tests.kit import AT, record
from pristan.platform.audit.validators import without_persons

EMAILS = ["ana@example.org", "told by ana.novak+x@mail.example.si today", "ana＠example.org", "<a@b.si>"]
PHONES = [
    "+386 1 306 10 00", "00386 41 123 456", "01 306 10 00", "041/123-456", "(01) 306-10-00", "041123456", "call 031 123 456, please",
    "+386(0)41123456", "306 100 0123", "+٣٨٦ ٤١ ١٢٣ ٤٥٦", "tel.: 01/306 10 00",
]  # fmt: skip
HARMLESS = [
    "", "new hours", "2026-11-27", "2026-11-27T10:00:00", "from 2026-11-27 to 2027-03-01", "2026-11-27 10:30", "klic-112", "call 112",
    "5b0c1234-0000-4000-8000-123456789012", "11111111-2222-4333-8444-555555555555", "90000-4/2025-16", "Ur. l. RS 1/2026", "hours, locations",
    "entry:5b0c1234-0000-4000-8000-123456789012 name sl", "a3f1" * 16, "1000 Ljubljana", "page 12, line 4", "@ the desk", "100.000 EUR", "staff session 1204",
]  # fmt: skip


@pytest.mark.parametrize("text", EMAILS)
def test_an_email_address_is_seen(text: str) -> None:
    assert found_in(text) == "an e-mail address"


@pytest.mark.parametrize("text", PHONES)
def test_a_phone_number_is_seen(text: str) -> None:
    assert found_in(text) == "a phone number"


@pytest.mark.parametrize("text", HARMLESS)
def test_what_says_nothing_of_a_person_goes_through(text: str) -> None:
    assert found_in(text) == ""


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("key", "why", "field"),
    [("rog", "asked by ana@example.org", "why"), ("rog", "041 123 456 rang", "why"), ("ana@example.org", "", "about")],
)  # fmt: skip
def test_it_is_refused_by_field_without_being_repeated(key: str, why: str, field: str) -> None:
    with pytest.raises(PersonalValueRefused, match=f"`{field}` seems to hold") as met:
        record(key, why=why)
    assert "ana" not in str(met.value) and "041" not in str(met.value)
    assert "Say it without" in str(met.value)
    assert not AuditEntry.objects.exists()


def test_a_form_says_it_kindly_before() -> None:
    field = forms.CharField(validators=[without_persons])
    assert field.clean("the new hours") == "the new hours"
    with pytest.raises(ValidationError, match="Please leave out e-mail addresses"):
        field.clean("ana@example.org told me")


@pytest.mark.django_db
def test_one_such_value_among_many_refuses_all() -> None:
    abouts = [("entry", "rog"), ("entry", "ana@example.org")]
    with pytest.raises(PersonalValueRefused), transaction.atomic():
        audit.record_many(what="directory.entry.archived", actor=system("x"), abouts=abouts, at=AT)
    assert not AuditEntry.objects.exists()
