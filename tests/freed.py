"""Waiting until a run's lock is free: a server takes a moment to notice that whoever held it was killed."""

import time

from claimcheck.errors import AlreadyRunningError
from claimcheck.store.run_lock import run_lock
from claimcheck.store.target import Target
from tests.conftest import here

PATIENCE_S = 30


def let_go() -> None:
    """Return as soon as the lock of the ledger in use can be had; at once with a file."""
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            with run_lock(here()):
                return
        except AlreadyRunningError:
            if isinstance(here(), Target) or time.monotonic() > until:
                raise
            time.sleep(0.05)
