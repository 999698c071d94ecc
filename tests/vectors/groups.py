# SPDX-License-Identifier: EUPL-1.2
"""The vectors: groups of cases that share rules, the same ones each time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

import msgspec
from django.utils import translation

from pristan.city.orientation.portable import portable
from pristan.city.orientation.rulebook import Rulebook
from tests.vectors import cities, people
from tests.vectors.cities import City
from tests.vectors.expected import outcome

SEED = 20_260_302
REAL = 500  # drawn people in the real city, beside one for every two statuses
INVENTED, PEOPLE = 420, 10  # cities, and people in each
EVERY = 3  # of the cases in the real city, where to look for the next question is slow, one in so many asks for it


@dataclass(frozen=True)
class Group:
    """Rules as JSON, and cases: `given`, `today`, and what comes out (`read`, `verdicts`, `plan`, `next`)."""

    name: str
    portable: bytes
    cases: list[dict[str, Any]]


def groups(book: Rulebook, language: str, real_people: int = REAL) -> Iterator[Group]:
    """All vectors: over a real city's rules with the sentences of its language, and over invented cities in English."""
    random = Random(SEED)
    real = City(book)
    drawn = [people.somebody(random, real.codes, real.wishes) for _ in range(real_people)]
    with translation.override(language):
        yield _group("real", real, [*people.pairs(real.codes), *drawn], random, every=EVERY)
    with translation.override("en"):
        for at in range(INVENTED):
            made = cities.city(random)
            asking = [people.somebody(random, made.codes, made.wishes) for _ in range(PEOPLE)]
            yield _group(f"invented-{at}", made, asking, random, every=1)


def _group(name: str, city: City, asking: Iterable[Any], random: Random, *, every: int) -> Group:
    cases = []
    for at, given in enumerate(asking):
        today = cities.day(random)
        cases.append(
            {"given": given, "today": today.isoformat()} | _outcome(city, given, today, at % every == 0)
        )
    return Group(name, msgspec.json.encode(portable(city.book)), cases)


def _outcome(city: City, given: Any, today: date, is_asked: bool) -> dict[str, Any]:
    return outcome(city, given, today, is_asked=is_asked)
