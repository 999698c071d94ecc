# SPDX-License-Identifier: EUPL-1.2
"""Who can use this, from the rule: nobody is refused whom the sources do not refuse, and help in danger is for everybody."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.utils import translation

from pristan.doors.web.catalogue import Catalogue
from pristan.doors.web.page import Page
from pristan.doors.web.whom import Whom, whom


def status(code: str, *, is_overlay: bool = False) -> dict[str, Any]:
    name = {"text": code.title(), "lang": "en", "state": "original"}
    return {
        "code": code,
        "is_overlay": is_overlay,
        "slug": f"status-{code}",
        "name": name,
        "is_sensitive": False,
    }


CITY = {
    "city": {"languages": ["en"]},
    "statuses": [*map(status, ("guest", "citizen", "refugee", "student")), status("lost", is_overlay=True)],
}
PAGE = Page("en", 1, Catalogue(CITY), datetime(2026, 11, 27, tzinfo=UTC), "/en/", {}, "")


def said(kind: str = "service", entry: dict[str, Any] | None = None, **rule: Any) -> Whom | None:
    given = {"is_always": False, "statuses": {}, "otherwise": "unknown", "when": None, "asks": False, **rule}
    with translation.override("en"):
        return whom(PAGE, {"kind": kind, "whom": given, **(entry or {})})


def names(links: list[dict[str, Any]]) -> list[str]:
    return [each["name"]["text"] for each in links]


def found(**rule: Any) -> Whom:
    made = said(**rule)
    assert made is not None
    return made


def test_help_in_danger_is_for_everybody_and_the_source_keeps_its_words():
    made = found(is_always=True, otherwise="yes")
    assert made.headline == "Everybody who needs help may ask, whatever their status."
    assert (made.papers, made.only_if, made.asks, made.others) == ([], [], False, [])
    assert found(is_always=True, otherwise="yes", asks=True).asks


def test_who_asks_for_no_paper_says_so_and_everybody_only_where_the_source_does():
    assert found(otherwise="yes").headline == "People of any status, with or without papers."
    assert (
        found(otherwise="yes", entry={"is_open_to_all": True}).headline == "Everybody, whatever their status."
    )
    limited = found(otherwise="yes", when={"age": {"max": 17}}, entry={"is_open_to_all": True})
    assert (limited.headline, limited.asks) == ("People of any status, with or without papers.", True)


def test_a_service_names_whom_the_source_names_and_sends_all_others_to_ask():
    made = found(statuses={"guest": "yes", "citizen": "no", "lost": "no"})
    assert names(made.papers) == ["Guest"]
    assert [(each.key, names(each.links)) for each in made.others] == [
        ("unknown", ["Refugee", "Student"]),
        ("no", ["Citizen"]),
    ]
    assert made.papers[0]["href"] == "/en/entry/status-guest/"


def test_a_paper_that_lies_over_another_is_never_among_those_that_are_not_named():
    made = found(statuses={"guest": "yes", "lost": "no"}, otherwise="no", kind="procedure")
    assert "Lost" not in names([*made.papers, *(link for each in made.others for link in each.links)])
    assert "Lost" in names(found(statuses={"lost": "yes"}, otherwise="no", kind="procedure").papers)


def test_a_step_names_the_papers_it_is_for_and_no_others():
    made = found(kind="procedure", statuses={"guest": "yes"}, otherwise="no", asks=True)
    assert (made.headline, names(made.papers)) == ("People with one of these statuses:", ["Guest"])
    assert (made.others, made.asks) == ([], True)


def test_where_most_are_named_those_who_are_not_are_the_shorter_list():
    made = found(
        kind="procedure", statuses=dict.fromkeys(("guest", "citizen", "refugee"), "yes"), otherwise="no"
    )
    assert (made.headline, names(made.papers)) == ("Everybody but people with these statuses:", ["Student"])


def test_a_step_says_its_conditions_and_a_service_leaves_them_to_its_own_words():
    assert found(kind="procedure", otherwise="yes", when={"age": {"min": 18}}).only_if == [
        "you are at least 18 years old"
    ]
    made = found(otherwise="yes", when={"age": {"min": 18}})
    assert (made.only_if, made.asks) == ([], True)


@pytest.mark.parametrize("given", [{}, {"eligibility": None}, {"eligibility": {"text": None}}])
def test_where_nothing_is_stated_the_block_is_silent_as_the_page_says_so(given):
    assert said(entry=given) is None


def test_what_nobody_knows_is_said_and_is_no_refusal():
    made = found(entry={"eligibility": {"text": {"text": "People in need."}}})
    assert made.headline == "Which status one needs for it, nobody has stated. Ask: that does not mean no."
    assert made.asks
    made = found(statuses={"citizen": "no"})
    assert "nobody has stated" in made.headline
    assert [each.key for each in made.others] == ["unknown", "no"]


def test_an_entry_without_a_rule_has_no_block():
    assert whom(PAGE, {"kind": "right"}) is None
    assert whom(PAGE, {"kind": "organization", "whom": None}) is None
