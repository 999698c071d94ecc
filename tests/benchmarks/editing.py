# SPDX-License-Identifier: EUPL-1.2
"""Editing a living city: one edit from the form to readers, the page of a queue of 10,000 proposals, the whole city made anew; one line of JSON.

The plain thing beside each: an UPDATE of one row, a SELECT of 25 rows by an index, a copy of all documents. ``python -m
tests.benchmarks.editing 10``: ten times the pack, which has fewer languages (see `tests.benchmarks.city`).
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

PROPOSALS = 10_000
EDITS = 40
QUEUE = "/staff/en/review/"
SIZES = ("1", "10")  # how often the pack


def main(size: int) -> None:
    """On the database of the environment, which is empty."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.utils import timezone

    call_command("migrate", verbosity=0)
    at = timezone.now()
    shown = _load(size, at)
    found = {"vendor": connection.vendor, "size": size, "languages": len(shown)}
    print(json.dumps(found | {"edits": _edits(at), "queue": _queue(at), "city": _city(at)}))


def _load(size: int, at: Any) -> list[str]:
    """The city, shown to readers; its languages."""
    from pristan.platform.published import services as published
    from tests.benchmarks.city import things_of, write

    things, others, _ = things_of("x", size)
    shown: list[str] = things["city"][0].fields["record"]["languages"]
    write(things, others, at)
    published.catch_up(at=at)
    return shown


def line(found: dict[str, Any]) -> list[str]:
    """What was measured, in words."""
    edits, queue, city = found["edits"], found["queue"], found["city"]
    return [
        f"\n## Editing {found['size']}x in {found['languages']} languages ({found['vendor']}), load average {found['load_average']:.1f}",
        (
            f"one edit published: hours p50 {edits['own']['p50_ms']:.0f} p95 {edits['own']['p95_ms']:.0f} ms, of the processor p50 {edits['own']['cpu_p50_ms']:.0f}; "
            f"a name (other pages too) p50 {edits['name']['p50_ms']:.0f} ms, of the processor {edits['name']['cpu_p50_ms']:.0f}; "
            f"a plain UPDATE {edits['plain_ms']:.2f} ms"
        ),
        (
            f"the page of a queue of {queue['proposals']} proposals: p50 {queue['p50_ms']:.1f} p95 {queue['p95_ms']:.1f} ms (asked <= 50), {queue['queries']} queries (asked <= 12), "
            f"one proposal with its differences {queue['one_ms']:.1f} ms; "
            f"plain SELECT {queue['plain_ms']:.2f} ms"
        ),
        f"the whole city made anew: {city['seconds']:.1f} s for {city['documents']} documents; words learned from its pages anew: {city['learning_s']:.1f} s",
    ]


def _edits(at: Any) -> dict[str, Any]:
    from pristan.city.directory import services
    from pristan.city.directory.models import Entry
    from pristan.platform.accounts.actors import system
    from pristan.platform.published import services as published

    keys = list(
        Entry.objects.published().filter(kind="service").order_by("key").values_list("key", flat=True)
    )

    def edit(number: int, fields: dict[str, Any]) -> None:
        services.edit(key=keys[number % len(keys)], fields=fields, actor=system("bench"), at=at)
        published.soon(at=at)

    own = [
        _timed(lambda n=n: edit(n, {"schedule": {"weekly": {"mo": [f"08:{n:02}-12:00"]}}}))
        for n in range(EDITS)
    ]
    names = [_timed(lambda n=n: edit(n, {"name": f"Ime {n}"})) for n in range(EDITS // 4)]
    plain = [
        _ms(
            lambda n=n: Entry.objects.filter(key=keys[n % len(keys)]).update(
                website=f"https://example.org/{n}"
            )
        )
        for n in range(EDITS)
    ]
    return {"own": _both(own[1:]), "name": _both(names[1:]), "plain_ms": statistics.median(plain)}


def _queue(at: Any) -> dict[str, Any]:
    from django.core.paginator import Paginator
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from pristan.city.directory.models import Entry
    from pristan.platform.accounts.actors import Actor, Power
    from pristan.platform.review import selectors
    from pristan.platform.review.models import Proposal
    from pristan.platform.review.views import PAGE

    keys = list(Entry.objects.published().values_list("key", flat=True))
    Proposal.objects.bulk_create(
        [
            Proposal(
                kind="entry", key=keys[number % len(keys)], author=f"author-{number % 300}", organization=f"org-{number % 90}",
                wanted={"summary": f"Povzetek {number}"}, base={}, source="bench", harm=number % 9, state="submitted", submitted_at=at,
            )
            for number in range(PROPOSALS)
        ],
        batch_size=500,
    )  # fmt: skip
    editor = Actor("person", "editor", powers=frozenset({Power("city_editor")}))
    page = Paginator(selectors.queue(editor), PAGE).get_page(1)
    client = _editor(at)
    times = [_ms(lambda n=n: client.get(QUEUE, {"page": 1 + n * 9})) for n in range(EDITS)]
    with CaptureQueriesContext(connection) as seen:
        assert "the most harmful first" in client.get(QUEUE).content.decode()
    one = [_ms(lambda each=each: selectors.changes(each, "sl")) for each in page]
    plain = [_ms(lambda: list(Proposal.objects.filter(state="submitted")[:25])) for _ in range(EDITS)]
    return {"proposals": page.paginator.count, "queries": len(seen), "one_ms": statistics.median(one), "plain_ms": statistics.median(plain)} | _told(times)  # fmt: skip


def _editor(at: Any) -> Any:
    """The browser of a city editor; its pages name static files, so these are there."""
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client

    from pristan.platform.accounts.actors import system
    from pristan.platform.power import services as power
    from tests.access.roles import person, signed_in

    call_command("collectstatic", verbosity=0, interactive=False)
    user = person("editor", at=at)
    power.give(user=user, role="city_editor", scope="", actor=system("bench"), at=at)
    client = Client(SERVER_NAME="127.0.0.1")
    client.cookies[settings.SESSION_COOKIE_NAME] = signed_in(user)
    return client


def _city(at: Any) -> dict[str, Any]:
    from django.db import transaction

    from pristan.city.directory import selectors
    from pristan.platform.published import services as published
    from pristan.platform.published.models import Document

    with transaction.atomic():
        published.mark(things=selectors.everything_published(), change="published", at=at)
    return {
        "seconds": _ms(lambda: published.catch_up(at=at, learns=False)) / 1e3,
        "learning_s": _ms(lambda: published.catch_up(at=at, learns=True)) / 1e3,
        "documents": Document.objects.open().count(),
    }


def _ms(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1e3


def _timed(act: Callable[[], object]) -> tuple[float, float]:
    """By the clock, and of the processor."""
    began = time.process_time()
    clock = _ms(act)
    return clock, (time.process_time() - began) * 1e3


def _both(times: list[tuple[float, float]]) -> dict[str, float]:
    return _told([clock for clock, _ in times]) | {"cpu_p50_ms": statistics.median(cpu for _, cpu in times)}


def _told(times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {"p50_ms": statistics.median(ordered), "p95_ms": ordered[int(len(ordered) * 0.95)]}


if __name__ == "__main__":
    main(int(sys.argv[1]))
