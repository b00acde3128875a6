"""The bytes of documents: each once, under its own hash, in a folder beside the ledger that only its owner reads."""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import mkstemp

from claimcheck.errors import StoreError


class Archive:
    """A folder of files named by the SHA-256 of what is in them; several ledgers and processes may share it."""

    def __init__(self, folder: Path) -> None:
        """Touch nothing yet."""
        self._folder = folder

    def keep(self, content: bytes) -> str:
        """Keep bytes, on the disk when this returns; gives their SHA-256. Twice the same is one file.

        Raises:
            StoreError: they cannot be written.
        """
        digest = sha256(content).hexdigest()
        place = self._place(digest)
        try:
            if not self._is_whole(place, len(content)):
                place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                _write(place, content)
        except OSError as error:
            msg = f"cannot keep a document in {self._folder}: {error.strerror}; choose a folder (CLAIMCHECK_SNAPSHOTS)"
            raise StoreError(msg) from error
        return digest

    def bytes_of(self, digest: str) -> bytes | None:
        """The bytes with that SHA-256; None if they are not here.

        Raises:
            StoreError: what is here under that name is something else, or cannot be read.
        """
        place = self._place(digest)
        try:
            content = place.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            msg = f"cannot read {place}: {error.strerror}; check its permissions"
            raise StoreError(msg) from error
        if sha256(content).hexdigest() != digest:
            msg = f"{place} was changed: it is no longer what was kept there; bring it back from a backup"
            raise StoreError(msg)
        return content

    def _place(self, digest: str) -> Path:
        return self._folder / digest[:2] / digest

    @staticmethod
    def _is_whole(place: Path, size: int) -> bool:
        """Whether a file is there with all of its bytes: one that a crash left short is written anew."""
        try:
            return place.stat().st_size == size
        except FileNotFoundError:
            return False


def _write(place: Path, content: bytes) -> None:
    """Write a file that appears under its name only when it is whole and on the disk."""
    handle, name = mkstemp(dir=place.parent, prefix=".")  # readable by its owner alone
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(place)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    folder = os.open(place.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
