"""What came, as a document: from a file or from a server's answer, refused where it is an error or a challenge."""

from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO

from claimcheck.challenges import blocking, missing
from claimcheck.errors import InputError, UnusableError
from claimcheck.redaction import shown
from claimcheck.text import printable
from claimcheck.urls import canonical
from claimcheck.values import Page, Received
from claimcheck.vocabulary import Outcome

MAX_FILE_BYTES = 20 * 1024 * 1024
_DOCUMENT_STATUSES = frozenset({200, 203})
_BLOCKED_STATUSES = frozenset({401, 402, 403, 407, 429, 451})


def received_file(path: Path, *, now: datetime, url: str | None = None) -> Received:
    """The bytes of a file; `url` is where it came from, if somebody saved it from there.

    Raises:
        InputError: it cannot be read, is no regular file, or is too large.
    """
    try:
        if path.exists() and not path.is_file():
            msg = f"{path} is no regular file; name one, or write its content to one"
            raise InputError(msg)
        with path.open("rb") as file:
            content = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        msg = f"cannot read {path}: {error.strerror}; check the path and its permissions"
        raise InputError(msg) from error
    return replace(_received(content, str(path), now, url), file_name=printable(path.name))


def received_bytes(stream: BinaryIO, *, now: datetime, url: str | None = None) -> Received:
    """What a stream holds to its end, as `received_file`.

    Raises:
        InputError: it cannot be read, or is too large.
    """
    try:
        content = stream.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        msg = f"cannot read standard input: {error.strerror}; give it a document, or name a file"
        raise InputError(msg) from error
    return _received(content, "standard input", now, url)


def _received(content: bytes, name: str, now: datetime, url: str | None) -> Received:
    if len(content) > MAX_FILE_BYTES:
        msg = f"{name} has more than {MAX_FILE_BYTES} bytes; give the part that matters as a file of its own"
        raise InputError(msg)
    address = canonical(url) if url is not None else None
    return Received(content, sha256(content).hexdigest(), len(content), now, requested_url=address, final_url=address)


def received_page(page: Page) -> Received:
    """The document that a server sent.

    Raises:
        UnusableError: it sent an error, a challenge, or a page that only says that there is none; or it is at an
            address that cannot be kept.
    """
    require_document(page)
    try:
        requested_url, final_url = canonical(page.url), canonical(page.final_url)
    except InputError as error:
        raise UnusableError(str(error), Outcome.FAILED) from error
    return Received(
        page.body,
        sha256(page.body).hexdigest(),
        len(page.body),
        page.retrieved_at,
        content_type=page.headers.get("content-type"),
        requested_url=requested_url,
        final_url=final_url,
        status=page.status,
        etag=page.headers.get("etag"),
        last_modified=page.headers.get("last-modified"),
    )


def require_document(page: Page) -> None:
    """Refuse an answer that is none.

    Raises:
        UnusableError: it is an error, a challenge, or a page that only says that there is none.
    """
    from claimcheck.web.manners import retry_after_s

    wait_s = retry_after_s(page, page.retrieved_at)
    challenge = blocking(page.status, page.headers, page.body)
    if challenge is not None:
        msg = f"{shown(page.url)} shows {challenge} instead of the document; save it with a browser and give the file"
        raise UnusableError(msg, Outcome.BLOCKED, wait_s)
    if page.status not in _DOCUMENT_STATUSES:
        outcome = Outcome.BLOCKED if page.status in _BLOCKED_STATUSES else Outcome.FAILED
        msg = f"{shown(page.url)} answers {status_words(page.status)}; look at it in a browser"
        raise UnusableError(msg, outcome, wait_s)
    gone = missing(page.body)
    if gone is not None:
        msg = f"{shown(page.url)} answers 200, but is {gone}; look at it in a browser"
        raise UnusableError(msg, Outcome.FAILED)


def status_words(status: int) -> str:
    """A status with what it means: "404 Not Found"."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
