# SPDX-License-Identifier: EUPL-1.2
"""A city editor says what an organisation publishes itself, and sees how it did; nobody else does, the organisation least."""

import pytest

from pristan.city.directory.tests.test_portal import change, live
from pristan.platform.audit.models import AuditEntry
from pristan.platform.review import trust
from tests.access.roles import client

pytestmark = pytest.mark.django_db
PAGE = "/staff/en/entries/org/trust/"


@pytest.fixture(autouse=True)
def city(mini_city: None, db: None) -> None:
    """Loaded once; what a test writes is taken back."""


def test_a_trusted_field_is_public_at_once_and_stands_beside_the_tick():
    editor, manager = client("city_editor"), client("organization_manager", "org")
    editor.post(PAGE, {"field": ["schedule", "sources", "nonsense"]})
    assert trust.fields_of("org") == {"schedule"}
    entry = AuditEntry.objects.get(what="review.trust.changed")
    assert (entry.about_key, entry.why) == ("org", "schedule")
    change(manager, "hours", mo="9-12")
    assert live()["schedule"]["weekly"]["mo"] == ["09:00-12:00"]
    page = editor.get(PAGE).content.decode()
    assert "1 change by its people" in page and "Klic v sili" in page and "<ins>" in page
    editor.post(PAGE, {})
    assert trust.fields_of("org") == set()


def test_what_the_city_itself_changed_is_not_told_as_theirs():
    editor = client("city_editor")
    change(editor, "hours", mo="9-12")
    assert "Klic v sili" not in editor.get(PAGE).content.decode()


@pytest.mark.parametrize(
    ("role", "scope"),
    [("organization_manager", "org"), ("organization_editor", "org"), ("language_reviewer", "uk")],
)
def test_others_find_nothing(role, scope):
    who = client(role, scope)
    assert who.get(PAGE).status_code == 404 == who.post(PAGE, {"field": "schedule"}).status_code
    assert trust.fields_of("org") == set()


def test_only_organisations_are_trusted():
    assert client("city_editor").get("/staff/en/entries/klic/trust/").status_code == 404
