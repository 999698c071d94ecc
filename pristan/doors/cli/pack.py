# SPDX-License-Identifier: EUPL-1.2
"""`pristan pack`: check, load, diff, export."""

import argparse
from pathlib import Path
from typing import Any

EPILOG = """examples:
  pristan pack check packs/ljubljana            all problems, each with file, line and how to mend it
  pristan pack diff packs/ljubljana             what a load would create, change, archive, keep
  pristan pack load packs/ljubljana             all or nothing; what people edited since stays and is reported
  pristan pack export ../ljubljana-today            the live city as files, comments kept
"""


HELPS = {
    "check": "say what is wrong with a pack; writes nothing",
    "load": "load a pack, all or nothing",
    "diff": "say what a load would do; writes nothing",
}


def declare(commands: Any, formatter: Any) -> None:
    """Add the command."""
    words = "check, load, compare or export a city pack"
    pack = commands.add_parser("pack", help=words, epilog=EPILOG, formatter_class=formatter)
    verbs = pack.add_subparsers(dest="verb", required=True, metavar="VERB")
    for verb, act in (("check", check), ("load", load), ("diff", diff)):
        one = _verb(verbs, verb, HELPS[verb], "packs/ljubljana", formatter)
        one.add_argument("path", nargs="?", type=Path, help="folder of the pack (default: PRISTAN_PACK)")
        one.set_defaults(act=act)
    out = _verb(
        verbs, "export", "write the live city as files into a new folder", "../ljubljana-today", formatter
    )
    out.add_argument("path", type=Path, help="a folder that does not exist yet")
    out.set_defaults(act=export)


def _verb(verbs: Any, verb: str, words: str, example: str, formatter: Any) -> argparse.ArgumentParser:
    epilog = f"example:\n  pristan pack {verb} {example}"
    made: argparse.ArgumentParser = verbs.add_parser(
        verb, help=words, description=words, epilog=epilog, formatter_class=formatter
    )
    return made


def _path(given: argparse.Namespace) -> Path:
    from django.conf import settings

    return Path(given.path or settings.PACK_DIR).resolve()


def check(given: argparse.Namespace) -> int:
    """`pristan pack check`."""
    from django.conf import settings

    from pristan.platform.packs import services

    problems = services.check(_path(given), thesaurus=settings.THESAURUS_DIR)
    for problem in problems:
        print(problem)
    errors = sum(problem.is_error for problem in problems)
    print(f"{errors} error(s), {len(problems) - errors} warning(s)" if problems else "the pack is sound")
    return 1 if errors else 0


def load(given: argparse.Namespace) -> int:
    """`pristan pack load`."""
    from django.conf import settings
    from django.utils import timezone

    from pristan.platform.accounts.actors import system
    from pristan.platform.packs import services
    from pristan.platform.published import services as published

    at = timezone.now()
    summary = services.load(
        _path(given), thesaurus=settings.THESAURUS_DIR, actor=system("pack-load"), at=at, progress=print
    )
    show(summary)
    version = published.catch_up(at=at, progress=print)
    print(f"readers see version {version}")
    return 0


def diff(given: argparse.Namespace) -> int:
    """`pristan pack diff`."""
    from django.conf import settings

    from pristan.platform.packs import services

    summary = services.diff(_path(given), thesaurus=settings.THESAURUS_DIR)
    for line in summary.details:
        print(line)
    show(summary)
    return 0


def export(given: argparse.Namespace) -> int:
    """`pristan pack export`."""
    from pristan.platform.packs.export import export as write

    count = write(given.path.resolve())
    print(f"{count} files in {given.path}")
    return 0


def show(summary: Any) -> None:
    """Print a summary: figures by kind, then warnings and conflicts."""
    for kind, figures in summary.figures.items():
        told = ", ".join(
            f"{count} {name.replace('_', ' ')}"
            for name, count in figures.items()
            if count or name == "in_pack"
        )
        print(f"{kind}: {told}")
    for line in (*summary.warnings, *summary.conflicts):
        print(line)
    if summary.is_empty:
        print(f"nothing to change: the city and the pack agree{_but(summary.figures)}")


def _but(figures: Any) -> str:
    edited = sum(each["kept"] + each["conflicts"] for each in figures.values())
    return f", but for {edited} field(s) that people edited" if edited else ""
