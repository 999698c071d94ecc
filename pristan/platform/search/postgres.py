# SPDX-License-Identifier: EUPL-1.2
"""PostgreSQL: a GIN index over the tokens finds the candidates. No extension is needed."""

from django.db import connection

from pristan.platform.search.candidates import Condition
from pristan.platform.search.engine import Engine, RowValues
from pristan.platform.search.statistics import GROW

INDEXES = ["search_row_tokens", "search_row_tokens_some"]  # of all documents, and of every seventeenth


class PostgresIndex(Engine):
    """The index is over the tokens as a tsvector: they are lexemes as they come, no dictionary touches them."""

    BRANCH = "SELECT id FROM search_found(%s::tsquery, %s, %s) AS id"

    def condition(self, condition: Condition) -> str:
        """A tsquery in which every token is a quoted lexeme, so none can be an operator."""
        found = [_any(tokens) for tokens in condition.each_of]
        found += [f"!{_any(condition.none_of)}"] if condition.none_of else []
        return " & ".join(found)

    def insert(self, rows: list[RowValues]) -> None:
        """See `Engine`. A copy that fails is told as any other statement (a row that is there, a full disk)."""
        with (
            connection.wrap_database_errors,
            connection.cursor() as cursor,
            cursor.copy(
                "COPY search_row (id, thing, language, since, name, tokens, lengths) FROM STDIN"
            ) as copy,
        ):
            for row in rows:
                copy.write_row(row)
        # What waits on the index's list would be read through by every query.
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT gin_clean_pending_list(each) FROM unnest(%s::regclass[]) AS each", [INDEXES]
            )

    def count(self, rows: list[tuple[str, str, int, int, str, str]]) -> None:
        """See `Engine`."""
        if not rows:
            return
        columns = [list(column) for column in zip(*rows, strict=True)]
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO search_term (language, term, since, docs, surface, reversed)"  # noqa: S608
                " SELECT * FROM unnest(%s::text[], %s::text[], %s::bigint[], %s::int[], %s::text[], %s::text[])"
                f" ON CONFLICT (language, term, since) {GROW}",
                columns,
            )


def _any(tokens: tuple[str, ...]) -> str:
    quoted = " | ".join("'" + token.replace("\\", "\\\\").replace("'", "''") + "'" for token in tokens)
    return f"({quoted})"
