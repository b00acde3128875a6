"""The group `db`: init, upgrade, backup, check."""

from typing import Annotated

import typer

group = typer.Typer(no_args_is_help=True, help="The ledger's file: start, upgrade, back up, check.")


@group.command("init")
def init(context: typer.Context) -> None:
    """Start an empty ledger; one that is there already is left as it is."""
    from claimcheck.cli import _open
    from claimcheck.store import engine, schema

    target = _open.target(context)
    if schema.create(target):
        _open.say(f"started a new ledger at {target}")
        return
    with engine.open_reader(target):
        _open.say(f"there is a ledger at {target} already")


@group.command("upgrade")
def upgrade(context: typer.Context) -> None:
    """Bring a ledger of an older claimcheck to the current schema, after a backup."""
    from claimcheck.cli import _open
    from claimcheck.store import schema

    target = _open.target(context)
    copy = schema.upgrade(target, now=_open.now())
    if copy is None:
        _open.say(f"{target} has the current schema already")
    else:
        _open.say(f"upgraded {target}; the ledger as it was is in {copy}")


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

    target = _open.target(context)
    name = f"{target.path.name}.{_open.now():%Y%m%dT%H%M%SZ}.backup"
    place = Path(destination) if destination else target.path.with_name(name)
    schema.backup(target, place)
    _open.say(f"backed up {target} to {place}")


@group.command("check")
def check(context: typer.Context) -> int:
    """Check that the file is whole, its index and triggers are there, and the ledger says what its history says."""
    from claimcheck.cli import _open
    from claimcheck.errors import EXIT_OK, EXIT_PROBLEMS
    from claimcheck.store.checks import findings

    target = _open.target(context)
    found = 0
    for finding in findings(target):
        found += 1
        _open.say(finding)
    if found:
        counted = "1 problem" if found == 1 else f"{found} problems"
        _open.talk(context, f"{counted} in {target}; restore a backup, or ask for help before writing to it")
        return EXIT_PROBLEMS
    _open.say(f"{target} is in order")
    return EXIT_OK
