# SPDX-License-Identifier: EUPL-1.2
"""The parts of a plan: all that can be said, the same for everybody, in the words of the pages that are made here."""

from typing import Any

import pytest
from django.test import Client

from pristan.city.orientation import asking
from pristan.doors.web import fragment
from pristan.doors.web.days import BECAUSE
from pristan.doors.web.plan_page import VERDICTS

pytestmark = pytest.mark.django_db


@pytest.fixture
def answer(example_city: Any) -> Any:
    return Client().get("/en/plan/parts/")


@pytest.fixture
def shown(answer: Any) -> str:
    return str(answer.content.decode())


def test_everybody_gets_the_same_bytes_and_may_keep_them(answer):
    assert answer["Cache-Control"] == "public, no-cache"
    assert Client().get("/en/plan/parts/", headers={"If-None-Match": answer["ETag"]}).status_code == 304
    assert not answer.cookies


def test_a_step_stands_there_with_all_that_may_be_said_of_it(shown):
    step = shown[shown.index('data-step="registo-de-morada"') :]
    step = step[: step.index("</ol>")]
    assert f'data-place="{fragment.place("registo-de-morada")}"' in step
    for name in (
        "wanted",
        "children",
        "urgent",
        "due",
        "doubt",
        "unread",
        "past",
        "deadline",
        "because",
        "depends",
    ):
        assert f'<template data-told="{name}"' in step
    assert "Last day: {date}" in step
    assert "A registered address opens the rest." in step


def test_every_answer_heading_problem_and_question_is_there(shown):
    for key in VERDICTS:
        assert f'data-told="verdict" data-key="{key}"' in shown
    for code in asking.problems():
        assert f'data-told="problem" data-key="{code}"' in shown
    for code in BECAUSE:
        assert f'data-text="because.{code}"' in shown
    for name in ("plan", "all", "legal_status", "age", "days_to_18th_birthday"):
        assert f'<template data-part="{name}">' in shown


def test_what_a_script_fills_in_is_no_slip(shown):
    assert "aria-invalid" not in shown


def test_who_opens_it_reads_what_it_is_for(shown):
    visible = shown[: shown.index("<template data-parts")]
    assert "A script reads this page" in visible


def test_a_plan_made_here_holds_no_slots(example_city):
    made = Client().post("/en/plan/", {"age": "30"}).content.decode()
    assert "plan-step" in made
    assert "<template" not in made
