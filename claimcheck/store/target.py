"""Where a ledger is, and whether what is there can be one."""

import os
import struct
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from claimcheck.errors import NoLedgerError, StoreError, UsageError

APPLICATION_ID = 0x436C4368
"""Marks a SQLite file as a ledger of ours ("ClCh"), at offset 68 of its header."""

SERVER_SCHEMES = ("postgresql", "postgres")
_HEADER_BYTES = 100
_MAGIC = b"SQLite format 3\x00"


class Target(NamedTuple):
    """The place of a ledger: one SQLite file."""

    path: Path
    place: Path | None = None
    """Where a ledger in the making will be; None when it is there."""

    def __str__(self) -> str:
        """The place as a user would name it."""
        return str(self.place or self.path)


class Server(NamedTuple):
    """The place of a ledger: a database on a PostgreSQL server."""

    url: str

    def __str__(self) -> str:
        """The place as a user would name it, without the password."""
        try:
            parts = urlsplit(self.url)
        except ValueError:
            return "postgresql://..."
        user, at, host = parts.netloc.rpartition("@")
        hidden = [(name, value) for name, value in parse_qsl(parts.query) if name != "password"]
        return urlunsplit(parts._replace(netloc=user.partition(":")[0] + at + host, query=urlencode(hidden, safe="/")))


Ledger = Target | Server


def parse_target(db: str) -> Ledger:
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
    if scheme in SERVER_SCHEMES:
        return Server(db)
    msg = f"{scheme}:// ledgers cannot be opened; give the path of a SQLite file or a postgresql:// address"
    raise UsageError(msg)


def _expanded(path: str) -> Path:
    try:
        return Path(path).expanduser()
    except RuntimeError as error:
        msg = f"{path}: there is no such user or home directory; write the whole path"
        raise UsageError(msg) from error


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
    if size < expected and not wal_of(path).exists():
        msg = f"{path} is cut off ({size} of {expected} bytes are there); restore a backup"
        raise StoreError(msg)
    if struct.unpack(">I", header[68:72])[0] != APPLICATION_ID:
        msg = f"{path} is a SQLite file of another program, not a ledger; check --db and CLAIMCHECK_DB"
        raise StoreError(msg)


def is_sqlite_file(path: Path) -> bool:
    """Whether a file begins as SQLite's files do, be it ours or not."""
    with path.open("rb") as file:
        return file.read(_HEADER_BYTES).startswith(_MAGIC)


def wal_of(path: Path) -> Path:
    """The write-ahead log beside a SQLite file."""
    return path.with_name(path.name + "-wal")
