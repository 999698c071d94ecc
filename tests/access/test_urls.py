# SPDX-License-Identifier: EUPL-1.2
"""Every address x every role is one table; an address without a row fails the build."""

import pytest
from django.urls import Resolver404, resolve

from tests.access import table

ROWS = table.rows()
STAFF = table.staff_rows()
CASES = [(row, role, method) for row in ROWS for role in table.ROLES for method in table.METHODS]
MORE = [(row, address, status) for row in ROWS for address, status in row.also.items()]


def test_every_address_has_a_row():
    named = {row.pattern: row.name for row in [*ROWS, *STAFF]}
    assert table.patterns() == named, (
        "mend: tests/access/urls.yaml, or staff.yaml for what stands below /staff/"
    )


def test_no_row_stands_twice():
    assert len({row.pattern for row in [*ROWS, *STAFF]}) == len([*ROWS, *STAFF])


@pytest.mark.parametrize(
    ("row", "role", "method"), CASES, ids=[f"{row.name} {role} {method}" for row, role, method in CASES]
)
def test_what_a_role_gets(ask, row, role, method):
    answer = ask(row.address, method)
    assert answer.status_code == row.expected(role, method)
    assert answer.resolver_match.view_name == row.name
    if method == "HEAD":
        assert answer.content == b""


@pytest.mark.parametrize(("row", "address", "status"), MORE, ids=[address for _, address, _ in MORE])
def test_what_other_addresses_answer(ask, row, address, status):
    answer = ask(address)
    assert answer.status_code == status
    if status == 308:
        assert not answer["Location"].startswith(("http", "//"))
        assert ask(answer["Location"]).status_code == 200


def test_unknown_addresses_lead_nowhere():
    for address in ("/staff/xx/", "/staff/admin/", "/admin/", "/.env", "/en/entry/", "/EN/", "/entry/x/"):
        with pytest.raises(Resolver404):
            resolve(address)


def test_a_refused_method_says_what_is_allowed(ask):
    answer = ask("/en/", "POST")
    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD"
