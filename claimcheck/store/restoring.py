"""A backup put in the place of a ledger: checked first, whole or not at all, and what was there kept beside it."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from pathlib import Path

from claimcheck.errors import StoreError
from claimcheck.store import checks, draft, schema, sqlite
from claimcheck.store.copying import copy
from claimcheck.store.engine import translated_errors
from claimcheck.store.network import refuse_network
from claimcheck.store.target import Ledger, Server, Target, is_sqlite_file

_ADVICE = "nothing was changed"


def restore(backup: Path, ledger: Ledger, *, now: datetime, replace: bool) -> Path | None:
    """Put a backup in the place of a ledger; gives where the file that was there is kept, None if there was none.

    A backup with an older schema is brought up to date on the way; the backup itself is never written to. A ledger
    on a server is never replaced.

    Raises:
        StoreError: the backup is no sound ledger, a ledger is there and `replace` is false, another process uses it, or
            its place is on a network file system.
    """
    if isinstance(ledger, Server):
        with tempfile.TemporaryDirectory(prefix="claimcheck-") as folder:
            unpacked = Path(folder) / "ledger.sqlite3"
            _prepare(backup, unpacked)
            copy(Target(unpacked), ledger)
        return None
    place = Path(os.path.realpath(ledger.path))  # SQLite, too, keeps its companions beside what a link points at
    _require_another(backup, place)
    refuse_network(place)
    with (
        schema.refusals(f"restore {backup} to {ledger}", _ADVICE),
        draft.opened(place, replacing=replace) as file,
    ):
        if file is None:
            msg = (
                f"there is a file at {ledger} already; with --yes the backup takes its place, and it is kept beside it"
            )
            raise StoreError(msg)
        _prepare(backup, file)
        if not os.path.lexists(place):
            schema.publish(file, place)
            return None
        kept = schema.beside(place, now, "replaced")
        with translated_errors("replace", ledger), _alone(place) as (mode, companions):
            with closing(sqlite3.connect(file)) as connection:
                connection.execute(f"PRAGMA journal_mode = {mode}")
            draft.replace(file, place, kept, companions)
        return kept


def _require_another(backup: Path, place: Path) -> None:
    if not os.path.lexists(backup):
        msg = f"there is no backup at {backup}; check the path"
        raise StoreError(msg)
    if backup.exists() and place.exists() and backup.samefile(place):
        msg = f"{backup} is the ledger itself; name a backup of it"
        raise StoreError(msg)
    if place.exists() and not os.access(place, os.W_OK):  # SQLite would take no lock of such a file, and not say so
        msg = f"{place} may not be written; check its permissions"
        raise StoreError(msg)


def _prepare(backup: Path, file: Path) -> None:
    """Copy the backup into a file of its own, up to date, and refuse what is not sound there."""
    origin = Target(backup)
    schema.copy_file(origin, file)
    schema.bring_up_to_date(Target(file, backup))
    found = next(checks.findings(Target(file, backup)), None)
    if found is not None:
        msg = f"the backup {backup} is not sound: {found}; nothing was changed, choose another backup"
        raise StoreError(msg)


@contextmanager
def _alone(place: Path) -> Iterator[tuple[str, list[str]]]:
    """Keep every other process out of a ledger; gives its journal mode and which companions it still has.

    A ledger that is whole then has none, so nothing of it can be replayed onto what takes its place. Whoever waits
    for it meanwhile is refused by SQLite when it writes to a file that has lost its name. No other descriptor of the
    file may be closed in this time: that would give up the lock.
    """
    with ExitStack() as work:
        connection, mode, old = None, "wal", place.stat()
        if is_sqlite_file(place):
            try:
                connection = work.enter_context(closing(sqlite.connect(Target(place), writable=True)))
                mode = sqlite.take_over(connection)
            except sqlite3.DatabaseError as error:
                if not sqlite.is_damage(error):
                    raise
                work.close()
                connection = None
        if connection is None:  # what SQLite cannot read, it cannot write either: nobody is using it
            yield mode, [ending for ending in draft.COMPANIONS if place.with_name(place.name + ending).exists()]
            return
        try:
            yield mode, []
        except BaseException:
            if os.path.samestat(old, place.stat()):
                sqlite.hand_back(connection, mode)
            raise
