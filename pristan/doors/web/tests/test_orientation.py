# SPDX-License-Identifier: EUPL-1.2
"""Orientation for other programs: answers come in a body and leave no trace; bad ones are told how to be mended."""

import json
import shutil
from typing import Any

import msgspec
import pytest
from django.test import Client

from pristan.core.rules import NAMED
from pristan.doors.web.interface import Help
from tests import cities, logged

pytestmark = pytest.mark.django_db
WAY_OUT = {
    "sair-de-casa.yaml": """\
id: sair-de-casa
language: pt
name: Sair de casa
summary: Não está só.
needs: [violence]
audiences: [everyone]
procedure:
  category: protection
  applies_to: {legal_status: [any]}
  place: {office: Balcão de boas-vindas}
  plan: {unknown: show, urgent: {in_danger: true}, band: now}
sources: [{url: "https://www.example.org/ajuda", date: "2026-01", kind: municipal}]
""",
    "en/sair-de-casa.yaml": """\
state: human
texts: {name: Leaving home, summary: You are not alone., procedure.place.office: Welcome desk}
""",
}
ADDRESSES = ("next", "verdicts", "plan")
SECRET = "asylum_applicant"
TELLING = (
    {"legal_status": SECRET, "age": 77, "wages_unpaid": True},
    {"legal_status": SECRET, "age": "77-and-more"},
)


@pytest.fixture
def post(example_city: Any) -> Any:
    """Send a body to an address of the example city."""

    def send(name: str, body: Any, query: str = "?lang=en", **headers: str) -> Any:
        raw = body if isinstance(body, str | bytes) else json.dumps(body)
        return Client().post(
            f"/api/orientation/{name}{query}", raw, content_type="application/json", headers=headers
        )

    return send


def test_each_of_them_answers_a_person_who_told_nothing(post):
    asked = post("next", {}).json()
    assert asked["question"] in NAMED
    assert asked["text"]
    assert asked["why"]
    assert 0 < asked["settled"] <= asked["total"]
    found = post("verdicts", {}).json()["verdicts"]
    assert {each["verdict"] for each in found} <= {"yes", "no", "depends", "not_known"}
    assert post("plan", "").status_code == 200


def test_a_verdict_has_its_reasons_in_the_language_of_the_reader(post):
    told = {"legal_status": SECRET, "base_status": SECRET, "children_ages": [7]}
    (right,) = [
        each for each in post("verdicts", told).json()["verdicts"] if each["id"] == "direito-a-escola"
    ]
    assert right["verdict"] == "yes"
    assert right["reasons"]["holds"] == ["you have a child aged 6–14"]
    assert right["to_check"][0]["text"].startswith("If the child is between")
    (right,) = [
        each
        for each in post("verdicts", told | {"children_ages": []}).json()["verdicts"]
        if each["id"] == "direito-a-escola"
    ]
    assert (right["verdict"], right["reasons"]["fails"]) == ("no", ["you have a child aged 6–14"])


def test_what_nobody_has_found_out_is_not_known_and_never_a_no(post):
    told = {"legal_status": "stateless", "base_status": "stateless"}
    (right,) = [
        each for each in post("verdicts", told).json()["verdicts"] if each["id"] == "direito-a-escola"
    ]
    assert right["verdict"] in ("not_known", "depends")


def test_unknown_keys_are_ignored_and_contradictions_are_named(post):
    answer = post("plan", {"shoe_size": 42, "age": 30, "children_ages": [29]})
    assert answer.status_code == 200
    assert answer.json()["ignored"] == ["shoe_size"]
    (problem,) = answer.json()["problems"]
    assert (problem["code"], problem["keys"]) == ("child-too-old", ["age", "children_ages"])
    assert problem["text"]


@pytest.mark.parametrize("name", ADDRESSES)
@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"age": "thirty"}, 422), ({"age": -1}, 422), ({"age": True}, 422), ({"age": 1e300}, 422), ({"children_ages": 3}, 422),
        ({"legal_status": "king"}, 422), ([1, 2], 422), ('"text"', 422), ("null", 422), ("{", 400), (b"\xff\xfe", 400), ("[" * 20_000, 400),
        ('{"age": 30, "age": 40}', 422), ('{"age": ' + "9" * 9_000 + "}", 422), ('{"age": NaN}', 400), (b"\xef\xbb\xbf{}", 400),
        ({"answers": {}, "lang": 5}, 422), ({"answers": {}, "today": 5}, 422), ({"answers": None}, 422), ({"children_ages": [3, None]}, 422),
        ("x" * 40_000, 413), ({"answers": {"age": "x"}, "lang": "en"}, 422), ({"answers": {}, "today": "tomorrow"}, 422),
        ({"answers": {}, "today": "20261127"}, 422), ({"answers": {}, "today": "2026-W48-5"}, 422),
    ],
)  # fmt: skip
def test_bad_bodies_get_a_clear_error_and_no_half_verdict(post, name, body, status):
    answer = post(name, body)
    assert answer.status_code == status
    said = answer.json()
    assert said["error"]
    assert all(each["mend"] for each in said.get("malformed", [said]))
    assert not {"verdicts", "steps", "question"} & set(said)


def test_language_and_day_may_come_with_the_answers(post):
    wrapped = {"answers": {"legal_status": SECRET}, "lang": "pt", "today": "2026-01-31"}
    assert post("verdicts", wrapped, query="").json()["verdicts"][0]["name"]["lang"] == "pt"
    assert post("next", {}, query="?lang=xx").status_code == 200
    assert post("next", {}, query="", **{"Accept-Language": "uk"}).status_code == 200


def test_who_refused_a_question_is_not_asked_it_again(post):
    first = post("next", {"works": True}).json()["question"]
    then = post("next", {"works": True, first: None}).json()["question"]
    assert first != then
    begin = post("next", {}).json()["question"]
    assert post("next", {begin: None}).json()["question"] not in (None, begin)


def test_a_form_whose_fields_are_null_was_not_asked_yet_and_says_itself_what_was_refused(post):
    form: dict[str, Any] = dict.fromkeys(NAMED)
    begin = post("next", {}).json()["question"]
    assert post("next", form).json()["question"] == begin
    then = post("next", {"answers": form, "refused": [begin]}).json()["question"]
    assert then not in (None, begin)
    assert post("next", form | {"works": True}).json()["question"] is not None
    for wrong in ("age", ["shoe_size"], [1], {}):
        assert post("next", {"answers": form, "refused": wrong}).status_code == 422


def test_what_stands_beside_the_answers_and_means_nothing_is_named(post):
    answer = post("plan", {"answers": {"age": 30, "shoe_size": 42}, "language": "en"})
    assert (answer.status_code, answer.json()["ignored"]) == (200, ["language", "shoe_size"])


def test_a_city_without_a_step_for_danger_has_an_empty_list(post):
    assert post("plan", {}).json()["help"] == [], "the example has no step for it"


def test_help_in_danger_is_told_before_any_question_and_its_shape_is_described(post, tmp_path):
    folder = shutil.copytree(cities.EXAMPLE, tmp_path / "example")
    for path, text in WAY_OUT.items():
        (folder / "entries" / "procedures" / path).write_text(text, encoding="utf-8")
    cities.load(folder)
    for told in ({}, {"legal_status": "stateless", "in_danger": False}, {"in_danger": True}):
        made = post("plan", told).json()
        (way_out,) = made["help"]
        assert way_out.keys() == {each.name for each in msgspec.structs.fields(Help)}
        assert msgspec.convert(way_out, Help)
        assert (way_out["id"], way_out["slug"]) == ("sair-de-casa", "sair-de-casa")
        said = [way_out[name]["text"] for name in ("name", "summary", "office")]
        assert said == ["Leaving home", "You are not alone.", "Welcome desk"]
        is_in_danger = told.get("in_danger", False)
        (step,) = [each for each in made["steps"] if each["id"] == way_out["id"]]
        assert step["aside"] is not is_in_danger
    assert (step["band"], step["urgent"]) == ("now", True), "of who is in danger"
    cities.forget()


@pytest.mark.parametrize("name", ADDRESSES)
def test_nobody_between_may_keep_an_answer_and_no_cookie_is_set(post, name):
    answer = post(name, {"legal_status": SECRET})
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies
    assert "Set-Cookie" not in answer.headers


def test_no_answer_reaches_a_log_or_an_error_report(post, caplog, capsys):
    for told in TELLING:
        post("plan", told)
    said = logged.words(caplog, capsys)
    for word in (SECRET, "77-and-more", "wages_unpaid"):
        assert word not in said


@pytest.mark.parametrize("method", ["get", "put", "delete", "patch", "head"])
def test_only_post_is_answered(db, method):
    answer = getattr(Client(), method)("/api/orientation/plan")
    assert answer.status_code == 405
    assert answer["Allow"] == "POST"


def form(**fields: str) -> Any:
    return Client().post("/en/plan/", fields)


def test_the_form_asks_everything_and_needs_nothing(post):
    page = Client().get("/en/plan/all/").content.decode()
    assert page.count('<option value="">I do not say') >= 8
    assert 'method="post"' in page
    assert form().status_code == 200


def test_a_plan_on_a_page_has_dates_reasons_and_the_law(post):
    page = form(
        legal_status=SECRET, base_status=SECRET, days_since_arrival="3", children_ages="7"
    ).content.decode()
    assert "Registering your address (example)" in page
    assert "Last day:" in page
    assert "A registered address opens the rest." in page
    assert "rental contract or a statement of the owner" in page
    assert "Primary school (example)" in page
    assert "?" not in page.partition('<form action="')[2].partition('"')[0]


def test_what_cannot_be_read_is_marked_and_what_was_written_stays(post):
    answer = form(age="old", children_ages="3, x", works="yes")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Write a whole number." in page
    assert "Write the ages with commas: 3, 7" in page
    assert 'value="old"' in page
    assert page.count('aria-invalid="true"') == 2
    assert form(age="-4").status_code == 422


@pytest.mark.parametrize("fields", [{}, {"legal_status": SECRET}, {"age": "x"}])
def test_nobody_may_keep_the_page_of_a_plan(post, fields):
    answer = form(**fields)
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies


def test_another_site_cannot_send_somebody_here_with_answers(post):
    for headers in (
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
    ):
        answer = Client().post("/en/plan/", {"legal_status": SECRET}, headers=headers)
        assert answer.status_code == 400, headers
        assert SECRET not in answer.content.decode()
    for headers in ({"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://testserver"}, {}):
        assert Client().post("/en/plan/", {"legal_status": SECRET}, headers=headers).status_code == 200, (
            headers
        )


def test_other_methods_are_told_what_the_plan_takes(post):
    answer = Client().put("/en/plan/")
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, POST")


def test_a_plan_in_a_language_that_the_city_does_not_speak_is_not_there(post):
    assert Client().post("/xx/plan/", {}).status_code == 404
