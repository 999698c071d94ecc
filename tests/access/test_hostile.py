# SPDX-License-Identifier: EUPL-1.2
"""Whatever is asked, a person gets a page in a language they read, with a number to call; never a trace, never a line in a log."""

import re

import pytest
from django.urls import resolve

from tests.access import hostile, table

CASES = list(hostile.cases())


@pytest.fixture(scope="module")
def answers(city_server):
    """Every case is asked once, in order; the log is read at the end."""
    before = len(city_server.said())
    found = {name: hostile.ask(city_server.url, line, headers) for name, line, headers, _ in CASES}
    return found, city_server.said()[before:]


@pytest.mark.parametrize(
    ("name", "right"), [(case[0], case[3]) for case in CASES], ids=[case[0] for case in CASES]
)
def test_the_status_is_right_and_the_page_can_be_read(answers, name, right):
    answer = answers[0][name]
    assert answer.status in right
    assert "Traceback" not in answer.text and "Error at /" not in answer.text
    assert "set-cookie" not in answer.headers
    is_refused_before = any(name.endswith(each) for each in hostile.BEFORE_US) and not answer.text
    if answer.status in (400, 404, 405) and not is_refused_before and not name.startswith("HEAD"):
        assert 'href="tel:112"' in answer.text and "/urgent/" in answer.text
        assert re.search(r'<html lang="(en|pt|uk)"', answer.text)
        assert answer.text.rstrip().endswith("</html>")
        assert answer.headers["cache-control"] == "no-store"
    if answer.status == 405:
        assert answer.headers["allow"] == "GET, HEAD"
    if answer.status == 308:
        assert answer.headers["location"].startswith(("/en/search/?q=", "/en/entry/associacao-horizonte/"))
    if not is_refused_before:
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "default-src 'self'" in answer.headers["content-security-policy"]
        assert "geolocation=()" in answer.headers["permissions-policy"]


def test_what_was_typed_is_never_markup(answers):
    for name, answer in answers[0].items():
        assert "<script>needlemark" not in answer.text, name
        assert "needlemark.example" not in answer.text, name
        if name in ("no slash, new lines", "new line in the path"):
            assert "needlemark" not in " ".join(answer.headers), name


def test_nothing_that_was_typed_stands_in_the_log(answers):
    said = answers[1].lower()
    assert hostile.MARK not in said
    assert "traceback" not in said and "failure" not in said
    assert '"status": 500' not in said
    for word in ("drop table", "%00", "%ff", "/static/", "passwd", "203.0.113", "language-courses", "balcao"):
        assert word not in said


def test_every_kind_of_page_is_asked():
    read = [row for row in table.rows() if row.expected("anyone", "GET") == 200]
    kinds = {row.name.replace("private-", "entry-") for row in read}
    assert {resolve(page).view_name for page in hostile.PAGES} == kinds


def test_the_city_still_answers(answers, city_server):
    assert hostile.ask(city_server.url, b"GET /en/").status == 200
