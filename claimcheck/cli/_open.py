"""From the global options to an open ledger."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from sqlmodel import Session

    from claimcheck.store.engine import Reader, Target


def target(context: typer.Context) -> "Target":
    """The place of the ledger that the settings name."""
    from claimcheck.settings import load_settings
    from claimcheck.store.engine import parse_target

    return parse_target(load_settings(db=context.obj.db).db)


@contextmanager
def reader(context: typer.Context) -> Iterator["Reader"]:
    """A reader on the ledger."""
    from claimcheck.store.engine import open_reader

    with open_reader(target(context)) as opened:
        yield opened


@contextmanager
def session(context: typer.Context) -> Iterator["Session"]:
    """A writing session on the ledger, committed at the end."""
    from claimcheck.store.engine import open_session

    with open_session(target(context)) as opened:
        yield opened


def author(given: str | None) -> str:
    """Whom the history will name."""
    from claimcheck import fields
    from claimcheck.cli._options import parsed
    from claimcheck.settings import load_settings

    return str(parsed("--author", fields.name, load_settings(author=given).author))


def now() -> datetime:
    """The moment of this command, UTC."""
    return datetime.now(UTC)


def talk(context: typer.Context, message: str) -> None:
    """Say something that is not data: one line on stderr, unless --quiet."""
    from claimcheck.text import one_line

    if not context.obj.quiet:
        sys.stderr.write(one_line(message) + "\n")


@contextmanager
def trial(context: typer.Context) -> Iterator["Session"]:
    """A writing session whose changes are forgotten at the end, on a ledger or, without one, on an empty one."""
    import tempfile
    from pathlib import Path

    from claimcheck.store import schema
    from claimcheck.store.engine import Target, open_session

    place = target(context)
    if place.path.exists():
        with open_session(place, keep=False) as opened:
            yield opened
        return
    with tempfile.TemporaryDirectory(prefix="claimcheck-") as folder:
        draft = Target(Path(folder) / "ledger.sqlite3")
        schema.create(draft)
        with open_session(draft, keep=False) as opened:
            yield opened
