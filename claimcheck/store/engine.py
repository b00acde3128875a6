"""Opening a ledger: where it is, how a reader and a writer connect, and what differs by database."""

import os
import sqlite3
import struct
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from claimcheck.errors import ConflictError, NoLedgerError, StoreError, UsageError

if TYPE_CHECKING:
    from sqlmodel import Session

APPLICATION_ID = 0x436C4368
"""Marks a SQLite file as a ledger of ours ("ClCh"), at offset 68 of its header."""

REVISIONS = ("0001",)
"""Every schema revision this claimcheck knows, oldest first; it reads and writes the last one."""

BUSY_TIMEOUT_MS = 30_000
WRITER_CACHE_KIB = 65_536
"""A large load touches every index all over; with the default 2 MiB it would spill and read again."""

_HEADER_BYTES = 100
_MAGIC = b"SQLite format 3\x00"


class Target(NamedTuple):
    """The place of a ledger: one SQLite file."""

    path: Path

    def __str__(self) -> str:
        """The place as a user would name it."""
        return str(self.path)


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


def parse_target(db: str) -> Target:
    """The ledger that `--db` names.

    Raises:
        UsageError: a kind of database that this version cannot open.
    """
    if "\0" in db:
        msg = f"{db!r} cannot be the path of a ledger; it holds a NUL"
        raise UsageError(msg)
    scheme, separator, rest = db.partition("://")
    if not separator:
        return Target(_expanded(db))
    if scheme == "sqlite":
        return Target(_expanded(rest.removeprefix("/") or "ledger.sqlite3"))
    msg = f"{scheme}:// ledgers cannot be opened by this version; give the path of a SQLite file"
    raise UsageError(msg)


def _expanded(path: str) -> Path:
    try:
        return Path(path).expanduser()
    except RuntimeError as error:
        msg = f"{path}: there is no such user or home directory; write the whole path"
        raise UsageError(msg) from error


@contextmanager
def open_reader(target: Target) -> Iterator[Reader]:
    """A reader on an existing ledger of the current schema.

    Raises:
        NoLedgerError: nothing is there.
        StoreError: what is there cannot be used as a ledger.
    """
    inspect_file(target)
    with translated_errors("open", target), closing(connect(target.path, writable=False)) as connection:
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
    if not writable and not os.access(path.parent, os.W_OK) and not _wal_of(path).exists():
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


def inspect_file(target: Target) -> None:
    """Refuse, from its first bytes alone, a file that is no ledger of ours or no longer whole.

    SQLite opens a truncated or zero-byte file without complaint, and would write a new
    database over the latter.

    Raises:
        NoLedgerError: no such file.
        StoreError: not readable, empty, foreign or truncated.
    """
    path = target.path
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
            size = os.fstat(file.fileno()).st_size
    except FileNotFoundError:
        msg = f"there is no ledger at {path} yet; run `claimcheck load` to start one with the bundled claims"
        raise NoLedgerError(msg) from None
    except OSError as error:
        msg = f"cannot open the ledger {path}: {error.strerror}; check the path and its permissions"
        raise StoreError(msg) from error
    if size == 0:
        msg = f"{path} is empty (0 bytes), not a ledger; restore a backup over it or remove it"
        raise StoreError(msg)
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
        msg = f"{path} is not a SQLite file, or its beginning is damaged; check the path or restore a backup"
        raise StoreError(msg)
    page_bytes, page_count = struct.unpack(">H", header[16:18])[0], struct.unpack(">I", header[28:32])[0]
    expected = (65536 if page_bytes == 1 else page_bytes) * page_count
    if size < expected and not _wal_of(path).exists():
        msg = f"{path} is cut off ({size} of {expected} bytes are there); restore a backup"
        raise StoreError(msg)
    if struct.unpack(">I", header[68:72])[0] != APPLICATION_ID:
        msg = f"{path} is a SQLite file of another program, not a ledger; check --db and CLAIMCHECK_DB"
        raise StoreError(msg)


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
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    revision = row[0] if row else None
    if revision == REVISIONS[-1]:
        return
    if revision in REVISIONS:
        msg = f"the ledger {target} has the older schema {revision}; run `claimcheck db upgrade` first"
    else:
        msg = f"the ledger {target} has the unknown schema {revision}, from a newer claimcheck; update claimcheck"
    raise StoreError(msg)


def _wal_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")
