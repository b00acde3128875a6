"""Vectors of texts kept from one run to the next, in a file that may be deleted at any time.

A text is known by its hash only. Whatever is wrong with the file, the vectors are made again; a damaged one goes.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path

MAX_KEPT = 1_000_000
_AT_ONCE = 500
_TIMEOUT_S = 0.2
"""Another run that is writing is not waited for longer: what it would cost is calculated instead."""
_TABLE = "CREATE TABLE IF NOT EXISTS vector (text BLOB PRIMARY KEY, numbers BLOB NOT NULL) WITHOUT ROWID"
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_PRIMARY = 0xFF
"""The part of SQLite's result codes that says what kind of error it is."""


class KeptVectors:
    """The vectors that one model gave, as bytes."""

    def __init__(self, file: Path) -> None:
        """Keep them in that file; it and its folder are made when there is something to keep."""
        self._file = file

    def of(self, texts: Iterable[str]) -> dict[str, bytes]:
        """The vectors that are known of those texts."""
        keys = {_key(text): text for text in texts}
        found: dict[str, bytes] = {}
        if self._file.is_file():
            with self._opened() as connection:
                wanted = list(keys)
                for first in range(0, len(wanted), _AT_ONCE):
                    some = wanted[first : first + _AT_ONCE]
                    sql = f"SELECT text, numbers FROM vector WHERE text IN ({', '.join('?' * len(some))})"  # noqa: S608
                    rows = connection.execute(sql, some)
                    found.update({keys[key]: numbers for key, numbers in rows if isinstance(numbers, bytes)})
        return found

    def keep(self, vectors: Mapping[str, bytes]) -> None:
        """Remember vectors for later runs, unless that cannot be, or there are too many."""
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with self._opened() as connection, connection:
                connection.execute(_TABLE)
                if connection.execute("SELECT count(*) FROM vector").fetchone()[0] + len(vectors) > MAX_KEPT:
                    connection.execute("DELETE FROM vector")
                rows = [(_key(text), numbers) for text, numbers in vectors.items()]
                connection.executemany("INSERT OR REPLACE INTO vector VALUES (?, ?)", rows)

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """The file, until something is wrong with it; a damaged one is taken away, for the next `keep` to make anew."""
        try:
            with closing(sqlite3.connect(self._file, timeout=_TIMEOUT_S)) as connection:
                yield connection
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) & _PRIMARY in _DAMAGED:
                with suppress(OSError):
                    self._file.unlink(missing_ok=True)


def file_for(folder: Path, *parts: Path) -> Path:
    """The file for what a model of these parts gives: where one of them is another, there is another file."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        with part.open("rb") as stream:
            digest.update(hashlib.file_digest(stream, "blake2b").digest())
    return folder / f"vectors-{digest.hexdigest()}.sqlite3"


def _key(text: str) -> bytes:
    return hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=16).digest()
