"""What a reviewer corrects of a proposed claim, asked for field by field."""

import sys
from functools import partial
from typing import Any

import typer

from claimcheck import fields
from claimcheck.cli import _open
from claimcheck.cli._asking import ask, ask_value
from claimcheck.errors import NotFoundError
from claimcheck.steps.proposals import Proposal
from claimcheck.store.lookups import source_id
from claimcheck.text import one_line
from claimcheck.vocabulary import ClaimKind


def asked(context: typer.Context, found: Proposal) -> dict[str, Any]:
    """What is to be changed, as `Desk.edit` takes it; Ctrl-D ends the questions and keeps what was answered.

    Raises:
        Abandoned: by Ctrl-C.
    """
    sys.stdout.write('Enter keeps what is there, "none" clears it, Ctrl-D is enough, Ctrl-C gives up.\n')
    view = found.view
    edits: dict[str, Any] = {"fields": {}}
    confidence = "" if view["confidence"] is None else f"{view['confidence']:g}"
    kinds = [kind.value for kind in ClaimKind]
    try:
        _field(edits, "text", *ask_value("text", fields.text, present=view["text"]))
        edits["source"] = _source(context, view["source"])
        kind = partial(fields.word, vocabulary=ClaimKind)
        _field(edits, "kind", *ask_value("kind", kind, present=view["kind"], hint=kinds))
        _field(edits, "said_on", *ask_value("said on", fields.day, present=view["said_on"] or "", clearable=True))
        _field(edits, "confidence", *ask_value("confidence", fields.confidence, present=confidence, clearable=True))
        is_new, tags = ask_value("tags", fields.tags, present=", ".join(view["tags"]), clearable=True)
        if is_new:
            edits["add_tags"] = [tag for tag in tags or () if tag not in view["tags"]]
            edits["remove_tags"] = [tag for tag in view["tags"] if tag not in (tags or ())]
        edits["note"] = ask("note") or None
    except EOFError:
        pass
    return edits


def _field(edits: dict[str, Any], name: str, is_new: bool, value: Any) -> None:  # noqa: FBT001 - what ask_value gives
    if is_new:
        edits["fields"][name] = value


def _source(context: typer.Context, present: str) -> str | None:
    """Another source; one that is new to the ledger has to be written twice, so that a slip makes none."""
    written, refused = present, ""
    while True:
        is_new, name = ask_value("source", fields.name, present=written)
        if not is_new and not refused:
            return None
        name = name or refused
        if name == present:
            return None
        try:
            with _open.reader(context) as reader:
                source_id(reader, name)
        except NotFoundError as error:
            if name == refused:
                return str(name)
            sys.stdout.write(f"  {one_line(str(error))}; Enter makes it a new one\n")
            written = refused = name
        else:
            return str(name)
