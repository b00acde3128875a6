"""What a reviewer corrects of a proposed claim, asked for field by field."""

from collections.abc import Callable
from functools import partial
from typing import Any

import typer

from claimcheck import fields
from claimcheck.cli import _open
from claimcheck.cli._asking import CLEAR, ask, ask_value, remark
from claimcheck.errors import InputError, NotFoundError
from claimcheck.steps.proposals import Proposal
from claimcheck.store.lookups import source_id
from claimcheck.vocabulary import ClaimKind


def asked(context: typer.Context, found: Proposal) -> dict[str, Any]:
    """What is to be changed, as `Desk.edit` takes it; Ctrl-D ends the questions and keeps what was answered.

    Raises:
        Abandoned: by Ctrl-C.
    """
    remark('Enter takes the line as it stands, "none" clears it, Ctrl-D is enough, Ctrl-C gives up.')
    view = found.view
    edits: dict[str, Any] = {"fields": {}}
    confidence = "" if view["confidence"] is None else f"{view['confidence']:g}"
    kinds = [kind.value for kind in ClaimKind]
    is_new = False
    try:
        _field(edits, "text", *ask_value("text", fields.text, present=view["text"]))
        _, edits["source"] = ask_value("source", _source_name(context), present=view["source"])
        kind = partial(fields.word, vocabulary=ClaimKind)
        _field(edits, "kind", *ask_value("kind", kind, present=view["kind"], hint=kinds))
        _field(edits, "said_on", *ask_value("said on", fields.day, present=view["said_on"] or "", clearable=True))
        _field(edits, "confidence", *ask_value("confidence", fields.confidence, present=confidence, clearable=True))
        is_new, tags = ask_value("tags", fields.tags, present=", ".join(view["tags"]), clearable=True)
        if is_new:
            edits["add_tags"] = [tag for tag in tags or () if tag not in view["tags"]]
            edits["remove_tags"] = [tag for tag in view["tags"] if tag not in (tags or ())]
        note = ask("note")
        edits["note"] = None if not note or note.lower() == CLEAR else note
    except EOFError:
        given = [*edits["fields"], *(["source"] if edits.get("source") else []), *(["tags"] if is_new else [])]
        if given:
            remark(f"that was enough: what was given as {' and '.join(given)} is taken, the rest stays as it was")
    return edits


def _field(edits: dict[str, Any], name: str, is_new: bool, value: Any) -> None:  # noqa: FBT001 - what ask_value gives
    if is_new:
        edits["fields"][name] = value


def _source_name(context: typer.Context) -> Callable[[str], str]:
    """Reads the name of a source; one that is new to the ledger has to be written twice, so that a slip makes none."""
    doubted = ""

    def read(written: str) -> str:
        nonlocal doubted
        name = fields.name(written)
        try:
            with _open.reader(context) as reader:
                source_id(reader, name)
        except NotFoundError as error:
            if name != doubted:
                doubted = name
                msg = f"{error}; Enter makes it a new one"
                raise InputError(msg) from error
        return name

    return read
