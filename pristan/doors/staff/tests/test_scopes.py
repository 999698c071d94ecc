# SPDX-License-Identifier: EUPL-1.2
"""A role over a language can be held for every language of the city, whichever city it is."""

import re
from pathlib import Path

import pytest
from django.core import mail
from django.test import Client

from pristan.city.directory.tests import minipack
from pristan.doors.staff import scopes
from tests.access.roles import client


@pytest.mark.django_db
def test_a_reviewer_of_a_language_that_only_this_city_publishes_in_is_invited(tmp_path: Path) -> None:
    assert scopes.exists("language_reviewer", "uk") and not scopes.exists("language_reviewer", "pt")
    folder = minipack.write(tmp_path / "mini")
    minipack.replace(folder, "city.yaml", "languages: [sl, en, ar]", "languages: [sl, en, ar, pt]")
    minipack.load(folder)
    editor = client("city_editor")
    assert '<option value="pt">Portuguese</option>' in editor.get("/staff/en/people/invite/").content.decode()
    form = {"email": "new@example.org", "role": "language_reviewer", "scope": "pt", "language": "en"}
    assert editor.post("/staff/en/people/invite/", form).status_code == 302 and mail.outbox
    form |= {"email": "other@example.org", "scope": "tlh"}
    assert "Choose one from the list." in editor.post("/staff/en/people/invite/", form).content.decode()


@pytest.mark.parametrize(
    ("scope", "reader", "words"),
    [("pt", "sl", "portugalščina"), ("org", "en", "Organizacija"), ("welcome-desk", "en", "welcome-desk")],
)
def test_what_a_role_is_held_over_is_said_in_words(scope: str, reader: str, words: str) -> None:
    assert scopes.in_words(scope, reader, {"org": "Organizacija"}) == words


@pytest.mark.django_db
def test_own_roles_and_an_invitation_name_the_organisation(tmp_path: Path) -> None:
    minipack.load(minipack.write(tmp_path / "mini"))
    manager = client("organization_manager", "org")
    name = scopes.organizations()["org"]
    assert (
        f"Manager of an organisation: <bdi>{name}</bdi>" in manager.get("/staff/en/account/").content.decode()
    )
    form = {"email": "new@example.org", "role": "organization_editor", "scope": "org", "language": "en"}
    manager.post("/staff/en/people/invite/", form)
    link = re.search(r"http://testserver(\S+)", mail.outbox[0].body)
    assert link and f"<bdi>{name}</bdi>" in Client().get(link[1]).content.decode()


@pytest.mark.django_db
def test_who_keeps_one_organisation_chooses_it_by_its_name(tmp_path: Path) -> None:
    minipack.load(minipack.write(tmp_path / "mini"))
    page = client("organization_manager", "org").get("/staff/en/people/invite/").content.decode()
    assert f'<option value="org">{scopes.organizations()["org"]}</option>' in page.split("<datalist")[0]
    assert "Nothing for a role in the whole city." not in page
    assert 'list="scopes"' in client("city_editor").get("/staff/en/people/invite/").content.decode()
