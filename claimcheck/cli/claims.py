"""Reading claims: list, count, show, search, export."""

from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli._options import Output, filter_options, output_options, paging_options, takes

if TYPE_CHECKING:
    from claimcheck.criteria import ClaimFilter, Paging


def _write(
    context: typer.Context, criteria: "ClaimFilter", paging: "Paging", output: Output, columns: list[str], sort: str
) -> int:
    from claimcheck.cli import _open, _render
    from claimcheck.columns import CLAIM_COLUMNS
    from claimcheck.store.reads import ClaimQuery

    format_name = _render.chosen_format(output)
    paging = paging._replace(sort=paging.sort or sort)
    shown = [CLAIM_COLUMNS[name] for name in columns]
    at_once = paging.limit is not None or _render.is_for_a_terminal(output)
    with _open.rows(
        context, lambda reader: ClaimQuery(reader, criteria).rows(columns, paging), at_once=at_once
    ) as rows:
        written = _render.write_rows(shown, rows, output, format_name=format_name)
    if written:
        return written
    with _open.reader(context) as reader:
        is_empty = reader.value("SELECT 1 FROM claim LIMIT 1") is None
    if is_empty:
        _open.talk(context, "the ledger holds no claim yet; run `claimcheck load`, or `claimcheck add`")
    elif format_name == "table":
        _open.talk(context, "no claim matches")
    return written


@takes(criteria=filter_options, paging=paging_options, output=output_options)
def list_claims(
    context: typer.Context,
    criteria: "ClaimFilter",
    paging: "Paging",
    output: Output,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 when nothing matches.")] = False,
) -> int:
    """List claims, filtered, in the order of their numbers or of --sort; with --needs-review what would change most."""
    from claimcheck.columns import LIST_COLUMNS, claim_columns
    from claimcheck.store.reads import REVIEW

    columns = claim_columns(output.columns) if output.columns is not None else list(LIST_COLUMNS)
    sort = REVIEW if criteria.needs_review else "id"
    written = _write(context, criteria, paging, output, columns, sort)
    return int(exit_code and not written)


@takes(criteria=filter_options, output=output_options)
def count(
    context: typer.Context,
    criteria: "ClaimFilter",
    output: Output,
    by: Annotated[str | None, typer.Option("--by", metavar="COLUMN", help="Count for each value of a column.")] = None,
) -> None:
    """Count claims, in all or for each source, kind, verdict, tag ..."""
    from claimcheck.cli import _open, _render
    from claimcheck.columns import CLAIM_COLUMNS, Column, Form, require_column
    from claimcheck.store.reads import ClaimQuery

    name = {"tag": "tags"}.get(by, by) if by is not None else None
    if name is not None:
        require_column(name)
    with _open.reader(context) as reader:
        query = ClaimQuery(reader, criteria)
        rows = [(query.count(),)] if name is None else list(query.counts_by(name))
    if name is None:
        columns, headers = _render.text_columns("claims", numbers=["claims"]), output.format is not None
    else:
        form = Form.TEXT if name == "tags" else CLAIM_COLUMNS[name].form
        columns, headers = [Column(by or name, form), Column("claims", Form.INTEGER)], output.headers
    format_name = _render.chosen_format(output, default="plain" if name is None else None)
    _render.write_chosen(columns, rows, output._replace(headers=headers and output.headers), format_name=format_name)


@takes(criteria=filter_options, paging=paging_options, output=output_options)
def search(
    context: typer.Context,
    query: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS...",
            help='Words, "a phrase", begin*, a OR b; "word -without".',
        ),
    ],
    criteria: "ClaimFilter",
    paging: "Paging",
    output: Output,
    newest: Annotated[bool, typer.Option("--newest", help="The latest said first, instead of the best match.")] = False,
) -> None:
    """Search propositions, quotations and source names for words; the best match comes first."""
    from claimcheck.cli import _render
    from claimcheck.columns import SEARCH_COLUMNS, claim_columns
    from claimcheck.errors import UsageError

    if newest and paging.sort:
        raise UsageError("--newest is an order, and so is --sort; give one of them")
    words = [*query, criteria.text] if criteria.text else query
    marked = _render.chosen_format(output) == "table"
    criteria = criteria._replace(text=" ".join(words), marked=marked)
    columns = claim_columns(output.columns) if output.columns is not None else list(SEARCH_COLUMNS)
    _write(context, criteria, paging, output, columns, "-said_on" if newest else "relevance")


@takes(criteria=filter_options, paging=paging_options, output=output_options)
def export(context: typer.Context, criteria: "ClaimFilter", paging: "Paging", output: Output) -> None:
    """Write claims with all their columns for reviewers and programs: CSV unless --format says otherwise.

    What `export` writes, `load` reads; loading an untouched export changes nothing.
    """
    from claimcheck.cli import _open, _render
    from claimcheck.cli._progress import counted
    from claimcheck.columns import CLAIM_COLUMNS, EXPORT_COLUMNS, claim_columns
    from claimcheck.store.reads import ClaimQuery

    columns = claim_columns(output.columns) if output.columns is not None else list(EXPORT_COLUMNS)
    format_name = _render.chosen_format(output, default="csv")
    paging = paging._replace(sort=paging.sort or "id")
    shown = [CLAIM_COLUMNS[name] for name in columns]
    at_once = _render.is_for_a_terminal(output)
    with _open.rows(
        context, lambda reader: ClaimQuery(reader, criteria).rows(columns, paging), at_once=at_once
    ) as rows:
        taken = counted(context, rows, "exporting")
        written = _render.write_rows(shown, taken, output, format_name=format_name, preamble=True)
    if output.path is not None:
        _open.talk(context, f"exported {written} {'claim' if written == 1 else 'claims'} to {output.path}")


def show(
    context: typer.Context,
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Number or beginning of the public id.")],
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Show everything about a claim on one screen."""
    from claimcheck.cli import _open, _view
    from claimcheck.steps.show import claim_view
    from claimcheck.store.lookups import claim_id

    with _open.reader(context) as reader:
        views = [claim_view(reader, claim_id(reader, written)) for written in ids]
    if json:
        _view.write_json(views)
    else:
        _view.write_text(views)
