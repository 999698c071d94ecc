# SPDX-License-Identifier: EUPL-1.2
"""`pristan thesaurus`: check the thesaurus and the lexicon, and give them away in open formats."""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

EPILOG = """examples:
  pristan thesaurus check                       every finding with file, line and how to mend it
  pristan thesaurus check --lang sq             all about one language, for the speaker who reviews it
  pristan thesaurus export --out needs.ttl      concepts and labels as SKOS
"""
CHECK = """Findings of which there are hundreds (concepts without labels, labels that search cannot tell apart) are told as one
for each language; --lang names each of them.

Exit status 1 when one finding is an error; warnings do not count.

examples:
  pristan thesaurus check
  pristan thesaurus check --lang uk
  pristan thesaurus check ../our-thesaurus
"""
EXPORT = """examples:
  pristan thesaurus export --out thesaurus.ttl                        SKOS in Turtle
  pristan thesaurus export --format jsonld --out thesaurus.jsonld     the same statements in JSON-LD
  pristan thesaurus export --lexicon --out lexicon.jsonl              the lexicon, one sense a line
"""


def declare(commands: Any, formatter: Any) -> None:
    """Add the command."""
    words = "check the thesaurus, or export it as SKOS"
    one = commands.add_parser("thesaurus", help=words, epilog=EPILOG, formatter_class=formatter)
    verbs = one.add_subparsers(dest="verb", required=True, metavar="VERB")
    words = "say what is wrong with concepts, labels and lexicon; writes nothing"
    verb = verbs.add_parser("check", help=words, description=words, epilog=CHECK, formatter_class=formatter)
    _add_path(verb)
    verb.add_argument("--lang", default="", help="one language, all its findings one by one")
    verb.set_defaults(act=check)
    words = "write the thesaurus as SKOS, or the lexicon as JSON lines"
    verb = verbs.add_parser("export", help=words, description=words, epilog=EXPORT, formatter_class=formatter)
    _add_path(verb)
    form = verb.add_mutually_exclusive_group()
    form.add_argument("--format", choices=("turtle", "jsonld"), help="how SKOS is written (default: turtle)")
    form.add_argument("--lexicon", action="store_true", help="the lexicon instead, as JSON lines")
    verb.add_argument("--out", type=Path, metavar="FILE", help="where to (default: standard output)")
    verb.set_defaults(act=export)


def _add_path(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "path", nargs="?", type=Path, help="folder of the thesaurus (default: PRISTAN_THESAURUS)"
    )


def _read(given: argparse.Namespace) -> Any:
    from django.conf import settings

    from pristan.city.taxonomy import checking

    return checking.read(Path(given.path or settings.THESAURUS_DIR))


def check(given: argparse.Namespace) -> int:
    """`pristan thesaurus check`."""
    from pristan.city.taxonomy import checking
    from pristan.platform.search.analysis import analyser

    thesaurus = _read(given)
    report = checking.check(thesaurus, analyser())
    if given.lang and given.lang not in report.figures:
        print(
            f"pristan: there are no words in `{given.lang}`, only in {', '.join(sorted(report.figures))}",
            file=sys.stderr,
        )
        return 1
    problems = (
        sorted(each.problem for each in report.findings if each.language == given.lang)
        if given.lang
        else report.told()
    )
    for problem in problems:
        print(problem)
    report = report.about(given.lang) if given.lang else report
    for line in _table(report):
        print(line)
    errors = report.errors()
    print(
        f"{errors} error(s), {len(report.findings) - errors} warning(s)"
        if report.findings
        else "the thesaurus is sound"
    )
    return 1 if errors else 0


def _table(report: Any) -> Iterator[str]:
    """Figures by language. Needs and audiences count as concepts; labels that are the same to search count once."""
    yield f"{'':6}{'concepts':>12}{'other labels':>14}{'a concept':>11}{'senses':>14}"
    for language, one in sorted(report.figures.items()):
        of = f"{one.concepts}/{report.concepts}", f"{one.senses}/{report.senses}"
        yield f"{language:6}{of[0]:>12}{one.others:>14}{one.average:>11.1f}{of[1]:>14}"


def export(given: argparse.Namespace) -> int:
    """`pristan thesaurus export`. What is broken is not given away."""
    from pristan.city.taxonomy import lexicon, rdf, skos

    thesaurus = _read(given)
    if problems := thesaurus.problems + (lexicon.broken(thesaurus.lexicon) if given.lexicon else []):
        print(*sorted(problems), sep="\n", file=sys.stderr)
        print(
            "pristan: nothing was exported. `pristan thesaurus check` says all that is wrong.",
            file=sys.stderr,
        )
        return 1
    if given.lexicon:
        _write(
            given.out, (msgspec.json.encode(row).decode() + "\n" for row in lexicon.rows(thesaurus.lexicon))
        )
    else:
        form = rdf.json_ld if given.format == "jsonld" else rdf.turtle
        _write(given.out, form(skos.statements(thesaurus)))
    return 0


def _write(out: Path | None, parts: Iterable[str]) -> None:
    """To standard output, or to a file that appears under its name when it is whole."""
    if out is None:
        sys.stdout.writelines(parts)
        return
    draft = out.with_name(f"{out.name}.{os.getpid()}.draft")
    try:
        with draft.open("w", encoding="utf-8") as file:
            file.writelines(parts)
        draft.replace(out)
    finally:
        draft.unlink(missing_ok=True)
