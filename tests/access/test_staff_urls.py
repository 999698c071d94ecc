# SPDX-License-Identifier: EUPL-1.2
"""Every address below /staff/ x every role: who gets in, who is asked to sign in, and for whom there is no such page.

Each role asks by GET and POST; the other methods are asked by nobody known, by who has no role and by who has all power.
"""

import pytest
from django.db import transaction

from tests.access import table
from tests.access.roles import HOLDERS

ROWS = table.staff_rows()
EVERY_METHOD = ("anyone", "nobody", "administrator_in_session")


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_what_each_role_gets(ask_as, row):
    wrong = []
    for role in ("anyone", *HOLDERS):
        for method in table.METHODS if role in EVERY_METHOD else ("GET", "POST"):
            savepoint = transaction.savepoint()
            answer = ask_as(role, row.address, method)
            transaction.savepoint_rollback(savepoint)
            assert answer.resolver_match.view_name == row.name
            assert answer["Cache-Control"] == "no-store, private"
            if answer.status_code != row.expected(role, method):
                wrong.append(f"{role} {method}: {answer.status_code}, not {row.expected(role, method)}")
    assert not wrong, "\n".join(wrong)


ALSO = [(row, address, status) for row in ROWS for address, status in row.also.items()]


@pytest.mark.parametrize(("row", "address", "status"), ALSO, ids=[address for _, address, _ in ALSO])
def test_other_addresses(ask_as, row, address, status):
    """As a manager of our organisation asks for them."""
    assert ask_as("organization_manager", address).status_code == status


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
