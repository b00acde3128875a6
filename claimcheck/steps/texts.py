"""The text of one thing that the user names: fetched, read or looked up."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from claimcheck.errors import InputError, NotFoundError, UnusableError, quoted
from claimcheck.media_types import SUFFIXES, kind_of
from claimcheck.steps.extract import Text
from claimcheck.steps.fetching import Document, Fetcher
from claimcheck.steps.inputs import Input, InputKind
from claimcheck.steps.receive import received_bytes, received_file
from claimcheck.store.document_reads import document, latest_state, snapshots
from claimcheck.store.engine import Reader
from claimcheck.store.evidence import text_of
from claimcheck.text import printable
from claimcheck.values import Received, Rendition

PLAIN = (".txt", ".text")
"""The endings of files that are text, whatever they look like."""


async def text_from_outside(
    source: Input, fetcher: Fetcher, stdin: BinaryIO, *, now: datetime, as_kept: bool = False
) -> Text:
    """The text of a file, of standard input or of what is at a URL.

    Plain text is the file itself, decoded as UTF-8 and otherwise unchanged, with a byte order mark and whatever line
    ends it has; all else, and with `as_kept` plain text too, is the rendition that the ledger would keep.

    Raises:
        FetchError: nothing whole and allowed came.
        InputError: the file cannot be read, or is not UTF-8; a folder without a document.
        UnusableError: it is no document, or has no text.
    """
    if source.kind is InputKind.URL:
        found = await fetcher.document(source.name)
        assert isinstance(found, Document)  # noqa: S101 - nothing was known that could be unchanged
        return _rendered(found.received, found.rendition)
    if source.kind is InputKind.FOLDER:
        msg = f"{printable(source.name)} is a folder without a document ({', '.join(sorted(SUFFIXES))}); name the files"
        raise InputError(msg)
    if source.kind is InputKind.STDIN:
        received = received_bytes(stdin, now=now)
    else:
        received = received_file(Path(source.name), now=now)
    if not as_kept and _is_plain(received):
        return Text(_unchanged(received.content), replace(received, content=b""))
    return _rendered(*await fetcher.read(received))


def text_of_document(reader: Reader, document_id: int) -> Text:
    """The text of the latest snapshot of a document, of those whose text is kept.

    Raises:
        NotFoundError: there is no such document, or no text of it is kept.
    """
    found = document(reader, document_id)
    latest = latest_state([one for one in snapshots(reader, document_id) if one["has_text"]])
    text = text_of(reader, latest["id"]) if latest else None
    if latest is None or text is None:
        msg = f"no text of document {document_id} is kept, only its hash; `claimcheck ingest` the document"
        raise NotFoundError(msg)
    return Text(text, snapshot_id=latest["id"], published_on=found["published_on"])


def _rendered(received: Received, rendition: Rendition) -> Text:
    return Text(rendition.text, received, rendition, published_on=rendition.published_on)


def _is_plain(received: Received) -> bool:
    if received.content.strip() and received.file_name and received.file_name.lower().endswith(PLAIN):
        return True
    name, _ = kind_of(received.content, content_type=None, file_name=received.file_name)
    return name == "plain"


def _unchanged(content: bytes) -> str:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        # where it is something else altogether, that is what is wrong
        kind_of(content, content_type=None, file_name=None)
        msg = (
            f"it is not UTF-8 text: {quoted(content[error.start : error.start + 1])} at byte {error.start}; "
            "convert it, or ingest it and give the document's number"
        )
        raise InputError(msg) from error
    nul = text.find("\0")
    if nul >= 0:
        msg = f"it is no text: there is a NUL at character {nul}; convert it to UTF-8 text"
        raise InputError(msg)
    if not text.replace("\ufeff", "").strip():
        raise UnusableError("the document is empty: there is nothing in it but blanks")
    return text
