"""Keeping what was found in documents: the document, and its claims as proposals."""

from collections.abc import Iterator
from typing import Any

import typer

from claimcheck.cli import _open, _view
from claimcheck.cli._extractions import named
from claimcheck.errors import StoppedError, StoreError
from claimcheck.steps.extract import Extraction
from claimcheck.steps.propose import Proposed, propose, propose_from

MAX_TITLE = 60


def save(context: typer.Context, found: Iterator[Extraction], *, author: str, dry_run: bool, json: bool) -> None:
    """Keep each document, in a command of its own, and say what became of it; with `json` all at the end.

    Raises:
        StoppedError: it was interrupted when some were kept already.
        StoreError: one cannot be kept; the message says how many were before.
    """
    views: list[dict[str, Any]] = []
    try:
        for extraction in found:
            done = _saved(context, extraction, author=author, dry_run=dry_run)
            views.append(_view_of(extraction, done))
            if not json:
                _open.say(_line(views[-1]))
            if done.wordless:
                _open.talk(context, named(extraction.source, _without_words(done.wordless)))
    except (StoreError, KeyboardInterrupt, SystemExit) as stop:
        if not views or dry_run:
            raise
        if json:
            _view.write_json(views, as_list=True)
        kept = f"documents kept before: {len(views)}; the same command goes on from there"
        if isinstance(stop, StoreError):
            stop.args = (f"{stop}; {kept}",)
            raise
        msg = f"interrupted; {kept}"
        raise StoppedError(msg, stop) from None
    if json:
        _view.write_json(views, as_list=True)
    if dry_run:
        _open.talk(context, "that was a rehearsal: nothing was kept")


def _saved(context: typer.Context, found: Extraction, *, author: str, dry_run: bool) -> Proposed:
    try:
        return _tried(context, found, author=author, dry_run=dry_run)
    except StoreError as error:
        error.args = (named(found.source, str(error)),)
        raise


def _tried(context: typer.Context, found: Extraction, *, author: str, dry_run: bool) -> Proposed:
    text = found.text
    if text.received is not None and not dry_run:
        _open.archive().keep(text.received.content)
    with _open.trial(context, create=True) if dry_run else _open.started(context) as session:
        if text.snapshot_id is not None:
            return propose_from(session, text.snapshot_id, found.attributions, author=author, now=_open.now())
        assert text.received is not None  # noqa: S101 - what is not of the ledger came from outside
        assert text.rendition is not None  # noqa: S101 - and was read as the ledger keeps it
        return propose(session, text.received, text.rendition, found.attributions, author=author, now=_open.now())


def _view_of(found: Extraction, done: Proposed) -> dict[str, Any]:
    kept = done.kept
    return {
        "doc_id": found.source.doc_id,
        "document_id": kept.document_id,
        "is_new_document": kept.is_new_document,
        "snapshot_id": kept.snapshot_id,
        "is_new_snapshot": kept.is_new_snapshot,
        "title": kept.title,
        "proposed": done.proposed,
        "repeated": done.repeated,
        "known": done.known,
        "placed": done.placed,
        "rejected": done.rejected,
        "wordless": done.wordless,
        "suggested_claims": done.suggested,
    }


def _line(view: dict[str, Any]) -> str:
    """What became of a document, on one line."""
    title = view["title"] or "without a title"
    title = title if len(title) <= MAX_TITLE else f"{title[: MAX_TITLE - 3]}..."
    new = "new" if view["is_new_document"] else "known"
    known = f"known {len(view['known'])}"
    if view["placed"]:
        known += f" (this is a new place of {len(view['placed'])})"
    proposed = f"proposed {len(view['proposed'])}"
    if view["repeated"]:
        proposed += f", repeated {len(view['repeated'])}"
    counts = [proposed, known, f"rejected before {len(view['rejected'])}"]
    return f'document {view["document_id"]} ({new}): "{title}": {", ".join(counts)}'


def _without_words(count: int) -> str:
    attributions = "1 attribution" if count == 1 else f"{count:,} attributions"
    return f"{attributions} without any word of what is said could not be proposed"
