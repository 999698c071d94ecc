# SPDX-License-Identifier: EUPL-1.2
"""`pristan search batch`: many questions to the loaded city, their answers in a file."""

import argparse
import os
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec

EPILOG = """Questions, one JSON object a line: {"id", "lang", "text"}; `lang` is the language of the interface.
Answers: {"query_id", "results": [slugs, the best first, at most 20], "fallback": true where nothing matched and the nearest is shown}.

example:
  pristan search batch questions.jsonl --out answers.jsonl
"""
MOST = 20


def declare(commands: Any, formatter: Any) -> None:
    """Add the command."""
    one = commands.add_parser(
        "search-batch", prog="pristan search batch", help="many questions to the loaded city", epilog=EPILOG,
        formatter_class=formatter,
    )  # fmt: skip
    one.add_argument("queries", type=Path, metavar="QUERIES.jsonl")
    one.add_argument("--out", required=True, type=Path, metavar="RUN.jsonl")
    one.set_defaults(act=act)


def act(given: argparse.Namespace) -> int:
    """Ask one by one; the answers appear under their name when all are there."""
    from pristan.doors.cli.jsonl import rows

    city = City()
    draft = given.out.with_name(f"{given.out.name}.{os.getpid()}.draft")
    try:
        with draft.open("wb") as out:
            for number, row in enumerate(rows(given.queries, ("id", "lang", "text"), empty=("text",)), 1):
                out.write(msgspec.json.encode(city.answer(row)) + b"\n")
                if number % 200 == 0:
                    print(f"asked {number}", file=sys.stderr, flush=True)
        draft.replace(given.out)
    finally:
        draft.unlink(missing_ok=True)
    return 0


class City:
    """What every answer needs of the city."""

    def __init__(self) -> None:
        from pristan.city.directory import selectors
        from pristan.platform.published import readers

        self.version = readers.version()
        self.languages = selectors.languages(selectors.city().record)
        self.catalogue = readers.catalogue(language=self.languages[0], version=self.version)

    def answer(self, row: dict[str, Any]) -> dict[str, Any]:
        """As a page would: help in danger first, then what matches; where nothing does, where a person knows more."""
        from pristan.city.directory import selectors
        from pristan.platform.search.port import Query, index

        asked = Query(
            row["text"],
            row["lang"],
            self.version,
            limit=MOST,
            without=selectors.LAW,
            languages=tuple(self.languages),
            is_complete=True,
        )
        found = index().query(asked)
        pinned = [UUID(each) for kind in found.crisis for each in self.catalogue["crisis"].get(kind, ())]
        nearest = [] if found.hits else [UUID(each["uuid"]) for each in self.catalogue["information_points"]]
        things = list(dict.fromkeys([*pinned, *(hit.thing for hit in found.hits), *nearest]))[:MOST]
        slugs = selectors.slugs(things)
        results = [slugs[each] for each in things if each in slugs]
        return {"query_id": row["id"], "results": results, "fallback": found.is_fallback and not pinned}
