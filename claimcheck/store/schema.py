"""The schema's life: create a ledger, bring an old one up to date, copy one while it is in use."""

import errno
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from functools import lru_cache
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import StoreError
from claimcheck.resources import bundled
from claimcheck.store import draft, engine, sqlite
from claimcheck.store.network import refuse_network
from claimcheck.store.target import APPLICATION_ID, Target, inspect_file

if TYPE_CHECKING:
    from sqlalchemy import Connection

HEAD = "head"
"""The newest revision, as Alembic calls it."""


def create(target: Target) -> bool:
    """Make a new, empty ledger, readable by its owner alone; False if one is there already.

    Raises:
        StoreError: the place cannot be written, or holds something else.
    """
    with started(target) as ledger:
        return ledger is not None


@contextmanager
def started(target: Target, *, revision: str = HEAD) -> Iterator[Target | None]:
    """A new, empty ledger that takes its place when the block ends well; None if one is there already.

    It is built and written beside its place and linked into it whole, so that a killed or a second, simultaneous
    start can never leave or see half of one, and a block that fails leaves nothing.

    Raises:
        StoreError: the place cannot be written, or holds something else.
    """
    path = target.path
    with ExitStack() as work:
        refuse_network(path)
        with refusals(f"create a ledger at {path}", "choose another place with --db"):
            file = None
            if not os.path.lexists(path):
                path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                file = work.enter_context(draft.opened(path))
            if file is not None:
                _build(Target(file, path), revision)
            else:
                inspect_file(target)
                work.close()
        yield None if file is None else Target(file, path)
        if file is not None:
            with refusals(f"create a ledger at {path}", "choose another place with --db"):
                publish(file, path)


def upgrade(target: Target, *, now: datetime, copy: Path | None = None) -> Path | None:
    """Bring an older ledger to the current schema; gives the backup made first, None if up to date.

    The backup goes to `copy`, or beside the ledger with the time.

    Raises:
        StoreError: no ledger, one from a newer claimcheck, or one that cannot be written.
    """
    sqlite.inspect(target)
    with engine.translated_errors("upgrade", target):
        if revision_of(target) == engine.REVISIONS[-1]:
            return None
        engine.require_known_revision(revision_of(target), target)
        copy = copy or beside(target.path, now, "backup")
        backup(target, copy)
        _migrate(target.path)
        return copy


def bring_up_to_date(target: Target) -> None:
    """Bring a file of one's own to the current schema, without a backup.

    Raises:
        StoreError: it is from a newer claimcheck, or has none of our tables.
    """
    inspect_file(target)
    with engine.translated_errors("upgrade", target):
        revision = revision_of(target)
        engine.require_known_revision(revision, target)
        if revision != engine.REVISIONS[-1]:
            _migrate(target.path)


def revision_of(target: Target) -> str | None:
    """The schema revision that a ledger says it has."""
    with closing(sqlite.connect(target, writable=False)) as connection:
        return sqlite.revision(connection, target)


def beside(path: Path, now: datetime, what: str) -> Path:
    """A free name beside a file that says what is there and since when."""
    first = path.with_name(f"{path.name}.{now:%Y%m%dT%H%M%SZ}.{what}")
    others = (first.with_name(f"{path.name}.{now:%Y%m%dT%H%M%SZ}-{number}.{what}") for number in count(2))
    return next(name for name in chain((first,), others) if not os.path.lexists(name))


def backup(target: Target, destination: Path) -> None:
    """A consistent copy of a ledger that may be in use, readable by its owner alone, there only when it is whole.

    Raises:
        StoreError: the destination exists or cannot be written, or the ledger cannot be read.
    """
    inspect_file(target)
    with refusals(f"write a backup to {destination}", "choose a new file name"), draft.opened(destination) as file:
        if file is None:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        copy_file(target, file)
        publish(file, destination)


def copy_file(target: Target, file: Path) -> None:
    """Write a consistent copy of a ledger that may be in use into an empty file.

    Raises:
        StoreError: there is no ledger, or it cannot be read.
    """
    inspect_file(target)
    with (
        engine.translated_errors("back up", target),
        closing(sqlite.connect(target, writable=False)) as origin,
        closing(sqlite3.connect(file)) as copy,
    ):
        origin.backup(copy)


def differences(target: Target) -> Iterator[str]:
    """What of the tables, indexes and views is not as it would be in a new ledger, each as one sentence."""
    with closing(sqlite.connect(target, writable=False)) as connection:
        there = sqlite.parts(connection)
    made = _parts_of_a_new_one(engine.REVISIONS[-1])
    for part in sorted(made.keys() - there.keys()):
        yield f"schema: {part} is missing"
    for part in sorted(there.keys() - made.keys()):
        yield f"schema: {part} is not claimcheck's"
    for part in sorted(made.keys() & there.keys()):
        if made[part] != there[part]:
            yield f"schema: {part} is not as claimcheck made it"


@lru_cache(maxsize=1)
def _parts_of_a_new_one(revision: str) -> dict[str, str]:
    with tempfile.TemporaryDirectory(prefix="claimcheck-") as folder:
        new = Target(Path(folder) / "ledger.sqlite3")
        _build(new, revision)
        with closing(sqlite.connect(new, writable=False)) as connection:
            return sqlite.parts(connection)


def migrate(connection: "Connection", revision: str = HEAD) -> None:
    """Run every missing migration up to a revision on an open connection, inside the transaction it has begun."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(bundled("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


@contextmanager
def refusals(doing: str, advice: str) -> Iterator[None]:
    """Say what the operating system refused.

    Raises:
        StoreError: it did.
    """
    try:
        yield
    except sqlite3.OperationalError as error:
        msg = f"cannot {doing}: {error}; {sqlite.advice(error)}"
        raise StoreError(msg) from error
    except OSError as error:
        msg = f"cannot {doing}: {error.strerror}; {advice}"
        raise StoreError(msg) from error


def _build(target: Target, revision: str) -> None:
    with engine.translated_errors("create", target):
        with closing(sqlite3.connect(target.path)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute("PRAGMA journal_mode = WAL")
        _migrate(target.path, revision)


def _migrate(path: Path, revision: str = HEAD) -> None:
    database = sqlite.sql_engine(Target(path))
    try:
        with database.begin() as connection:
            migrate(connection, revision)
    finally:
        database.dispose()


def publish(file: Path, place: Path) -> None:
    """Give a file in the making its place, with everything in it.

    Raises:
        OSError: it cannot be written, or something is there.
    """
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    draft.publish(file, place)
