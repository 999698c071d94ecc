# SPDX-License-Identifier: EUPL-1.2
"""`pristan facts`: the list, one fact as words, CSV and JSON, and readings that are due."""

import csv
import json
from io import StringIO

import pytest

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def town(pristan, pack):
    pristan("pack", "load", pack)
    told = pristan("facts", "--take")
    assert told.status == 0 and "readings taken: 7" in told.err
    return told


def test_the_list_says_when_each_was_last_read(pristan, town):
    assert "directory.entries-by-need" in town.out and "Entries by need" in town.out
    found = json.loads(pristan("facts", "--json").out)
    assert {each["key"] for each in found} >= {"directory.openings"} and all(each["last"] for each in found)


def test_it_is_taken_once(pristan, town):
    assert "readings taken: 0" in pristan("facts", "--take").err


def test_a_fact_is_told_in_words(pristan, town):
    told = pristan("facts", "directory.entries-by-kind")
    assert told.status == 0 and "source: The directory" in told.out and "Organisation" in told.out


def test_a_fact_is_told_as_csv(pristan, town):
    told = pristan("facts", "directory.entries-by-kind", "--csv")
    rows = list(csv.reader(StringIO(told.out.removeprefix("\ufeff"))))
    assert rows[0] == ["Kind", "Number", "Date", "Source"] and all(row[1].isdecimal() for row in rows[1:])


def test_a_fact_is_told_as_json(pristan, town):
    told = json.loads(pristan("facts", "directory.entries-by-kind", "--json").out)
    assert told["dimensions"] == ["kind"] and sum(line["number"] for line in told["lines"]) > 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["directory.nothing"], "there are: directory.entries-by-need"),
        (["directory.entries-by-kind", "--on", "2020-01-01"], "there is no reading of directory.entries-by-kind up to 2020-01-01"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_said_with_a_way_out(pristan, town, words, said):
    told = pristan("facts", *words)
    assert told.status == 1 and said in told.err


def test_words_of_the_call_are_checked(pristan):
    assert "write a day as" in pristan("facts", "x", "--on", "yesterday").err
    assert pristan("facts", "x", "--csv", "--json").status == 2


def test_before_there_is_a_city_it_says_what_to_do(pristan):
    told = pristan("facts", "--take")
    assert told.status == 1 and "pristan pack load" in told.err
