"""From the attributions of a document to proposed claims: each once, none that is known, none that was rejected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from claimcheck import fields
from claimcheck.attribution import wording
from claimcheck.attribution.values import Attribution
from claimcheck.errors import InputError, NotFoundError
from claimcheck.ids import public_ids
from claimcheck.steps.earliest import mark_earliest
from claimcheck.steps.evidence import suggest_links
from claimcheck.steps.ingest import DocumentKeeper
from claimcheck.steps.match import Matcher
from claimcheck.steps.recognising import Memory, digest
from claimcheck.steps.speaking import Speaker, Speakers
from claimcheck.store import engine
from claimcheck.store.changes import change, value_of
from claimcheck.store.claims import TagBook, insert_claims
from claimcheck.store.document_reads import snapshot
from claimcheck.store.evidence import text_of
from claimcheck.store.history import CommandLog
from claimcheck.store.sources import SourceBook
from claimcheck.values import Kept, Received, Rendition
from claimcheck.vocabulary import ClaimKind, ClaimState, Entity

if TYPE_CHECKING:
    from sqlmodel import Session

COMMAND = "extract"


@dataclass(slots=True)
class Proposed:
    """What became of the attributions of one document, as ids of claims."""

    kept: Kept
    proposed: list[int] = field(default_factory=list)
    repeated: list[int] = field(default_factory=list)
    """Those of the proposed claims that the document says again, one for each further attribution."""
    known: list[int] = field(default_factory=list)
    """Claims of the ledger that say it already, one for each attribution."""
    rejected: list[int] = field(default_factory=list)
    """Claims that say it and were rejected, one for each attribution."""
    placed: list[int] = field(default_factory=list)
    """Those of the known claims to which this document was added as one more place."""
    wordless: int = 0
    """Attributions in which no word is said, so that there is nothing to propose."""
    suggested: list[int] = field(default_factory=list)
    """Claims to which passages of the document were proposed, as `ingest` does."""


def propose(
    session: "Session",
    received: Received,
    rendition: Rendition,
    attributions: Sequence[Attribution],
    *,
    author: str,
    now: datetime,
    given: Mapping[str, str | None] | None = None,
    document_id: int | None = None,
) -> Proposed:
    """Keep a document, as `ingest` does, with its attributions as proposed claims, in one command.

    The same document again changes nothing. Offsets are those of the rendition's text.

    Raises:
        InputError: there is no attribution; a document that nobody speaks in is not kept.
        NotFoundError: there is no document of that id.
    """
    _require(attributions)
    log = CommandLog(session, name=COMMAND, author=author, now=now, note=received.final_url or received.file_name)
    kept = DocumentKeeper(session, log).keep(received, rendition, given=given, document_id=document_id)
    done = Proposer(session, log, kept).propose(attributions)
    if kept.is_new_snapshot or kept.is_new_text:
        done.suggested.extend(suggest_links(session, log, Matcher(engine.session_reader(session)), kept))
    log.seal()
    return done


def propose_from(
    session: "Session", snapshot_id: int, attributions: Sequence[Attribution], *, author: str, now: datetime
) -> Proposed:
    """Propose the attributions of a snapshot that the ledger has, in one command.

    Raises:
        InputError: there is no attribution.
        NotFoundError: there is no such snapshot, or its text is not kept.
    """
    _require(attributions)
    reader = engine.session_reader(session)
    document_id = snapshot(reader, snapshot_id)["document_id"]
    text = text_of(reader, snapshot_id)
    if text is None:
        msg = f"no text of snapshot {snapshot_id} is kept, only its hash; `claimcheck ingest` the document"
        raise NotFoundError(msg)
    title = value_of(session, Entity.DOCUMENT, document_id, "title")
    kept = Kept(document_id, snapshot_id, title, text, is_new_document=False, is_new_snapshot=False, is_new_text=False)
    log = CommandLog(session, name=COMMAND, author=author, now=now, note=f"document {document_id}")
    done = Proposer(session, log, kept).propose(attributions)
    log.seal()
    return done


def _require(attributions: Sequence[Attribution]) -> None:
    if not attributions:
        raise InputError("nobody is said to have said anything in it, so nothing was kept; see `claimcheck ingest`")


class Proposer:
    """Proposes what is said in one document, as part of one command."""

    def __init__(self, session: "Session", log: CommandLog, kept: Kept) -> None:
        """Look at what the ledger knows of that document."""
        self._session = session
        self._log = log
        self._connection = engine.driver_connection(session)
        self._kept = kept
        self._sources = SourceBook(self._connection, log)
        publisher_id = value_of(session, Entity.DOCUMENT, kept.document_id, "publisher_id")
        publisher = self._sources.names().get(publisher_id) if publisher_id is not None else None
        self._speakers = Speakers(self._sources, publisher_id=publisher_id, publisher=publisher, title=kept.title)
        self._memory = Memory(self._connection, self._sources, kept)
        self._new: list[tuple[int, dict[str, Any]]] = []
        self._first_new_id = engine.next_id(self._connection, "claim")

    def propose(self, attributions: Sequence[Attribution]) -> Proposed:
        """Store what is new of these attributions; gives what became of each."""
        done = Proposed(self._kept)
        self._memory.expect(attributions)
        for attribution in attributions:
            said = wording.claimed(self._kept.text, attribution)
            if not said:
                done.wordless += 1
                continue
            speaker = self._speakers.of(attribution, self._kept.text)
            found = self._memory.known(attribution, speaker, said)
            if found is None:
                done.proposed.append(self._add(attribution, speaker, said))
                continue
            claim_id, known_as = found
            if claim_id >= self._first_new_id:
                done.repeated.append(claim_id)
                continue
            (done.rejected if known_as is ClaimState.REJECTED else done.known).append(claim_id)
            if known_as is not ClaimState.REJECTED and self._place(claim_id, attribution):
                done.placed.append(claim_id)
        self._store()
        return done

    def _add(self, attribution: Attribution, speaker: Speaker, said: str) -> int:
        """Remember a claim to be stored; gives the id that it will have."""
        state = self._state(attribution, speaker, said)
        claim_id = self._first_new_id + len(self._new)
        self._memory.add(state["source_id"], said, claim_id, is_denial=attribution.kind is ClaimKind.DENIAL)
        self._new.append((claim_id, state))
        return claim_id

    def _place(self, claim_id: int, attribution: Attribution) -> bool:
        """Add this document to the places of a known claim; False if it stands there, or in the same text, already."""
        places = "SELECT document_id, is_first FROM appearance WHERE claim_id = ?"
        rows = self._connection.execute(places, (claim_id,)).fetchall()
        if any(document_id in self._memory.document_ids for document_id, _ in rows):
            return False
        source_id = value_of(self._session, Entity.CLAIM, claim_id, "source_id")
        state = self._appearance(attribution, source_id) | {"is_first": not rows}
        day = _day(attribution)
        if day is not None and rows:
            state["said_on"] = day
        done = change(self._session, self._log, Entity.CLAIM, claim_id, "appearance", old=None, new=state)
        mark_earliest(self._session, self._log, claim_id, done.new["id"])
        return True

    def _state(self, attribution: Attribution, speaker: Speaker, said: str) -> dict[str, Any]:
        source_id = self._speakers.stored(speaker)
        state = {
            "source_id": source_id,
            "text": said,
            "kind": attribution.kind.value,
            "said_on": _day(attribution),
            "state": ClaimState.PROPOSED.value,
            "attribution_note": speaker.note,
            "revision": 1,
            "recorded_at": self._log.recorded_at,
            "appearances": [self._appearance(attribution, source_id) | {"is_first": True}],
        }
        return {name: value for name, value in state.items() if value is not None}

    def _appearance(self, attribution: Attribution, source_id: int) -> dict[str, Any]:
        text = self._kept.text
        start, end = wording.hull(attribution.content)
        place: dict[str, Any] = {
            "document_id": self._kept.document_id,
            "snapshot_id": self._kept.snapshot_id,
            "directness": attribution.directness.value,
            "span_start": start,
            "span_end": end,
            "span_sha256": digest(text[start:end]),
        }
        for name, span in (("cue", wording.cue(attribution)), ("quote", wording.quotation(text, attribution))):
            if span is not None:
                place |= {name: text[span[0] : span[1]], f"{name}_start": span[0]}
        via = self._speakers.via(attribution, source_id)
        return place | {"via": via} if via else place

    def _store(self) -> None:
        """Insert the new claims, whose appearances take their numbers behind those that known claims got."""
        number = engine.next_id(self._connection, "appearance")
        ids = public_ids()
        for own_id, (_, state) in enumerate(self._new, start=number):
            state["public_id"] = next(ids)
            state["appearances"] = [{"id": own_id, **state["appearances"][0]}]
        insert_claims(self._connection, self._new, TagBook(self._connection))
        self._log.created(Entity.CLAIM, self._new)


def _day(attribution: Attribution) -> str | None:
    try:
        return None if attribution.said_on is None else fields.day(attribution.said_on)
    except InputError:
        return None
