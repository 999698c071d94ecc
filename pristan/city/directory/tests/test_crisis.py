# SPDX-License-Identifier: EUPL-1.2
"""Whom to show first when somebody is in danger: only entries of the city's own list of urgent help, each kind its own."""

from typing import Any

import pytest

from pristan.city.directory.crisis import HELP, MOST, pinned


def card(name: str, *needs: str) -> dict[str, Any]:
    return {"uuid": name, "needs": list(needs)}


URGENT = {
    "danger": [card("112", "emergency"), card("113", "violence"), card("hospital", "emergency")],
    "confidential": [
        card("children", "help-for-children"), card("helpline", "emotional-crisis"), card("sos", "domestic-violence", "violence"),
        card("shelter", "violence"), card("third", "violence"), card("trafficking", "trafficking"),
    ],
}  # fmt: skip


def test_violence_brings_somebody_to_talk_to_in_confidence_before_the_numbers() -> None:
    assert pinned(URGENT)["violence"] == ["sos", "shelter", "112", "113"]


def test_life_in_danger_brings_the_numbers_first() -> None:
    found = pinned(URGENT)
    for kind in ("fire", "medical", "child"):
        assert found[kind][0] == "112", kind
    assert found["police"][0] == "113"


def test_thoughts_of_suicide_and_trafficking_bring_those_who_know_them() -> None:
    assert pinned(URGENT)["suicide"][0] == "helpline"
    assert pinned(URGENT)["trafficking"][0] == "trafficking"


@pytest.mark.parametrize("kind", HELP)
def test_each_is_shown_once_and_few_of_each_list(kind: str) -> None:
    found = pinned(URGENT)[kind]
    assert found
    assert len(found) == len(set(found)) <= MOST * len(HELP[kind])


def test_a_city_without_such_lists_pins_nobody() -> None:
    assert set(pinned({})) == set(HELP)
    assert not any(pinned({}).values())
