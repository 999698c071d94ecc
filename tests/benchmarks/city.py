# SPDX-License-Identifier: EUPL-1.2
"""One generated city, loaded, read and searched; prints its figures as one line of JSON."""

import json
import resource
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

FEW = ("sl", "en", "ar")  # what a city larger than its pack speaks


def main(unit: str, size: int) -> None:
    """Load a city of ``size`` packs (unit x) or entries, and measure."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection
    from django.utils import timezone

    from tests.benchmarks import asking, engine, pages, paper, rules

    call_command("migrate", verbosity=0)
    began = time.perf_counter()
    things, others, count = things_of(unit, size)
    read_s = time.perf_counter() - began
    found: dict[str, Any] = {"vendor": connection.vendor, "entries": count}
    found["load"] = {"read_s": read_s} | _load(things, others)
    from pristan.city.directory import selectors

    found["languages"] = selectors.languages(selectors.city().record)
    found |= asking.measure(found["languages"])
    if (unit, size) == ("x", 1):
        found["rules"] = rules.measure(found["languages"][0])
        found["engine"] = engine.measure(found["languages"][0], timezone.localdate())
        found["paper"] = paper.measure(found["languages"])
        call_command("collectstatic", verbosity=0, interactive=False)
        found["pages"] = pages.measure(found["languages"], Path(settings.BASE_DIR))
    print(json.dumps(found))


def things_of(unit: str, size: int) -> tuple[dict[str, list[Any]], dict[str, str], int]:
    """What a pack of that size holds: the pack itself in all its languages, and larger ones in the first few."""
    from django.conf import settings

    from pristan.platform.packs import loose
    from pristan.platform.packs.files import PackFiles
    from pristan.platform.packs.planning import read_all
    from tests.benchmarks import generated

    files = PackFiles(Path(settings.PACK_DIR), Path(settings.THESAURUS_DIR))
    things, _ = read_all(files)
    others = loose.read(files, chain.from_iterable(things.values()))
    real = things["entry"]
    more = (size - 1) * len(real) if unit == "x" else max(0, size - len(real))
    record = things["city"][0].fields["record"]
    if (unit, size) != ("x", 1):
        real = things["entry"] = generated.in_languages(real, record, FEW)
    things["entry"] = [*real, *generated.entries(real, more, record["languages"])]
    return things, dict(others), len(things["entry"])


def write(things: dict[str, list[Any]], others: dict[str, str], at: Any) -> None:
    """Into the database; readers see it when the read model was brought up to date."""
    from pristan.platform.accounts.actors import system
    from pristan.platform.packs import services as packs

    packs.load_things(
        things,
        warnings=[],
        name="generated",
        actor=system("bench"),
        at=at,
        tell=lambda line: None,
        others=others,
    )


def _load(things: dict[str, list[Any]], others: dict[str, str]) -> dict[str, Any]:
    from django.utils import timezone

    from pristan.platform.published import services as published

    at = timezone.now()
    with _reading() as reads:
        began = time.perf_counter()
        write(things, others, at)
        things.clear()  # as a load from files lets go of them
        written = time.perf_counter()
        published.catch_up(at=at)
        shown = time.perf_counter()
    times = sorted(reads["ms"]) or [0.0]
    return {
        "write_s": written - began, "project_s": shown - written, "reads": len(reads["ms"]), "failed_reads": reads["failed"],
        "read_p95_ms": times[int(len(times) * 0.95) - 1], "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }  # fmt: skip


@contextmanager
def _reading() -> Iterator[dict[str, Any]]:
    """A reader in another thread who asks for the version and a page all the while."""
    from django.db import connection

    from pristan.platform.published import readers

    reads: dict[str, Any] = {"ms": [], "failed": 0}
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            began = time.perf_counter()
            try:
                readers.document(language="sl", address="klic-112", version=readers.version())
            except Exception:
                reads["failed"] += 1
            reads["ms"].append((time.perf_counter() - began) * 1000)
            done.wait(0.05)
        connection.close()

    thread = threading.Thread(target=read)
    thread.start()
    try:
        yield reads
    finally:
        done.set()
        thread.join()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
