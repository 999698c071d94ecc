# SPDX-License-Identifier: EUPL-1.2
"""What the apps declare is found, each key once, and explained."""

import pytest

from pristan.platform.facts import registry
from pristan.platform.facts.tests.conftest import boats


def test_the_directory_declares_its_facts():
    assert {"directory.entries-by-need", "directory.openings"} <= registry.facts().keys()
    assert registry.fact("directory.entries-by-kind").period == "day"


def test_only_openings_count_what_people_do():
    assert [fact.key for fact in registry.facts().values() if fact.is_about_persons] == ["directory.openings"]


def test_an_unknown_fact_is_named_with_those_that_there_are():
    with pytest.raises(registry.UnknownFact, match=r"directory\.entries-by-need"):
        registry.fact("directory.nothing")


def test_two_facts_of_one_name_are_an_error(monkeypatch):
    monkeypatch.setattr(registry, "_declared", lambda: [boats([]), boats([])])
    with pytest.raises(ValueError, match=r"test.boats"):
        registry.facts()
