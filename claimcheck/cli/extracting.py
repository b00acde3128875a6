"""Finding the attributed claims of documents: extract."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli._options import Output, output_options, takes

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    what: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|URL|DOCUMENT...", help="Files, folders, addresses, numbers of documents; - is stdin."
        ),
    ],
    output: Output,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, max=MAX_JOBS, metavar="N", help="So many at once; one for each processor."),
    ] = None,
) -> int:
    """Find every attributed claim in documents: who is said to have said what, and where it stands.

    Nothing is kept. What is found is printed in the order of the documents, whatever is ready first.
    """
    from itertools import chain, islice

    from claimcheck.cli import _open, _render
    from claimcheck.errors import EXIT_OK, EXIT_PROBLEMS
    from claimcheck.steps.inputs import inputs

    sources = inputs(what)
    format_name = _render.chosen_format(output)
    if output.columns is None and format_name == "plain":
        output = output._replace(columns=FOR_PEOPLE)
    columns = _columns()
    places = _render.chosen_places(columns, output, format_name=format_name, in_table=FOR_PEOPLE)
    told = _Told()
    # what is printed line by line on the terminal shows by itself how far it is
    hidden = _render.is_for_a_terminal(output) and format_name != "table"
    rows = _rows(context, sources, jobs, told, hidden=hidden)
    first = list(islice(rows, 1))  # what cannot be done at all is said before anything is written
    chosen = ([row[place] for place in places] for row in chain(first, rows))
    _render.write_rows([columns[place] for place in places], chosen, output, format_name=format_name)
    if told.failed:
        _open.complain(f"{told.failed} of {len(sources)} documents could not be read")
    return EXIT_PROBLEMS if told.failed or told.partial else EXIT_OK


@dataclass(slots=True)
class _Told:
    failed: int = 0
    partial: int = 0


def _rows(
    context: typer.Context, sources: "list[Input]", jobs: int | None, told: _Told, *, hidden: bool
) -> "Iterator[Row]":
    """A row for each claim; what else is to be said of a document is said before its rows."""
    from claimcheck.cli import _open
    from claimcheck.cli._extractions import named, results
    from claimcheck.cli._progress import progress
    from claimcheck.steps.extract import Failure

    with progress(context, "extracting", f"of {len(sources):,} documents", hidden=hidden) as shown:
        for done, found in enumerate(results(context, sources, jobs=jobs), start=1):
            if isinstance(found, Failure):
                if len(sources) == 1:
                    raise found.error
                told.failed += 1
                shown.clear()
                _open.complain(named(found.source, str(found.error)))
            else:
                if found.partial:
                    told.partial += 1
                    shown.clear()
                    _open.complain(named(found.source, found.partial))
                if not found.attributions:
                    shown.clear()
                    _open.talk(context, named(found.source, "nothing in it is attributed to anybody"))
                for attribution in found.attributions:
                    yield _row(found, attribution)
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
