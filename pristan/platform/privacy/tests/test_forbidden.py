# SPDX-License-Identifier: EUPL-1.2
"""Rule 1, by names."""

from typing import Any

import pytest
from django.db import models
from django.test.utils import isolate_apps

from pristan.platform.accounts import privacy as accounts
from pristan.platform.accounts.models import User
from pristan.platform.privacy import forbidden

FORBIDDEN = [
    "nationality",
    "citizenship",
    "immigration_status",
    "legal_status",
    "residence_permit",
    "permit",
    "permit_number",
    "visa_type",
    "passport",
    "passport_number",
    "document_number",
    "id_card",
    "country_of_birth",
    "birthplace",
    "emso",
    "drzavljanstvo",
    "is_asylum_seeker",
    "person_legal_status",
    "legalStatus",
    "holdsPermit",
    "refugee",
    "stateless",
    "undocumented",
    "tax_number",
]
HARMLESS = [
    "email",
    "display_name",
    "state",
    "status",
    "published_at",
    "document",
    "documents",
    "number",
    "phone_number",
    "language",
    "country_code",
    "permitted",
    "citizenry_desk",
    "residence",
    "passable",
    "visage",
    "allowed_at",
    "emsolar",
]


@pytest.mark.parametrize("name", FORBIDDEN)
def test_names_that_give_a_person_away(name: str) -> None:
    assert forbidden.is_forbidden(name)


@pytest.mark.parametrize("name", HARMLESS)
def test_names_that_do_not(name: str) -> None:
    assert not forbidden.is_forbidden(name)


@isolate_apps("pristan.platform.privacy")
def planted() -> Any:
    """A model that breaks the rule twice: by a field and by a choice."""

    class Person(models.Model):
        nationality = models.CharField(max_length=2)
        situation = models.CharField(
            max_length=20, choices=[("ok", "All is well"), ("two", "Residence permit")]
        )

        class Meta:
            app_label = "privacy"

    return Person


def test_planted_breaches_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    fields = planted()._meta.local_fields
    monkeypatch.setattr(forbidden, "our_fields", lambda: iter(fields))
    assert forbidden.forbidden_names() == ["privacy.Person.nationality", "privacy.Person.situation = two"]


def test_an_app_may_say_that_a_field_is_about_a_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    model = planted()
    monkeypatch.setattr(forbidden, "our_fields", lambda: iter(model._meta.local_fields))
    allowed = {model: {"nationality": "a rule for nationals of the EU", "situation": "a rule's cases"}}
    monkeypatch.setattr(accounts, "NOT_ABOUT_PERSONS", allowed, raising=False)
    assert forbidden.forbidden_names() == []
    assert not {"privacy.Person.nationality", "privacy.Person.situation"} & set(
        forbidden.unneeded_allowances()
    )


def test_an_allowance_that_nobody_needs_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accounts, "NOT_ABOUT_PERSONS", {User: {"email": "just in case"}}, raising=False)
    assert "accounts.User.email" in forbidden.unneeded_allowances()


def test_the_platform_breaks_no_rule() -> None:
    ours = ("accounts", "audit", "lifecycle", "translations", "published")
    assert [name for name in forbidden.forbidden_names() if name.split(".")[0] in ours] == []
