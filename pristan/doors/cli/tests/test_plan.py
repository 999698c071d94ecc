# SPDX-License-Identifier: EUPL-1.2
"""`pristan plan`: a file of answers becomes a plan; what is wrong with it is said, and nothing of it is kept."""

import io
import json
from datetime import UTC, datetime

import pytest
from django.utils import timezone

from pristan.city.directory.models import City

pytestmark = pytest.mark.django_db


@pytest.fixture
def answers(tmp_path, example_city):
    """Write a file of answers of somebody in the example city."""

    def write(given):
        path = tmp_path / "answers.json"
        path.write_text(given if isinstance(given, str) else json.dumps(given), "utf-8")
        return path

    return write


def test_a_plan_is_printed_band_by_band(pristan, answers):
    told = pristan(
        "plan",
        "--answers",
        answers({"days_since_arrival": 3, "shoe_size": 42}),
        "--lang",
        "en",
        "--today",
        "2026-11-27",
    )
    assert told.status == 0
    assert (
        "week:\n  - Registering your address (example)  [registo-de-morada: yes, by 2026-12-02, article-not-verified]"
        in told.out
    )
    assert "ignored: shoe_size" in told.out


def test_everything_is_there_for_other_programs(pristan, answers):
    told = pristan("plan", "--answers", answers({"days_since_arrival": 3}), "--json", "--today", "2026-11-27")
    (step,) = json.loads(told.out)["steps"]
    assert (step["id"], step["due"], step["band"], step["urgent"]) == (
        "registo-de-morada",
        "2026-12-02",
        "week",
        False,
    )
    assert step["name"]["lang"] == "pt"


def test_a_language_that_is_not_there_is_said_beside_the_plan(pristan, answers):
    told = pristan("plan", "--answers", answers({}), "--lang", "xx", "--json")
    assert told.status == 0
    assert "no `xx` here" in told.err
    assert json.loads(told.out)["steps"]
    for written in ("EN", "en-GB"):
        told = pristan("plan", "--answers", answers({}), "--lang", written)
        assert "Registering your address (example)" in told.out
        assert not told.err


def test_answers_may_come_through_a_pipe(pristan, answers, monkeypatch):
    answers({})
    monkeypatch.setattr("sys.stdin", io.StringIO('{"age": 30}'))
    assert pristan("plan", "--answers", "-").status == 0


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"age": "x"}, "age: This is not a whole number."),
        ("{", "holds no JSON"),
        ([1], "These are no answers."),
        ('{"age": 30, "age": 40}', "holds a name twice"),
        ('{"age": ' + "9" * 9_000 + "}", "age: This is not a whole number."),
        ("[" * 90_000, "holds no JSON"),
    ],
)
def test_what_is_no_answer_is_said_with_a_way_out(pristan, answers, given, says):
    told = pristan("plan", "--answers", answers(given))
    assert told.status == 1
    assert says in told.err


def test_a_missing_file_and_a_day_that_is_none(pristan, answers, tmp_path):
    assert "Check how the name is written" in pristan("plan", "--answers", tmp_path / "none.json").err
    for day in ("tomorrow", "20261127"):
        assert "is no day" in pristan("plan", "--answers", answers({}), "--today", day).err


def test_it_is_counted_from_the_day_in_the_city(pristan, answers, monkeypatch):
    City.objects.update(time_zone="Pacific/Kiritimati")  # tomorrow there, while it is noon in Greenwich
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 27, 12, tzinfo=UTC))
    told = pristan("plan", "--answers", answers({"days_since_arrival": 3}), "--json")
    assert json.loads(told.out)["steps"][0]["due"] == "2026-12-03"


def test_contradictions_are_named_after_the_plan(pristan, answers):
    told = pristan("plan", "--answers", answers({"age": 12, "works": True}), "--lang", "en")
    assert "check your answers: Somebody under 15 may not work." in told.out
