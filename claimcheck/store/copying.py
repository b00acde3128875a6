"""A whole ledger moved row by row into a new one, whichever two databases they are in."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.errors import StoreError
from claimcheck.store import sqlite
from claimcheck.store.engine import Reader, dialect_of, driver_connection, open_reader
from claimcheck.store.starting import session_or_start
from claimcheck.store.target import Ledger

if TYPE_CHECKING:
    from sqlalchemy import Table
    from sqlmodel import Session

NUMBERED = (
    *("source", "document", "snapshot", "claim", "appearance", "tag", "command", "event"),
    *("evidence", "watch", "run", "search"),
)
"""Tables whose ids are never given twice, so that the highest one ever given moves with them."""
_MERGED = "UPDATE source SET merged_into_id = ? WHERE id = ?"


def copy(origin: Ledger, destination: Ledger, *, revision: str | None = None) -> dict[str, int]:
    """Copy everything, ids, history and its hash chain included; gives the number of rows by table.

    With an older `revision`, which the origin must have, the destination is a file with the same older schema.

    Raises:
        StoreError: there is a ledger at the destination already, or one of the two cannot be used.
    """
    with (
        open_reader(origin, revision=revision) as reader,
        session_or_start(destination, revision=revision) as (session, is_new),
    ):
        if not is_new:
            msg = f"there is a ledger at {destination} already, and it is not written over; name a new place"
            raise StoreError(msg)
        connection = driver_connection(session)
        dialect = dialect_of(connection)
        last_indexed_id = dialect.search.suspend(connection)
        copied = {}
        for table in _tables(session, revision):
            names = [column.name for column in table.columns]
            columns, marks = ", ".join(names), ", ".join("?" * len(names))
            order = ", ".join(column.name for column in table.primary_key)
            select = f"SELECT {columns} FROM {table.name} ORDER BY {order}"  # noqa: S608 - our own names
            # A source may have been merged into one that comes after it.
            empty = names.index("merged_into_id") if table.name == "source" else None
            rows = _rows(reader, select, empty)
            connection.executemany(f"INSERT INTO {table.name} ({columns}) VALUES ({marks})", rows)  # noqa: S608
            copied[table.name] = int(reader.value(f"SELECT count(*) FROM {table.name}"))  # noqa: S608
        merged = "SELECT merged_into_id, id FROM source WHERE merged_into_id IS NOT NULL"
        connection.executemany(_MERGED, reader.all(merged))
        for name in NUMBERED:
            dialect.set_last_id(connection, name, reader.last_id(name))
        dialect.search.resume(connection, last_indexed_id)
        _require_all(Reader(connection), copied)
    return copied


def _tables(session: "Session", revision: str | None) -> "list[Table]":
    """The tables that hold what people wrote, each after those that it refers to."""
    from claimcheck.models import metadata

    if revision is None:
        return metadata.sorted_tables
    import sqlalchemy as sa

    older = sa.MetaData()
    older.reflect(session.connection(), only=lambda name, _: not name.startswith(sqlite.NO_CONTENT))
    return older.sorted_tables


def _rows(reader: Reader, select: str, empty: int | None) -> Iterator[tuple[object, ...]]:
    """The rows of a table, without the value at place `empty`."""
    for row in reader.rows(select):
        yield row if empty is None else (*row[:empty], None, *row[empty + 1 :])


def _require_all(reader: Reader, copied: dict[str, int]) -> None:
    for table, expected in copied.items():
        there = reader.value(f"SELECT count(*) FROM {table}")  # noqa: S608 - our own names
        if there != expected:
            msg = f"{there} of {expected} rows of {table} arrived; nothing was kept, check both databases"
            raise StoreError(msg)
