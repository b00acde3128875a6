"""The schema's life: create a ledger, bring an old one up to date, copy one while it is in use."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import StoreError
from claimcheck.resources import bundled
from claimcheck.store import draft, engine, sqlite
from claimcheck.store.engine import REVISIONS
from claimcheck.store.target import APPLICATION_ID, Target, inspect_file

if TYPE_CHECKING:
    from sqlalchemy import Connection


def create(target: Target) -> bool:
    """Make a new, empty ledger, readable by its owner alone; False if one is there already.

    Raises:
        StoreError: the place cannot be written, or holds something else.
    """
    with started(target) as ledger:
        return ledger is not None


@contextmanager
def started(target: Target) -> Iterator[Target | None]:
    """A new, empty ledger that takes its place when the block ends well; None if one is there already.

    It is built and written beside its place and linked into it whole, so that a killed or a second, simultaneous
    start can never leave or see half of one, and a block that fails leaves nothing.

    Raises:
        StoreError: the place cannot be written, or holds something else.
    """
    path = target.path
    with ExitStack() as work:
        with _refusals(f"create a ledger at {path}", "choose another place with --db"):
            file = None
            if not os.path.lexists(path):
                path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                file = work.enter_context(draft.opened(path))
            if file is not None:
                _build(Target(file, path))
            else:
                inspect_file(target)
                work.close()
        yield None if file is None else Target(file, path)
        if file is not None:
            with _refusals(f"create a ledger at {path}", "choose another place with --db"):
                _publish(file, path)


def upgrade(target: Target, *, now: datetime) -> Path | None:
    """Bring an older ledger to the current schema; gives the backup made first, None if up to date.

    Raises:
        StoreError: no ledger, one from a newer claimcheck, or one that cannot be written.
    """
    inspect_file(target)
    with engine.translated_errors("upgrade", target):
        if revision_of(target) == REVISIONS[-1]:
            return None
        if revision_of(target) not in REVISIONS:
            msg = f"the ledger {target} comes from a newer claimcheck; update claimcheck"
            raise StoreError(msg)
        copy = target.path.with_name(f"{target.path.name}.{now:%Y%m%dT%H%M%SZ}.backup")
        backup(target, copy)
        _migrate(target.path)
        return copy


def revision_of(target: Target) -> str | None:
    """The schema revision that a ledger says it has."""
    with closing(sqlite.connect(target, writable=False)) as connection:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return row[0] if row else None


def backup(target: Target, destination: Path) -> None:
    """A consistent copy of a ledger that may be in use, readable by its owner alone, there only when it is whole.

    Raises:
        StoreError: the destination exists or cannot be written, or the ledger cannot be read.
    """
    inspect_file(target)
    with _refusals(f"write a backup to {destination}", "choose a new file name"), draft.opened(destination) as file:
        if file is None:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        with (
            engine.translated_errors("back up", target),
            closing(sqlite.connect(target, writable=False)) as origin,
            closing(sqlite3.connect(file)) as copy,
        ):
            origin.backup(copy)
        _publish(file, destination)


def migrate(connection: "Connection") -> None:
    """Run every missing migration on an open connection, inside the transaction it has begun."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(bundled("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


@contextmanager
def _refusals(doing: str, advice: str) -> Iterator[None]:
    """Say what the operating system refused."""
    try:
        yield
    except OSError as error:
        msg = f"cannot {doing}: {error.strerror}; {advice}"
        raise StoreError(msg) from error


def _build(target: Target) -> None:
    with engine.translated_errors("create", target), closing(sqlite3.connect(target.path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode = WAL")
    _migrate(target.path)


def _migrate(path: Path) -> None:
    database = sqlite.sql_engine(Target(path))
    try:
        with database.begin() as connection:
            migrate(connection)
    finally:
        database.dispose()


def _publish(file: Path, place: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    draft.publish(file, place)
