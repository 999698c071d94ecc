# SPDX-License-Identifier: EUPL-1.2
"""`pristan search`: ask the index as a reader would, and see ranks, scores and reasons."""

import argparse
from typing import Any

EPILOG = """examples:
  pristan search "brezplačen tečaj slovenščine" --lang sl
  pristan search "doctor without insurance" --lang en --filter asks_for_papers:no
"""


def declare(commands: Any, formatter: Any) -> None:
    """Add the command."""
    one = commands.add_parser(
        "search", help="search the city: ranks, scores, reasons", epilog=EPILOG, formatter_class=formatter
    )
    one.add_argument("text", help="what a person would type")
    one.add_argument("--lang", default="", help="language of the reader (default: the city's own)")
    one.add_argument(
        "--filter",
        action="append",
        default=[],
        metavar="FACET",
        help="a facet token, such as need:health or free:yes; may be given again",
    )
    one.add_argument("--limit", type=int, default=10, help="how many to show (1 to 50)")
    one.set_defaults(act=act)


def act(given: argparse.Namespace) -> int:
    """Search and print."""
    from pristan.city.directory import selectors
    from pristan.platform.published import readers
    from pristan.platform.search.port import Query, index

    languages = selectors.languages(selectors.city().record)
    language = given.lang or languages[0]
    version, limit = readers.version(), max(1, min(given.limit, 50))
    found = index().query(
        Query(
            given.text,
            language,
            version,
            facets=tuple(given.filter),
            without=() if any(each.startswith("kind:") for each in given.filter) else selectors.LAW,
            limit=limit,
            languages=tuple(languages),
            is_complete=True,
        )
    )
    shown = language if language in languages else languages[0]
    for rank, hit in enumerate(found.hits, 1):
        _show(rank, hit, given.text, shown, version)
    print(_closing(found, version))
    return 0


def _show(rank: int, hit: Any, text: str, language: str, version: int) -> None:
    """One hit: rank, score, name, and which words were found where."""
    from pristan.platform.published import readers
    from pristan.platform.search.reasons import why

    (card,) = readers.cards(language=language, things=[hit.thing], version=version)
    print(f"{rank:2}. {hit.score:8.3f}  {card['name']['text']}  [{card['kind']} {card['key']}]")
    entry = readers.document(language=language, address=card["slug"], version=version)
    for reason in why(text, language, entry.body) if entry else ():
        same = f"{' '.join(reason.asked)} = " if reason.asked else ""
        print(f"              {reason.field}: {same}{', '.join(reason.words)}")


def _closing(found: Any, version: int) -> str:
    if not found.hits:
        return "nothing found; a page would show the nearest needs and whom to call"
    return f"{found.total} {'near by spelling' if found.is_fallback else 'found'} in version {version}"
