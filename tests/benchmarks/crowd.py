# SPDX-License-Identifier: EUPL-1.2
"""Forty people have the forms of forty entries open at once and send them over HTTP, three times each: how long a sending takes, and
what was lost. First each sends once in twenty seconds; then all have their forms open and send in one moment; then all open and send
without a pause: a queue, the worst there is.

A served town of 46 entries in three languages; what is published goes through to readers. One line of JSON.
"""

import json
import statistics
import tempfile
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

PEOPLE, ROUNDS, PACE = 40, 3, 20.0


def main() -> None:
    """In the environment of tests.benchmarks.run."""
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection

    from scripts.serving import serving
    from tests.concurrency import editors, kit

    with tempfile.TemporaryDirectory(prefix="pristan-crowd-") as name:
        folder, lemmas = Path(name), Path(settings.LEMMA_CACHE)
        no_thesaurus = patch.dict("os.environ", {"PRISTAN_THESAURUS": str(folder / "none")})
        with no_thesaurus, serving(kit.town(folder / "town", 1), folder / "var", lemmas=lemmas) as served:
            keys: Any = editors.ask(served, "sign-in", str(PEOPLE))
            entries = [f"tecaj-{number}" for number in range(kit.ENTRIES)]
            work = partial(
                editors.work, served, keys, entries, rounds=ROUNDS, cookie=settings.SESSION_COOKIE_NAME
            )
            turns = {
                "in turn": work(pace=PACE, about="a"),
                "in one moment": work(is_moment=True, about="b"),
                "without a pause": work(about="c"),
            }
            found: Any = editors.ask(served, "words")
    written = Counter(words for worked in turns.values() for words in worked.written)
    lost = written - Counter([*found["kept"], *found["waiting"]])
    told = {name: _told(worked.milliseconds) for name, worked in turns.items()}
    wrong = [each for worked in turns.values() for each in worked.wrong]
    left = {"lost": lost.total(), "unseen": len(found["unseen"])}
    print(json.dumps({"vendor": connection.vendor, "turns": told, "wrong": wrong, **left}))


def _told(times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {
        "sent": len(times),
        "p50_ms": statistics.median(ordered),
        "p95_ms": ordered[int(len(ordered) * 0.95)],
    }


def line(found: dict[str, Any]) -> list[str]:
    """What was measured, in words."""
    return [
        f"\n## {PEOPLE} people ({found['vendor']}), load average {found['load_average']:.1f}",
        *(
            f"{name}: {told['sent']} sendings, p50 {told['p50_ms']:.0f} ms, p95 {told['p95_ms']:.0f} ms"
            for name, told in found["turns"].items()
        ),
        f"{found['lost']} lost, {found['unseen']} not shown to readers at the end",
        *found["wrong"][:5],
    ]


if __name__ == "__main__":
    main()
