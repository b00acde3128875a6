"""The group `source`: list, show, set, merge."""

from typing import Annotated, Any

import typer

from claimcheck import vocabulary as words
from claimcheck.cli._options import Output, choices, output_options, takes
from claimcheck.cli.loading import Author

group = typer.Typer(no_args_is_help=True, help="Sources: who they are, their names, how reliable they are.")
Name = Annotated[str, typer.Argument(metavar="NAME", help="Name or alias.")]


@group.command("list")
@takes(output=output_options)
def list_sources(context: typer.Context, output: Output) -> None:
    """List all sources with their reliability and how many claims each has."""
    from claimcheck.cli import _open, _render
    from claimcheck.store.source_reads import SOURCE_COLUMNS, sources

    with _open.reader(context) as reader:
        rows = sources(reader)
    columns = _render.text_columns(*SOURCE_COLUMNS, numbers=["id", "claims"])
    _render.write_chosen(columns, rows, output, in_table="name,kind,role,reliability,claims,aliases")


@group.command("show")
def show_source(
    context: typer.Context, name: Name, json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False
) -> None:
    """Show all that is recorded of a source."""
    from claimcheck.cli import _open
    from claimcheck.store.lookups import source_id
    from claimcheck.store.source_reads import source_view

    with _open.reader(context) as reader:
        view = source_view(reader, source_id(reader, name))
    _show(view, as_json=json)


def _show(view: dict[str, Any], *, as_json: bool) -> None:
    from claimcheck.cli import _view

    if as_json:
        _view.write_json([view])
        return
    graded = view["reliability"] and f"{view['reliability']}: {view['reliability_words']}"
    lines = {
        f"source {view['id']}": view["name"],
        "aliases": ", ".join(view["aliases"]),
        "kind": view["kind"],
        "role": view["role"],
        "reliability": graded or "not graded",
        "graded on": view["reliability_on"],
        "reason": view["reliability_reason"],
        "claims": str(view["claims"]),
        "publishes": str(view["documents"]) + " documents" if view["documents"] else None,
        "passes on": f"{view['passed_on']} claims" if view["passed_on"] else None,
        "recorded": f"{view['recorded_at']}, revision {view['revision']}, {view['public_id']}",
    }
    _view.write_lines([(label, value) for label, value in lines.items() if value])


@group.command("set")
def set_source(
    context: typer.Context,
    name: Name,
    kind: Annotated[
        str | None, typer.Option(metavar="KIND", help="person, outlet, ...", autocompletion=choices(words.SourceKind))
    ] = None,
    role: Annotated[str | None, typer.Option(metavar="TEXT", help="Office or function.")] = None,
    reliability: Annotated[
        str | None,
        typer.Option(
            metavar="A-F", help="Admiralty grade; F: cannot be judged.", autocompletion=choices(words.Reliability)
        ),
    ] = None,
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="What the grade rests on.")] = None,
    graded_on: Annotated[str | None, typer.Option(metavar="DATE", help="Day of the grade; today if not given.")] = None,
    alias: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Add a spelling. Repeatable.")] = None,
    unalias: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Take a spelling away. Repeatable.")] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Why; kept in the history.")] = None,
    author: Author = None,
) -> None:
    """Change what is recorded of a source, and show old -> new. "none" clears a field."""
    from claimcheck import fields
    from claimcheck.cli import _open
    from claimcheck.cli._options import parsed
    from claimcheck.cli.judging import CLEAR, require_decision, show_changes
    from claimcheck.errors import InputError, UsageError
    from claimcheck.steps.sources import set_source as set_step
    from claimcheck.store.engine import session_reader
    from claimcheck.store.lookups import source_id, source_names
    from claimcheck.text import comparison_key

    options = {
        "kind": kind,
        "role": role,
        "reliability": reliability,
        "reliability_on": graded_on,
        "reliability_reason": reason,
    }
    spelled = {"reliability_on": "--graded-on", "reliability_reason": "--reason"}
    given = {
        field: None
        if written.strip().lower() == CLEAR
        else parsed(spelled.get(field, f"--{field}"), fields.SOURCE_FIELDS[field], written)
        for field, written in options.items()
        if written is not None
    }
    added = [parsed("--alias", fields.name, item) for item in alias or ()]
    removed = [parsed("--unalias", fields.name, item) for item in unalias or ()]
    require_decision(added, removed, "--alias and --unalias", comparison_key)
    if not (given or added or removed):
        raise UsageError("nothing to set; give an option such as --reliability or --alias")
    who = _open.author(author)
    reason_note = parsed("--note", fields.text, note)
    try:
        with _open.session(context) as session:
            reader = session_reader(session)
            changes = set_step(
                session, source_id(reader, name), author=who, now=_open.now(), fields=given, add_aliases=added,
                remove_aliases=removed, note=reason_note,
            )  # fmt: skip
            names = source_names(reader)
    except InputError as error:
        msg = f"--alias: {error}"
        raise UsageError(msg) from error
    show_changes(changes, names)
    if not changes:
        typer.echo("nothing to change")
    if given.get("reliability") and not given.get("reliability_reason"):
        _open.talk(context, "no reason is stated for this grade; add one with --reason")


@group.command("merge")
def merge(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="FROM", help="The source that will be no more than a memory.")],
    into: Annotated[str, typer.Argument(metavar="INTO", help="The source that takes over its claims and names.")],
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Why; kept in the history.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change and keep nothing.")] = False,
    author: Author = None,
) -> None:
    """Recognise that two sources are one: claims, documents, hops and names of FROM become INTO's."""
    from claimcheck import fields
    from claimcheck.cli import _open
    from claimcheck.cli._options import parsed
    from claimcheck.cli.judging import show_changes
    from claimcheck.steps.sources import merge_sources
    from claimcheck.store.engine import session_reader
    from claimcheck.store.lookups import source_id, source_names
    from claimcheck.store.source_reads import same_claims

    who = _open.author(author)
    reason = parsed("--note", fields.text, note)
    with _open.trial(context) if dry_run else _open.session(context) as session:
        reader = session_reader(session)
        from_id, into_id = source_id(reader, name), source_id(reader, into)
        names = source_names(reader)
        changes = merge_sources(session, from_id=from_id, into_id=into_id, author=who, now=_open.now(), note=reason)
        twins = same_claims(session_reader(session), into_id)
    show_changes(changes, names)
    for first, second in twins:
        _open.talk(context, f"claims {first} and {second} of the source now say the same")
    if dry_run:
        _open.talk(context, "that was a rehearsal: nothing was kept")
