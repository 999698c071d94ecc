# SPDX-License-Identifier: EUPL-1.2
"""Plans and verdicts over the real rules of Ljubljana: the personas of every status, and what must hold for any answers at all."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import yaml
from django.test import Client
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from pristan.city.orientation import answers, plans, verdicts, wishes
from pristan.city.orientation.rulebook import Rulebook, read
from pristan.core.rules import decide_all
from pristan.platform.published import readers
from tests import cities

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 27)
PERSONAS = yaml.safe_load((cities.LJUBLJANA / "personas.yaml").read_text("utf-8"))
FEWEST = 25
DAYS = (TODAY, date(2028, 2, 29), date(2026, 12, 31), date(2027, 1, 1), date(1900, 1, 1), date(2199, 12, 31))
# Of all rights, steps and services, after six questions answered as the persona would.
SETTLED, QUESTIONS = 0.9, 6


@pytest.fixture(scope="module")
def book(ljubljana: None) -> Iterator[Rulebook]:
    """The rules as readers of English get them."""
    from django.utils import translation

    with translation.override("en"):
        yield read(readers.shared(kind="rules", language="en", version=readers.version()))


def plan(book: Rulebook, told: dict[str, Any]) -> list[dict[str, Any]]:
    steps: list[dict[str, Any]] = plans.plan(book, answers.read(told, book, TODAY))["steps"]
    return steps


def rights(book: Rulebook, told: dict[str, Any]) -> dict[str, str]:
    found = verdicts.verdicts(book, answers.read(told, book, TODAY))
    return {book.given[each["id"]]["code"]: each["verdict"] for each in found if each["kind"] == "right"}


def test_the_personas_are_of_every_status(book: Rulebook) -> None:
    told = {
        code
        for each in PERSONAS
        for code in (each["answers"].get("legal_status"), each["answers"].get("base_status"))
    }
    assert len(PERSONAS) >= FEWEST
    assert told - {None} == set(book.statuses)


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda each: str(each["id"]))
def test_a_persona_gets_the_plan_that_a_friend_would_make(book: Rulebook, persona: dict[str, Any]) -> None:
    expected, steps = persona["expect"], plan(book, persona["answers"])
    order = [each["id"] for each in steps]
    urgent = {each["id"] for each in steps if each["urgent"]}
    assert set(expected.get("in_plan", ())) <= set(order)
    assert not set(expected.get("not_in_plan", ())) & set(order)
    assert set(expected.get("urgent", ())) <= urgent
    assert set(expected.get("now", ())) <= {
        each["id"] for each in plans.to_do({"steps": steps}) if each["band"] == "now"
    }
    for first, then in expected.get("before", ()):
        assert order.index(first) < order.index(then), (first, then)
    found = rights(book, persona["answers"])
    assert {code: found[code] for code in expected.get("rights", ())} == expected.get("rights", {})


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda each: str(each["id"]))
def test_six_questions_settle_nine_of_ten_matters(book: Rulebook, persona: dict[str, Any]) -> None:
    truth, told = persona["answers"], dict[str, Any]()
    for _ in range(QUESTIONS):
        name = verdicts.following(book, answers.read(told, book, TODAY), answers.refused(told))["question"]
        if name is None:
            break
        told[name] = truth.get(name)
    asked = decide_all(book.items, answers.read(told, book, TODAY).facts)
    whole = decide_all(book.items, answers.read(truth | told, book, TODAY).facts)
    same = [one.answer == other.answer for one, other in zip(asked, whole, strict=True)]
    assert sum(same) / len(same) >= SETTLED


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda each: str(each["id"]))
def test_nothing_is_said_twice_and_urgent_steps_come_now_and_the_law_comes_first(
    book: Rulebook, persona: dict[str, Any]
) -> None:
    steps = plan(book, persona["answers"])
    order = [each["id"] for each in steps]
    assert len(set(order)) == len(order)
    for at, each in enumerate(steps):
        assert not each["urgent"] or each["band"] == "now"
        assert set(each["blocked_by"]) <= set(order)
        if book_step(book, each["id"])["prerequisites_mode"] != "any":
            assert all(order.index(need) < at for need in each["blocked_by"])


def book_step(book: Rulebook, key: str) -> dict[str, Any]:
    return dict(next(each.given for each in book.steps if each.id == key))


def test_nothing_is_asked_and_still_there_is_a_plan(book: Rulebook) -> None:
    assert 5 <= len(plan(book, {})) <= 9


def test_help_in_danger_is_always_there_and_comes_into_the_steps_first_and_urgent_when_it_is_asked_for(
    book: Rulebook,
) -> None:
    always = [
        "domestic-violence-help",
        "emergency-care-uninsured",
        "trafficking-victim-support",
        "unaccompanied-minor-guardian",
    ]
    for persona in PERSONAS:
        made = plans.plan(book, answers.read(persona["answers"], book, TODAY))
        assert [each["id"] for each in made["help"]] == always, persona["id"]
        assert {each["band"] for each in made["steps"] if each["id"] in always} <= {"now"}, persona["id"]
    for told in ({"in_danger": True}, {"wants": ["violence"]}, {"in_danger": True, "age": 12}):
        first = plan(book, told)[0]
        assert (first["id"], first["urgent"], first["aside"]) == ("domestic-violence-help", True, False)


def test_a_day_whose_article_nobody_has_read_comes_with_a_doubt(book: Rulebook) -> None:
    told = {"legal_status": "tcn_family", "base_status": "tcn_family", "age": 30, "days_to_permit_expiry": 60}
    found = {each["id"]: (each["due"], each["doubt"]) for each in plan(book, told)}
    assert found["temporary-permit-renewal"] == ("2027-01-26", "article-not-verified")
    assert found["survival-slovene-test"] == ("2027-01-26", None), "article 47 was read"


def test_who_asks_for_school_gets_the_steps_of_these_children(book: Rulebook) -> None:
    told = answers.read({"children_ages": [8], "wants": ["education"]}, book, TODAY)
    order = [each["id"] for each in plans.plan(book, wishes.precise(book, told))["steps"]]
    assert "primary-school-midyear" in order
    assert not {"primary-school-first-grade", "secondary-school-enrolment", "kindergarten-enrolment"} & set(
        order
    )


def test_where_the_law_has_moved_or_the_source_is_weak_there_is_no_date(book: Rulebook) -> None:
    told = {
        "legal_status": "refugee",
        "base_status": "refugee",
        "days_since_status": 5,
        "days_to_permit_expiry": 50,
    }
    for each in plan(book, told | {"wants": ["legal-help", "documents"]}):
        if each["recheck_reason"] or each["confidence"] == "low":
            assert each["due"] is None, each["id"]
    (family,) = [each for each in plan(book, told) if each["id"] == "ip-family-reunification"]
    assert (family["due"], family["because"], family["urgent"]) == (None, "law-has-moved", True)


def test_a_last_day_counts_from_what_was_told(book: Rulebook) -> None:
    told = {"legal_status": "eu_citizen", "base_status": "eu_citizen", "days_since_arrival": 80}
    (step,) = [each for each in plan(book, told) if each["id"] == "eu-residence-registration"]
    assert (step["due"], step["because"]) == ("2026-12-07", "days-after-arrival")
    (step,) = [
        each
        for each in plan(book, told | {"days_since_arrival": None})
        if each["id"] == "eu-residence-registration"
    ]
    assert (step["due"], step["because"]) == (None, "event-not-told")


def test_a_margin_of_safety_is_advice_and_never_the_law(book: Rulebook) -> None:
    told = {"legal_status": "tcn_student", "base_status": "tcn_student", "days_to_permit_expiry": 100}
    (step,) = [each for each in plan(book, told) if each["id"] == "temporary-permit-renewal"]
    assert (step["due"], step["realistic"], step["because"]) == ("2027-03-07", "2027-01-06", "before-expiry")


def test_the_day_to_aim_at_is_never_past(book: Rulebook) -> None:
    told = {"legal_status": "tcn_student", "base_status": "tcn_student", "days_to_permit_expiry": 45}
    (step,) = [each for each in plan(book, told) if each["id"] == "temporary-permit-renewal"]
    assert (step["due"], step["realistic"], step["band"]) == ("2027-01-11", "2026-11-27", "now")


def test_an_election_of_every_fourth_year_is_not_told_as_one_of_next_year(book: Rulebook) -> None:
    told = {"legal_status": "permanent_resident", "base_status": "permanent_resident", "wants": ["voting"]}
    (step,) = [each for each in plan(book, told | {"age": 45}) if each["id"] == "local-election-vote"]
    assert (step["window"], step["realistic"], step["due"]) == (None, None, None)
    assert "2030" in step["to_check"][0]["text"]


def test_help_in_danger_is_for_everybody_whatever_is_answered(book: Rulebook) -> None:
    for code in book.statuses:
        found = verdicts.verdicts(
            book, answers.read({"legal_status": code, "insured": False, "age": 40}, book, TODAY)
        )
        always = [each["verdict"] for each in found if book.given[each["id"]].get("is_always")]
        assert always
        assert set(always) == {"yes"}
        urgent = {each["id"]: each["verdict"] for each in found}
        for step in ("emergency-care-uninsured", "domestic-violence-help", "trafficking-victim-support"):
            assert urgent[step] == "yes", (code, step)


def test_every_page_says_who_can_use_it_as_the_verdict_does(book: Rulebook) -> None:
    """Of help in danger: everybody. Of the rest: a paper that is named gets a yes, or a yes on conditions; none that is named a no."""
    version = readers.version()
    for key, ruled in book.given.items():
        if ruled["kind"] == "right":
            continue
        shown = readers.document(language="en", address=ruled["slug"], version=version)
        assert shown is not None, key
        rule = shown.body["whom"]
        assert rule["is_always"] == ruled.get("is_always", False), key
        assert rule["statuses"] == {each["status"]: each["entitled"] for each in ruled["cells"]}, key
        assert (rule["otherwise"], rule["when"]) == (ruled["otherwise"], ruled["when"]), key


@pytest.mark.parametrize("language", ["sl", "en", "ar"])
def test_a_page_with_the_papers_it_is_for_costs_no_query_more(
    book: Rulebook, language: str, django_assert_max_num_queries: Any
) -> None:
    for slug in ("pic-azil-migracije", "child-benefit", "status-refugee"):
        with django_assert_max_num_queries(4):
            page = Client().get(f"/{language}/entry/{slug}/").content.decode()
        assert f"/{language}/entry/status-" in page


def test_a_step_leads_to_where_it_is_done_and_back(book: Rulebook) -> None:
    """Every relation shows on both of its pages."""
    version = readers.version()
    pages = {
        line["slug"]: found.body
        for line in readers.listing(language="en", version=version)
        if (found := readers.document(language="en", address=line["slug"], version=version))
    }
    ways = {"in": "out", "out": "in"}
    pairs = [(slug, each) for slug, body in pages.items() for each in body["relations"]]
    assert {("done_at", "in"), ("done_at", "out")} <= {(each["type"], each["direction"]) for _, each in pairs}
    for slug, each in pairs:
        back = [(one["type"], one["direction"], one["slug"]) for one in pages[each["slug"]]["relations"]]
        assert (each["type"], ways[each["direction"]], slug) in back, (slug, each["slug"])


def test_what_the_table_does_not_know_is_never_refused(book: Rulebook) -> None:
    for each in book.given.values():
        for cell in each["cells"] if each["kind"] == "right" else ():
            if cell["entitled"] == "unknown":
                told = {"legal_status": cell["status"], "base_status": cell["status"]}
                assert rights(book, told)[each["code"]] != "no", (each["id"], cell["status"])


def test_an_overlay_betters_a_no_and_the_student_is_told_so(book: Rulebook) -> None:
    alone = {"legal_status": "tcn_student"}
    assert rights(book, alone)["vote_locally"] in ("no", "depends")
    assert "depends" in rights(book, alone).values(), "another status may lie over it"
    assert "depends" not in {
        rights(book, alone | {"base_status": "tcn_student"})[code]
        for code in ("travel_document", "vote_locally")
    }


def told_by(book: Rulebook) -> st.SearchStrategy[dict[str, Any]]:
    base, overlay = st.sampled_from(book.statuses.bases), st.sampled_from(book.statuses.overlays)
    # Mostly what can be true together, so that few cases are thrown away.
    statuses = st.one_of(
        st.just(dict[str, Any]()),
        st.builds(lambda code: {"legal_status": code}, st.one_of(base, overlay)),
        st.builds(lambda code: {"legal_status": code, "base_status": code}, base),
        st.builds(lambda over, code: {"legal_status": over, "base_status": code}, overlay, base),
    )
    return st.builds(lambda told, others: told | others, statuses, _others())


def _others() -> st.SearchStrategy[dict[str, Any]]:
    days = st.integers(0, 4000)
    return st.fixed_dictionaries(
        {},
        optional={
            "age": st.integers(11, 60), "children_ages": st.lists(st.integers(0, 7), max_size=5),
            "days_since_arrival": days, "days_since_status": days, "days_since_application": days,
            "days_to_permit_expiry": st.integers(-400, 4000), "insured": st.booleans(), "works": st.booleans(), "studies": st.booleans(),
            "address_registered": st.booleans(), "pregnant": st.booleans(), "in_danger": st.booleans(), "needs_doctor_now": st.booleans(),
            "wages_unpaid": st.booleans(), "slovene_level": st.sampled_from(["none", "A1", "B1", "C2"]),
            "wants": st.lists(st.sampled_from(["housing", "work-permit", "school-enrolment", "naturalisation"]), max_size=3),
        },
    )  # fmt: skip


@given(data=st.data())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_answers_end_in_an_empty_plan_or_an_error_and_more_answers_never_take_a_word_back(
    book: Rulebook, data: st.DataObject
) -> None:
    told = data.draw(told_by(book))
    made = plans.plan(book, answers.read(told, book, data.draw(st.sampled_from(DAYS), label="today")))
    assert plans.to_do(made)
    always = {each["id"] for each in made["help"]}
    assert {each["band"] for each in made["steps"] if each["id"] in always} <= {"now"}
    read_all = answers.read(told, book, TODAY)
    assume(not read_all.problems)  # what cannot all be true has no truth that fewer answers could have told
    fewer = {name: told[name] for name in told if data.draw(st.booleans(), label=name)}
    before, after = (
        decide_all(book.items, answers.read(fewer, book, TODAY).facts),
        decide_all(book.items, read_all.facts),
    )
    for one, other in zip(before, after, strict=True):
        assert one.answer in ("depends", other.answer), one.id
