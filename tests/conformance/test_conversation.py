# SPDX-License-Identifier: EUPL-1.2
"""One question at a time, without scripts: each can be refused, the steps are always one tap away, and nothing ends in an error."""

import re
from typing import Any

import pytest
from django.test import Client

from pristan.core.rules import ATTRIBUTES
from pristan.doors.web.plan_form import ASKED
from tests import forms, logged

pytestmark = pytest.mark.django_db
QUESTION, PLAN, ALL = "/en/plan/question/", "/en/plan/", "/en/plan/all/"
SECRET = "asylum_applicant"
DAYS = "77001"


@pytest.fixture(autouse=True)
def _city(example_city: Any) -> None:
    """All of it happens in the example city."""


def post(address: str, given: Any = None, **headers: str) -> Any:
    return Client().post(address, given or {}, headers=headers)


def page_of(answer: Any) -> tuple[forms.Form, str]:
    """The form of a question, and which question it is."""
    (form,) = forms.of(answer.content.decode())
    (asked,) = [value for name, value in form.hidden if name == "asked"]
    return form, asked


def refused_to_the_end(given: Any) -> tuple[list[str], Any]:
    """Refuse each question: which were asked, and the page at the end."""
    asked: list[str] = []
    answer = post(QUESTION, given)
    while 'name="asked"' in (page := answer.content.decode()) and len(asked) < 30:
        assert answer.status_code == 200, page
        form, name = page_of(answer)
        asked.append(name)
        assert (QUESTION, "refused", name) in form.buttons, "each question can be refused"
        assert any(address == PLAN for address, _, _ in form.buttons), "the steps are one tap away"
        answer = post(QUESTION, form.sent("refused", name))
    return asked, answer


def test_it_begins_with_what_one_needs_and_asks_for_nothing():
    page = Client().get(PLAN).content.decode()
    (form,) = forms.of(page)
    assert page.count('name="wants"') == 16
    assert form.action == QUESTION
    assert {address for address, _, _ in form.buttons} == {QUESTION, PLAN}
    assert ALL in page
    assert post(PLAN).status_code == 200


def test_who_refuses_everything_is_asked_each_question_once_and_gets_a_plan():
    asked, last = refused_to_the_end({})
    assert len(asked) == len(set(asked)) <= len(ASKED)
    page = last.content.decode()
    assert "It depends" in page
    assert 'class="plan-steps"' in page


def test_whatever_is_asked_can_be_read():
    assert set(ASKED) == {each.name for each in ATTRIBUTES if each.is_asked}


def test_a_question_that_is_passed_over_is_not_asked_again():
    form, first = page_of(post(QUESTION))
    _, second = page_of(post(QUESTION, form.sent()))
    assert first != second


def test_what_was_told_goes_along_and_what_was_refused_is_dropped():
    form, name = page_of(post(QUESTION, {"wants": ["language", "papers"], "legal_status": SECRET}))
    assert [value for key, value in form.hidden if key == "wants"] == ["language", "papers"]
    assert ("legal_status", SECRET) in form.hidden
    assert name != "legal_status"
    form, _ = page_of(post(QUESTION, form.sent("refused", "legal_status")))
    assert "legal_status" not in dict(form.hidden)


def test_the_steps_are_those_of_the_long_form():
    told = {"legal_status": SECRET, "base_status": SECRET, "children_ages": "7"}
    form, _ = page_of(post(QUESTION, told))
    now = post(PLAN, form.sent()).content
    assert now == post(PLAN, told).content
    filled = post(ALL, form.sent()).content.decode()
    assert f'<option value="{SECRET}" selected>' in filled
    assert 'value="7"' in filled


def test_what_cannot_be_read_is_asked_again_and_nothing_is_lost():
    answer = post(QUESTION, {"legal_status": SECRET, "age": "old", "asked": "age"})
    form, name = page_of(answer)
    page = answer.content.decode()
    assert (answer.status_code, name) == (422, "age")
    assert "Write a whole number." in page
    assert 'value="old"' in page
    assert ("legal_status", SECRET) in form.hidden


@pytest.mark.parametrize(
    "given",
    [
        {"refused": ["king", "legal_status", ""], "asked": "nothing"}, {"wants": ["no code", "<b>", "x" * 90]}, {"asked": [""]},
        {"legal_status": "king"}, {"age": "-1"}, {"children_ages": "1,,;"}, {f"field-{at}": "x" for at in range(200)},
        {"age": "9" * 5000}, {"works": "perhaps"}, {"refused": list(ASKED)}, {"legal_status": ["refugee", "king"]},
    ],
)  # fmt: skip
@pytest.mark.parametrize("address", [QUESTION, PLAN, ALL])
def test_no_form_ends_in_an_error_of_ours(address, given):
    answer = post(address, given)
    assert answer.status_code in (200, 422)
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize("address", [QUESTION, ALL])
def test_answers_stand_in_no_address_and_are_kept_by_nobody(address):
    answer = post(address, {"legal_status": SECRET, "wants": ["health"]})
    page = answer.content.decode()
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies
    assert not re.search(
        r'(?:href|action|formaction)="[^"]*(?:asylum_applicant"|\?)', page.replace("status-asylum", "")
    )
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}):
        assert post(address, {"legal_status": SECRET}, **headers).status_code == 400


def test_no_answer_reaches_a_log(caplog, capsys):
    for address in (QUESTION, PLAN, ALL):
        post(
            address,
            {"legal_status": SECRET, "age": "77-and-more", "refused": "pregnant", "wants": "mental-health"},
        )
        post(address, {"legal_status": SECRET, "days_since_arrival": DAYS})
    said = logged.words(caplog, capsys)
    for word in (SECRET, "77-and-more", DAYS, "pregnant", "mental-health"):
        assert word not in said


def test_a_page_of_the_plan_costs_three_queries(django_assert_max_num_queries):
    for address in (QUESTION, PLAN, ALL):
        post(address)
        with django_assert_max_num_queries(3):
            post(address, {"legal_status": SECRET, "wants": ["papers"]})


def test_who_opens_the_address_of_a_question_begins_anew():
    answer = Client().get(QUESTION)
    assert (answer.status_code, answer["Location"]) == (302, PLAN)
    assert Client().put(QUESTION)["Allow"] == "GET, HEAD, POST"


def test_what_was_asked_for_comes_first_among_equals_and_is_marked():
    step = re.compile(r'class="plan-step.*?<h3>(.*?)</h3>(?:\s*<span class="(wanted)")?', re.DOTALL)
    plain = step.findall(post(PLAN).content.decode())
    wanted = step.findall(post(PLAN, {"wants": ["papers"]}).content.decode())
    assert plain == [(name, "") for name, _ in wanted]
    assert wanted == [("Registering your address (example)", "wanted")]
