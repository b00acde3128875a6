"""The list of commands. Only the module of the one that is called is imported."""

import os
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, NamedTuple

import typer

from claimcheck import __version__

COMMANDS = {
    "load": "loading:load",
    "add": "loading:add",
    "list": "claims:list_claims",
    "count": "claims:count",
    "show": "claims:show",
    "search": "claims:search",
    "export": "claims:export",
    "annotate": "judging:annotate",
    "tag": "judging:tag",
    "relate": "judging:relate",
    "ingest": "documents:ingest",
    "extract": "extracting:extract",
    "document": "documents:group",
    "evidence": "evidencing:group",
    "check": "checking:check",
    "explain": "explaining:explain",
    "calibration": "explaining:calibration",
    "find": "finding:find",
    "watch": "watching:group",
    "update": "watching:update",
    "review": "reviewing:review",
    "history": "past:history",
    "undo": "past:undo",
    "source": "sources:group",
    "db": "database:group",
    "config": "configuration:config",
}
BARE_OPTIONS = (
    *("--csv", "--dry-run", "--exit-code", "--json", "--needs-review", "--newest", "--no-headers", "--remove"),
    *("--blank-clears", "--content", "--forget", "--has-evidence", "--new", "--no-evidence", "--resume", "--verbose"),
    *("--changed", "--reject", "--save", "--stale", "-h", "--help"),
)
"""Options of commands that take no value."""
_FLAGS = ("--quiet", "-q")
_VALUED = ("--db",)
_ASSIGNED = ("--db=",)


class Globals(NamedTuple):
    """The options that stand before the command."""

    db: str | None = None
    quiet: bool = False


def build(arguments: Sequence[str]) -> typer.Typer:
    """The application with the command that `arguments` call, or with all of them for help."""
    app = typer.Typer(
        name="claimcheck",
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_globals)
    called = _called(arguments)
    for name in [called] if called in COMMANDS else COMMANDS:
        module_name, _, attribute = COMMANDS[name].partition(":")
        command = getattr(import_module(f"claimcheck.cli.{module_name}"), attribute)
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        else:
            app.command(name)(command)
    return app


def hoisted(arguments: Sequence[str]) -> list[str]:
    """The same arguments with the global options in front, where the parser wants them."""
    front: list[str] = []
    rest: list[str] = []
    is_value = False
    waiting = iter(arguments)
    for argument in waiting:
        if is_value:
            rest.append(argument)
            is_value = False
        elif argument == "--":
            rest += [argument, *waiting]
        elif argument in _FLAGS or argument.startswith(_ASSIGNED):
            front.append(argument)
        elif argument in _VALUED:
            front += [argument, *[value for value in [next(waiting, None)] if value is not None]]
        else:
            rest.append(argument)
            is_value = _wants_value(argument)
    return front + rest


def _wants_value(argument: str) -> bool:
    """Whether what comes next is the value of this option, whatever it looks like."""
    return len(argument) > 1 and argument.startswith("-") and "=" not in argument and argument not in BARE_OPTIONS


def _called(arguments: Sequence[str]) -> str | None:
    """The command's name; None when help or the shell's completion needs to know them all."""
    if any(name.endswith("_COMPLETE") and name.startswith("_CLAIMCHECK") for name in os.environ):
        return None
    skip = False
    for argument in arguments:
        if skip:
            skip = False
        elif argument in _VALUED:
            skip = True
        elif not argument.startswith("-"):
            return argument
    return None


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - the parser calls it with the flag
    if wanted:
        typer.echo(f"claimcheck {__version__}")
        raise typer.Exit


def _globals(
    context: typer.Context,
    db: Annotated[str | None, typer.Option("--db", metavar="PATH", help="The ledger; also CLAIMCHECK_DB.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing on stderr but errors.")] = False,
    version: Annotated[  # noqa: ARG001 - its callback does the work
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """The ledger of who said what: attributed claims with provenance, confidence and history."""
    context.obj = Globals(db, quiet)
