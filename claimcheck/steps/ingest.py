"""Keeping a document that was read: found or created, with its snapshot, its text, and what it says of itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from claimcheck.errors import InputError, NotFoundError
from claimcheck.publishers import bare_host, plausible_name, publisher_name
from claimcheck.steps.evidence import suggest_links
from claimcheck.steps.match import Matcher
from claimcheck.store import engine
from claimcheck.store.changes import change, value_of
from claimcheck.store.document_reads import FEED_EXTRACTOR, latest_state, snapshots
from claimcheck.store.documents import FIELDS as DOCUMENT_FIELDS
from claimcheck.store.documents import DocumentBook, snapshot_state
from claimcheck.store.evidence import keep_text, text_of
from claimcheck.store.history import CommandLog, utc_text
from claimcheck.store.sources import SourceBook
from claimcheck.urls import canonical, parse
from claimcheck.values import Kept, Received, Rendition
from claimcheck.vocabulary import Entity

if TYPE_CHECKING:
    from sqlmodel import Session

_BY_TEXT = "SELECT document_id FROM snapshot WHERE text_sha256 = ? ORDER BY id LIMIT 1"


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of one document: `claim_ids` are those to which its passages were proposed."""

    kept: Kept
    claim_ids: list[int]


def ingest(
    session: "Session",
    received: Received,
    rendition: Rendition,
    *,
    author: str,
    now: datetime,
    given: Mapping[str, str | None] | None = None,
    document_id: int | None = None,
) -> Ingested:
    """Keep a document, and propose what it may say to claims; the history names its address or file.

    Raises:
        NotFoundError: there is no document of that id.
    """
    log = CommandLog(session, name="ingest", author=author, now=now, note=received.final_url or received.file_name)
    kept = DocumentKeeper(session, log).keep(received, rendition, given=given, document_id=document_id)
    is_new = kept.is_new_snapshot or kept.is_new_text
    claim_ids = suggest_links(session, log, Matcher(engine.session_reader(session)), kept) if is_new else []
    log.seal()
    return Ingested(kept, claim_ids)


class DocumentKeeper:
    """Keeps documents in one writing session, as part of one command."""

    def __init__(self, session: "Session", log: CommandLog) -> None:
        """Begin with nothing remembered."""
        self._session = session
        self._log = log
        self._connection = engine.driver_connection(session)
        self._documents = DocumentBook(self._connection, log)
        self._sources = SourceBook(self._connection, log)

    def keep(
        self,
        received: Received,
        rendition: Rendition,
        *,
        given: Mapping[str, str | None] | None = None,
        document_id: int | None = None,
        publisher_hint: str | None = None,
    ) -> Kept:
        """Keep a document whose bytes are in the archive already; the same bytes again change nothing.

        `given` is what the user says of it: title, publisher, published_on; that holds, whatever was known. What the
        document says of itself only fills what is not known yet. With `document_id` it is a snapshot of that document,
        whatever its address. `publisher_hint` is whom a feed names: that, too, only fills what is not known.

        Raises:
            NotFoundError: there is no document of that id.
        """
        said = {name: value for name, value in (given or {}).items() if value is not None}
        text_sha256 = sha256(rendition.text.encode()).hexdigest()
        state = _snapshot_state(received, rendition, text_sha256)
        fields = self._fields(received, rendition, said, publisher_hint)
        if document_id is None:
            document_id = self._found(received, rendition, fields, text_sha256)
        elif self._connection.execute("SELECT 1 FROM document WHERE id = ?", (document_id,)).fetchone() is None:
            msg = f"there is no document {document_id}; see `claimcheck document list`"
            raise NotFoundError(msg)
        is_new = document_id is None
        if document_id is None:
            document_id = self._documents.create(self._with_publisher(fields))
        else:
            self._fill(document_id, fields, {name: said[name] for name in ("title", "published_on") if name in said})
            if "publisher" in said:
                self._set(document_id, {"publisher_id": self._with_publisher(fields)["publisher_id"]})
        latest, earlier_text = self._latest(document_id)
        known = self._documents.find_snapshot(document_id, state)
        snapshot_id = known or self._documents.find_or_create_snapshot(document_id, state)
        is_page = rendition.extractor != FEED_EXTRACTOR
        back_after = latest if known is not None and latest != known and is_page else None
        if back_after is not None:
            old = snapshot_state(self._connection, snapshot_id)
            new = {**old, "returned_at": state["retrieved_at"]}
            change(self._session, self._log, Entity.DOCUMENT, document_id, "snapshot", old=old, new=new)
        is_new_text = keep_text(self._connection, text_sha256, rendition.text)
        title = value_of(self._session, Entity.DOCUMENT, document_id, "title")
        return Kept(
            document_id,
            snapshot_id,
            title,
            rendition.text,
            is_new,
            known is None,
            is_new_text,
            earlier_text,
            back_after,
        )

    def _fields(
        self, received: Received, rendition: Rendition, said: Mapping[str, str], publisher_hint: str | None
    ) -> dict[str, Any]:
        """What is known of the document, by the names of its columns."""
        publisher = said.get("publisher") or plausible_name(publisher_hint)
        if publisher is None and received.final_url is not None:
            publisher = publisher_name(rendition.publisher, parse(received.final_url).host)
        day, how = said.get("published_on"), "given by hand"
        if day is None:
            day, how = rendition.published_on, f"the document says so: {rendition.published_how or 'in its text'}"
        title = said.get("title") or rendition.title
        if title is None and received.final_url is None and received.file_name:
            title = received.file_name.rpartition(".")[0] or received.file_name
        return {
            "title": title,
            "url": received.final_url,
            "publisher": publisher,
            "publisher_id": self._sources.find(publisher) if publisher else None,
            "published_on": day,
            "published_on_reason": how if day else None,
            "language": rendition.language,
            "author": rendition.author,
        }

    def _found(
        self, received: Received, rendition: Rendition, fields: Mapping[str, Any], text_sha256: str
    ) -> int | None:
        """The document that this is: by its addresses, by its text, or by title and publisher."""
        for url in _addresses(received, rendition):
            known = self._documents.find({"url": url})
            if known is not None:
                return known
        declared = _declared_elsewhere(received, rendition)
        known = self._documents.find({"url": declared}) if declared is not None else None
        if known is not None:
            return known
        if rendition.extractor == FEED_EXTRACTOR:
            return None  # anybody can write a feed that says what somebody else says
        row = self._connection.execute(_BY_TEXT, (text_sha256,)).fetchone()
        if row and self._fits(row[0], fields):
            return int(row[0])
        if fields["title"] and fields["publisher_id"]:
            known = self._documents.find({"title": fields["title"], "publisher_id": fields["publisher_id"]})
            if known is not None and self._fits(known, fields):
                return known
        return None

    def _fits(self, document_id: int, fields: Mapping[str, Any]) -> bool:
        """Whether a document can be at that address: it is, or no address is known of one of the two."""
        known = value_of(self._session, Entity.DOCUMENT, document_id, "url")
        return fields["url"] is None or known in (None, fields["url"])

    def _with_publisher(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """The same with the publisher's id, who is added to the sources if need be."""
        name = fields["publisher"]
        return {**fields, "publisher_id": self._sources.find_or_create(name) if name else None}

    def _fill(self, document_id: int, fields: Mapping[str, Any], said: Mapping[str, str]) -> None:
        """Write what was not known of a document, and what the user says of it; what else is known stays."""
        if self._value(document_id, "publisher_id") is None:
            fields = self._with_publisher(fields)
        new = {
            name: value
            for name, value in fields.items()
            if name in DOCUMENT_FIELDS and (name in said or self._value(document_id, name) is None)
        }
        if "published_on" in new:
            new["published_on_reason"] = fields["published_on_reason"]
        else:
            new.pop("published_on_reason", None)
        self._set(document_id, new)

    def _set(self, document_id: int, fields: Mapping[str, Any]) -> None:
        for name, value in fields.items():
            old = self._value(document_id, name)
            if value is not None and old != value:
                change(self._session, self._log, Entity.DOCUMENT, document_id, name, old=old, new=value)

    def _value(self, document_id: int, name: str) -> Any:
        return value_of(self._session, Entity.DOCUMENT, document_id, name)

    def _latest(self, document_id: int) -> tuple[int | None, str | None]:
        """The id of the latest snapshot of a document, and its text if that is kept."""
        reader = engine.Reader(self._connection)
        latest = latest_state(snapshots(reader, document_id))
        return (latest["id"], text_of(reader, latest["id"])) if latest else (None, None)


def _snapshot_state(received: Received, rendition: Rendition, text_sha256: str) -> dict[str, Any]:
    return {
        "sha256": received.sha256,
        "text_sha256": text_sha256,
        "media_type": rendition.media_type,
        "extractor": rendition.extractor,
        "extractor_version": rendition.extractor_version,
        "retrieved_at": utc_text(received.retrieved_at),
        "size_bytes": received.size_bytes,
        "requested_url": received.requested_url,
        "final_url": received.final_url,
        "canonical_url": _declared(rendition),
        "status": received.status,
        "etag": received.etag,
        "last_modified": received.last_modified,
    }


def _addresses(received: Received, rendition: Rendition) -> Iterator[str]:
    """Every address at which the document is, the one where it was found first."""
    # an item of a feed is not what is found at the address of the feed
    asked = received.requested_url if rendition.extractor != FEED_EXTRACTOR else None
    yield from dict.fromkeys(url for url in (received.final_url, asked) if url is not None)


def _declared_elsewhere(received: Received, rendition: Rendition) -> str | None:
    """The address that the document says it is known by, if it may: nobody speaks for another host."""
    declared = _declared(rendition)
    # Pages are known to declare the front page of their site, whatever they are.
    if declared is None or parse(declared).target == "/":
        return None
    hosts = {bare_host(parse(url).host) for url in (declared, received.final_url) if url is not None}
    return declared if len(hosts) == 1 else None


def _declared(rendition: Rendition) -> str | None:
    """The address that a document gives as its own, as it may be kept: it may repeat a secret of where it was asked."""
    try:
        return canonical(rendition.canonical_url) if rendition.canonical_url is not None else None
    except InputError:
        return None
