"""Where ledgers lie while they are measured: files in a folder, or databases on the server that the tests use."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

sys.path.append(str(Path(__file__).resolve().parents[1]))

from tests.databases import KINDS, server

__all__ = ["KINDS", "Places", "connected", "places"]

Places = Callable[[], str]
"""Gives the address of a new ledger, with nothing there yet."""


@contextmanager
def places(kind: str, folder: Path) -> Iterator[Places]:
    """New places for ledgers of that kind; on a server they go when the block ends."""
    if kind == "sqlite":
        numbers = iter(range(sys.maxsize))
        yield lambda: str(folder / f"ledger-{next(numbers)}.sqlite3")
    else:
        with server() as running:
            yield lambda: running.address_of(running.create())


@contextmanager
def connected(place: str) -> Iterator[Callable[[str], list[tuple]]]:
    """Plain SQL on a ledger, past claimcheck: each statement by itself, its rows in a list."""
    if urlsplit(place).scheme:
        import psycopg

        with psycopg.connect(place, autocommit=True) as connection:
            connection.execute("SET search_path TO claimcheck")
            yield lambda sql: connection.execute(sql).fetchall()
    else:
        import sqlite3
        from contextlib import closing

        with closing(sqlite3.connect(place, isolation_level=None)) as connection:
            yield lambda sql: connection.execute(sql).fetchall()
