"""How SQLite keeps a ledger's last changes: in a write-ahead log, or in a rollback journal."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing

from claimcheck.errors import StoreError
from claimcheck.store import sqlite
from claimcheck.store.engine import require_revision, translated_errors
from claimcheck.store.target import Target, inspect_file

JOURNALS = {"wal": "wal", "rollback": "delete"}
"""What we call each way, and what SQLite does. With "wal" readers never wait; with "rollback" they and writers do."""


def journal_of(target: Target) -> str:
    """Which of `JOURNALS` a ledger has.

    Raises:
        StoreError: there is no ledger, or it cannot be read.
    """
    inspect_file(target)
    with translated_errors("read", target), closing(sqlite.connect(target, writable=False)) as connection:
        return named(connection)


def named(connection: sqlite3.Connection) -> str:
    """Which of `JOURNALS` the ledger of a connection has."""
    return "wal" if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal" else "rollback"


def switch(target: Target, journal: str) -> bool:
    """Give a ledger one of `JOURNALS`; False if it has it already.

    Raises:
        StoreError: there is no ledger, it cannot be written, or another process has it open.
    """
    inspect_file(target)
    with (
        translated_errors("switch the journal of", target),
        closing(sqlite.connect(target, writable=True)) as connection,
    ):
        require_revision(sqlite.revision(connection, target), target)
        if named(connection) == journal:
            return False
        try:
            connection.execute(f"PRAGMA journal_mode = {JOURNALS[journal]}")
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY"):
                raise
            msg = f"another process has the ledger {target} open; try again when nobody uses it"
            raise StoreError(msg) from error
        if named(connection) != journal:
            msg = f"SQLite did not give the ledger {target} the journal {journal}; keep it on a local disk"
            raise StoreError(msg)
        return True


def notes(target: Target) -> Iterator[str]:
    """What should be known about the journal of a ledger, each as one sentence."""
    journal = journal_of(target)
    if journal == "rollback":
        yield "journal: rollback, so readers and writers wait for each other; `claimcheck db journal wal` changes that"
    elif has_reset_bug(sqlite3.sqlite_version):
        yield (
            f"journal: SQLite {sqlite3.sqlite_version} can, very rarely, damage a ledger to which several processes "
            "write (the WAL-reset bug); SQLite 3.51.3 cannot, and neither can this one after "
            "`claimcheck db journal rollback`, with which readers and writers wait for each other"
        )


def has_reset_bug(version: str) -> bool:
    """Whether SQLite of that version can, very rarely, damage a ledger whose write-ahead log several processes use.

    Source: https://sqlite.org/wal.html#walresetbug
    """
    number = tuple(int(part) for part in re.findall(r"\d+", version)[:3])
    return number < (3, 51, 3) and not (3, 50, 7) <= number < (3, 51) and not (3, 44, 6) <= number < (3, 45)
