# SPDX-License-Identifier: EUPL-1.2
"""Every address below /staff/ x every role: who gets in, who is asked to sign in, and for whom there is no such page.

Each role asks by GET and POST; the other methods are asked by nobody known, by who has no role and by who has all power.
"""

import re
from uuid import uuid4

import pytest
from django.db import connection, transaction

from pristan.platform.accounts.models import User
from pristan.platform.power import people as power_over
from tests.access import table
from tests.access.roles import COURSE, HOLDERS, OURS
from tests.cities import ROOT

ROWS = table.staff_rows()
# All that an address below /staff/ has room for. `uidb36`: allauth calls so the random id of an account in a link for a new password.
RANDOM = {"uuid:number", "uuid:uuid", "str:token", "uidb36", "key"}
COUNTED = {"int:grant", "int:number", "int:pk"}
OF_THE_CITY = {
    "language",
    "slug:key",
    "slug:kind",
    "slug:section",
    "slug:shown",
    "str:key",
    "slug:provider_id",
}
EVERY_METHOD = ("anyone", "nobody", "administrator_in_session")
# Who may what is no matter of the database: where another run asks for everybody, these will do.
SOME = {"anyone", "organization_editor", "other_manager", "city_editor", "administrator_in_session"}


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_what_each_role_gets(ask_as, row, is_one_of_several):
    wrong = []
    is_short = connection.vendor == "postgresql" and is_one_of_several
    for role in (each for each in ("anyone", *HOLDERS) if each in SOME or not is_short):
        for method in table.METHODS if role in EVERY_METHOD else ("GET", "POST"):
            savepoint = transaction.savepoint()
            answer = ask_as(role, row.address, method)
            transaction.savepoint_rollback(savepoint)
            assert answer.resolver_match.view_name == row.name
            assert answer["Cache-Control"] == "no-store, private"
            if answer.status_code != row.expected(role, method):
                wrong.append(f"{role} {method}: {answer.status_code}, not {row.expected(role, method)}")
    assert not wrong, "\n".join(wrong)


def test_what_is_ours_is_not_there_for_the_manager_of_another_house():
    """Whatever their role opens to our own manager: theirs opens no more of it than no role does."""
    for row in ROWS:
        if "{" in row.address or OURS in row.address or COURSE in row.address:
            assert row.roles["other_manager"] == row.roles["nobody"], row.name


def test_an_address_has_no_room_for_words_about_a_person():
    """A person, and what somebody sent, is named by a random id."""
    rooms = {room for row in ROWS for room in re.findall(r"<([^<>]+)>", row.pattern)}
    assert rooms == RANDOM | COUNTED | OF_THE_CITY
    assert User._meta.get_field("uuid").default is uuid4


def test_what_is_typed_goes_into_an_address_only_to_look_for_entries_versions_and_days():
    found = {
        path.name: sorted(re.findall(r' name="(\w+)"', form))
        for path in ROOT.glob("pristan/**/templates/**/*.html")
        if "web" not in path.parts
        for form in re.findall(r"<form\b.*?</form>", path.read_text(encoding="utf-8"), re.S)
        if 'method="post"' not in form[: form.index(">")]
    }
    assert found == {
        "entries.html": ["kind", "organization", "q", "state"], "history.html": ["from", "to"], "show.html": ["on"],
        "translations.html": ["language", "state"],
    }  # fmt: skip


ALSO = [(row, address, status) for row in ROWS for address, status in row.also.items()]


@pytest.mark.parametrize(("row", "address", "status"), ALSO, ids=[address for _, address, _ in ALSO])
def test_other_addresses(ask_as, row, address, status):
    """As a manager of our organisation asks for them."""
    assert ask_as("organization_manager", address).status_code == status


def test_an_error_says_what_happened_and_what_to_do_and_no_more(people, monkeypatch):
    def fails(*args, **kwargs):
        raise RuntimeError("words of somebody")

    client = people.client("city_editor")
    client.raise_request_exception = False
    monkeypatch.setattr(power_over, "visible_to", fails)
    answer = client.get("/staff/en/people/")
    page = answer.content.decode()
    assert (answer.status_code, answer["Cache-Control"]) == (500, "no-store, private")
    assert "Something broke on our side" in page and "Look whether it is there, then try again." in page
    assert not [each for each in ("words of somebody", "RuntimeError", "Traceback", ".py") if each in page]


def test_what_one_may_not_see_looks_like_what_is_not_there(people, ask_as):
    hidden, missing = (
        ask_as("other_manager", f"/staff/en/people/{uuid}/")
        for uuid in (people.things["organization_editor"], uuid4())
    )
    said = [
        re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|value=\"\w{64}\"", "", each.content.decode()) for each in (hidden, missing)
    ]  # fmt: skip
    assert hidden.status_code == missing.status_code == 404
    assert said[0] == said[1]


def test_signing_in_leads_back(ask_as):
    answer = ask_as("anyone", "/staff/sl/people/?page=2")
    assert answer["Location"] == "/staff/sl/account/login/?next=%2Fstaff%2Fsl%2Fpeople%2F%3Fpage%3D2"


def test_what_was_sent_is_not_sent_again_after_signing_in(ask_as):
    assert ask_as("anyone", "/staff/sl/people/invite/", "POST")["Location"] == "/staff/sl/account/login/"


def test_no_page_is_in_a_language_that_does_not_exist(ask_as):
    for address in ("/staff/xx/", "/staff/pt/people/", "/staff/EN/"):
        assert ask_as("city_editor", address).status_code == 404


def test_a_missing_slash_is_no_dead_end(ask_as):
    answer = ask_as("city_editor", "/staff/en/people")
    assert (answer.status_code, answer["Location"]) == (308, "/staff/en/people/")


@pytest.mark.parametrize("role", ["anyone", *HOLDERS])
def test_the_public_side_is_the_same_for_everybody(ask_as, role):
    for address in ("/", "/en/", "/en/all/"):
        answer = ask_as(role, address)
        assert answer.status_code == 200
        assert not answer.cookies
