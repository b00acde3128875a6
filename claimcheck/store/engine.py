"""Opening a ledger, whatever database it is in: how a reader and a writer connect, and what errors become."""

import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ConflictError, StoreError
from claimcheck.store import sqlite
from claimcheck.store.target import Ledger, Target

if TYPE_CHECKING:
    from sqlmodel import Session

    from claimcheck.store.dialect import Connection, Dialect

REVISIONS = ("0001", "0002", "0003")
"""Every schema revision this claimcheck knows, oldest first; it reads and writes the last one."""


def dialect_of(ledger: "Ledger | Connection") -> "Dialect":
    """The database that a place or a connection belongs to."""
    if isinstance(ledger, Target | sqlite3.Connection):
        return sqlite
    from claimcheck.store import postgresql

    return postgresql


class Reader:
    """A read-only connection: SQL text with `?` parameters in, plain tuples out."""

    def __init__(self, connection: "Connection") -> None:
        """Take over an open connection; whoever opened it closes it."""
        self._connection = connection
        self._dialect = dialect_of(connection)
        self.search = self._dialect.search
        self.joined_text = self._dialect.joined_text

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of one statement, fetched as they are consumed.

        Raises:
            StoreError: the database refuses or is damaged.
        """
        with translated_errors("read"):
            for row in self._dialect.stream(self._connection, sql, parameters):  # noqa: UP028 - the cursor must outlive it
                yield row

    def all(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows at once, so that no cursor stays open while they are shown."""
        with translated_errors("read"):
            return self._connection.execute(sql, parameters).fetchall()

    def value(self, sql: str, parameters: Sequence[object] = ()) -> Any:
        """The first column of the first row, or None without rows."""
        with translated_errors("read"):
            row = self._connection.execute(sql, parameters).fetchone()
        return row[0] if row else None

    def last_id(self, table: str) -> int:
        """The highest id that the table ever held, whether or not that row is still there; 0 for none."""
        return self._dialect.last_id(self._connection, table)

    def findings(self, target: Ledger) -> Iterator[str]:
        """What is wrong with the database itself, each as one sentence."""
        with translated_errors("read"):
            yield from self._dialect.findings(self._connection, target)


@contextmanager
def open_reader(target: Ledger, *, revision: str | None = None) -> Iterator[Reader]:
    """A reader on an existing ledger of the current schema, or of the older one that is asked for.

    Raises:
        NoLedgerError: nothing is there.
        StoreError: what is there cannot be used as a ledger.
    """
    dialect = dialect_of(target)
    dialect.inspect(target)
    with translated_errors("open", target), closing(dialect.connect(target, writable=False)) as connection:
        connection.execute(dialect.BEGIN_READING)
        require_revision(dialect.revision(connection, target), target, revision)
        yield Reader(connection)


@contextmanager
def open_session(
    target: Ledger,
    *,
    keep: bool = True,
    prepare: "Callable[[Session], None] | None" = None,
    revision: str | None = None,
) -> Iterator["Session"]:
    """A writing session: one transaction, begun at once, committed at the end or rolled back whole.

    With `keep` false it is rolled back in any case: a rehearsal. `prepare` is called before the schema is looked at,
    which has to be the current one, or the older one that is asked for.

    Raises:
        NoLedgerError: nothing is there.
        StoreError: what is there cannot be written.
    """
    from sqlalchemy.orm import configure_mappers
    from sqlmodel import Session

    import claimcheck.models  # noqa: F401

    # Whatever takes long and is not the ledger's own business comes before the lock that all others wait for.
    configure_mappers()
    dialect = dialect_of(target)
    dialect.inspect(target)
    engine = dialect.sql_engine(target)
    try:
        with translated_errors("write", target), Session(engine, autoflush=False) as session:
            if prepare:
                prepare(session)
            require_revision(dialect.revision(driver_connection(session), target), target, revision)
            yield session
            if keep:
                session.commit()
    finally:
        engine.dispose()


def driver_connection(session: "Session") -> "Connection":
    """The driver's own connection beneath a session, inside the session's transaction."""
    raw: Any = session.connection().connection.driver_connection
    if isinstance(raw, sqlite3.Connection):
        connection: Connection = raw
        return connection
    from claimcheck.store.server_connection import ServerConnection

    return ServerConnection(raw)


def next_id(connection: "Connection", table: str) -> int:
    """The id after the highest that the table ever held, whether or not that row is still there."""
    return dialect_of(connection).last_id(connection, table) + 1


def session_reader(session: "Session") -> Reader:
    """A reader that sees what the session has written so far."""
    session.flush()
    return Reader(driver_connection(session))


@contextmanager
def translated_errors(doing: str, target: Ledger | None = None) -> Iterator[None]:
    """Turn what the database layer raises into our own errors, once, at this boundary."""
    try:
        yield
    except Exception as error:
        original = getattr(error, "orig", None) or error
        advice = next(filter(None, (dialect.advice(original) for dialect in _loaded())), None)
        if advice is None:
            raise
        place = f" the ledger {target}" if target else " the ledger"
        what = " ".join(str(original).splitlines()[:1])
        msg = f"cannot {doing}{place}: {what}; {advice}"
        raise StoreError(msg) from original


def _loaded() -> Iterator["Dialect"]:
    """The databases whose drivers are in use, so that an error can be theirs."""
    yield sqlite
    if sys.modules.get("psycopg"):
        from claimcheck.store import postgresql

        yield postgresql


@contextmanager
def conflicts(message: str) -> Iterator[None]:
    """Say `message` where the database refuses a change for what else it holds.

    Raises:
        ConflictError: it does.
    """
    try:
        yield
    except Exception as error:
        original = getattr(error, "orig", None) or error
        if any(dialect.is_conflict(original) for dialect in _loaded()):
            raise ConflictError(message) from error
        raise


def concerns_one_value(error: Exception) -> bool:
    """Whether an error comes of what is to be kept, so that something else can be; not of the ledger or the machine."""
    original = getattr(error, "orig", None) or error
    if isinstance(original, StoreError) and isinstance(original.__cause__, Exception):
        original = original.__cause__
    if any(dialect.advice(original) is not None for dialect in _loaded()):
        return any(dialect.is_refusal(original) for dialect in _loaded())
    return isinstance(error, ConflictError) or not isinstance(error, StoreError | OSError | MemoryError)


def require_known_revision(revision: str | None, target: Ledger) -> None:
    """Refuse a ledger from a newer claimcheck.

    Raises:
        StoreError: it is one.
    """
    if revision not in REVISIONS:
        msg = f"the ledger {target} has the unknown schema {revision}, from a newer claimcheck; update claimcheck"
        raise StoreError(msg)


def require_revision(revision: str | None, target: Ledger, wanted: str | None = None) -> None:
    """Refuse a ledger that has not the current schema, or the older one that is wanted.

    Raises:
        StoreError: it has another.
    """
    require_known_revision(revision, target)
    if revision != (wanted or REVISIONS[-1]):
        msg = f"the ledger {target} has the older schema {revision}; run `claimcheck db upgrade` first"
        raise StoreError(msg)
