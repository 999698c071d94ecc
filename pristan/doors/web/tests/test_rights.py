# SPDX-License-Identifier: EUPL-1.2
"""Pages of rights and legal statuses: an answer is never made better or worse than the sources say."""

from datetime import UTC, datetime
from typing import Any

import pytest

from pristan.doors.web.catalogue import Catalogue
from pristan.doors.web.page import Page
from pristan.doors.web.rights import answers

CITY = {"city": {"languages": ["sl", "en"]}, "codes": {"legal-statuses": {"refugee": "Refugee"}}}
PAGE = Page("en", 1, Catalogue(CITY), datetime(2026, 11, 27, tzinfo=UTC), "/en/", {}, "")

NEAR = {
    "key": "k",
    "slug": "a-status",
    "kind": "status",
    "is_sensitive": False,
    "name": {"text": "A status", "lang": "en"},
}


def cell(entitled: str, **more: Any) -> dict[str, Any]:
    return {
        "status": "refugee", "entitled": entitled, "asks": entitled == "conditional", "defers": False, "recheck_reason": None,
        "conditions": None, "legal_basis": [], "page": NEAR, **more,
    }  # fmt: skip


def shown(*cells: dict[str, Any]) -> list[tuple[str, int]]:
    return [(each.key, len(each.lines)) for each in answers(PAGE, cells)]


def test_cells_stand_under_their_answer_and_what_nobody_knows_before_a_no() -> None:
    given = [cell(word) for word in ("no", "unknown", "yes", "conditional", "yes")]
    assert shown(*given) == [("yes", 2), ("conditional", 1), ("unknown", 1), ("no", 1)]


def test_a_yes_whose_words_set_conditions_is_no_plain_yes() -> None:
    assert shown(cell("yes", asks=True)) == [("conditional", 1)]


def test_a_no_stays_a_no_although_a_person_should_read_its_words() -> None:
    assert shown(cell("no", asks=True)) == [("no", 1)]


def test_a_status_over_another_one_leaves_the_answer_to_that() -> None:
    assert shown(cell("conditional", defers=True)) == [("defers", 1)]


def test_what_nobody_knows_is_never_a_no() -> None:
    assert shown(cell("unknown", asks=True)) == [("unknown", 1)]


@pytest.mark.parametrize("slug", ["a-status", None])
def test_a_line_leads_to_the_other_side_of_the_table_if_it_has_a_page(slug: str | None) -> None:
    ((line,),) = [each.lines for each in answers(PAGE, [cell("yes", page=NEAR | {"slug": slug})])]
    assert line.href == ("/en/entry/a-status/" if slug else "")
    assert line.name["text"] == "A status"


def test_a_status_without_a_page_is_called_by_its_label_and_a_law_that_moved_is_marked() -> None:
    nameless = NEAR | {"slug": None, "name": None}
    ((line,),) = [
        each.lines for each in answers(PAGE, [cell("no", page=nameless, recheck_reason="eu_pact_2026")])
    ]
    assert line.name["text"] == "Refugee"
    assert line.is_moving
