# SPDX-License-Identifier: EUPL-1.2
"""`pristan plan`: a personal plan from a file of answers. The file is read once; nothing of it is kept or logged."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

EPILOG = """examples:
  pristan plan --answers answers.json --lang en
  echo '{"legal_status": "refugee", "days_since_status": 5}' | pristan plan --answers - --lang sl --json
"""


class FileUnfit(Exception):
    """A file that was named does not hold what it should. The message says the way out."""


BANDS = ("now", "week", "month", "later", "yearly")


def declare(commands: Any, formatter: Any) -> None:
    """Add the command."""
    one = commands.add_parser(
        "plan", help="a personal plan from answers", epilog=EPILOG, formatter_class=formatter
    )
    one.add_argument(
        "--answers", required=True, metavar="FILE", help="answers as JSON; - reads standard input"
    )
    one.add_argument("--lang", default="", help="language of the reader (default: the city's own)")
    one.add_argument("--today", default="", metavar="DATE", help="count from this day (YYYY-MM-DD)")
    one.add_argument("--json", action="store_true", help="everything, for other programs")
    one.set_defaults(act=act)


def act(given: argparse.Namespace) -> int:
    """Make the plan and print it."""
    from django.utils import timezone, translation

    from pristan.city.directory import selectors
    from pristan.city.orientation import answers, plans, wishes
    from pristan.city.orientation.rulebook import rulebook
    from pristan.core.text.languages import readable
    from pristan.platform.published import readers

    languages = selectors.languages(selectors.city().record)
    wanted = readable(given.lang)
    language = next((each for each in wanted if each in languages), languages[0])
    if given.lang and language not in wanted:
        spoken = ", ".join(languages)
        print(
            f"pristan: no `{given.lang}` here, so the plan is in `{language}`. There is: {spoken}.",
            file=sys.stderr,
        )
    today = _day(given.today) or selectors.city_today(timezone.now())
    book = rulebook(language, readers.version())
    with translation.override(language):
        told = answers.read(_answers(given.answers), book, today)
        made = plans.plan(book, wishes.precise(book, told)) | told.remarks()
    if given.json:
        print(json.dumps(made, ensure_ascii=False, indent=1))
    else:
        _print(made)
    return 0


def _answers(name: str) -> Any:
    """What the file holds. Raises OSError, and FileUnfit: it is no JSON, or can be read in two ways."""
    from pristan.city.orientation.sent import NameTwice, decoded

    text = sys.stdin.read() if name == "-" else Path(name).read_text("utf-8", "replace")
    try:
        return decoded(text)
    except NameTwice:
        raise FileUnfit(f"{name} holds a name twice. Write each name once.") from None
    except ValueError as error:
        raise FileUnfit(f'{name} holds no JSON. Write an object such as {{"age": 30}}.') from error


def _day(text: str) -> date | None:
    from pristan.city.orientation import answers

    try:
        return answers.day(text) if text else None
    except ValueError as error:
        raise FileUnfit(f"`{text}` is no day of our times. Write it as 2026-11-27.") from error


def _print(made: dict[str, Any]) -> None:
    if made["help"]:
        print("help in danger, always:")
    for each in made["help"]:
        print(f"  {each['name']['text']}  [{each['id']}]")
    for band in BANDS:
        steps = [each for each in made["steps"] if each["band"] == band and not each["aside"]]
        if steps:
            print(f"{band}:")
        for each in steps:
            mark = "!" if each["urgent"] else "-"
            when = f"by {each['due']}" if each["due"] else each["because"]
            when += f", {each['doubt']}" if each["doubt"] else ""
            print(f"  {mark} {each['name']['text']}  [{each['id']}: {each['verdict']}, {when}]")
            if each["blocked_by"]:
                print(f"      first: {', '.join(each['blocked_by'])}")
    for each in made["problems"]:
        print(f"check your answers: {each['text']}")
    if made["ignored"]:
        print(f"ignored: {', '.join(made['ignored'])}")
