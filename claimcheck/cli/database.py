"""The group `db`: init, upgrade, backup, restore, copy, journal, check."""

from typing import Annotated

import typer

group = typer.Typer(no_args_is_help=True, help="The ledger's file: start, upgrade, back up, restore, check.")


@group.command("init")
def init(context: typer.Context) -> None:
    """Start an empty ledger; one that is there already is left as it is."""
    from claimcheck.cli import _open
    from claimcheck.store import engine
    from claimcheck.store.starting import create

    target = _open.target(context)
    if create(target):
        _open.say(f"started a new ledger at {target}")
        return
    with engine.open_reader(target):
        _open.say(f"there is a ledger at {target} already")


@group.command("upgrade")
def upgrade(
    context: typer.Context,
    backup: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Where the backup goes; if not given, beside the file, with the time, and there is none of a server.",
        ),
    ] = None,
) -> None:
    """Bring a ledger of an older claimcheck to the current schema; one in a file is backed up first."""
    from pathlib import Path

    from claimcheck.cli import _open
    from claimcheck.store import schema
    from claimcheck.store.copying import copy
    from claimcheck.store.starting import upgrade_server
    from claimcheck.store.target import Server, Target

    target, place = _open.target(context), Path(backup) if backup else None
    if isinstance(target, Server):

        def keep(revision: str) -> None:
            if place:
                copy(target, Target(place), revision=revision)

        is_upgraded, kept = upgrade_server(target, backup=keep), place
    else:
        kept = schema.upgrade(target, now=_open.now(), copy=place)
        is_upgraded = kept is not None
    if not is_upgraded:
        _open.say(f"{target} has the current schema already")
    elif kept:
        _open.say(f"upgraded {target}; the ledger as it was is in {kept}")
    else:
        _open.say(f"upgraded {target}; no backup was made, as no --backup FILE was given")


@group.command("backup")
def backup(
    context: typer.Context,
    destination: Annotated[
        str | None, typer.Argument(metavar="[FILE]", help="Where to; beside the ledger, with the time, if not given.")
    ] = None,
) -> None:
    """Copy the ledger, consistently and while it is in use, to a new file that only you can read."""
    from pathlib import Path

    from claimcheck.cli import _open
    from claimcheck.store import schema
    from claimcheck.store.copying import copy
    from claimcheck.store.target import Server, Target

    target = _open.target(context)
    moment = f"{_open.now():%Y%m%dT%H%M%SZ}"
    if isinstance(target, Server):
        place = Path(destination or f"claimcheck.{moment}.backup")
        copy(target, Target(place))
    else:
        place = Path(destination) if destination else target.path.with_name(f"{target.path.name}.{moment}.backup")
        schema.backup(target, place)
    _open.say(f"backed up {target} to {place}")


@group.command("restore")
def restore(
    context: typer.Context,
    backup: Annotated[str, typer.Argument(metavar="BACKUP", help="A file that `db backup` made.")],
    yes: Annotated[bool, typer.Option("--yes", help="Replace the ledger that is there; it is kept beside it.")] = False,
) -> None:
    """Put a backup in the place of the ledger, once it has passed `db check`; one of an older schema is upgraded."""
    from claimcheck.cli import _open
    from claimcheck.errors import UsageError
    from claimcheck.store.restoring import restore as put
    from claimcheck.store.target import Server, parse_target

    origin, target = parse_target(backup), _open.target(context)
    if isinstance(origin, Server):
        msg = f"{origin} is a server, not a backup; `claimcheck db copy` moves a ledger from there"
        raise UsageError(msg)
    kept = put(origin.path, target, now=_open.now(), replace=yes)
    _open.say(f"restored {target} from {origin}" + (f"; what was there is in {kept}" if kept else ""))


@group.command("copy")
def copy_ledger(
    origin: Annotated[str, typer.Argument(metavar="FROM", help="A SQLite file or a postgresql:// address.")],
    destination: Annotated[str, typer.Argument(metavar="TO", help="The same, where no ledger is yet.")],
) -> None:
    """Copy a whole ledger, ids and history included, into a new one: from a file to a server, or back."""
    from claimcheck.cli import _open
    from claimcheck.store.copying import copy
    from claimcheck.store.target import parse_target

    place = parse_target(destination)
    copied = copy(parse_target(origin), place)
    counts = ", ".join(f"{number} {table.replace('_', ' ')}" for table, number in copied.items() if number)
    _open.say(f"copied to {place}: {counts} rows")


@group.command("journal")
def journal(
    context: typer.Context,
    wanted: Annotated[
        str | None, typer.Argument(metavar="[wal|rollback]", help="What it is to be; without it, what it is.")
    ] = None,
) -> None:
    """How a ledger in a file keeps its last changes: with "wal" readers never wait, with "rollback" they take turns."""
    from claimcheck.cli import _open
    from claimcheck.errors import UsageError
    from claimcheck.store.journal import JOURNALS, journal_of, switch
    from claimcheck.store.target import Server

    target = _open.target(context)
    if isinstance(target, Server):
        msg = f"{target} is on a server, which keeps its own journal; nothing is to be set"
        raise UsageError(msg)
    if wanted is None:
        _open.say(journal_of(target))
    elif wanted not in JOURNALS:
        msg = f"{wanted!r} is no journal; give {' or '.join(JOURNALS)}"
        raise UsageError(msg)
    elif switch(target, wanted):
        _open.say(f"{target} now has the journal {wanted}")
    else:
        _open.say(f"{target} has the journal {wanted} already")


@group.command("check")
def check(context: typer.Context) -> int:
    """Check that the file is whole, its index and triggers are there, and the ledger says what its history says."""
    from claimcheck.cli import _open
    from claimcheck.errors import EXIT_OK, EXIT_PROBLEMS
    from claimcheck.store.checks import findings, notes

    target = _open.target(context)
    found = 0
    for finding in findings(target):
        found += 1
        _open.say(finding)
    if found:
        counted = "1 problem" if found == 1 else f"{found} problems"
        _open.talk(context, f"{counted} in {target}; restore a backup, or ask for help before writing to it")
        return EXIT_PROBLEMS
    for note in notes(target, _open.archive()):
        _open.say(f"note: {note}")
    _open.say(f"{target} is in order")
    return EXIT_OK
