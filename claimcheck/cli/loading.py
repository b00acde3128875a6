"""Bringing claims in: load, add."""

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from claimcheck import vocabulary as words
from claimcheck.cli._options import choices

if TYPE_CHECKING:
    from pathlib import Path

    from claimcheck.values import LoadReport, RowChange
    from claimcheck.vocabulary import Preference

Author = Annotated[str | None, typer.Option("--author", metavar="NAME", help="Whom the history will name.")]
Text = Annotated[str | None, typer.Option(metavar="TEXT")]


class _How(NamedTuple):
    dry_run: bool
    author: str
    note: str | None
    prefer: "Preference | None"
    blank_clears: bool
    shows_changes: bool


def load(
    context: typer.Context,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE...]", help="CSV, TOML, JSON or JSONL; - is stdin.")
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        str | None,
        typer.Option("--format", "-f", metavar="FORMAT", help="csv, toml, json or jsonl, whatever the name."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would happen, old -> new, and keep nothing.")
    ] = False,
    verbose: Annotated[bool, typer.Option("--verbose", help="Show each change of a known claim, old -> new.")] = False,
    prefer: Annotated[
        str | None,
        typer.Option(
            metavar="WHOSE",
            help="theirs or ours: what holds where a reviewer and the ledger changed the same.",
            autocompletion=choices(words.Preference),
        ),
    ] = None,
    blank_clears: Annotated[
        bool, typer.Option("--blank-clears", help="A cell that a reviewer emptied empties the ledger's.")
    ] = False,
    author: Author = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Why; kept in the history.")] = None,
) -> int:
    """Load claims from files, or the bundled ones when no file is named; starts a ledger where there is none.

    Each file is loaded whole or not at all, and loading it again changes nothing. An export that comes back
    edited is merged with what the ledger has changed since.
    """
    from pathlib import Path

    from claimcheck import errors, fields
    from claimcheck.cli import _open
    from claimcheck.cli._options import parsed
    from claimcheck.resources import bundled

    paths = [Path(name) for name in files] if files else sorted(bundled("seeds").glob("*.toml"))
    who = _open.author(author)
    how = _How(
        dry_run=dry_run,
        author=who,
        note=parsed("--note", fields.text, note),
        prefer=parsed(
            "--prefer", lambda value: words.Preference(fields.word(value, vocabulary=words.Preference)), prefer
        ),
        blank_clears=blank_clears,
        shows_changes=(dry_run or verbose) and not context.obj.quiet,
    )
    worst = errors.EXIT_OK
    for path in paths:
        try:
            report = _load_one(context, path, format, how)
        except (errors.InputError, errors.UsageError) as error:
            named = _named(error, path)
            if len(paths) == 1:
                raise named from error
            _complain(named)
            worst = error.exit_code
            continue
        _tell(context, path, report, dry_run=dry_run)
        if (report.kept or report.conflicts) and worst == errors.EXIT_OK:
            worst = errors.EXIT_PROBLEMS
    return worst


def _load_one(context: typer.Context, path: "Path", format_name: str | None, how: "_How") -> "LoadReport":
    from claimcheck.cli import _files, _open
    from claimcheck.cli._progress import progress
    from claimcheck.steps.load import load as load_step

    with (
        _files.opened_records(path, format_name) as records,
        _open.trial(context, create=True) if how.dry_run else _open.started(context) as session,
        progress(context, f"loading {path.name}") as tell,
    ):
        return load_step(
            session,
            records,
            author=how.author,
            now=_open.now(),
            note=how.note,
            progress=tell,
            prefer=how.prefer,
            blank_clears=how.blank_clears,
            listener=_show_change if how.shows_changes else None,
        )


def _show_change(change: "RowChange") -> None:
    from claimcheck.cli import _open
    from claimcheck.cli._events import change_sentence
    from claimcheck.values import Change

    done = Change(words.Entity.CLAIM, change.claim_id, change.field, change.old, change.new)
    _open.say(f"{change.row}: {change_sentence(done)}")


def _named(error: Exception, path: "Path") -> Any:
    from claimcheck import errors

    if isinstance(error, errors.BadRowsError):
        problems = [problem.within(str(path)) for problem in error.problems]
        return errors.BadRowsError(f"{path}: {error}", problems)
    return type(error)(f"{path}: {error}")


def _complain(error: Any) -> None:
    import sys

    from claimcheck.text import one_line

    for line in (*getattr(error, "problems", ()), error):
        sys.stderr.write(f"claimcheck: {one_line(str(line))}\n")


def _tell(context: typer.Context, path: "Path", report: "LoadReport", *, dry_run: bool) -> None:
    from claimcheck.cli import _open
    from claimcheck.text import one_line

    for problem in (*report.conflicts, *report.kept):
        typer.echo(one_line(f"{path}: {problem}"), err=True)
    verb = "would load" if dry_run else "loaded"
    parts = [_counted(report.added, "claim") + " added", f"{report.changed} changed", f"{report.unchanged} unchanged"]
    parts += [
        _counted(number, what)
        for number, what in (
            (report.sources_added, "new source"),
            (report.documents_added, "new document"),
            (report.relations_added, "new relation"),
            (len(report.sources_changed), "changed source"),
            (len(report.documents_changed), "changed document"),
            (len(report.conflicts), "conflict"),
            (report.decided, "decided conflict"),
            (len(report.kept), "difference"),
        )
        if number
    ]
    if not context.obj.quiet:
        _open.say(f"{verb} {path.name}: {', '.join(parts)}")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def add(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The proposition, in neutral words of your own.")],
    source: Annotated[str, typer.Option("--source", "-s", metavar="NAME", help="Who said it.")],
    kind: Annotated[
        str | None,
        typer.Option(metavar="KIND", help="assertion if not given.", autocompletion=choices(words.ClaimKind)),
    ] = None,
    said_on: Annotated[str | None, typer.Option(metavar="DATE", help="YYYY, YYYY-MM or YYYY-MM-DD.")] = None,
    confidence: Annotated[str | None, typer.Option(metavar="P", help="Probability that it is true, 0 to 1.")] = None,
    basis: Annotated[str | None, typer.Option(metavar="TEXT", help="What the confidence rests on.")] = None,
    credibility: Annotated[
        str | None, typer.Option(metavar="N", help="1 confirmed ... 5 improbable, 6 unknown.")
    ] = None,
    tag: Annotated[list[str] | None, typer.Option(metavar="TAG", help="A label. Repeatable.")] = None,
    quote: Annotated[str | None, typer.Option(metavar="TEXT", help="The source's own words.")] = None,
    cue: Annotated[str | None, typer.Option(metavar="WORD", help="The attributing word.")] = None,
    directness: Annotated[
        str | None,
        typer.Option(metavar="HOW", help="direct, indirect, mixed.", autocompletion=choices(words.Directness)),
    ] = None,
    via: Annotated[str | None, typer.Option(metavar="HOPS", help='The way to us: "[told] Reuters > CEIAS".')] = None,
    document_title: Annotated[str | None, typer.Option(metavar="TEXT", help="Where it stands.")] = None,
    document_url: Annotated[str | None, typer.Option(metavar="URL", help="Where it stands.")] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who published that.")] = None,
    published_on: Annotated[str | None, typer.Option(metavar="DATE", help="When that was published.")] = None,
    source_kind: Annotated[
        str | None,
        typer.Option(metavar="KIND", help="person, organisation, ...", autocompletion=choices(words.SourceKind)),
    ] = None,
    author: Author = None,
) -> int:
    """Add one claim; if the ledger has it already, what is new about it is added to that."""
    from claimcheck import errors, fields, interpret
    from claimcheck.cli import _open
    from claimcheck.cli._options import parsed
    from claimcheck.steps.load import load as load_step
    from claimcheck.values import Record

    text, source = parsed("TEXT", fields.text, text), parsed("--source", fields.name, source)
    given = {
        "text": text, "source": source, "kind": kind, "said_on": said_on, "confidence": confidence, "basis": basis,
        "credibility": credibility, "tags": tag or [], "quote": quote, "cue": cue, "directness": directness, "via": via,
        "document_title": document_title, "document_url": document_url, "publisher": publisher,
        "published_on": published_on, "source_kind": source_kind,
    }  # fmt: skip
    record = Record("claims", "claim", given)
    who = _open.author(author)
    problems = interpret.claim(record)
    if isinstance(problems, list):
        problem = problems[0]
        name = (problem.field or "").replace("_", "-").replace("tags", "tag")
        msg = f"{'TEXT' if name == 'text' else '--' + name}: {problem.message}"
        raise errors.UsageError(msg)
    with _open.started(context) as session:
        report = load_step(session, [record], author=who, now=_open.now(), command="add")
    for name in report.new_sources:
        _open.talk(context, f"new source: {name}")
    if report.added:
        typer.echo(f"added claim {report.first_id}")
        return errors.EXIT_OK
    for problem in report.kept:
        _open.talk(context, str(problem))
    typer.echo("the ledger has this claim already; " + ("added what was new" if report.changed else "nothing was new"))
    return errors.EXIT_PROBLEMS if report.kept else errors.EXIT_OK
