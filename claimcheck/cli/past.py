"""What was done, and taking it back: history, undo."""

from typing import Annotated, Any

import typer

from claimcheck.cli._options import CommandId, EventId, Limit, Output, output_options, takes
from claimcheck.cli.loading import Author

COMMAND_LIMIT = 50


@takes(output=output_options)
def history(
    context: typer.Context,
    output: Output,
    claim: Annotated[str | None, typer.Argument(metavar="[ID]", help="The claim; all commands without one.")] = None,
    source: Annotated[
        str | None, typer.Option("--source", "-s", metavar="NAME", help="The history of a source.")
    ] = None,
    command: CommandId = None,
    limit: Limit = None,
) -> None:
    """Show who changed what, when and why: of a claim, a source or a command, or the list of commands."""
    from claimcheck.cli import _open, _render
    from claimcheck.errors import NotFoundError, UsageError
    from claimcheck.store import lookups, timeline
    from claimcheck.vocabulary import Entity

    if sum(item is not None for item in (claim, source, command)) > 1:
        raise UsageError("give a claim, a --source or a --command, not several of them")
    if claim is None and source is None and command is None:
        _list_commands(context, output, limit)
        return
    with _open.reader(context) as reader:
        if claim is not None:
            number = lookups.claim_id(reader, claim)
            found = timeline.events(reader, entity=Entity.CLAIM, entity_id=number, limit=limit)
        elif source is not None:
            number = lookups.source_id(reader, source)
            found = timeline.events(reader, entity=Entity.SOURCE, entity_id=number, limit=limit)
        else:
            found = timeline.events(reader, command_id=command, limit=limit)
        source_names = lookups.source_names(reader)
    if not found and command is not None and limit != 0:
        msg = f"there is no command {command}; see `claimcheck history`"
        raise NotFoundError(msg)
    described = [timeline.as_dict(event, source_names) for event in found]
    format_name = _render.chosen_format(output)
    if format_name in ("json", "jsonl", "csv", "tsv"):
        names = tuple(timeline.PastEvent.__slots__)
        rows = [tuple(event.values()) for event in described]
    else:
        names = ("event", "recorded_at", "author", "command", "what", "note")
        rows = [_row(event, of_claim=claim is not None) for event in described]
    columns = _render.text_columns(*names, numbers=["event", "id", "command_id", "entity_id", "undoes_id"])
    _render.write_chosen(columns, rows, output, format_name=format_name)


def _row(event: dict[str, Any], *, of_claim: bool) -> tuple[Any, ...]:
    from claimcheck.cli._events import sentence

    subject = "" if of_claim else f"{event['entity']} {event['entity_id']}: "
    command = f"{event['command']} #{event['command_id']}"
    note = None if event["action"] == "noted" else event["note"]
    return event["id"], f"{event['recorded_at'][:19]}Z", event["author"], command, subject + sentence(event), note


def _list_commands(context: typer.Context, output: Output, limit: int | None) -> None:
    from claimcheck.cli import _open, _render
    from claimcheck.store import timeline

    format_name = _render.chosen_format(output)
    most = COMMAND_LIMIT if limit is None and format_name == "table" else None
    with _open.reader(context) as reader:
        found = timeline.commands(reader, limit=most or limit)
        is_cut = most is not None and (reader.value("SELECT count(*) FROM command") or 0) > most
    names = ("command", "recorded_at", "author", "name", "events", "note")
    rows = [
        (item.id, f"{item.recorded_at[:19]}Z", item.author, item.name, item.event_count, item.note) for item in found
    ]
    _render.write_chosen(
        _render.text_columns(*names, numbers=["command", "events"]), rows, output, format_name=format_name
    )
    if is_cut:
        _open.talk(context, f"these are the latest {most}; --limit N shows more")


def undo(
    context: typer.Context,
    event: EventId = None,
    command: CommandId = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Why.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be taken back and keep it.")] = False,
    author: Author = None,
) -> None:
    """Take back the last command still in force, but for `update` and `check`, or --event or --command, as new events.

    Nothing is erased: an undo is in the history too, and can be undone by --command.
    """
    from claimcheck import fields
    from claimcheck.cli import _open
    from claimcheck.cli._options import parsed
    from claimcheck.errors import UsageError
    from claimcheck.steps.undo import undo as undo_step

    if event is not None and command is not None:
        raise UsageError("--event and --command are two things to take back; give one of them")
    reason = parsed("--note", fields.text, note)
    who = _open.author(author)
    with _open.trial(context) if dry_run else _open.session(context) as session:
        undone = undo_step(session, author=who, now=_open.now(), command_id=command, event_id=event, note=reason)
        lines = _undone_lines(session, undone)
    for line in lines:
        typer.echo(line)
    verb = "would take back" if dry_run else "took back"
    count = len(undone.events)
    typer.echo(
        f"{verb} {count} {'event' if count == 1 else 'events'} of command {undone.command_id} ({undone.command})"
    )


def _undone_lines(session: Any, undone: Any) -> list[str]:
    from claimcheck.cli._events import change_sentence
    from claimcheck.store.engine import session_reader
    from claimcheck.store.lookups import source_names
    from claimcheck.text import one_line
    from claimcheck.values import Change
    from claimcheck.vocabulary import Action

    most = 20
    names = source_names(session_reader(session))
    lines = []
    for event in undone.events[:most]:
        if event.action is Action.CHANGED:
            change = Change(event.entity, event.entity_id, event.field, event.new, event.old)
            lines.append(change_sentence(change, names))
        else:
            done = {Action.CREATED: "removed", Action.DELETED: "restored", Action.NOTED: "note withdrawn"}
            lines.append(f"{event.entity} {event.entity_id}: {done[event.action]}")
    if len(undone.events) > most:
        lines.append(f"... and {len(undone.events) - most} more")
    return [one_line(line) for line in lines]
