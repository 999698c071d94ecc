# SPDX-License-Identifier: EUPL-1.2
"""Seal and verify a trail of 1,000, 10,000 and 100,000 entries, beside plain SHA-256 over the same bytes; one line of JSON."""

import hashlib
import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

SIZES = (1_000, 10_000, 100_000)
MINUTE = 100  # entries that a busy office writes in a minute
CHUNK = 10_000


def main() -> None:
    """On the database of the environment, which is empty."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    print(json.dumps({"vendor": connection.vendor, "trails": [_grown(size) for size in SIZES]}))


def _grown(size: int) -> dict[str, float]:
    """Microseconds an entry, once the trail has so many; milliseconds of the sealer's minute then."""
    from pristan.platform.audit import sealing
    from pristan.platform.audit.models import AuditEntry
    from pristan.platform.audit.verifying import verify

    _write(size - MINUTE - AuditEntry.objects.count())
    backlog, seal_s = _timed(sealing.seal)
    _write(MINUTE)
    _, minute_s = _timed(sealing.seal)
    walk, verify_s = _timed(verify)
    plain_s = min(_timed(_hasher())[1] for _ in range(3))
    if walk.head.position != size or not walk.is_whole:
        sys.exit(f"the chain has {walk.head.position} of {size} entries")
    return {
        "entries": size, "seal_us": seal_s / backlog * 1e6, "verify_us": verify_s / size * 1e6, "plain_us": plain_s / size * 1e6,
        "minute_ms": minute_s * 1e3,
    }  # fmt: skip


def _write(count: int) -> None:
    from django.db import transaction
    from django.utils import timezone

    from pristan.platform.accounts.actors import Actor
    from pristan.platform.audit import services as audit

    at = timezone.now()
    for start in range(0, count, CHUNK):
        abouts = [("entry", f"entry-{number}") for number in range(start, min(count, start + CHUNK))]
        with transaction.atomic():
            audit.record_many(
                what="directory.entry.edited", actor=Actor("person", "5b0c1234-0000-4000-8000-123456789012"), abouts=abouts, at=at,
                why="description, opening hours",
            )  # fmt: skip


def _hasher() -> Callable[[], str]:
    """SHA-256, link by link, over bytes that are in memory already."""
    texts = list(_bytes())

    def run() -> str:
        digest = "0" * 64
        for text in texts:
            digest = hashlib.sha256(digest.encode() + text).hexdigest()
        return digest

    return run


def _bytes() -> Iterator[bytes]:
    from pristan.platform.audit.chain import COVERED, canonical
    from pristan.platform.audit.models import AuditEntry

    return map(canonical, AuditEntry.objects.order_by("number").values_list(*COVERED).iterator())


def _timed(act: Callable[[], Any]) -> tuple[Any, float]:
    began = time.perf_counter()
    found = act()
    return found, time.perf_counter() - began


def line(found: dict[str, Any]) -> Iterator[str]:
    """What was measured, in words."""
    yield f"\n## the audit's chain ({found['vendor']}), load average {found['load_average']:.1f}"
    for each in found["trails"]:
        yield (
            f"{each['entries']} entries: an entry takes {each['seal_us']:.0f} us to seal, {each['verify_us']:.0f} us to verify, plain SHA-256 "
            f"{each['plain_us']:.2f} us; ratio {each['seal_us'] / each['plain_us']:.0f} and {each['verify_us'] / each['plain_us']:.0f}; "
            f"the {MINUTE} entries of a minute {each['minute_ms']:.1f} ms"
        )


if __name__ == "__main__":
    main()
