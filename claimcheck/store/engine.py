"""Opening a ledger: where it is, how a reader and a writer connect, and what differs by database."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from claimcheck.errors import ConflictError, StoreError
from claimcheck.store.target import Target, inspect_file, wal_of

if TYPE_CHECKING:
    from sqlmodel import Session

REVISIONS = ("0001",)
"""Every schema revision this claimcheck knows, oldest first; it reads and writes the last one."""

BUSY_TIMEOUT_MS = 30_000
WRITER_CACHE_KIB = 65_536
"""A large load touches every index all over; with the default 2 MiB it would spill and read again."""


class Reader:
    """A read-only connection: SQL text with `?` parameters in, plain tuples out."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take over an open connection; whoever opened it closes it."""
        self._connection = connection

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of one statement, fetched as they are consumed.

        Raises:
            StoreError: the database refuses or is damaged.
        """
        with translated_errors("read"):
            cursor = self._connection.execute(sql, parameters)
            for row in cursor:  # noqa: UP028 - delegating would close the cursor after its connection
                yield row

    def all(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows at once, so that no cursor stays open while they are shown."""
        return list(self.rows(sql, parameters))

    def value(self, sql: str, parameters: Sequence[object] = ()) -> Any:
        """The first column of the first row, or None without rows."""
        row = next(self.rows(sql, parameters), None)
        return row[0] if row else None

    def joined_text(self, expression: str, rows_of: str, order: str, separator: str) -> str:
        """A scalar SQL expression: `expression` of every row of `rows_of`, joined in `order`."""
        quoted = separator.replace("'", "''")
        return (
            f"(SELECT group_concat(item, '{quoted}') FROM "  # noqa: S608 - built from our own constants
            f"(SELECT {expression} AS item FROM {rows_of} ORDER BY {order}))"
        )


@contextmanager
def open_reader(target: Target) -> Iterator[Reader]:
    """A reader on an existing ledger of the current schema.

    Raises:
        NoLedgerError: nothing is there.
        StoreError: what is there cannot be used as a ledger.
    """
    inspect_file(target)
    with translated_errors("open", target), closing(connect(target.path, writable=False)) as connection:
        connection.execute("BEGIN")  # so that all statements of a command see one state
        _require_revision(connection, target)
        yield Reader(connection)


@contextmanager
def open_session(target: Target, *, keep: bool = True) -> Iterator["Session"]:
    """A writing session: one transaction, begun at once, committed at the end or rolled back whole.

    With `keep` false it is rolled back in any case: a rehearsal.

    Raises:
        NoLedgerError: nothing is there.
        StoreError: what is there cannot be written.
    """
    from sqlmodel import Session

    inspect_file(target)
    engine = sql_engine(target)
    try:
        with translated_errors("write", target), Session(engine, autoflush=False) as session:
            _require_revision(driver_connection(session), target)
            yield session
            if keep:
                session.commit()
    finally:
        engine.dispose()


def sql_engine(target: Target) -> Any:
    """An SQLAlchemy engine whose every transaction takes the write lock when it begins.

    A deferred BEGIN that reads first fails at once when another process has written since,
    whatever the busy timeout; BEGIN IMMEDIATE waits its turn.
    """
    import sqlalchemy as sa

    engine = sa.create_engine(
        "sqlite://", creator=lambda: connect(target.path, writable=True), poolclass=sa.pool.NullPool
    )
    sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def driver_connection(session: "Session") -> sqlite3.Connection:
    """The driver's own connection beneath a session, inside the session's transaction."""
    connection: Any = session.connection().connection.driver_connection
    if not isinstance(connection, sqlite3.Connection):  # pragma: no cover - one driver so far
        msg = f"unexpected driver {type(connection).__name__}"
        raise TypeError(msg)
    return connection


def next_id(connection: sqlite3.Connection, table: str) -> int:
    """The id after the highest that the table ever held, whether or not that row is still there."""
    last = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    return int(last[0]) + 1 if last else 1


def session_reader(session: "Session") -> Reader:
    """A reader that sees what the session has written so far."""
    session.flush()
    return Reader(driver_connection(session))


def connect(path: Path, *, writable: bool) -> sqlite3.Connection:
    """A connection to an existing file, with the pragmas every connection of ours has.

    Transactions are the caller's: the driver begins none by itself.
    """
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


@contextmanager
def translated_errors(doing: str, target: Target | None = None) -> Iterator[None]:
    """Turn what the database layer raises into our own errors, once, at this boundary."""
    try:
        yield
    except sqlite3.Error as error:
        raise _translated(error, doing, target) from error
    except Exception as error:
        original = getattr(error, "orig", None)
        if isinstance(original, sqlite3.Error):
            raise _translated(original, doing, target) from error
        raise


@contextmanager
def conflicts(message: str) -> Iterator[None]:
    """Say `message` where the database refuses a change for what else it holds.

    Raises:
        ConflictError: it does.
    """
    try:
        yield
    except Exception as error:
        if isinstance(error, sqlite3.IntegrityError) or isinstance(
            getattr(error, "orig", None), sqlite3.IntegrityError
        ):
            raise ConflictError(message) from error
        raise


def _translated(error: sqlite3.Error, doing: str, target: Target | None) -> StoreError:
    name = getattr(error, "sqlite_errorname", "")
    advice = {
        "SQLITE_BUSY": "another process has held it for too long; try again",
        "SQLITE_FULL": "the disk is full; nothing was kept, free some space and try again",
        "SQLITE_READONLY": "it may not be written here; check its permissions and its folder's",
        "SQLITE_CANTOPEN": "check the path, its permissions and those of its folder",
        "SQLITE_CORRUPT": "the file is damaged; run `claimcheck db check` and restore a backup",
        "SQLITE_NOTADB": "the file is damaged or not a ledger; restore a backup",
        "SQLITE_IOERR": "the disk reported an error or is full; nothing was kept",
    }
    what = next((text for key, text in advice.items() if name.startswith(key)), "nothing was changed")
    place = f" the ledger {target}" if target else " the ledger"
    return StoreError(f"cannot {doing}{place}: {error}; {what}")


def _require_revision(connection: sqlite3.Connection, target: Target) -> None:
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone() is None:
        msg = f"{target} bears the mark of a ledger but has none of its tables; restore a backup over it or remove it"
        raise StoreError(msg)
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    revision = row[0] if row else None
    if revision == REVISIONS[-1]:
        return
    if revision in REVISIONS:
        msg = f"the ledger {target} has the older schema {revision}; run `claimcheck db upgrade` first"
    else:
        msg = f"the ledger {target} has the unknown schema {revision}, from a newer claimcheck; update claimcheck"
    raise StoreError(msg)
