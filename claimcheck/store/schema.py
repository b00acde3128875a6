"""The schema's life: create a ledger, bring an old one up to date, copy one while it is in use."""

import os
import sqlite3
import tempfile
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import StoreError
from claimcheck.resources import bundled
from claimcheck.store import engine
from claimcheck.store.engine import REVISIONS
from claimcheck.store.target import APPLICATION_ID, Target, inspect_file

if TYPE_CHECKING:
    from sqlalchemy import Connection


def create(target: Target) -> bool:
    """Make a new, empty ledger, readable by its owner alone; False if one is there already.

    The ledger is built beside its place and linked into it whole, so that a killed or a second,
    simultaneous start can never leave or see half of one.

    Raises:
        StoreError: the place cannot be written, or holds something else.
    """
    path = target.path
    try:
        if path.exists() or path.is_symlink():
            inspect_file(target)
            return False
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryDirectory(prefix=".claimcheck-", dir=path.parent) as folder:
            draft = Path(folder) / path.name
            os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            _build(draft)
            return _publish(draft, path)
    except OSError as error:
        msg = f"cannot create a ledger at {path}: {error.strerror}; choose another place with --db"
        raise StoreError(msg) from error


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
    with closing(engine.connect(target.path, writable=False)) as connection:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return row[0] if row else None


def backup(target: Target, destination: Path) -> None:
    """A consistent copy of a ledger that may be in use, readable by its owner alone.

    Raises:
        StoreError: the destination exists or cannot be written, or the ledger cannot be read.
    """
    inspect_file(target)
    try:
        handle = os.open(destination, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except OSError as error:
        msg = f"cannot write a backup to {destination}: {error.strerror}; choose a new file name"
        raise StoreError(msg) from error
    os.close(handle)
    try:
        with (
            engine.translated_errors("back up", target),
            closing(engine.connect(target.path, writable=False)) as origin,
            closing(sqlite3.connect(destination)) as copy,
        ):
            origin.backup(copy)
            copy.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except BaseException:
        with suppress(OSError):
            destination.unlink()
        raise


def migrate(connection: "Connection") -> None:
    """Run every missing migration on an open connection, inside the transaction it has begun."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(bundled("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _build(draft: Path) -> None:
    with engine.translated_errors("create", Target(draft)), closing(sqlite3.connect(draft)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode = WAL")
    _migrate(draft)


def _migrate(path: Path) -> None:
    database = engine.sql_engine(Target(path))
    try:
        with database.begin() as connection:
            migrate(connection)
    finally:
        database.dispose()


def _publish(draft: Path, path: Path) -> bool:
    """Give the finished draft its place; False when somebody else was quicker."""
    with closing(sqlite3.connect(draft)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    descriptor = os.open(draft, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    try:
        os.link(draft, path)
    except FileExistsError:
        return False
    return True
