# SPDX-License-Identifier: EUPL-1.2
"""SQLite: FTS5 finds the candidates."""

from django.db import connection

from pristan.platform.search.candidates import Condition
from pristan.platform.search.engine import Engine, RowValues
from pristan.platform.search.statistics import GROW


class SqliteIndex(Engine):
    """Everything is asked inside MATCH. Rows enter the full-text table with `insert`, and a trigger takes them out of it."""

    BRANCH = (
        "SELECT id FROM (SELECT r.id FROM search_fts JOIN search_row r ON r.id = search_fts.rowid"
        " WHERE search_fts MATCH %s AND %s BETWEEN r.since AND ifnull(r.until - 1, 1 << 62) LIMIT %s) AS branch"
    )

    def condition(self, condition: Condition) -> str:
        """An FTS5 expression in which every token is a quoted string, so none can be an operator."""
        found = " AND ".join(_any(tokens) for tokens in condition.each_of)
        return f"({found}) NOT {_any(condition.none_of)}" if condition.none_of else found

    def insert(self, rows: list[RowValues]) -> None:
        """See `Engine`."""
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO search_row (id, thing, language, since, name, tokens, lengths) VALUES (%s, %s, %s, %s, %s, %s, %s)",
                [(row[0], row[1].hex, *row[2:]) for row in rows],
            )
            cursor.executemany(
                "INSERT INTO search_fts (rowid, tokens) VALUES (%s, %s)", [(row[0], row[5]) for row in rows]
            )

    def count(self, rows: list[tuple[str, str, int, int, str, str]]) -> None:
        """See `Engine`."""
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO search_term (language, term, since, docs, surface, reversed) VALUES (%s, %s, %s, %s, %s, %s)"  # noqa: S608
                f" ON CONFLICT (language, term, since) {GROW}",
                rows,
            )


def _any(tokens: tuple[str, ...]) -> str:
    quoted = " OR ".join('"' + token.replace('"', '""') + '"' for token in tokens)
    return f"({quoted})"
