"""Finding the attributed claims of documents: extract."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from claimcheck.cli._options import Output, output_options, takes

if TYPE_CHECKING:
    from collections.abc import Generator

    from claimcheck.attribution.values import Attribution
    from claimcheck.cli._render import Row
    from claimcheck.columns import Column
    from claimcheck.steps.extract import Extraction
    from claimcheck.steps.inputs import Input

MAX_JOBS = 1024
FOR_PEOPLE = "doc_id,source_text,resolved_source,kind,cue_text,content_text"
"""The columns of a table and of plain lines, unless others are asked for."""
_GAP = " [...] "


@takes(output=output_options)
def extract(
    context: typer.Context,
    output: Output,
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE|URL|DOCUMENT...", help="Files, folders, addresses, numbers of documents; - is stdin."
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, max=MAX_JOBS, metavar="N", help="So many processes; else one a processor."),
    ] = None,
    model: Annotated[
        str | None, typer.Option("--model", metavar="FILE", help="A trained tagger, which corrects the rules.")
    ] = None,
    train: Annotated[
        str | None,
        typer.Option("--train", metavar="DIR", help="Train a tagger from the marked texts in it, into the FILE of -o."),
    ] = None,
    save: Annotated[
        bool, typer.Option("--save", help="Keep each document, with its claims as proposals for `review`.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="With --save: show what it would come to.")] = False,
    author: Annotated[
        str | None, typer.Option("--author", metavar="NAME", help="With --save: whom the history will name.")
    ] = None,
) -> int:
    """Find every attributed claim in documents: who is said to have said what, and where it stands.

    What is found is printed in the order of the documents, whatever is ready first, and nothing is kept. With --save
    it is kept instead: each document as `ingest` does, its claims in state proposed, none that is known or rejected;
    what became of each document is said on a line, or with --json.
    With --train a tagger is made from texts in which people have marked who says what, for --model.
    """
    from claimcheck.cli import _open
    from claimcheck.errors import EXIT_OK, EXIT_PROBLEMS, UsageError
    from claimcheck.steps.inputs import inputs

    if train is not None:
        others = (what, model, save, dry_run, author, jobs, output.format, output.columns)
        if any(others) or not output.path or not output.headers:
            raise UsageError("--train takes a folder and -o FILE, and nothing else; read documents with --model later")
        from claimcheck.cli._training import train as train_tagger

        return train_tagger(context, train, output.path)
    if not what:
        raise UsageError("name files, folders, addresses or documents to read; - is standard input")
    for option, is_given in (("--dry-run", dry_run), ("--author", author is not None)):
        if is_given and not save:
            msg = f"{option}: nothing is kept without --save; leave it out, or add --save"
            raise UsageError(msg)
    sources, how = inputs(what), _How(jobs, model)
    told = _Told()
    if save:
        _save(context, sources, output, how, told, author=author, dry_run=dry_run)
    else:
        _print(context, sources, output, how, told)
    if told.failed:
        _open.complain(f"{told.failed} of {len(sources)} documents could not be read")
    return EXIT_PROBLEMS if told.failed or told.partial else EXIT_OK


class _How(NamedTuple):
    jobs: int | None
    model: str | None


@dataclass(slots=True)
class _Told:
    failed: int = 0
    partial: int = 0


def _save(
    context: typer.Context,
    sources: "list[Input]",
    output: Output,
    how: _How,
    told: _Told,
    *,
    author: str | None,
    dry_run: bool,
) -> None:
    from contextlib import closing

    from claimcheck.cli import _open
    from claimcheck.cli._saving import save
    from claimcheck.errors import UsageError

    if output not in (Output(None, None, headers=True, path=None), Output("json", None, headers=True, path=None)):
        raise UsageError("--save says what became of each document, on a line or as --json; no other format fits")
    who = _open.author(author)
    with closing(_found(context, sources, how, told, keep=True)) as every:
        found = (one for one in every if one.attributions)
        save(context, found, author=who, dry_run=dry_run, json=output.format == "json")


def _print(context: typer.Context, sources: "list[Input]", output: Output, how: _How, told: _Told) -> None:
    from contextlib import closing
    from itertools import chain, islice

    from claimcheck.cli import _render

    format_name = _render.chosen_format(output)
    if output.columns is None and format_name == "plain":
        output = output._replace(columns=FOR_PEOPLE)
    columns = _columns()
    places = _render.chosen_places(columns, output, format_name=format_name, in_table=FOR_PEOPLE)
    # what is printed line by line on the terminal shows by itself how far it is
    hidden = _render.is_for_a_terminal(output) and format_name != "table"
    with closing(_found(context, sources, how, told, hidden=hidden)) as found:
        rows = (_row(one, attribution) for one in found for attribution in one.attributions)
        first = list(islice(rows, 1))  # what cannot be done at all is said before anything is written
        chosen = ([row[place] for place in places] for row in chain(first, rows))
        _render.write_rows([columns[place] for place in places], chosen, output, format_name=format_name)


def _found(
    context: typer.Context,
    sources: "list[Input]",
    how: _How,
    told: _Told,
    *,
    hidden: bool = False,
    keep: bool = False,
) -> "Generator[Extraction, None, None]":
    """What each document holds; what else is to be said of one is said before it is given."""
    from contextlib import closing

    from claimcheck.cli import _open
    from claimcheck.cli._extractions import named, results
    from claimcheck.cli._progress import progress
    from claimcheck.steps.extract import Failure

    with (
        progress(context, "extracting", f"of {len(sources):,} documents", hidden=hidden) as shown,
        closing(results(context, sources, jobs=how.jobs, model=how.model, keep=keep)) as every,
    ):
        for done, found in enumerate(every, start=1):
            if isinstance(found, Failure):
                message = named(found.source, str(found.error))
                if len(sources) == 1:
                    found.error.args = (message,)
                    raise found.error
                told.failed += 1
                shown.clear()
                _open.complain(message)
            else:
                if found.partial:
                    told.partial += 1
                    shown.clear()
                    _open.complain(named(found.source, found.partial))
                if not found.attributions:
                    shown.clear()
                    kept = "; it was not kept" if keep else ""
                    _open.talk(context, named(found.source, f"nothing in it is attributed to anybody{kept}"))
                if keep:  # who keeps it says so in a line
                    shown.clear()
                yield found
            shown(done)


def _columns() -> "list[Column]":
    from claimcheck.columns import Column, Form

    return [
        Column("doc_id", Form.TEXT),
        Column("source", Form.SPANS),
        Column("cue", Form.SPANS),
        Column("content", Form.SPANS),
        Column("kind", Form.WORD),
        Column("directness", Form.WORD),
        Column("resolved_source", Form.TEXT),
        Column("via", Form.HOPS),
        Column("said_on", Form.WORD),
        Column("source_text", Form.TEXT),
        Column("cue_text", Form.TEXT),
        Column("content_text", Form.TEXT),
    ]


def _row(found: "Extraction", attribution: "Attribution") -> "Row":
    from claimcheck.columns import stored_hops

    text = found.text.text
    spans = (attribution.source, attribution.cue, attribution.content)
    return (
        found.source.doc_id,
        *spans,
        attribution.kind.value,
        attribution.directness.value,
        attribution.resolved_source,
        stored_hops(attribution.hops),
        attribution.said_on,
        *(_GAP.join(text[start:end] for start, end in some) or None for some in spans),
    )
