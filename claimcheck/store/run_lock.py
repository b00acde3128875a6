"""One update at a time for each ledger: a lock of the system, gone with whoever held it, however that ended."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager

from claimcheck.errors import AlreadyRunningError, StoreError
from claimcheck.store.engine import translated_errors
from claimcheck.store.target import Ledger, Server, Target

LOCK_NUMBER = 0x436C5570
"""The advisory lock of an update on a server; a writing session has another."""


@contextmanager
def run_lock(ledger: Ledger) -> Iterator[None]:
    """Hold the lock while the block runs.

    Raises:
        AlreadyRunningError: another process holds it.
        StoreError: there is no place for it.
    """
    if isinstance(ledger, Target):
        with _of_file(ledger):
            yield
    else:
        with _on_server(ledger):
            yield


@contextmanager
def _of_file(ledger: Target) -> Iterator[None]:
    """A lock on a file beside the ledger; it stays, since removing it would let two processes hold two locks."""
    path = ledger.path.resolve()
    place = path.with_name(f".{path.name}.update")
    try:
        handle = os.open(place, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    except OSError as error:
        msg = f"cannot lock {place}: {error.strerror}; an update needs to write beside the ledger"
        raise StoreError(msg) from error
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise _already_running(ledger) from None
        yield
    finally:
        os.close(handle)


@contextmanager
def _on_server(ledger: Server) -> Iterator[None]:
    from claimcheck.store import postgresql

    with ExitStack() as held:
        # only the taking: what goes wrong while the lock is held is no fault of the lock
        with translated_errors("lock", ledger):
            connection = held.enter_context(closing(postgresql.connect(ledger, writable=False)))
            (is_ours,) = connection.execute("SELECT pg_try_advisory_lock(?)", (LOCK_NUMBER,)).fetchone()
        if not is_ours:
            raise _already_running(ledger)
        yield


def _already_running(ledger: Ledger) -> AlreadyRunningError:
    msg = f"another update of {ledger} is running; nothing was done, it will ask what is due"
    return AlreadyRunningError(msg)
