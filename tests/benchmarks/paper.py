# SPDX-License-Identifier: EUPL-1.2
"""Plans on paper for one person after the other, in every language of the city, against an empty sheet of the same run."""

import resource
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from django.test import RequestFactory
from django.utils import timezone, translation

EMPTY = Path(__file__).resolve().parents[2] / "pristan" / "platform" / "documents" / "tests" / "sheet.typ"
ROUNDS = 3


def measure(languages: Sequence[str]) -> dict[str, Any]:
    """Milliseconds of a whole file, plan and reading included, after one of each; its size; what it costs in memory."""
    rows = list(_rows(languages))
    before = _peak_mb()
    found = {form: _figures(made, rows) for form, made in _forms().items()}
    return found | {"empty": _figures(_empty, rows), "files": len(rows), "grown_mb": _peak_mb() - before}


def _rows(languages: Sequence[str]) -> Iterator[tuple[Any, Any]]:
    import yaml

    from pristan.doors.web.page import opened
    from tests import cities

    personas = yaml.safe_load((cities.LJUBLJANA / "personas.yaml").read_text("utf-8"))
    for _ in range(ROUNDS):
        for language in languages:
            request = RequestFactory().get(f"/{language}/plan/", headers={"host": "127.0.0.1"})
            page = opened(request, language, timezone.now())
            yield from ((page, each["answers"]) for each in personas)


def _forms() -> dict[str, Callable[[Any, Any], bytes]]:
    from pristan.doors.web.paper import plan
    from pristan.doors.web.paper.sides import sides

    link = "https://city.example/en/steps/#p=1.abc"
    return {
        "short": lambda page, told: plan.short(page, sides(page, told, is_whole=False), link),
        "full": lambda page, told: plan.full(page, sides(page, told, is_whole=True), link),
    }


def _empty(page: Any, told: Any) -> bytes:
    from pristan.platform.documents import typesetting

    data = {"title": "Empty", "lang": page.language, "texts": []}
    return typesetting.pdf(EMPTY, data, made=page.today)


def _figures(make: Callable[[Any, Any], bytes], rows: Sequence[tuple[Any, Any]]) -> dict[str, float]:
    """By the clock, and of the processor alone, which other work on the machine does not lengthen as much."""
    make(*rows[0])  # the first one reads fonts and templates
    found = sorted(_timed(make, page, told) for page, told in rows)
    busy = sorted(each[1] for each in found)
    sizes = sorted(each[2] for each in found)
    middle, late = len(rows) // 2, int(len(rows) * 0.95)
    return {
        "p50_ms": found[middle][0], "p95_ms": found[late][0], "cpu_p50_ms": busy[middle], "cpu_p95_ms": busy[late],
        "p50_kb": sizes[middle], "most_kb": sizes[-1],
    }  # fmt: skip


def _timed(make: Callable[[Any, Any], bytes], page: Any, told: Any) -> tuple[float, float, float]:
    """(milliseconds by the clock, of the processor, kilobytes)."""
    began, busy = time.perf_counter(), time.process_time()
    with translation.override(page.language):
        made = make(page, told)
    return (
        (time.perf_counter() - began) * 1000,
        (time.process_time() - busy) * 1000,
        len(made) / 1024,
    )


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
