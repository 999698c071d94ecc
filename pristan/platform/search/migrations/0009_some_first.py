# SPDX-License-Identifier: EUPL-1.2
"""PostgreSQL: common words are looked for among every seventeenth document first, and among all only when that is not enough.

The index hands out no document before it has gathered all that have the words: where a word stands in fifty thousand and two
hundred are wanted, that takes 10 ms, and a question asks ten or twenty times. So a second, small index holds every seventeenth
document. A prime, since documents are numbered language after language: every eighth would leave out some of four languages.
"""

from django.db import migrations

_SMALL = """CREATE INDEX search_row_tokens_some ON search_row USING gin (search_tokens(tokens))
    WITH (fastupdate = on, gin_pending_list_limit = 16384) WHERE mod(id, 17) = 0"""
_HEAD = """CREATE OR REPLACE FUNCTION search_found(wanted tsquery, version bigint, most bigint) RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE ROWS 20 SET enable_seqscan = off SET enable_indexscan = off SET jit = off AS $$ """
# `since + 0`: before the table has statistics the planner takes that column's index as well, which holds every document.
_LOOK = """RETURN QUERY EXECUTE 'SELECT id FROM search_row WHERE search_tokens(tokens) @@ $1
    AND since + 0 <= $2 AND (until IS NULL OR until > $2) {} LIMIT $3' USING wanted, version, {}; """
_TWICE = (
    _HEAD
    + "DECLARE found bigint; BEGIN "
    + _LOOK.format("AND mod(id, 17) = 0", "most")
    + "GET DIAGNOSTICS found = ROW_COUNT; IF found < most THEN "
    + _LOOK.format("AND mod(id, 17) <> 0", "most - found")
    + "END IF; END $$"
)
_ONCE = _HEAD + "BEGIN " + _LOOK.format("", "most").replace("since + 0", "since") + "END $$"


def _run(*statements):
    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            for statement in statements:
                schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    """What is common is found early."""

    dependencies = (("search", "0008_packed_lightly"),)

    operations = (
        migrations.RunPython(
            _run(_SMALL, _TWICE), _run(_ONCE, "DROP INDEX search_row_tokens_some")
        ),
    )
