"""The settings in force: config."""

from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli._options import Output

if TYPE_CHECKING:
    from claimcheck.settings import Setting


def config(
    context: typer.Context,
    format: Annotated[  # noqa: A002 - the option's name
        str | None, typer.Option("--format", "-f", metavar="FORMAT", help="table, plain, csv, json, ...")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
) -> None:
    """Show every setting, its value, and where the value comes from.

    A flag wins over CLAIMCHECK_*, that over ./claimcheck.toml, that over the user's file, that over the default.
    """
    from claimcheck import settings
    from claimcheck.cli import _render

    rows = [(item.name, _shown(item), item.origin) for item in settings.resolve({"db": context.obj.db})]
    output = Output("json" if json else format, None, headers=True, path=None)
    columns = _render.text_columns("name", "value", "origin")
    _render.write_rows(columns, rows, output, format_name=_render.chosen_format(output))
    if not context.obj.quiet:
        typer.echo(f"the user's settings file is {settings.user_file()}", err=True)


def _shown(item: "Setting") -> str:
    """A value as anybody may see it: the address of a server or a proxy without its password."""
    if "://" not in item.value:
        return item.value
    if item.name != "db":
        from claimcheck.redaction import redacted

        return redacted(item.value)
    from claimcheck.store.target import parse_target

    return str(parse_target(item.value))
