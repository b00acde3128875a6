"""A file in the making: written under a hidden name beside its place, and given that place when it is whole."""

import fcntl
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from claimcheck.errors import StoreError

PATIENCE_S = 30
_PAUSE_S = 0.02
COMPANIONS = ("-wal", "-shm", "-journal")
"""What SQLite may leave beside a file of that name."""


@contextmanager
def opened(place: Path, *, replacing: bool = False) -> Iterator[Path | None]:
    """An empty file, readable by its owner alone, that `publish` can give its place; None if that is taken.

    With `replacing`, the place may be taken by a file that `replace` is to move.

    Whoever else wants to make a file at this place waits until the block ends; then the draft is gone, published
    or not. A draft that a killed process left is removed first: nobody holds its lock.

    Raises:
        OSError: the folder cannot be written.
        StoreError: another process has been making a file there for too long.
    """
    draft = place.with_name(f".{place.name}.new")
    with _locked(place.with_name(f".{place.name}.lock"), place):
        if os.path.lexists(place) and not (replacing and place.is_file()):
            yield None
            return
        _remove(draft)
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            yield draft
        finally:
            _remove(draft)


def publish(draft: Path, place: Path) -> None:
    """Put a draft on the disk and give it its place.

    Raises:
        FileExistsError: somebody has put something else there.
        OSError: it cannot be written.
    """
    _sync(draft)
    os.link(draft, place)
    _sync(place.parent)


def replace(draft: Path, place: Path, kept: Path, companions: Sequence[str] = ()) -> None:
    """Put a draft on the disk and give it a place that is taken; what is there is kept under another name.

    At every moment one of the two is there, whole. The `companions` of the old file move with it, and first: the new
    one must not be taken for theirs.

    Raises:
        FileExistsError: there is something of the name `kept`.
        OSError: it cannot be written.
    """
    _sync(draft)
    os.link(place, kept)
    for ending in companions:
        place.with_name(place.name + ending).rename(kept.with_name(kept.name + ending))
    _sync(place.parent)
    draft.replace(place)
    _sync(place.parent)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove(draft: Path) -> None:
    for ending in ("", *COMPANIONS):
        draft.with_name(draft.name + ending).unlink(missing_ok=True)


@contextmanager
def _locked(lock: Path, place: Path) -> Iterator[None]:
    """Hold a lock file, which ends with whoever holds it, however that ends."""
    handle = _acquired(lock, place)
    try:
        yield
    finally:
        with suppress(OSError):
            lock.unlink()
        os.close(handle)


def _acquired(lock: Path, place: Path) -> int:
    deadline = time.monotonic() + PATIENCE_S
    while True:
        handle = os.open(lock, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Whoever held it before has removed it; then the lock of the one that is there now counts.
            if os.path.samestat(os.fstat(handle), lock.stat()):
                return handle
        except (BlockingIOError, FileNotFoundError):
            pass
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
        if time.monotonic() > deadline:
            msg = f"another process has been making {place} for {PATIENCE_S} s and is not done; try again"
            raise StoreError(msg)
        time.sleep(_PAUSE_S)
