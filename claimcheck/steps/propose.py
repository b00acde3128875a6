"""From the attributions of a document to proposed claims: each once, none that is known, none that was rejected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
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
from claimcheck.steps.speaking import Speaker, Speakers
from claimcheck.steps.standing import Standing, says_again
from claimcheck.store import engine
from claimcheck.store.changes import change, value_of
from claimcheck.store.claims import TagBook, insert_claims
from claimcheck.store.document_reads import snapshot
from claimcheck.store.evidence import text_of
from claimcheck.store.history import CommandLog
from claimcheck.store.sources import SourceBook
from claimcheck.text import comparison_key, fingerprint
from claimcheck.values import Kept, Received, Rendition
from claimcheck.vocabulary import ClaimState, Entity

if TYPE_CHECKING:
    from sqlmodel import Session

COMMAND = "extract"
_SAYS_THE_SAME = "SELECT id, state FROM claim WHERE source_id = ? AND text_fingerprint = ? ORDER BY id LIMIT 1"
_QUOTES_THE_SAME = """
SELECT claim.id, claim.state FROM claim JOIN appearance ON appearance.claim_id = claim.id
WHERE claim.source_id = ? AND span_sha256 = ? ORDER BY claim.id LIMIT 1
"""
_REJECTED = """
SELECT claim.id, claim.text,
  substr(rendition.text, CAST(span_start + 1 AS INTEGER), CAST(span_end - span_start AS INTEGER))
FROM claim LEFT JOIN appearance ON appearance.claim_id = claim.id LEFT JOIN snapshot ON snapshot.id = snapshot_id
LEFT JOIN rendition ON rendition.text_sha256 = snapshot.text_sha256
WHERE claim.source_id = ? AND claim.state = 'rejected' ORDER BY claim.id
"""


@dataclass(frozen=True, slots=True)
class Proposed:
    """What became of the attributions of one document, as ids of claims."""

    kept: Kept
    proposed: list[int] = field(default_factory=list)
    known: list[int] = field(default_factory=list)
    """Claims that say it already, one for each attribution."""
    rejected: list[int] = field(default_factory=list)
    """Claims that say it and were rejected, one for each attribution."""
    placed: list[int] = field(default_factory=list)
    """Those of the known claims to which this document was added as one more place."""
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
        self._standing = Standing(
            self._connection, document_id=kept.document_id, snapshot_id=kept.snapshot_id, text=kept.text
        )
        self._said_here: dict[tuple[int, int], int] = {}
        self._rejected: dict[int, list[tuple[int, list[str]]]] = {}
        self._new: list[tuple[int, dict[str, Any]]] = []
        self._first_new_id = engine.next_id(self._connection, "claim")

    def propose(self, attributions: Sequence[Attribution]) -> Proposed:
        """Store what is new of these attributions; gives what became of each."""
        done = Proposed(self._kept)
        for attribution in attributions:
            said = wording.claimed(self._kept.text, attribution)
            if not said:
                continue
            speaker = self._speakers.of(attribution, self._kept.text)
            found = self._known(attribution, speaker, said)
            if found is None:
                done.proposed.append(self._add(attribution, speaker, said))
                continue
            claim_id, known_as = found
            (done.rejected if known_as is ClaimState.REJECTED else done.known).append(claim_id)
            if known_as is not ClaimState.REJECTED and self._place(claim_id, attribution):
                done.placed.append(claim_id)
        self._store()
        return done

    def _add(self, attribution: Attribution, speaker: Speaker, said: str) -> int:
        """Remember a claim to be stored; gives the id that it will have."""
        state = self._state(attribution, speaker, said)
        claim_id = self._first_new_id + len(self._new)
        self._said_here[state["source_id"], fingerprint(said)] = claim_id
        self._new.append((claim_id, state))
        return claim_id

    def _known(self, attribution: Attribution, speaker: Speaker, said: str) -> tuple[int, ClaimState] | None:
        """The claim that says it already, and its state: at the same place, or by the same source in the same words."""
        stand = self._standing.known(
            attribution.content,
            source_id=speaker.source_id,
            is_unnamed=speaker.is_unnamed,
            cue=wording.cue(attribution),
        )
        if stand is not None:
            return stand.claim_id, stand.state
        source_id = speaker.source_id or self._sources.find(speaker.name)
        if source_id is None:
            return None
        here = self._said_here.get((source_id, fingerprint(said)))
        if here is not None:
            return here, ClaimState.PROPOSED
        start, end = wording.hull(attribution.content)
        words = self._kept.text[start:end]
        for sql, value in ((_SAYS_THE_SAME, fingerprint(said)), (_QUOTES_THE_SAME, _digest(words))):
            row = self._connection.execute(sql, (source_id, value)).fetchone()
            if row is not None:
                return row[0], ClaimState(row[1])
        keys = [_key(words), _key(said)]
        for claim_id, others in self._rejected_of(source_id):
            if any(says_again(key, others) for key in keys):
                return claim_id, ClaimState.REJECTED
        return None

    def _rejected_of(self, source_id: int) -> list[tuple[int, list[str]]]:
        """What was rejected of a source, each by its own words and by those that it was read from."""
        if source_id not in self._rejected:
            rows = self._connection.execute(_REJECTED, (source_id,)).fetchall()
            self._rejected[source_id] = [(row[0], [_key(words) for words in row[1:] if words]) for row in rows]
        return self._rejected[source_id]

    def _place(self, claim_id: int, attribution: Attribution) -> bool:
        """Add this document to the places of a known claim; False if it stands there, or in the same text, already."""
        if claim_id >= self._first_new_id:
            return False
        places = "SELECT document_id, is_first FROM appearance WHERE claim_id = ?"
        rows = self._connection.execute(places, (claim_id,)).fetchall()
        if any(document_id in self._standing.document_ids for document_id, _ in rows):
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
            "span_sha256": _digest(text[start:end]),
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


def _digest(words: str) -> str:
    return sha256(words.encode()).hexdigest()


def _key(words: str) -> str:
    """Words as they are compared with others: without marks at their ends."""
    return comparison_key(words).strip(" .,;:!?\"'")
