# SPDX-License-Identifier: EUPL-1.2
"""`pristan facts`: what is counted, and the last readings. Small numbers stay hidden here as everywhere."""

import argparse
import json
import sys
from datetime import date
from typing import Any

EPILOG = """docs/facts.md lists the facts. A reading is taken once a day or once a month by `pristan facts --take`; what was taken is never changed.

examples:
  pristan facts
  pristan facts directory.entries-by-need
  pristan facts directory.openings --on 2026-10-31 --csv > openings.csv
  pristan facts directory.entries-by-kind --json --lang sl
  pristan facts --take
"""


class NoReading(Exception):
    """There is nothing to show yet."""

    def __init__(self, key: str, on: date | None) -> None:
        day = f" up to {on.isoformat()}" if on else ""
        super().__init__(f"there is no reading of {key}{day}; `pristan facts --take` takes one if its day or month has ended.")  # fmt: skip


def declare(commands: Any, formatter: Any) -> None:
    """Add the command."""
    one = commands.add_parser(
        "facts", help="what is counted, with date and source", epilog=EPILOG, formatter_class=formatter
    )
    one.add_argument("key", nargs="?", help="one fact (default: the list of all)")
    form = one.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help="as CSV, without formulas")
    form.add_argument("--json", action="store_true", help="as one line of JSON; a hidden number is null")
    one.add_argument("--on", type=_day, metavar="DATE", help="the last reading up to this day (default: the newest)")  # fmt: skip
    one.add_argument("--lang", default="en", help="the language of names (default: en)")
    one.add_argument("--take", action="store_true", help="take the readings that are due first")
    one.set_defaults(act=act)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"`{text}`: write a day as 2026-11-27") from None


def act(given: argparse.Namespace) -> int:
    """Take, read, print."""
    from django.utils import translation

    if given.take:
        _take()
    with translation.override(given.lang):
        return _one(given) if given.key else _list(given)


def _take() -> None:
    from zoneinfo import ZoneInfo

    from django.utils import timezone

    from pristan.city.directory import selectors
    from pristan.platform.facts import readings

    taken = readings.take(at=timezone.now(), zone=ZoneInfo(selectors.city().time_zone))
    print(f"readings taken: {len(taken)}", file=sys.stderr)


def _list(given: argparse.Namespace) -> int:
    from pristan.platform.facts import selectors
    from pristan.platform.facts.registry import facts

    found = [
        {"key": fact.key, "label": str(fact.label), "period": fact.period, "is_about_persons": fact.is_about_persons,
         "last": next((day.isoformat() for day in selectors.dates(fact.key)), None)}
        for fact in facts().values()
    ]  # fmt: skip
    if given.json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        for each in found:
            print(f"{each['key']:36}  {each['last'] or 'none yet':10}  {each['label']}")
    return 0


def _one(given: argparse.Namespace) -> int:
    from pristan.platform.facts import selectors
    from pristan.platform.facts.selectors import table
    from pristan.platform.tables.csv_out import csv_chunks

    found = selectors.shown(given.key, given.lang, given.on)
    if found is None:
        raise NoReading(given.key, given.on)
    if given.csv:
        sys.stdout.write(b"".join(csv_chunks(table(found))).decode())
    elif given.json:
        print(json.dumps(_plain(found), ensure_ascii=False))
    else:
        print(f"{found.fact.label}, {found.on.isoformat()}\n{found.fact.counts}\nsource: {found.source}")
        if found.is_withheld:
            print("nothing of this reading may be shown")
        for line in found.lines:
            number = "hidden" if line.number is None else line.number
            print(f"{number:>8}  {', '.join(name or 'all' for name in line.names)}")
    return 0


def _plain(found: Any) -> dict[str, Any]:
    return {
        "key": found.fact.key, "on": found.on.isoformat(), "source": found.source, "is_withheld": found.is_withheld,
        "dimensions": list(found.fact.dimensions),
        "lines": [{"names": list(line.names), "number": line.number, "is_sum": line.is_sum} for line in found.lines],
    }  # fmt: skip
