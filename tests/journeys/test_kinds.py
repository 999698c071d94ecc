# SPDX-License-Identifier: EUPL-1.2
"""The table of kinds of page and languages is whole: every page has a kind, every kind a language in turn, every language kinds enough."""

import re
from collections import Counter

import pytest
import yaml
from django.urls import resolve

from tests import cities
from tests.access import table
from tests.journeys import kinds

NUMBER = "0" * 8 + "-0000-4000-8000-" + "0" * 12
NOTHING = "nothing/"  # the page that says so
ENOUGH = 3  # kinds of each side that a language stands with
# What answers to an address and is no page: files, data for scripts.
FILES = {
    "web:api-openapi", "web:orientation", "web:suggest", "web:entry-card", "web:entry-qr", "directory:sheet-template",
}  # fmt: skip
OF_ALL_LANGUAGES = {"staff-languages"}  # the door: one page, seen on the way
IN_TURN = {
    "public": {kind: words for kind, (_, words) in kinds.PUBLIC.items()} | {"answered": kinds.ANSWERED, "made": kinds.MADE_HERE},
    "staff": kinds.STAFF | kinds.ON_THE_WAY,
}  # fmt: skip


def test_the_languages_are_those_of_the_city():
    city = yaml.safe_load((cities.LJUBLJANA / "city.yaml").read_text("utf-8"))
    assert sorted(kinds.EVERY) == sorted(city["languages"])


@pytest.mark.parametrize("side", IN_TURN)
def test_every_kind_has_a_language_in_turn_and_every_language_several_kinds(side):
    stands = {kind: words.split() for kind, words in IN_TURN[side].items()}
    assert not [kind for kind, languages in stands.items() if not languages]
    counted = Counter(each for languages in stands.values() for each in languages)
    assert set(counted) == set(kinds.IN_TURN)
    assert min(counted.values()) >= ENOUGH, counted


def test_every_page_has_a_kind():
    """An address that answers a reader or somebody on the staff with a page."""
    # A sensitive entry has the same pages under another address.
    pages = {
        row.name.replace(":private-", ":entry-") for row in [*table.rows(), *table.staff_rows()] if shows(row)
    }
    public = {f"/en{path.format(other='sl')}" if path else "/" for path, _ in kinds.PUBLIC.values()}
    staff = {f"/staff/en/{re.sub('{.*?}', NUMBER, path)}" for path in kinds.STAFF if path != NOTHING}
    named = {resolve(address.partition("?")[0]).view_name for address in public | staff}
    assert pages - FILES - named - set(kinds.ON_THE_WAY) == OF_ALL_LANGUAGES


def shows(row):
    """Somebody gets the page."""
    return any(methods.get("GET") == 200 for methods in row.roles.values())


def test_two_runs_together_ask_what_one_asks_alone():
    alone = kinds.of_run(is_beside=False, is_on_postgresql=False)
    both = [kinds.of_run(is_beside=True, is_on_postgresql=each) for each in (False, True)]
    for words in {**IN_TURN["public"], **IN_TURN["staff"]}.values():
        assert sorted(kinds.asked(words, alone)) == sorted(
            each for run in both for each in kinds.asked(words, run)
        )
