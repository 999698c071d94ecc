# SPDX-License-Identifier: EUPL-1.2
"""Every form of the city, sent as nobody's browser would: a page that can be read, never an error of ours, and nothing is written
of what is refused. What may be kept is kept as people can type it.
"""

import re

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.urls import resolve

from tests.access import hostile_forms as forms
from tests.access import table
from tests.access.hostile import MARK

ROLES = ("anyone", "organization_editor", "organization_manager", "city_editor", "administrator_in_session")
WRITES = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)')
# Counted however a form ends: attempts, and when a session was last used.
COUNTED = {"attempts", "receiving_tally", "django_session", "usersessions_usersession"}
LONGEST = 4000  # characters of any text that a person may write
HERE = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def every_form(_people, django_db_blocker):
    """View -> (role that has it on a page, the form): each is tried once."""
    with django_db_blocker.unblock():
        return read(_people)


def read(people):
    found = {}
    for role in ROLES:
        client = people.client(role)
        for row in [*table.rows(), *table.staff_rows()] if role == "anyone" else table.staff_rows():
            if row.expected(role, "GET") == 200 and not row.pattern.endswith((".csv", ".xlsx")):
                page = client.get(table.real(table.named(row.address, people.things)))
                for form in forms.of(page.wsgi_request.path, page.content.decode("utf-8", "replace")):
                    found.setdefault(resolve(form.action.split("?")[0]).view_name, (role, form))
    assert len(found) > 35, sorted(found)
    return found


def send(client, form, pairs, headers=HERE):
    """The answer, and (table, values) of all that was written; taken back afterwards."""
    written = []

    def watch(execute, sql, values, many, context):
        if (found := WRITES.match(sql)) and found[1] not in COUNTED:
            written.append((found[1], repr(values)))
        return execute(sql, values, many, context)

    client.raise_request_exception = False
    savepoint = transaction.savepoint()
    with connection.execute_wrapper(watch):
        answer = client.post(
            form.action,
            forms.encoded(pairs),
            content_type="application/x-www-form-urlencoded",
            headers=headers,
        )
    transaction.savepoint_rollback(savepoint)
    return answer, written


def wrong_with(answer, written, *, must_be=0, name=""):
    """What is not as it should be, in a few words."""
    status, page = answer.status_code, answer.content.decode()
    if status >= 500 or (must_be and status != must_be):
        return f"answers {status}"
    if status >= 400 and not ("<h1" in page and page.rstrip().endswith("</html>")):
        return f"{status} without a page"
    if status >= 400 and written:
        return f"{status}, but {written[0][0]} was written"
    kept = " ".join(values for _, values in written)
    if MARK + "a" * LONGEST in kept or f"{MARK}\\x00" in kept:
        return f"{status}, and what nobody can type is kept"
    if name == forms.OWN and MARK in kept:
        return f"{status}, and a field that the form does not have is kept"
    return ""


def test_no_form_falls_over_what_is_sent(every_form, people, is_one_of_several):
    wrong, is_short = [], connection.vendor == "postgresql" and is_one_of_several
    for at, (view, (role, form)) in enumerate(every_form.items()):
        for name, make in forms.ways(at, is_short=is_short):
            pairs = make(form)
            is_refused = name in forms.UNFIT and form.action.startswith("/staff/") and pairs != form.pairs
            answer, written = send(people.client(role), form, pairs)
            if said := wrong_with(answer, written, must_be=400 if is_refused else 0, name=name):
                wrong.append(f"{view} ({role}), {name}: {said}")
    assert not wrong, "\n".join(wrong)


def test_a_forged_form_changes_nothing(every_form, people):
    wrong = []
    for view, (role, form) in every_form.items():
        client = Client(enforce_csrf_checks=True)
        if role in people.keys:
            client.cookies[settings.SESSION_COOKIE_NAME] = people.keys[role]
        is_staff = form.action.startswith("/staff/")
        pairs = [(name, "x" * 64 if name == forms.TOKEN else value) for name, value in form.pairs]
        elsewhere = {"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"}
        for headers in (HERE, elsewhere) if is_staff else (elsewhere,):
            answer, written = send(client, form, pairs, headers)
            if said := wrong_with(answer, written, must_be=403 if is_staff else 400):
                wrong.append(f"{view} ({role}): {said}")
    assert not wrong, "\n".join(wrong)


def test_no_address_falls_over_what_stands_in_its_query(people, settings):
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 24 * 3600
    client = people.client("city_editor")
    client.raise_request_exception = False
    query = "?" + "&".join(
        f"{name}=needlemark%00" for name in ("q", "key", "organization", "page", "proposal")
    )
    for row in table.staff_rows():
        if row.expected("city_editor", "GET") == 200:
            address = table.named(row.address, people.things)
            assert client.get(address + query).status_code == 400, address
