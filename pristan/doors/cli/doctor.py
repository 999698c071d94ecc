# SPDX-License-Identifier: EUPL-1.2
"""`pristan doctor`: how the installation and its data are; each finding comes with the command that mends it."""

import argparse
import platform
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pristan.doors.cli.findings import Finding
from pristan.doors.cli.upkeep import audit_trail, heartbeat

EPILOG = """examples:
  pristan doctor             all findings; exit status 1 when one of them is an error
"""


def declare(commands: Any, formatter: Any) -> None:
    """Add the command."""
    one = commands.add_parser(
        "doctor", help="say how the installation and its data are", epilog=EPILOG, formatter_class=formatter
    )
    one.set_defaults(act=act)


def act(given: argparse.Namespace) -> int:
    """Look at everything; an error in one look does not hide the others."""
    told: list[Finding] = []
    for look in LOOKS:
        for finding in _findings(look):
            if finding not in told:
                print(finding)
                told.append(finding)
    return int(any(finding.mark == "error" for finding in told))


def _findings(look: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    """What a look finds; a database that does not answer it is a finding, too."""
    from django.db.utils import DatabaseError

    from pristan.doors.cli.failures import explain

    try:
        yield from look()
    except DatabaseError as error:
        yield Finding("error", explain(error))


def versions() -> Iterator[Finding]:
    """Python, Django, database."""
    import django
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()" if connection.vendor == "sqlite" else "SHOW server_version")
        server = cursor.fetchone()[0]
    yield Finding(
        "ok", f"Python {platform.python_version()}, Django {django.__version__}, {connection.vendor} {server}"
    )
    if connection.vendor == "sqlite" and sqlite3.sqlite_version_info < (3, 37):
        yield Finding(
            "error", f"SQLite {sqlite3.sqlite_version} is too old (3.37 is needed)", "install a newer Python"
        )


def tables() -> Iterator[Finding]:
    """Migrations that were not run."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield Finding("error", "the tables are not up to date", "pristan run --prepare-only")


def read_model() -> Iterator[Finding]:
    """Is there anything that readers do not see yet?"""
    from pristan.platform.published import readers
    from pristan.platform.published.models import Dirty

    waiting = Dirty.objects.count()
    yield Finding("ok", f"readers see version {readers.version()}")
    if waiting:
        yield Finding(
            "note", f"{waiting} changed thing(s) are not shown to readers yet", "pristan run --prepare-only"
        )


def lemmas() -> Iterator[Finding]:
    """Word lists of search."""
    from django.conf import settings

    found = len(list(Path(settings.LEMMA_CACHE).glob("*.trie")))
    if not found:
        yield Finding(
            "note", "no compiled word lists: the first search is slow", "pristan run --prepare-only"
        )


def sources() -> Iterator[Finding]:
    """Entries without a source, and facts older than two years."""
    from django.utils import timezone

    from pristan.city.directory.models import Entry

    entries = Entry.objects.published()
    bare = entries.filter(source_rows=None).count()
    yield (
        Finding("error", f"{bare} entries have no source", "pristan pack check")
        if bare
        else Finding("ok", f"all {entries.count()} entries have a source")
    )
    limit = str(timezone.now().year - 2)
    old = entries.exclude(as_of="").filter(as_of__lt=limit).count()
    undated = entries.filter(as_of="").count()
    unchecked = entries.filter(verification_row=None).count()
    if old or undated:
        yield Finding(
            "note",
            f"{old} entries rest on sources from before {limit}, {undated} on undated ones",
            "docs/gaps.md lists what to ask",
        )
    if unchecked:
        yield Finding("note", f"{unchecked} entries were checked by nobody yet")


def holidays() -> Iterator[Finding]:
    """Are next year's work-free days known?"""
    from django.utils import timezone

    from pristan.city.directory.holidays import expand
    from pristan.city.directory.models import Holidays

    year = timezone.now().year + 1
    record = Holidays.objects.values_list("record", flat=True).first()
    if record is None:
        yield Finding(
            "note",
            "the pack has no holidays.yaml: hours on holidays are not stated",
            "add it, with its source; see docs/pack.md",
        )
    else:
        yield Finding("ok", f"{len(expand(record, [year]))} work-free days are known for {year}")


def fields() -> Iterator[Finding]:
    """Fields of models that say nothing about retention, and names that break rule 1."""
    from pristan.platform.privacy import forbidden, registry

    for name in registry.undeclared_fields():
        yield Finding(
            "error", f"{name} does not say whether it is kept", "declare it in the app's privacy.py"
        )
    for name in forbidden.forbidden_names():
        yield Finding("error", f"{name} could hold a person's status (rule 1)", "remove the field")


def translations() -> Iterator[Finding]:
    """How many texts were reviewed by a person."""
    from django.db.models import Count

    from pristan.platform.translations.models import Text

    for row in (
        Text.objects.values("language", "state").annotate(count=Count("id")).order_by("language", "state")
    ):
        yield Finding(
            "ok", f"translations [{row['language']}]: {row['count']} {row['state'].replace('_', ' ')}"
        )


LOOKS: tuple[Callable[[], Iterator[Finding]], ...] = (
    versions, tables, read_model, heartbeat, audit_trail, lemmas, sources, holidays, fields, translations,
)  # fmt: skip
