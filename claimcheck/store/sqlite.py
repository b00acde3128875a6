"""A ledger in a SQLite file: how it is opened, locked and checked, and what only SQLite has."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from claimcheck.errors import StoreError
from claimcheck.store import search_sqlite
from claimcheck.store.network import refuse_network
from claimcheck.store.target import Target, inspect_file, wal_of

if TYPE_CHECKING:
    from claimcheck.store.dialect import Search

search: "Search" = search_sqlite
BEGIN_READING = "BEGIN"
BUSY_TIMEOUT_MS = 30_000
WRITER_CACHE_KIB = 65_536
"""A large load touches every index all over; with the default 2 MiB it would spill and read again."""
MAX_FINDINGS_EACH = 20
NO_CONTENT = ("alembic_version", "claim_search", "sqlite_")
"""How the names of the tables begin that hold nothing which people wrote."""

_TABLES = ("command", "event")
_REFUSE = "BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END"
APPEND_ONLY_TRIGGERS = {
    f"{table}_append_only_{operation.lower()}": (
        f"CREATE TRIGGER {table}_append_only_{operation.lower()} BEFORE {operation} ON {table} {_REFUSE}"
    )
    for table in _TABLES
    for operation in ("UPDATE", "DELETE")
} | {
    # INSERT OR REPLACE deletes without asking the trigger for deletions
    f"{table}_append_only_insert": (
        f"CREATE TRIGGER {table}_append_only_insert BEFORE INSERT ON {table} "  # noqa: S608
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id) {_REFUSE}"
    )
    for table in _TABLES
}


def inspect(target: Target) -> None:
    """Refuse what cannot be a ledger, and one where SQLite cannot keep it.

    Raises:
        NoLedgerError: no such file.
        StoreError: not readable, empty, foreign, truncated or on a network file system.
    """
    inspect_file(target)
    refuse_network(target.path)


def connect(target: Target, *, writable: bool) -> sqlite3.Connection:
    """A connection to an existing file, with the pragmas every connection of ours has.

    Transactions are the caller's: the driver begins none by itself.
    """
    path = target.path
    uri = f"file:{quote(str(path.absolute()))}?mode=rw"
    if not writable and not os.access(path.parent, os.W_OK) and not wal_of(path).exists():
        uri = f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_TIMEOUT_MS / 1000)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        if writable:
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute(f"PRAGMA cache_size = -{WRITER_CACHE_KIB}")
        else:
            connection.execute("PRAGMA query_only = ON")
            # A writer cannot have this: triggers keep the full-text index, a virtual table.
            connection.execute("PRAGMA trusted_schema = OFF")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def sql_engine(target: Target) -> Any:
    """An SQLAlchemy engine whose every transaction takes the write lock when it begins.

    A deferred BEGIN that reads first fails at once when another process has written since,
    whatever the busy timeout; BEGIN IMMEDIATE waits its turn.
    """
    import sqlalchemy as sa

    engine = sa.create_engine("sqlite://", creator=lambda: connect(target, writable=True), poolclass=sa.pool.NullPool)
    sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def take_over(connection: sqlite3.Connection) -> str:
    """Keep every other process out until the connection is closed; gives the journal mode, "wal" or "delete".

    Everything committed is in the file itself then, and nothing of it beside it.
    """
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")
    mode = str(connection.execute("PRAGMA journal_mode").fetchone()[0])
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("BEGIN EXCLUSIVE")
    return "wal" if mode == "wal" else "delete"


def hand_back(connection: sqlite3.Connection, mode: str) -> None:
    """Undo `take_over`, where the file still has its name."""
    connection.execute("ROLLBACK")
    connection.execute(f"PRAGMA journal_mode = {mode}")


def revision(connection: sqlite3.Connection, target: Target) -> str | None:
    """The revision that the schema says it has.

    Raises:
        StoreError: there is no schema of ours.
    """
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone() is None:
        msg = f"{target} bears the mark of a ledger but has none of its tables; restore a backup over it or remove it"
        raise StoreError(msg)
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return row[0] if row else None


def stream(connection: sqlite3.Connection, sql: str, parameters: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    """The rows of a query, fetched as they are consumed."""
    return connection.execute(sql, parameters)


def last_id(connection: sqlite3.Connection, table: str) -> int:
    """The highest id that the table ever held, whether or not that row is still there; 0 for none."""
    last = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    return int(last[0]) if last else 0


def set_last_id(connection: sqlite3.Connection, table: str, last: int) -> None:
    """Let the table's next id come after `last`."""
    connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
    connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, last))


def renew_statistics(connection: sqlite3.Connection) -> None:
    """Let the planner know what a large load has brought, all of it: a sample misleads it."""
    connection.execute("ANALYZE")


def joined_text(expression: str, rows_of: str, order: str, separator: str) -> str:
    """A scalar SQL expression: `expression` of every row of `rows_of`, joined in `order`."""
    quoted = separator.replace("'", "''")
    return (
        f"(SELECT group_concat(item, '{quoted}') FROM "  # noqa: S608 - built from our own constants
        f"(SELECT {expression} AS item FROM {rows_of} ORDER BY {order}))"
    )


_ADVICE = {
    "SQLITE_READONLY_DBMOVED": "another file has taken its place meanwhile; this change was not kept, try again",
    "SQLITE_BUSY": "another process has held it for too long; try again",
    "SQLITE_FULL": "the disk is full; this change was not kept, free some space and try again",
    "SQLITE_READONLY": "it may not be written here; check its permissions and its folder's",
    "SQLITE_CANTOPEN": "check the path, its permissions and those of its folder",
    "SQLITE_CORRUPT": "the file is damaged; run `claimcheck db check` and restore a backup",
    "SQLITE_NOTADB": "the file is damaged or not a ledger; restore a backup",
    "SQLITE_IOERR": "the disk reported an error or is full; this change was not kept",
}


def advice(error: BaseException) -> str | None:
    """What to do about an error of SQLite; None for any other error."""
    if not isinstance(error, sqlite3.Error):
        return None
    name = getattr(error, "sqlite_errorname", "")
    return next((text for key, text in _ADVICE.items() if name.startswith(key)), "nothing was changed")


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error says that the file cannot be read as a database."""
    name = getattr(error, "sqlite_errorname", "")
    return name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR_READ", "SQLITE_IOERR_SHORT_READ"))


def is_conflict(error: BaseException) -> bool:
    """Whether an error says that a change contradicts what else the ledger holds."""
    return isinstance(error, sqlite3.IntegrityError)


def is_refusal(error: BaseException) -> bool:
    """Whether an error says that a value cannot be kept, as one that is too long, not that nothing can."""
    return isinstance(error, sqlite3.IntegrityError | sqlite3.DataError | sqlite3.InterfaceError)


def findings(connection: sqlite3.Connection, target: Target) -> Iterator[str]:
    """What is wrong with the file, its references, its triggers and its index."""
    for (line,) in connection.execute(f"PRAGMA integrity_check({MAX_FINDINGS_EACH})"):
        if line != "ok":
            yield f"integrity: {line}"
    for table, row_id, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchall()[:MAX_FINDINGS_EACH]:
        yield f"reference: row {row_id} of {table} points at a row of {parent} that is not there"
    there = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    for name, statement in {**APPEND_ONLY_TRIGGERS, **search_sqlite.TRIGGERS}.items():
        if name not in there:
            yield f"trigger: {name} is missing"
        elif there[name] != statement:
            yield f"trigger: {name} is not as claimcheck made it"
    yield from _of_index(connection, target)


def parts(connection: sqlite3.Connection) -> dict[str, str]:
    """The statement that made each table, index and view, and each trigger that is not ours, by kind and name."""
    ours = {**APPEND_ONLY_TRIGGERS, **search_sqlite.TRIGGERS}
    made = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    rows = [row for row in connection.execute(made) if row[1] not in ours]
    return {f"{kind} {name}": " ".join(sql.split()) for kind, name, sql in rows}


def _of_index(connection: sqlite3.Connection, target: Target) -> Iterator[str]:
    """Let the full-text index compare itself with the claims; where nothing may be written, count only."""
    claims = connection.execute("SELECT count(*) FROM claim").fetchone()[0]
    indexed = connection.execute("SELECT count(*) FROM claim_search_docsize").fetchone()[0]
    if claims != indexed:
        yield f"search: {indexed} of {claims} claims are in the full-text index"
    elif os.access(target.path, os.W_OK) and os.access(target.path.parent, os.W_OK):
        with closing(connect(target, writable=True)) as writer:
            try:
                # Rolled back, so that it need not wait for readers where there is no write-ahead log.
                writer.execute("BEGIN IMMEDIATE")
                writer.execute(search_sqlite.INTEGRITY_CHECK)
                writer.execute("ROLLBACK")
            except sqlite3.DatabaseError as error:
                if error.sqlite_errorname.startswith("SQLITE_BUSY"):
                    yield "search: the index was not compared, because another process is writing; check again"
                else:
                    yield f"search: the full-text index does not agree with the claims ({error})"
