"""The full-text index in a SQLite file: FTS5 with the Porter stemmer.

It stores no text of its own: a view hands it the words, and a pair of triggers on each table behind the
view takes the old words out before a change and puts the new ones in after it.
"""

import sqlite3

from claimcheck.store.search import Part, parsed

WEIGHTS = "10.0, 5.0, 2.0"

_MORE = 0x80

CONTENT_VIEW = """
CREATE VIEW claim_search_content AS
SELECT claim.id AS id, claim.text AS text,
  (SELECT group_concat(quote, ' ') FROM appearance WHERE claim_id = claim.id) AS quote,
  (SELECT group_concat(alias, ' ') FROM source_alias WHERE source_id = claim.source_id) AS source
FROM claim
""".strip()

INDEX = """
CREATE VIRTUAL TABLE claim_search USING fts5(
  text, quote, source, content='claim_search_content', content_rowid='id',
  tokenize='porter unicode61 remove_diacritics 2'
)
""".strip()

_OUT = (
    "INSERT INTO claim_search (claim_search, rowid, text, quote, source) "
    "SELECT 'delete', id, text, quote, source FROM claim_search_content WHERE "
)
_IN = (
    "INSERT INTO claim_search (rowid, text, quote, source) "
    "SELECT id, text, quote, source FROM claim_search_content WHERE "
)


def _triggers() -> dict[str, str]:
    of_source = "id IN (SELECT id FROM claim WHERE source_id = {row}.source_id)"
    watched = (
        ("claim", "INSERT", "", None, "id = NEW.id"),
        ("claim", "UPDATE", " OF text, source_id", "id = OLD.id", "id = NEW.id"),
        ("claim", "DELETE", "", "id = OLD.id", None),
        ("appearance", "INSERT", "", "id = NEW.claim_id", "id = NEW.claim_id"),
        ("appearance", "UPDATE", " OF quote, claim_id", "id = OLD.claim_id", "id = NEW.claim_id"),
        ("appearance", "DELETE", "", "id = OLD.claim_id", "id = OLD.claim_id"),
        ("source_alias", "INSERT", "", of_source.format(row="NEW"), of_source.format(row="NEW")),
        ("source_alias", "UPDATE", "", of_source.format(row="OLD"), of_source.format(row="NEW")),
        ("source_alias", "DELETE", "", of_source.format(row="OLD"), of_source.format(row="OLD")),
    )
    triggers = {}
    for table, operation, columns, out, into in watched:
        for moment, statement, where in (("before", _OUT, out), ("after", _IN, into)):
            if where is not None:
                name = f"{table}_search_{moment}_{operation.lower()}"
                triggers[name] = (
                    f"CREATE TRIGGER {name} {moment.upper()} {operation}{columns} ON {table} "
                    f"BEGIN {statement}{where}; END"
                )
    return triggers


TRIGGERS = _triggers()

MATCH = "claim.id IN (SELECT rowid FROM claim_search WHERE claim_search MATCH ?)"
"""A condition on claims; its parameter is what `match_expression` gives."""

RANKED = (
    f"(SELECT rowid AS hit_id, bm25(claim_search, {WEIGHTS}) AS rank "  # noqa: S608 - a constant
    "FROM claim_search WHERE claim_search MATCH ?)"
)
"""A row source of hits, best first when ordered by `rank` ascending."""

HIGHLIGHT = (
    "(SELECT highlight(claim_search, 0, char(64976), char(64977)) FROM claim_search "
    "WHERE claim_search MATCH ? AND rowid = claim.id)"
)
"""A claim's text with START_MARK and END_MARK around each match."""

POSTINGS = "SELECT group_concat(id) FROM (SELECT rowid AS id FROM claim_search WHERE claim_search MATCH ? LIMIT ?)"
"""The ids of the claims that hold an expression, in ascending order; no more than the second parameter."""

LENGTHS = "SELECT id, sz FROM claim_search_docsize WHERE id IN ({marks})"
"""Claims with the number of words in each of their columns: seven bits a byte, all but the last with the highest bit.

Source: https://www.sqlite.org/fts5.html#data_structures
"""

INTEGRITY_CHECK = "INSERT INTO claim_search (claim_search, rank) VALUES ('integrity-check', 1)"
"""Fails unless the index holds exactly the words of the claims; changes nothing."""


def word_count(sizes: bytes) -> int:
    """How many words a claim has, out of what LENGTHS gives."""
    if max(sizes) < _MORE:
        return sum(sizes)
    total = number = 0
    for byte in sizes:
        number = number << 7 | byte & _MORE - 1
        if byte < _MORE:
            total, number = total + number, 0
    return total


def expression(query: str) -> str:
    """An FTS5 expression for what a user typed; never a syntax error.

    Raises:
        UsageError: nothing to look for.
    """
    wanted, unwanted = parsed(query)
    expression = " AND ".join(f"({_any(parts)})" for parts in wanted)
    return f"({expression}) NOT ({_any(unwanted)})" if unwanted else expression


def _any(parts: list[Part]) -> str:
    return " OR ".join(_quoted(part.words) + (" *" if part.is_beginning else "") for part in parts)


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


def suspend(connection: sqlite3.Connection) -> int:
    """Stop indexing row by row for a large load; gives the last claim id that is indexed."""
    for name in TRIGGERS:
        connection.execute(f"DROP TRIGGER {name}")
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM claim").fetchone()[0])


def resume(connection: sqlite3.Connection, last_indexed_id: int) -> None:
    """Index the claims that came since `suspend`, and index row by row again."""
    connection.execute(_IN + "id > ?", (last_indexed_id,))
    if connection.execute("SELECT coalesce(max(id), 0) FROM claim").fetchone()[0] >= 2 * last_indexed_id:
        # a large load leaves the index in many parts, and a word is found twice as fast in one
        connection.execute("INSERT INTO claim_search (claim_search) VALUES ('optimize')")
    for statement in TRIGGERS.values():
        connection.execute(statement)
