# SPDX-License-Identifier: EUPL-1.2
"""A manager sees and changes the people of the own organisation, and nobody else's."""

import pytest

from pristan.platform.power import invitations, services
from pristan.platform.power.models import Grant, Invitation
from tests.access.roles import ROOT
from tests.access.two_organisations import two_organisations  # noqa: F401

pytestmark = pytest.mark.django_db


def test_a_manager_sees_the_own_people_only(two_organisations):  # noqa: F811
    page = two_organisations.client(two_organisations.one.manager).get("/staff/en/people/").content.decode()
    assert all(user.display_name in page for user in two_organisations.one.people)
    assert not any(user.display_name in page for user in two_organisations.other.people)


def test_an_outsider_finds_nobody(two_organisations):  # noqa: F811
    ours = two_organisations.one.editor
    grant = Grant.objects.get(user=ours)
    client = two_organisations.client(two_organisations.other.manager)
    for method, address in (
        ("get", f"/staff/en/people/{ours.uuid}/"),
        ("post", f"/staff/en/people/{ours.uuid}/"),
        ("post", f"/staff/en/people/{ours.uuid}/role/{grant.pk}/end/"),
        ("post", f"/staff/en/people/{two_organisations.other.editor.uuid}/role/{grant.pk}/end/"),
        ("post", f"/staff/en/people/{ours.uuid}/lock/"),
    ):
        assert getattr(client, method)(address).status_code == 404, address
    grant.refresh_from_db()
    assert grant.ended_at is None


def test_an_outsider_neither_sees_nor_takes_back_an_invitation(two_organisations):  # noqa: F811
    at = two_organisations.at
    sent = invitations.invite(
        email="new@example.org",
        role="organization_editor",
        scope=two_organisations.one.key,
        language="en",
        actor=ROOT,
        at=at,
    )
    client = two_organisations.client(two_organisations.other.manager)
    assert "new@example.org" not in client.get("/staff/en/people/").content.decode()
    address = f"/staff/en/people/invitation/{sent.invitation.uuid}/withdraw/"
    assert client.post(address).status_code == 404
    assert Invitation.objects.open(at).exists()


def test_nobody_invites_into_another_organisation(two_organisations):  # noqa: F811
    client = two_organisations.client(two_organisations.other.manager)
    form = {
        "email": "x@example.org",
        "role": "organization_editor",
        "scope": two_organisations.one.key,
        "language": "en",
    }
    answer = client.post("/staff/en/people/invite/", form)
    assert answer.status_code == 200
    assert "You do not give this role there." in answer.content.decode()
    assert not Invitation.objects.exists()


def test_nobody_gives_a_role_that_is_not_theirs_to_give(two_organisations):  # noqa: F811
    client = two_organisations.client(two_organisations.one.manager)
    address = f"/staff/en/people/{two_organisations.one.editor.uuid}/"
    for role in ("city_editor", "administrator", "counsellor"):
        client.post(address, {"role": role, "scope": two_organisations.one.key})
    assert set(Grant.objects.values_list("role", flat=True)) == {
        "organization_editor",
        "organization_manager",
    }


def test_a_role_elsewhere_is_not_seen(two_organisations):  # noqa: F811
    """Somebody works for both: each manager sees one half."""
    both, at = two_organisations.one.editor, two_organisations.at
    services.give(
        user=both, role="organization_manager", scope=two_organisations.other.key, actor=ROOT, at=at
    )
    client = two_organisations.client(two_organisations.one.manager)
    page = client.get(f"/staff/en/people/{both.uuid}/").content.decode()
    assert two_organisations.other.key not in page
