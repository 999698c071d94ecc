# SPDX-License-Identifier: EUPL-1.2
"""Everything that a served city has written down: the rows of its tables, the bytes of its database, its other files."""

import os
from collections.abc import Iterator
from pathlib import Path

from scripts.serving import Served
from tests.concurrency.kit import connect

FOREIGN = "lemmas"  # word lists, shared with other cities


def kept(served: Served, needle: str) -> list[str]:
    """Where the needle stands, in letters of either size; `needle` is ASCII, so that no encoding hides it."""
    return [where for where, said in _all(served) if needle.encode() in said.lower()]


def _all(served: Served) -> Iterator[tuple[str, bytes]]:
    if served.database.startswith("postgres"):
        yield from _postgresql(served)
    root = Path(served.environment["PRISTAN_VAR"])
    for folder, inside, names in os.walk(root):
        inside[:] = [each for each in inside if each != FOREIGN]
        for name in names:
            path = Path(folder) / name
            yield str(path.relative_to(root)), path.read_bytes()


def _postgresql(served: Served) -> Iterator[tuple[str, bytes]]:
    """Each table row by row, then the file in which it lies, where that is on this machine (a test's own server is)."""
    with connect(served) as connection:
        connection.autocommit = True
        connection.execute("CHECKPOINT")
        files = Path(connection.execute("SHOW data_directory").fetchone()[0])
        found = connection.execute(
            "SELECT oid::regclass::text, relkind, pg_relation_filepath(oid) FROM pg_class"
            " WHERE relkind IN ('r', 'i', 't', 'm') AND relnamespace IN ('public'::regnamespace, 'pg_toast'::regnamespace)"
        ).fetchall()
        for name, kind, path in found:
            if kind in ("r", b"r"):
                rows = connection.execute(f"SELECT each::text FROM {name} each").fetchall()
                yield name, "\n".join(row[0] for row in rows).encode()
            if files.is_dir() and os.access(files / path, os.R_OK):
                yield f"the file of {name}", (files / path).read_bytes()
