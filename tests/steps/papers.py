"""Documents as they are when they have been fetched and read, made of nothing but a text."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlmodel import Session

from claimcheck.steps.ingest import Ingested, ingest
from claimcheck.store.engine import driver_connection
from claimcheck.store.history import CommandLog
from claimcheck.values import Received, Rendition

NOW = datetime(2026, 11, 27, 12, 0, 0, tzinfo=UTC)
SITE = "https://news.example.org"


def received(text: str, url: str | None = None, *, hour: int = 0, **fields: Any) -> Received:
    """The bytes of a text, as they came from `url` so many hours later."""
    content: bytes = fields.pop("content", text.encode())
    fields = {"requested_url": url, "final_url": url, **fields}
    return Received(content, sha256(content).hexdigest(), len(content), NOW + timedelta(hours=hour), **fields)


def rendition(text: str, **fields: Any) -> Rendition:
    """A text as it was read."""
    fields = {"extractor": "html", "extractor_version": "1", "media_type": "text/html", **fields}
    return Rendition(text, **fields)


def keep(  # noqa: PLR0913 - what there is to say of a document
    session: Session,
    text: str,
    url: str | None = None,
    *,
    hour: int = 0,
    given: dict[str, str | None] | None = None,
    document_id: int | None = None,
    came: dict[str, Any] | None = None,
    **said: Any,
) -> Ingested:
    """Ingest a text; `came` is more of how it came, `said` what the document says of itself."""
    return ingest(
        session,
        received(text, url, hour=hour, **(came or {})),
        rendition(text, **said),
        author="tester",
        now=NOW + timedelta(hours=hour),
        given=given,
        document_id=document_id,
    )


def rows(session: Session, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """What the ledger holds."""
    return [tuple(row) for row in driver_connection(session).execute(sql, values).fetchall()]


def command(session: Session, name: str = "x") -> CommandLog:
    """A command of the history."""
    return CommandLog(session, name=name, author="tester", now=NOW)
