# SPDX-License-Identifier: EUPL-1.2
"""`pristan search signals`: what the city is asked for, and what it is asked for in vain."""

import argparse
import json
from typing import Any

EPILOG = """Numbers below 5 are not shown. A text is shown once it was looked for in vain on 5 different days. docs/privacy.md says what is counted.

examples:
  pristan search signals
  pristan search signals --days 365 --lang sl
  pristan search signals --json
"""
MOST = 30
LONGEST = 3 * 365


def declare(commands: Any, formatter: Any) -> None:
    """Add the command."""
    one = commands.add_parser(
        "search-signals", prog="pristan search signals", help="what is searched for, and what is searched for in vain",
        epilog=EPILOG, formatter_class=formatter,
    )  # fmt: skip
    one.add_argument("--days", type=_days, default=30, help="how far to look back (default: 30)")
    one.add_argument("--lang", default="", help="only readers of this language (default: all)")
    one.add_argument("--json", action="store_true", help="all of it as one line of JSON")
    one.set_defaults(act=act)


def _days(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= LONGEST:
        return int(text)
    raise argparse.ArgumentTypeError(f"`{text}`: write a number of days from 1 to {LONGEST}")


def act(given: argparse.Namespace) -> int:
    """Forget what is too old, read, print."""
    found = _found(given.days, given.lang)
    if given.json:
        print(json.dumps(found, ensure_ascii=False))
        return 0
    print(
        f"since {found['since']}" + ("" if found["is_on"] else "; counting is off (PRISTAN_SEARCH_SIGNALS)")
    )
    _show(
        "asked for",
        [f"{row['number']:6}  {row['name']}  [{row['subject']}]" for row in found["asked"][:MOST]],
    )
    _show("nothing matched", [f"{row['number']:6}  {row['language']}" for row in found["in_vain"]])
    _show("looked for in vain", [f"{row['days']:6} days  {row['language']}  {row['text']}" for row in found["texts"][:MOST]])  # fmt: skip
    return 0


def _show(title: str, lines: list[str]) -> None:
    print("\n".join([f"{title}:", *lines] if lines else [f"{title}: nothing that may be shown"]))


def _found(days: int, language: str) -> dict[str, Any]:
    """All that may be shown, as plain data."""
    from datetime import timedelta
    from zoneinfo import ZoneInfo

    from django.conf import settings
    from django.utils import timezone

    from pristan.city.directory import selectors
    from pristan.platform.search import signals

    city = selectors.city()
    today = timezone.now().astimezone(ZoneInfo(city.time_zone)).date()
    since = today - timedelta(days=days - 1)
    signals.forget(today)
    asked, own = signals.commonest(since, language), selectors.languages(city.record)[0]
    names = _names([subject for subject, _ in asked], language or own, own)
    return {
        "since": since.isoformat(),
        "is_on": settings.SEARCH_SIGNALS,
        "asked": [{"subject": each, "name": names[each], "number": number} for each, number in asked],
        "in_vain": [
            {"language": each, "number": number} for each, number in signals.in_vain(since, language)
        ],
        "texts": [
            {"text": each.text, "language": each.language, "days": each.days}
            for each in signals.texts(since, language)
        ],
    }


def _names(subjects: list[str], language: str, own: str) -> dict[str, str]:
    """What people call a subject: the label of a concept, the address of an entry; a subject that is gone keeps its id."""
    from uuid import UUID

    from pristan.city.directory import selectors
    from pristan.city.taxonomy.selectors import vocabulary
    from pristan.platform.search.signals import CONCEPT, ENTRY

    words = vocabulary()
    things = {each: UUID(each.removeprefix(ENTRY)) for each in subjects if each.startswith(ENTRY)}
    slugs = selectors.slugs(list(things.values()))
    names = {each: slugs.get(thing, "withdrawn") for each, thing in things.items()}
    for each in subjects:
        if each.startswith(CONCEPT):
            names[each] = words.label("needs", each.removeprefix(CONCEPT), language, [own])[0]
    return names
