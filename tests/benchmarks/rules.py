# SPDX-License-Identifier: EUPL-1.2
"""Verdicts and plans for one person after the other over the rules of the pack, and how the weighing grows with their number."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from django.utils import timezone

ROUNDS = 20
MANY = (1_000, 10_000)


def measure(language: str) -> dict[str, Any]:
    """Milliseconds for a person: the whole of it as an answer has it, the plan, the next question, and the weighing alone by number of rules."""
    import yaml

    from pristan.city.orientation import answers, plans, verdicts
    from pristan.city.orientation.rulebook import rulebook
    from pristan.core.rules import decide_all
    from pristan.platform.published import readers
    from tests import cities

    began = time.perf_counter()
    book = rulebook(language, readers.version())
    compiled = (time.perf_counter() - began) * 1000
    personas = yaml.safe_load((cities.LJUBLJANA / "personas.yaml").read_text("utf-8"))
    told = [answers.read(each["answers"], book, timezone.localdate()) for each in personas]
    rows = [each for _ in range(ROUNDS) for each in told]

    def grown(number: int) -> Any:
        rules = [book.items[at % len(book.items)] for at in range(number)]
        # Each different from all others: equal ones are weighed once.
        return tuple(
            replace(each, id=f"{at}", otherwise=replace(each.otherwise, to_check=(f"{at}",)))
            for at, each in enumerate(rules)
        )

    def weigh(items: Any, each: Any) -> Any:
        return decide_all(items, each.facts)

    return {
        "rules": len(book.items), "compiled_ms": compiled,
        "verdicts": _figures(lambda each: verdicts.verdicts(book, each), rows),
        "weighing": _figures(partial(weigh, book.items), rows),
        "plan": _figures(lambda each: plans.plan(book, each), rows),
        "question": _figures(lambda each: verdicts.following(book, each, ()), told),
        "grown": {number: _figures(partial(weigh, grown(number)), told) for number in MANY},
    }  # fmt: skip


def _figures(make: Callable[[Any], Any], rows: Sequence[Any]) -> dict[str, float]:
    found = []
    for each in rows:
        began = time.perf_counter()
        make(each)
        found.append((time.perf_counter() - began) * 1000)
    found.sort()
    return {"p50_ms": found[len(found) // 2], "p95_ms": found[int(len(found) * 0.95)]}
