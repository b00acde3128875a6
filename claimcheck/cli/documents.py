"""Bringing documents in and looking at them: ingest, and the group `document`."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck.cli._options import MAX_ID, Output, output_options, takes
from claimcheck.cli.loading import Author

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.errors import ClaimcheckError
    from claimcheck.steps.fetching import Fetcher
    from claimcheck.values import Received, Rendition

group = typer.Typer(no_args_is_help=True, help="Documents: what was read, its snapshots, and what is quoted from them.")
DocumentId = Annotated[int, typer.Argument(metavar="ID", min=1, max=MAX_ID, help="Number of the document.")]
_AT_ONCE = 8


def ingest(
    context: typer.Context,
    what: Annotated[list[str], typer.Argument(metavar="FILE|URL...", help="Files or addresses; - is stdin.")],
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Its title, if it does not say so.")] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")] = None,
    published_on: Annotated[str | None, typer.Option(metavar="DATE", help="YYYY, YYYY-MM or YYYY-MM-DD.")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="Where a file was saved from.")] = None,
    document: Annotated[
        int | None,
        typer.Option(metavar="ID", min=1, max=MAX_ID, help="One more snapshot of this document."),
    ] = None,
    author: Author = None,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> int:
    """Keep documents: their bytes, their text, and what they say of themselves.

    HTML, PDF, DOCX, Markdown and plain text. The same bytes again change nothing; a changed page is a new snapshot
    of the same document. Passages that seem to bear on a claim are proposed: see `list --needs-review`.
    """
    from claimcheck import fields
    from claimcheck.cli import _open, _view, _web
    from claimcheck.cli._options import parsed
    from claimcheck.errors import EXIT_OK, EXIT_PROBLEMS, UsageError

    given = {
        "title": parsed("--title", fields.text, title),
        "publisher": parsed("--publisher", fields.name, publisher),
        "published_on": parsed("--published-on", fields.day, published_on),
    }
    what = list(dict.fromkeys(what))
    if len(what) > 1 and (title or url or document):
        raise UsageError("--title, --url and --document are about one document; give one FILE or URL")
    who = _open.author(author)
    if document is not None:
        _require_document(context, document)
    shown: list[dict[str, Any]] = []
    failed: list[ClaimcheckError] = []

    def keep(came: "Received", text: "Rendition") -> None:
        view = _keep(context, came, text, given, document, who)
        shown.append(view)
        if not json:
            _open.say(_line(view))

    def fail(item: str, error: "ClaimcheckError") -> None:
        failed.append(error)
        if len(what) > 1:
            _open.complain(_named(item, str(error)))

    _web.run(_ingest(what, url, keep, fail))
    if failed and len(what) == 1:
        raise failed[0]
    if json:
        _view.write_json(shown, as_list=len(what) > 1)
    if failed:
        _open.complain(f"{len(failed)} of {len(what)} documents could not be kept")
    return EXIT_PROBLEMS if failed else EXIT_OK


def ingest_one(context: typer.Context, url: str, *, author: str) -> int:
    """Fetch and keep the document at `url`; gives the id of its snapshot.

    Raises:
        ClaimcheckError: it cannot be fetched or read.
    """
    from claimcheck.cli import _open, _web

    kept: list[dict[str, Any]] = []
    failed: list[ClaimcheckError] = []
    given: dict[str, str | None] = {}

    def keep(came: "Received", text: "Rendition") -> None:
        kept.append(_keep(context, came, text, given, None, author))

    _web.run(_ingest([url], None, keep, lambda _, error: failed.append(error)))
    if failed:
        raise failed[0]
    _open.talk(context, _line(kept[0]))
    return int(kept[0]["snapshot_id"])


async def _ingest(
    what: list[str],
    url: str | None,
    keep: "Callable[[Received, Rendition], None]",
    fail: "Callable[[str, ClaimcheckError], None]",
) -> None:
    """Fetch and read a few at a time; what came is kept in the order in which it was named."""
    import asyncio

    from claimcheck.cli import _web
    from claimcheck.errors import FetchError, InputError, PluginError, UnusableError

    async with _web.fetcher() as fetcher:
        for first in range(0, len(what), _AT_ONCE):
            some = {item: asyncio.create_task(_come(fetcher, item, url)) for item in what[first : first + _AT_ONCE]}
            try:
                for item, task in some.items():
                    try:
                        keep(*await task)
                    except (FetchError, InputError, PluginError, UnusableError) as error:
                        fail(item, error)
            finally:
                for task in some.values():
                    task.cancel()
                await asyncio.gather(*some.values(), return_exceptions=True)


async def _come(fetcher: "Fetcher", what: str, url: str | None) -> "tuple[Received, Rendition]":
    from pathlib import Path

    from claimcheck.cli import _open
    from claimcheck.errors import InputError
    from claimcheck.redaction import shown
    from claimcheck.steps.fetching import Document
    from claimcheck.steps.receive import received_bytes, received_file

    if what.lower().startswith(("http://", "https://")):
        document = await fetcher.document(what)
        assert isinstance(document, Document)  # noqa: S101 - nothing was known that could be unchanged
        return document.received, document.rendition
    if "://" in what or what.lower().startswith("file:"):
        msg = f"{shown(what)} is no http or https URL; fetch it yourself and give the file"
        raise InputError(msg)
    if what == "-":
        import sys

        return await fetcher.read(received_bytes(sys.stdin.buffer, now=_open.now(), url=url))
    return await fetcher.read(received_file(Path(what), now=_open.now(), url=url))


def _keep(
    context: typer.Context,
    came: "Received",
    text: "Rendition",
    given: dict[str, str | None],
    document_id: int | None,
    author: str,
) -> dict[str, Any]:
    from collections import Counter

    from claimcheck.cli import _open
    from claimcheck.steps.anchors import anchor_checks
    from claimcheck.steps.ingest import ingest as ingest_step

    with _open.started(context) as session:
        done = ingest_step(session, came, text, author=author, now=_open.now(), given=given, document_id=document_id)
    kept = done.kept
    with _open.reader(context) as reader:
        # not while the ledger is held for writing: looking for many quotations in a long text takes seconds
        checks = anchor_checks(reader, kept.document_id, kept.text, but_of=kept.snapshot_id)
    return {
        "document_id": kept.document_id,
        "is_new_document": kept.is_new_document,
        "snapshot_id": kept.snapshot_id,
        "is_new_snapshot": kept.is_new_snapshot,
        "is_new_text": kept.is_new_text,
        "back_after": kept.back_after,
        "title": kept.title,
        "characters": len(kept.text),
        "sha256": came.sha256,
        "extractor": text.extractor,
        "extractor_version": text.extractor_version,
        "suggested_claims": done.claim_ids,
        "anchors": dict(Counter(check.state.value for check in checks if check.state is not None)),
    }


def _named(item: str, message: str) -> str:
    """A message that says which document it is about."""
    from claimcheck.redaction import shown

    if "://" in item:
        return message if shown(item) in message else f"{shown(item)}: {message}"
    return f"{'standard input' if item == '-' else item}: {message}"


def _line(view: dict[str, Any]) -> str:
    """What became of a document, on one line."""
    title = f'"{view["title"]}"' if view["title"] else "without a title"
    new = {True: "new", False: "known"}
    snapshot = new[view["is_new_snapshot"]]
    if view["back_after"] is not None:
        snapshot = f"known, again as before snapshot {view['back_after']}"
    elif view["is_new_text"] and not view["is_new_snapshot"]:
        snapshot = "known by its hash, its text is kept now"
    parts = [
        f"document {view['document_id']} ({new[view['is_new_document']]}): {title}",
        f"snapshot {view['snapshot_id']} ({snapshot})",
        f"{view['characters']:,} characters",
    ]
    parts += [f"{count} passage{'s'[: count != 1]} {state}" for state, count in view["anchors"].items()]
    if view["suggested_claims"]:
        claims = view["suggested_claims"]
        parts.append(f"suggested for claim{'s'[: len(claims) != 1]} {', '.join(map(str, claims))}")
    return ", ".join(parts)


@group.command("list")
@takes(output=output_options)
def list_documents(context: typer.Context, output: Output) -> None:
    """List all documents: where they are from, how many snapshots, claims and pieces of evidence each has."""
    from claimcheck.cli import _open, _render
    from claimcheck.store.document_reads import DOCUMENT_COLUMNS, documents

    with _open.reader(context) as reader:
        rows = documents(reader)
    columns = _render.text_columns(*DOCUMENT_COLUMNS, numbers=["id", "snapshots", "claims", "evidence"])
    _render.write_chosen(columns, rows, output, in_table="id,title,publisher,published_on,snapshots,claims,evidence")


@group.command("show")
def show_document(
    context: typer.Context,
    document: DocumentId,
    content: Annotated[bool, typer.Option("--content", help="Only the text of the latest snapshot, as it is.")] = False,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Show a document, its snapshots, and whether what is quoted from it stands in the latest text."""
    import sys

    from claimcheck.cli import _document_view, _open, _view
    from claimcheck.errors import NotFoundError
    from claimcheck.steps.documents import document_view

    with _open.reader(context) as reader:
        view = document_view(reader, _open.archive(), document)
    text = view.pop("text")
    if content:
        if text is None:
            msg = f"no text of document {document} is kept, only its hash; `claimcheck ingest` the document"
            raise NotFoundError(msg)
        _document_view.write_content(text, sys.stdout)
    elif json:
        _view.write_json([view])
    else:
        _view.write_lines(_document_view.lines(view))


@group.command("diff")
def diff_document(
    context: typer.Context,
    document: DocumentId,
    old: Annotated[
        int | None, typer.Argument(metavar="[OLD]", min=1, max=MAX_ID, help="A snapshot; the last but one.")
    ] = None,
    new: Annotated[
        int | None, typer.Argument(metavar="[NEW]", min=1, max=MAX_ID, help="A snapshot; the latest.")
    ] = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 if they differ.")] = False,
) -> int:
    """Show what changed between two snapshots of a document, sentence by sentence, and which quotations drifted."""
    from claimcheck.cli import _document_view, _open
    from claimcheck.errors import EXIT_OK, EXIT_PROBLEMS
    from claimcheck.steps.documents import document_changes

    with _open.reader(context) as reader:
        changes = document_changes(reader, document, old, new)
    is_different = _document_view.write_changes(changes)
    return EXIT_PROBLEMS if exit_code and is_different else EXIT_OK


def _require_document(context: typer.Context, document_id: int) -> None:
    """Refuse an id of no document before anything is fetched for it."""
    from claimcheck.cli import _open
    from claimcheck.store.document_reads import document

    with _open.reader(context) as reader:
        document(reader, document_id)
