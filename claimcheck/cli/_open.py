"""From the global options to an open ledger."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from sqlmodel import Session

    from claimcheck.cli._render import Row
    from claimcheck.store.archive import Archive
    from claimcheck.store.engine import Reader
    from claimcheck.store.target import Ledger

MAX_HELD_ROWS = 5_000


def target(context: typer.Context) -> "Ledger":
    """The place of the ledger that the settings name."""
    from claimcheck.settings import setting
    from claimcheck.store.target import parse_target

    return parse_target(setting("db", context.obj.db).value)


@contextmanager
def reader(context: typer.Context) -> Iterator["Reader"]:
    """A reader on the ledger."""
    from claimcheck.store.engine import open_reader

    with open_reader(target(context)) as opened:
        yield opened


@contextmanager
def rows(
    context: typer.Context, find: Callable[["Reader"], Iterator["Row"]], *, at_once: bool
) -> Iterator[Iterator["Row"]]:
    """What a query finds; the ledger is closed before the first row is handed out.

    Whoever looks at rows in a pager may do so for hours, and a ledger that is open so long cannot fold its
    write-ahead log back into its file. Only where there are many rows, and not `at_once`, are they read while they
    are written, so that they need not all be in memory.
    """
    from itertools import chain, islice

    with ExitStack() as opened:
        found = find(opened.enter_context(reader(context)))
        first = list(found if at_once else islice(found, MAX_HELD_ROWS))
        if at_once or len(first) < MAX_HELD_ROWS:
            opened.close()
        yield chain(first, found)


@contextmanager
def session(context: typer.Context) -> Iterator["Session"]:
    """A writing session on the ledger, committed at the end."""
    from claimcheck.store.engine import open_session

    with open_session(target(context)) as opened:
        yield opened


def archive() -> "Archive":
    """The folder of documents that the settings name."""
    from pathlib import Path

    from claimcheck.settings import setting
    from claimcheck.store.archive import Archive

    return Archive(Path(setting("snapshots").value).expanduser())


def author(given: str | None) -> str:
    """Whom the history will name."""
    from claimcheck import fields
    from claimcheck.cli._options import parsed
    from claimcheck.settings import setting

    found = setting("author", given)
    return str(parsed(found.origin, fields.name, found.value))


def now() -> datetime:
    """The moment of this command, UTC."""
    return datetime.now(UTC)


def say(message: str) -> None:
    """One line of what a command has to say, on stdout."""
    from claimcheck.text import one_line

    typer.echo(one_line(message))


def complain(message: str) -> None:
    """One line of trouble on stderr, --quiet or not."""
    from claimcheck.text import one_line

    sys.stderr.write(f"claimcheck: {one_line(message)}\n")


def talk(context: typer.Context, message: str) -> None:
    """Say something that is not data: one line on stderr, unless --quiet."""
    from claimcheck.text import one_line

    if not context.obj.quiet:
        sys.stderr.write(one_line(message) + "\n")


@contextmanager
def trial(context: typer.Context, *, create: bool = False) -> Iterator["Session"]:
    """A writing session whose changes are forgotten at the end; with `create`, on an empty ledger if there is none."""
    if create:
        from claimcheck.store.starting import session_or_start

        with session_or_start(target(context), keep=False) as (opened, _):
            yield opened
        return
    from claimcheck.store.engine import open_session

    with open_session(target(context), keep=False) as opened:
        yield opened


@contextmanager
def started(context: typer.Context) -> Iterator["Session"]:
    """A writing session on the ledger; where there is none, one is started, and kept if the session is."""
    from claimcheck.store.starting import session_or_start

    place = target(context)
    with session_or_start(place) as (opened, is_new):
        yield opened
    if is_new:
        talk(context, f"started a new ledger at {place}")
