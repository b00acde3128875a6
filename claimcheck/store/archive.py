"""The bytes of documents: each once, under its own hash, in a folder beside the ledger that only its owner reads."""

import os
from contextlib import suppress
from hashlib import file_digest, sha256
from pathlib import Path
from tempfile import mkstemp

from claimcheck.errors import StoreError

_PRIVATE = 0o700


class Archive:
    """A folder of files named by the SHA-256 of what is in them; several ledgers and processes may share it."""

    def __init__(self, folder: Path) -> None:
        """Touch nothing yet."""
        self.folder = folder

    def keep(self, content: bytes) -> str:
        """Keep bytes, on the disk when this returns; gives their SHA-256. Twice the same is one file.

        A file that is not what its name says, after a crash or a fault of the disk, is replaced.

        Raises:
            StoreError: they cannot be written.
        """
        digest = sha256(content).hexdigest()
        place = self._place(digest)
        try:
            if not _is_whole(place, digest, len(content)):
                self._make_folders(place.parent)
                _write(place, content)
        except OSError as error:
            msg = f"cannot keep a document in {self.folder}: {error.strerror}; choose a folder (CLAIMCHECK_SNAPSHOTS)"
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
        return self.folder / digest[:2] / digest

    def _make_folders(self, inner: Path) -> None:
        """Make what is missing of the two folders, for their owner alone; folders that are there stay as they are."""
        for folder in (self.folder, inner):
            if not folder.is_dir():
                folder.mkdir(parents=True, exist_ok=True, mode=_PRIVATE)
                with suppress(PermissionError):  # a folder that may be entered need not be readable
                    _sync_folder(folder.parent)


def _is_whole(place: Path, digest: str, size: int) -> bool:
    """Whether a file is there and is what its name says."""
    try:
        if place.stat().st_size != size:
            return False
        with place.open("rb") as file:
            return file_digest(file, "sha256").hexdigest() == digest
    except FileNotFoundError:
        return False


def _write(place: Path, content: bytes) -> None:
    """Write a file that appears under its name only when it is whole and on the disk."""
    handle = _unnamed(place.parent)
    if handle is None:
        _write_renamed(place, content)
    else:
        with os.fdopen(handle, "wb") as file:
            _fill(file.fileno(), content)
            place.unlink(missing_ok=True)  # what is there is not whole
            # Another process may have been as quick: the name says that it wrote the same.
            with suppress(FileExistsError):
                # with a folder's handle, as only then a link is followed to the file itself
                os.link(f"/proc/self/fd/{file.fileno()}", place, src_dir_fd=file.fileno(), follow_symlinks=True)
    _sync_folder(place.parent)


def _unnamed(folder: Path) -> int | None:
    """A file that has no name yet, so that nothing is left of it if we die; None where there are no such files."""
    if not hasattr(os, "O_TMPFILE") or not Path("/proc/self/fd").is_dir():
        return None
    try:
        return os.open(folder, os.O_TMPFILE | os.O_WRONLY, 0o600)
    except OSError:
        return None  # the file system has none; any other hindrance meets a file with a name as well


def _write_renamed(place: Path, content: bytes) -> None:
    handle, name = mkstemp(dir=place.parent, prefix=".")  # readable by its owner alone
    try:
        with os.fdopen(handle, "wb") as file:
            _fill(file.fileno(), content)
        Path(name).replace(place)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _fill(handle: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(handle, rest) :]
    os.fsync(handle)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
