# SPDX-License-Identifier: EUPL-1.2
"""Whom to show first when a question speaks of danger: out of the city's own list of urgent help, by what it is for."""

from collections.abc import Mapping, Sequence
from typing import Any

Card = Mapping[str, Any]
DANGER, CONFIDENTIAL = "danger", "confidential"
ANY = frozenset[str]()
# Kind of danger (see `search.crisis`) -> the lists that help, in their order, and the needs of which an entry has one.
HELP: Mapping[str, tuple[tuple[str, frozenset[str]], ...]] = {
    "violence": (
        (CONFIDENTIAL, frozenset({"violence", "domestic-violence", "sexual-violence"})),
        (DANGER, frozenset({"violence", "emergency"})),
    ),
    "suicide": (
        (CONFIDENTIAL, frozenset({"emotional-crisis", "mental-health", "suicidal-thoughts"})),
        (DANGER, frozenset({"emergency"})),
    ),
    "trafficking": (
        (CONFIDENTIAL, frozenset({"trafficking"})),
        (DANGER, frozenset({"violence", "emergency"})),
    ),
    "fire": ((DANGER, ANY),),
    "medical": ((DANGER, ANY),),
    "child": ((DANGER, ANY), (CONFIDENTIAL, frozenset({"help-for-children", "missing-relatives"}))),
    "police": ((DANGER, frozenset({"violence"})), (DANGER, ANY)),
}
MOST = 2  # entries of one list


def pinned(urgent: Mapping[str, Sequence[Card]]) -> dict[str, list[str]]:
    """Kind of danger -> ids of the entries to show first, in their order. `urgent`: the cards of each list."""
    return {
        kind: list(
            dict.fromkeys(each for name, needs in lists for each in _fitting(urgent.get(name, ()), needs))
        )
        for kind, lists in HELP.items()
    }


def _fitting(cards: Sequence[Card], needs: frozenset[str]) -> list[str]:
    fit = [card["uuid"] for card in cards if not needs or needs.intersection(card["needs"])]
    return fit[:MOST]
