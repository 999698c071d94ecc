# SPDX-License-Identifier: EUPL-1.2
"""`pristan sheet`: the template of a spreadsheet of entries, and what is wrong with one. Writing is done in the browser, where a person looks at matches."""

import argparse
import sys
from pathlib import Path
from typing import Any

EPILOG = """docs/sheets.md says what stands in each column.

examples:
  pristan sheet template template.xlsx --lang sl
  pristan sheet template entries.xlsx --entries
  pristan sheet check services.csv --lang sl
"""


def declare(commands: Any, formatter: Any) -> None:
    """Add the commands."""
    top = commands.add_parser("sheet", help="entries as a spreadsheet", epilog=EPILOG, formatter_class=formatter)  # fmt: skip
    below = top.add_subparsers(dest="what", required=True, metavar="WHAT")
    words = {"epilog": EPILOG, "formatter_class": formatter}
    one = below.add_parser("template", help="an Excel workbook to fill in", **words)
    one.add_argument("file", type=Path, help="where it is written")
    one.add_argument("--entries", action="store_true", help="with all entries of the city, to be corrected")
    one.set_defaults(act=template)
    other = below.add_parser("check", help="every cell that is wrong; status 1 if there are any", **words)
    other.add_argument("file", type=Path, help="an .xlsx or .csv file")
    other.set_defaults(act=check)
    for each in (one, other):
        each.add_argument("--lang", default="en", help="the language of headings and messages (default: en)")


def template(given: argparse.Namespace) -> int:
    """Write the workbook."""
    from io import BytesIO

    from django.utils import timezone

    from pristan.city.directory.sheets import template as templates
    from pristan.platform.accounts.actors import system

    entries = templates.own_entries(system("sheet")) if given.entries else {}
    out = BytesIO()
    templates.write(out, language=given.lang, entries=entries, made=timezone.now())
    given.file.write_bytes(out.getvalue())
    return 0


def check(given: argparse.Namespace) -> int:
    """The dry run with the eyes of a city editor."""
    from django.utils import translation

    from pristan.city.directory.sheets.planning import plan
    from pristan.city.directory.sheets.reading import given as read
    from pristan.platform.accounts.actors import system

    with translation.override(given.lang):
        found = plan(read(given.file.read_bytes()), {}, actor=system("sheet"), language=given.lang)
    for slip in found.slips:
        print(f"{slip.cell}: {slip.what}")
    for each in found.questions:
        print(f"row {each.row.number}: the same as {each.likeness.key}? both have the same: {', '.join(each.likeness.shared)}")  # fmt: skip
    print(f"{len(found.new)} new, {len(found.changes)} changed, {found.unchanged} unchanged, {len(found.questions)} to be asked about, {len(found.slips)} wrong", file=sys.stderr)  # fmt: skip
    return 1 if found.slips else 0
