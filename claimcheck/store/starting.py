"""A writing session that starts a ledger where there is none: kept with what the session stores, or not at all."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.store import engine, postgresql, schema
from claimcheck.store.engine import driver_connection, open_session, require_known_revision
from claimcheck.store.target import Ledger, Server, Target

if TYPE_CHECKING:
    from sqlmodel import Session


def create(target: Ledger) -> bool:
    """Make a new, empty ledger; False if one is there already.

    Raises:
        StoreError: the place cannot be written, or holds something else.
    """
    with session_or_start(target) as (_, is_new):
        return is_new


@contextmanager
def session_or_start(
    target: Ledger, *, keep: bool = True, revision: str | None = None
) -> Iterator[tuple["Session", bool]]:
    """A writing session, and whether the ledger is new; with `keep` false nothing stays of either.

    A new ledger in a file can have an older schema, for a copy of one that has.

    Raises:
        StoreError: the place cannot be written, or holds something else.
    """
    if isinstance(target, Server):
        with _on_server(target, keep=keep) as found:
            yield found
    elif not keep and not os.path.lexists(target.path):
        with tempfile.TemporaryDirectory(prefix="claimcheck-") as folder:
            draft = Target(Path(folder) / "ledger.sqlite3")
            schema.create(draft)
            with open_session(draft, keep=False) as session:
                yield session, True
    else:
        with schema.started(target, revision=revision or schema.HEAD) as new:
            if new is not None:
                with open_session(new, revision=revision) as session:
                    yield session, True
        if new is None:
            with open_session(target, keep=keep) as session:
                yield session, False


def upgrade_server(target: Server, *, backup: Callable[[str], None] | None = None) -> bool:
    """Bring an older ledger on a server to the current schema in one transaction; False if it is current.

    `backup` is called first, with the revision, while nobody else can write.

    Raises:
        StoreError: there is no ledger, one from a newer claimcheck, or one that cannot be written.
    """
    upgraded = False

    def prepare(session: "Session") -> None:
        nonlocal upgraded
        revision = engine.dialect_of(target).revision(driver_connection(session), target)
        require_known_revision(revision, target)
        if revision is None or revision == engine.REVISIONS[-1]:
            return
        if backup:
            backup(revision)
        schema.migrate(session.connection())
        upgraded = True

    with open_session(target, prepare=prepare):
        return upgraded


@contextmanager
def _on_server(target: Server, *, keep: bool) -> Iterator[tuple["Session", bool]]:
    """The tables are made in the session's own transaction, which other first starts wait for."""
    import sqlalchemy as sa

    is_new = False

    def prepare(session: "Session") -> None:
        nonlocal is_new
        connection = session.connection()
        if not sa.inspect(connection).has_table("alembic_version", schema=postgresql.SCHEMA_NAME):
            connection.exec_driver_sql(f"CREATE SCHEMA IF NOT EXISTS {postgresql.SCHEMA_NAME}")
            schema.migrate(connection)
            is_new = True

    with open_session(target, keep=keep, prepare=prepare) as session:
        yield session, is_new
