# SPDX-License-Identifier: EUPL-1.2
"""What makes the rows searchable: a full-text table (SQLite; see 0004 for how rows enter it), an inverted index (PostgreSQL)."""

# The tokenizer does next to nothing: tokens come analysed, parted by spaces. detail=none: only which documents hold a token.
SQLITE = (
    """CREATE VIRTUAL TABLE search_fts USING fts5(
        tokens, content='search_row', content_rowid='id', detail=none, columnsize=0, tokenize="ascii tokenchars '/.:-_'")""",
    """CREATE TRIGGER search_row_added AFTER INSERT ON search_row BEGIN
        INSERT INTO search_fts (rowid, tokens) VALUES (new.id, new.tokens); END""",
    """CREATE TRIGGER search_row_removed AFTER DELETE ON search_row BEGIN
        INSERT INTO search_fts (search_fts, rowid, tokens) VALUES ('delete', old.id, old.tokens); END""",
)
SQLITE_BACK = (
    "DROP TRIGGER search_row_added",
    "DROP TRIGGER search_row_removed",
    "DROP TABLE search_fts",
)
# Ranges of terms must follow code points, whatever the collation of the database. For how rows enter the index see 0004.
# What is looked up goes through a function that takes the index whatever the planner guesses: its guesses about single
# tokens are often wrong, and then it reads the whole table.
POSTGRES = (
    'ALTER TABLE search_term ALTER COLUMN term TYPE text COLLATE "C", ALTER COLUMN reversed TYPE text COLLATE "C"',
    """CREATE FUNCTION search_tokens(tokens text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE STRICT COST 1000
        AS $$ BEGIN RETURN array_to_tsvector(string_to_array(tokens, ' ')); END $$""",
    "CREATE INDEX search_row_tokens ON search_row USING gin (search_tokens(tokens)) WITH (fastupdate = off)",
    """CREATE FUNCTION search_found(wanted tsquery, version bigint, most bigint) RETURNS SETOF bigint
        LANGUAGE plpgsql STABLE ROWS 20 SET enable_seqscan = off SET enable_indexscan = off SET jit = off
        AS $$ BEGIN RETURN QUERY EXECUTE 'SELECT id FROM search_row WHERE search_tokens(tokens) @@ $1
            AND since <= $2 AND (until IS NULL OR until > $2) LIMIT $3' USING wanted, version, most; END $$""",
)
POSTGRES_BACK = (
    "DROP FUNCTION search_found(tsquery, bigint, bigint)",
    "DROP INDEX search_row_tokens",
    "DROP FUNCTION search_tokens(text)",
)
