# SPDX-License-Identifier: EUPL-1.2
"""Invented cities: statuses, rules, steps and numbers of the law such as no real city has them together. Drawn from a seed."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from pristan.city.orientation.rulebook import Rulebook, read
from pristan.city.orientation.tests import kit
from pristan.core.graph import BANDS
from pristan.core.rules import ATTRIBUTES, LEVELS, Attribute

EPOCH = date(2026, 3, 2)
NUMBERS = [each.name for each in ATTRIBUTES if each.kind == "number" and each.name != "age"]
TESTED = [each for each in ATTRIBUTES if each.name != "base_status"]
WISHES = ("housing", "work", "school")
BROAD = ("home", "money")
WINDOWS = (
    "01-01/12-31",
    "02-01/02-29",
    "02-29/03-01",
    "11-15/01-10",
    "03-02/03-02",
    "09-01/08-31",
    "12-31/12-31",
)


@dataclass(frozen=True)
class City:
    """A city: its rulebook, and the codes that people may tell."""

    book: Rulebook

    @property
    def codes(self) -> list[str]:
        """All statuses."""
        return [*self.book.statuses]

    @property
    def wishes(self) -> list[str]:
        """All that steps are wanted for, broad needs too."""
        steps = self.book.steps
        return sorted(
            filter(None, {wish for step in steps for wish in (*step.wanted_by, *step.given.get("under", ()))})
        )


def day(random: Random) -> date:
    """A day that a test of a condition may turn on."""
    return EPOCH + timedelta(days=random.choice((0, 0, 1, -1, random.randint(-900, 900))))


def city(random: Random) -> City:
    """A whole city, small."""
    statuses = _statuses(random)
    codes = [each["code"] for each in statuses]
    steps = [f"step-{at}" for at in random.sample(range(30), random.choice((0, 2, 5, 9, 14)))]
    items = [_item(random, key, codes, "procedure") for key in steps]
    items += [
        _item(random, f"item-{at}", codes, random.choice(("right", "service")))
        for at in range(random.randint(1, 9))
    ]
    random.shuffle(items)
    document = {
        "statuses": statuses,
        "items": items,
        "steps": [_step(random, key, steps, codes) for key in steps],
        "circles": [_circle(random, f"circle-{at}", steps) for at in range(random.randint(0, 3))],
        "parameters": [_number(random, f"number-{at}") for at in range(3)],
    }
    return City(read(document))


def _statuses(random: Random) -> list[dict[str, Any]]:
    bases = [f"base_{at}" for at in range(random.choice((1, 2, 3, 5)))]
    found = [kit.status(code, is_minor=random.random() < 0.1) for code in bases]
    for at in range(random.choice((0, 1, 2, 4))):
        more = {"is_overlay": True, "is_minor": random.random() < 0.4}
        found.append(
            kit.status(f"over_{at}", not_with=random.sample(bases, random.randint(0, len(bases))), **more)
        )
    random.shuffle(found)
    return found


def _item(random: Random, key: str, codes: list[str], kind: str) -> dict[str, Any]:
    if random.random() < 0.15:
        return kit.item(key, kind)  # as many others
    own = random.sample(codes, random.randint(0, len(codes)))
    # Few cells: some statuses get the same.
    cells = [_cell(random, codes) for _ in range(random.choice((1, 2, len(codes))))]
    return kit.item(
        key, kind, is_always=random.random() < 0.2, cells=[kit.cell(code, **random.choice(cells)) for code in own], otherwise=random.choice(("yes", "no", "unknown")),
        when=condition(random, codes) if random.random() < 0.4 else None, to_check=_texts(random, 0.2),
    )  # fmt: skip


def _cell(random: Random, codes: list[str]) -> dict[str, Any]:
    entitled = random.choice(("yes", "yes", "no", "unknown"))
    when = condition(random, codes) if entitled != "no" and random.random() < 0.6 else None
    return {"entitled": entitled, "when": when, "to_check": _texts(random, 0.3)}


def _texts(random: Random, share: float) -> list[dict[str, str]]:
    return [kit.text("If.") for _ in range(random.randint(1, 2))] if random.random() < share else []


def _step(random: Random, key: str, steps: list[str], codes: list[str]) -> dict[str, Any]:
    def perhaps(share: float) -> Any:
        return condition(random, codes) if random.random() < share else None

    asked = random.sample([*steps, "elsewhere"], random.choice((0, 0, 1, 2, min(3, len(steps)))))
    return kit.step(
        key, prerequisites=asked, prerequisites_mode=random.choice(("all", "any", None)),
        prerequisites_strength=random.choice(("legal", "practical", None)), band=random.choice(BANDS), done=perhaps(0.2), urgent=perhaps(0.3),
        unknown=random.choice(("show", "hide")), counts_from=random.choice((None, *NUMBERS)), days_after=random.choice((None, 0, 3, 8, 30, 90, -60, -7)),
        event=random.choice((None, "arrival", "decision")), is_advice=random.choice((None, False, True)), opens_after=random.choice((None, False, True)),
        calendar_window=random.choice((None, None, None, *WINDOWS)), recheck_reason=random.choice((None, None, None, "new-law")),
        confidence=random.choice(("high", "medium", "low")), per_child=random.choice((None, True)), ages=random.choice((None, [0, 5], [6, 14])),
        wants=random.choice((None, [random.choice(WISHES)])), category=random.choice((None, "papers")), needs=random.sample(WISHES, random.randint(0, 1)),
        under=random.sample(BROAD, random.randint(0, 2)),
        legal_basis=[_law(random) for _ in range(random.choice((0, 1, 1, 2)))],
        **{"for": perhaps(0.6), "with": random.choice((None, ["item-0"]))},
    )  # fmt: skip


def _law(random: Random) -> dict[str, Any]:
    return {"law": "Law", "article": random.choice((None, "1")), "is_article_verified": random.random() < 0.6}


def _number(random: Random, key: str) -> dict[str, Any]:
    values = [_dated(random) for _ in range(random.randint(0, 3))]
    return {"id": key, "name": kit.text(key), "unit": "years", "values": values}


def _dated(random: Random) -> dict[str, Any]:
    since, until = (each.isoformat() for each in sorted((day(random), day(random))))
    return {
        "value": random.randint(0, 70),
        "since": random.choice((None, since)),
        "until": random.choice((None, until)),
    }


def _circle(random: Random, key: str, steps: list[str]) -> dict[str, Any]:
    return {"id": key, "steps": random.sample(steps, min(len(steps), random.randint(2, 4)))}


def condition(random: Random, codes: list[str], depth: int = 0) -> dict[str, Any]:
    """A condition as people write it: any node, any test, nested."""
    word = random.choice(("test", "test", "any", "all", "not", "both")) if depth < 4 else "test"
    if word in ("any", "all"):
        return {word: [condition(random, codes, depth + 1) for _ in range(random.randint(1, 3))]}
    if word == "not":
        return {"not": condition(random, codes, depth + 1)}
    if random.random() < 0.07:
        return {random.choice(("from", "until")): day(random).isoformat()}
    tested = random.sample(TESTED, 2 if word == "both" else 1)
    return {each.name: _test(random, each, codes) for each in tested}


def _test(random: Random, attribute: Attribute, codes: list[str]) -> Any:
    match attribute.kind:
        case "status":
            return random.sample(codes, random.randint(1, len(codes)))
        case "flag":
            return random.random() < 0.6
        case "codes":
            return random.sample(WISHES, random.randint(1, 2))
        case "level":
            least, most = sorted(random.sample(range(len(LEVELS)), 2))
            return random.choice(
                (LEVELS[least], {"min": LEVELS[least]}, {"min": LEVELS[least], "max": LEVELS[most]})
            )
        case "ages":
            few = sorted(random.sample(range(8), 2))
            tests = {"some": _ends(random, attribute), "count": {"min": few[0], "max": few[1]}}
            return {word: tests[word] for word in random.choice((("some",), ("count",), ("some", "count")))}
    return _bound(random, attribute) if random.random() < 0.1 else _ends(random, attribute)


def _ends(random: Random, attribute: Attribute) -> dict[str, Any]:
    least, most = _bound(random, attribute), _bound(random, attribute)
    if isinstance(least, int) and isinstance(most, int):
        least, most = sorted((least, most))
    return random.choice(({"min": least}, {"max": most}, {"min": least, "max": most}))


def _bound(random: Random, attribute: Attribute) -> Any:
    if random.random() < 0.15:
        return {"parameter": f"number-{random.randint(0, 3)}"}  # the last one has no value on any day
    near = min(attribute.most, 100)
    return random.randint(max(attribute.least, -near), near)
