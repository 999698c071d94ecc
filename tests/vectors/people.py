# SPDX-License-Identifier: EUPL-1.2
"""Whatever somebody may answer: well or badly, little or much, true together or not. Drawn from a seed."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from pristan.core.rules import ATTRIBUTES, LEVELS, Attribute

Answers = dict[str, Any]
NO_NUMBERS = ("thirty", True, 2.5, [], {}, -50_000, 10**18)
MALFORMED: dict[str, Sequence[Any]] = {
    "status": ("king", "", 7, False, ["guest"], {"code": "guest"}),
    "number": NO_NUMBERS,
    "ages": (3, "3", {}, True, [3, None], [2.5, "x"], [-1], [131], [True], [4] * 21),
    "flag": ("yes", 0, 1, "", [], {}),
    "level": ("D1", "a1", "", 2, True, ["A1"]),
    "codes": (
        "housing",
        5,
        {},
        True,
        ["Housing"],
        [""],
        ["a" * 61],
        [1],
        ["x"] * 61,
        ["two words"],
        ["ends\n"],
        [None],
    ),
}
UNKNOWN = (
    "shoe_size",
    "Age",
    "",
    "__proto__",
    "constructor",
    "toString",
    "ž",
    "\uff5e",
    "\U0001d538",
    "nationality",
    "age ",
)
WHOLE = (None, [], [1, 2], "text", 5, True)
TELLING = {"age": (9, 10, 14, 15, 17, 18, 65, 66), "days_to_18th_birthday": (-1, 0, 1, 365, 366)}


def pairs(codes: Sequence[str]) -> Iterator[Answers]:
    """Every status in either box, and every two of them."""
    yield {}
    for one in codes:
        yield {"legal_status": one}
        yield {"base_status": one}
        for other in codes:
            yield {"legal_status": one, "base_status": other}


def somebody(random: Random, codes: Sequence[str], wishes: Sequence[str]) -> Any:
    """What one person sends: mostly answers, sometimes with slips, seldom no answers at all."""
    if random.random() < 0.005:
        return random.choice(WHOLE)
    share = random.choice((0.1, 0.4, 0.7, 0.95))
    told = {each.name: _answer(random, each, codes, wishes) for each in ATTRIBUTES if random.random() < share}
    if "age" in told and random.random() < 0.1:  # on either side of what cannot be
        told["days_since_arrival"] = 366 + told["age"] * 1461 // 4 + random.randint(-1, 1)
    for each in random.sample(ATTRIBUTES, random.choice((0, 0, 0, 1, 3))):
        told[each.name] = None
    if random.random() < 0.06:
        slips = random.sample(ATTRIBUTES, random.choice((1, 1, 2, 4)))
        told |= {each.name: random.choice(MALFORMED[each.kind]) for each in slips}
    if random.random() < 0.1:
        told |= dict.fromkeys(random.sample(UNKNOWN, random.randint(1, 5)), random.choice((1, None, "x")))
    order = random.sample([*told], len(told))
    return {name: told[name] for name in order}


def _answer(random: Random, attribute: Attribute, codes: Sequence[str], wishes: Sequence[str]) -> Any:
    match attribute.kind:
        case "status":
            return random.choice(codes)
        case "flag":
            return random.random() < 0.5
        case "level":
            return random.choice(LEVELS)
        case "ages":
            return [_number(random, attribute) for _ in range(random.choice((0, 1, 1, 2, 3, 20)))]
        case "codes":
            return random.choices([*wishes, "nothing-such"], k=random.choice((0, 1, 1, 2, 5)))
    return _number(random, attribute)


def _number(random: Random, attribute: Attribute) -> int:
    """Mostly near what rules test, sometimes a bound of what may be told."""
    near = min(attribute.most, random.choice((20, 120, 500)))
    drawn = random.randint(max(attribute.least, -near), near)
    edges = (attribute.least, attribute.most, *TELLING.get(attribute.name, ()))
    return random.choice(edges) if random.random() < 0.15 else drawn
