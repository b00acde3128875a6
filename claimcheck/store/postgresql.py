"""A ledger on a PostgreSQL server: how it is reached, locked and checked, and what only PostgreSQL has.

All of it lies in a schema of its own, beside whatever else the database holds.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from claimcheck.errors import NoLedgerError, StoreError, UsageError
from claimcheck.store import search_postgresql
from claimcheck.store.dialect import Search
from claimcheck.store.server_connection import ServerConnection
from claimcheck.store.target import Server

search: Search = search_postgresql
SCHEMA_NAME = "claimcheck"
BEGIN_READING = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
LOCK_NUMBER = 0x436C4368
"""The advisory lock that a writing session holds: one writer at a time, as with a file."""
LOCK_TIMEOUT_MS = 30_000
CONNECT_TIMEOUT_S = 10
_ROWS_AT_ONCE = 2_000
INSTALL = "pip install 'claimcheck-ledger[postgres]'"

_BESIDE_THE_MODELS = ("claim_search", "last_id", "alembic_version")
_NUMBERED_FIRST = ("command", "event", "source", "document", "snapshot", "claim", "appearance", "tag")
_NUMBERED_LATER = ("evidence", "watch", "run", "search")
_REFUSE = "EXECUTE FUNCTION refuse_change()"
APPEND_ONLY_TRIGGERS = {
    f"{table}_append_only": (
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        f"FOR EACH STATEMENT {_REFUSE}"
    )
    for table in ("command", "event")
}
LAST_ID_TRIGGERS = {
    f"{table}_last_id": (
        f"CREATE TRIGGER {table}_last_id AFTER INSERT ON {table} REFERENCING NEW TABLE AS added "
        "FOR EACH STATEMENT EXECUTE FUNCTION remember_last_id()"
    )
    for table in (*_NUMBERED_FIRST, *_NUMBERED_LATER)
}
_REFUSE_CHANGE = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the history is append-only'; END $$
""".strip()
_LAST_ID = """
CREATE TABLE last_id (name text COLLATE "C" CONSTRAINT pk_last_id PRIMARY KEY, id bigint NOT NULL)
""".strip()
_REMEMBER_LAST_ID = """
CREATE FUNCTION remember_last_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO last_id (name, id) SELECT TG_TABLE_NAME, max(added.id) FROM added HAVING count(*) > 0
  ON CONFLICT (name) DO UPDATE SET id = greatest(last_id.id, excluded.id);
  RETURN NULL;
END $$
""".strip()
SCHEMA = (
    _REFUSE_CHANGE,
    _LAST_ID,
    _REMEMBER_LAST_ID,
    *APPEND_ONLY_TRIGGERS.values(),
    *(LAST_ID_TRIGGERS[f"{table}_last_id"] for table in _NUMBERED_FIRST),
    *search_postgresql.SCHEMA,
)
"""What the first tables need beside themselves; a table `last_id` stands for SQLite's memory of the ids it gave."""


def inspect(target: Server) -> None:
    """A server is asked when it is opened."""


def connect(target: Server, *, writable: bool) -> ServerConnection:
    """A connection on which no transaction has begun."""
    return ServerConnection(_connect(target, writable=writable, autocommit=True))


def _connect(target: Server, *, writable: bool, autocommit: bool) -> Any:
    try:
        import psycopg
    except ImportError as error:
        msg = f"a ledger on a PostgreSQL server needs psycopg, which is not installed; run {INSTALL}"
        raise StoreError(msg) from error
    defaults = {"connect_timeout": CONNECT_TIMEOUT_S, "application_name": "claimcheck"}
    try:
        given: dict[str, Any] = {**defaults, **psycopg.conninfo.conninfo_to_dict(target.url)}
    except psycopg.ProgrammingError:
        # The driver's message may repeat the whole address, with the password.
        msg = f"{target} is not an address that PostgreSQL understands; write postgresql://user@host/database"
        raise UsageError(msg) from None
    raw = psycopg.connect(
        psycopg.conninfo.make_conninfo(**given),
        autocommit=True,
        cursor_factory=psycopg.ClientCursor,
        client_encoding="UTF8",
    )
    try:
        _require_utf8(raw, target)
        raw.execute(f"SET search_path TO {SCHEMA_NAME}")
        raw.execute(f"SET lock_timeout TO {LOCK_TIMEOUT_MS}")
        if not writable:
            raw.execute("SET default_transaction_read_only TO on")
        raw.autocommit = autocommit
    except BaseException:
        raw.close()
        raise
    return raw


def _require_utf8(raw: Any, target: Server) -> None:
    if raw.info.parameter_status("server_encoding") != "UTF8":
        msg = f"the database {target} does not keep text as UTF-8; create one with ENCODING 'UTF8'"
        raise StoreError(msg)


def sql_engine(target: Server) -> Any:
    """An SQLAlchemy engine whose every transaction waits for its turn to write."""
    import sqlalchemy as sa

    engine = sa.create_engine(
        "postgresql+psycopg://",
        creator=lambda: _connect(target, writable=True, autocommit=False),
        poolclass=sa.pool.NullPool,
        use_native_hstore=False,
    )
    lock = f"SELECT pg_advisory_xact_lock({LOCK_NUMBER})"
    sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(lock))
    return engine


def revision(connection: ServerConnection, target: Server) -> str | None:
    """The revision that the schema says it has.

    Raises:
        NoLedgerError: there is no schema of ours.
    """
    if connection.execute(f"SELECT to_regclass('{SCHEMA_NAME}.alembic_version')").fetchone()[0] is None:
        msg = f"there is no ledger at {target} yet; run `claimcheck load` to start one with the bundled claims"
        raise NoLedgerError(msg)
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return row[0] if row else None


def stream(connection: ServerConnection, sql: str, parameters: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    """The rows of a query, a few thousand at a time."""
    name = f"rows_{next(_cursor_numbers)}"
    connection.execute(f"DECLARE {name} NO SCROLL CURSOR FOR {sql}", parameters)
    while rows := connection.execute(f"FETCH {_ROWS_AT_ONCE} FROM {name}").fetchall():
        yield from rows
        if len(rows) < _ROWS_AT_ONCE:
            break
    connection.execute(f"CLOSE {name}")


def _numbers() -> Iterator[int]:
    number = 0
    while True:
        number += 1
        yield number


_cursor_numbers = _numbers()


def last_id(connection: ServerConnection, table: str) -> int:
    """The highest id that the table ever held, whether or not that row is still there; 0 for none."""
    row = connection.execute("SELECT id FROM last_id WHERE name = ?", (table,)).fetchone()
    return int(row[0]) if row else 0


def set_last_id(connection: ServerConnection, table: str, last: int) -> None:
    """Let the table's next id come after `last`."""
    upsert = "INSERT INTO last_id (name, id) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET id = excluded.id"
    connection.execute(upsert, (table, last))


def renew_statistics(connection: ServerConnection) -> None:
    """Let the planner know what a large load has brought; other tables of the database are none of ours."""
    tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = ?", (SCHEMA_NAME,)).fetchall()
    connection.execute(f"ANALYZE {', '.join(table for (table,) in tables)}")


def joined_text(expression: str, rows_of: str, order: str, separator: str) -> str:
    """A scalar SQL expression: `expression` of every row of `rows_of`, joined in `order`."""
    quoted = separator.replace("'", "''")
    return f"(SELECT string_agg({expression}, '{quoted}' ORDER BY {order}) FROM {rows_of})"  # noqa: S608 - our own


_ADVICE = {
    "08": "check the address and that the server runs",
    "28": "check the user name and the password",
    "3D": "create that database first",
    "53": "the server is out of disk, memory or connections; this change was not kept",
    "55P03": "another process has held it for too long; try again",
    "42501": "this user may not do that there; ask the server's owner",
    "25006": "the server accepts no writing now; try the primary",
}


def advice(error: BaseException) -> str | None:
    """What to do about an error of psycopg; None for any other error."""
    import psycopg

    if not isinstance(error, psycopg.Error):
        return None
    if error.sqlstate is None:
        return _ADVICE["08"] if isinstance(error, psycopg.OperationalError) else "nothing was changed"
    return next((text for key, text in _ADVICE.items() if error.sqlstate.startswith(key)), "nothing was changed")


def is_conflict(error: BaseException) -> bool:
    """Whether an error says that a change contradicts what else the ledger holds."""
    import psycopg

    return isinstance(error, psycopg.IntegrityError)


def is_refusal(error: BaseException) -> bool:
    """Whether an error says that a value cannot be kept, as one too long for an index, not that nothing can."""
    import psycopg

    if not isinstance(error, psycopg.Error):
        return False
    return isinstance(error, psycopg.DataError) or (error.sqlstate or "")[:2] in ("22", "23", "54")


def findings(connection: ServerConnection, _: Server) -> Iterator[str]:
    """What is wrong with the triggers and the index; files and references are the server's own care."""
    triggers = (
        "SELECT tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal AND tgrelid IN "  # noqa: S608 - a constant
        f"(SELECT oid FROM pg_class WHERE relnamespace = '{SCHEMA_NAME}'::regnamespace)"
    )
    there = dict(connection.execute(triggers).fetchall())
    for name in (*APPEND_ONLY_TRIGGERS, *LAST_ID_TRIGGERS, *search_postgresql.TRIGGERS):
        if name not in there:
            yield f"trigger: {name} is missing"
        elif there[name] == "D":
            yield f"trigger: {name} is switched off"
    wrong = connection.execute(
        "SELECT coalesce(held.claim_id, wanted.claim_id) FROM claim_search AS held "
        "FULL JOIN claim_search_content AS wanted ON wanted.claim_id = held.claim_id "
        "WHERE held.words IS DISTINCT FROM wanted.words ORDER BY 1 LIMIT 1"
    ).fetchone()
    if wrong:
        yield f"search: the full-text index does not agree with claim {wrong[0]}"


def differences(target: Server) -> Iterator[str]:
    """What of the tables, columns, indexes and constraints is not as the models say, each as one sentence."""
    import sqlalchemy as sa
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from claimcheck.models import metadata

    raw = _connect(target, writable=False, autocommit=False)
    engine = sa.create_engine("postgresql+psycopg://", creator=lambda: raw, poolclass=sa.pool.StaticPool)
    try:
        with engine.connect() as connection:
            options = {"include_name": lambda name, kind, _: kind != "table" or name not in _BESIDE_THE_MODELS}
            for difference in compare_metadata(MigrationContext.configure(connection, opts=options), metadata):
                step = difference[0] if isinstance(difference, list) else difference
                named = [str(getattr(item, "name", item)) for item in step[1:4] if item is not None]
                yield f"schema: to be as claimcheck made it, it needs {step[0].replace('_', ' ')} {' '.join(named)}"
            found = sa.inspect(connection)
            names = set(found.get_table_names())
            for table in (table for table in metadata.sorted_tables if table.name in names):
                wanted = {str(item.name) for item in table.constraints if isinstance(item, sa.CheckConstraint)}
                there = {item["name"] for item in found.get_check_constraints(table.name)}
                for name in sorted(wanted - there):
                    yield f"schema: constraint {name} is missing"
    finally:
        engine.dispose()
