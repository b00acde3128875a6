"""How SQLite keeps a ledger's last changes: in a write-ahead log, or in a rollback journal."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing

from claimcheck.errors import StoreError
from claimcheck.store import schema, sqlite
from claimcheck.store.engine import require_revision, translated_errors
from claimcheck.store.target import Target

JOURNALS = {"wal": "wal", "rollback": "delete"}
"""What we call each way, and what SQLite does. With "wal" readers never wait; with "rollback" they and writers do."""
_READ_VERSION_OFFSET, _WAL_VERSION = 19, b"\x02"
"""Where the file itself says it; a connection to one in a folder that cannot be written says "delete" in any case.

Source: https://sqlite.org/fileformat2.html#file_format_version_numbers
"""


def journal_of(target: Target) -> str:
    """Which of `JOURNALS` a ledger has.

    Raises:
        StoreError: there is no ledger, or it cannot be read.
    """
    sqlite.inspect(target)
    with schema.refusals(f"read the ledger {target}", "check its permissions"), target.path.open("rb") as file:
        file.seek(_READ_VERSION_OFFSET)
        return "wal" if file.read(1) == _WAL_VERSION else "rollback"


def switch(target: Target, journal: str) -> bool:
    """Give a ledger one of `JOURNALS`; False if it has it already.

    Raises:
        StoreError: there is no ledger, it cannot be written, or another process has it open.
    """
    if journal_of(target) == journal:
        return False
    with (
        translated_errors("switch the journal of", target),
        closing(sqlite.connect(target, writable=True)) as connection,
    ):
        require_revision(sqlite.revision(connection, target), target)
        try:
            mode = connection.execute(f"PRAGMA journal_mode = {JOURNALS[journal]}").fetchone()[0]
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY"):
                raise
            msg = f"another process has the ledger {target} open; try again when nobody uses it"
            raise StoreError(msg) from error
    if mode != JOURNALS[journal]:
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
