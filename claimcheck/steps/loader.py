"""The working part of `load`: which claims of a file are new, and storing those, chunk by chunk."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from claimcheck.errors import InputError
from claimcheck.ids import public_ids
from claimcheck.interpret import wordless
from claimcheck.steps.merge import Merger
from claimcheck.steps.places import PlaceBook
from claimcheck.steps.review import REQUIRED, Reviewer
from claimcheck.steps.telling import Listener, Teller
from claimcheck.store import bulk, engine
from claimcheck.store.changes import change
from claimcheck.store.claims import TagBook, insert_claims
from claimcheck.store.documents import DocumentBook
from claimcheck.store.history import CommandLog
from claimcheck.store.sources import SourceBook
from claimcheck.text import fingerprint
from claimcheck.values import (
    ClaimIn,
    DocumentIn,
    LoadReport,
    RelationIn,
    RowProblem,
    SourceIn,
)
from claimcheck.vocabulary import ClaimKind, ClaimState, Entity, Preference

if TYPE_CHECKING:
    from sqlmodel import Session

_DEFAULT_KIND, _DEFAULT_STATE = ClaimKind.ASSERTION.value, ClaimState.ACCEPTED.value
BULK_SIZE = 1_000
"""From this many claims in one chunk on, the full-text index is built once at the end."""


class ClaimLoader:
    """Stores what it is given in the session's transaction and counts in `report` what came of it."""

    def __init__(
        self,
        session: "Session",
        *,
        command: str,
        author: str,
        now: datetime,
        note: str | None,
        prefer: Preference | None = None,
        listener: Listener | None = None,
    ) -> None:
        """Reserve the command that all changes will belong to."""
        self.report = LoadReport()
        self._session = session
        self._connection = engine.driver_connection(session)
        self._log = CommandLog(session, name=command, author=author, now=now, note=note)
        self._sources = SourceBook(self._connection, self._log)
        self._documents = DocumentBook(self._connection, self._log)
        self._tags = TagBook(self._connection)
        self._public_ids = public_ids()
        self._next_id = self._first_new_id = engine.next_id(self._connection, "claim")
        self._next_appearance_id = 0
        self._claim_keys: dict[str, int] = {}
        self._seen: dict[str, dict[object, str]] = {"public_id": {}, "key": {}, "id": {}}
        self._index = bulk.DeferredIndex(self._connection)
        teller = Teller(self._sources, listener)
        self._merger = Merger(session, self._log, self._sources, self.report, teller)
        self._places = PlaceBook(self._sources, self._documents, self._merger)
        self._reviewer = Reviewer(
            session, self._log, self._sources, self._documents, merger=self._merger, prefer=prefer
        )

    def add_document(self, row: str, key: str, document: DocumentIn) -> list[RowProblem]:
        """Remember a document under the key that claims of this file name it by."""
        return self._places.add_document(row, key, document)

    def add_source(self, source: SourceIn) -> list[RowProblem]:
        """Store a source, or fill what the ledger leaves empty of a known one."""
        known = self._sources.find(source.name)
        try:
            if known is None:
                self._sources.create(source.name, source.fields, source.aliases)
            else:
                self._merger.update_source(source, known)
        except InputError as error:
            return [RowProblem(source.row, "aliases", str(error))]
        return []

    def check(self, claims: Sequence[ClaimIn]) -> list[RowProblem]:
        """What is wrong with these claims that only the rest of the file or the ledger can show."""
        known = bulk.known_public_ids(self._connection, [claim.public_id for claim in claims if claim.public_id])
        exported = self._exported(claims)
        problems = []
        for claim in claims:
            problems += self._repeated(claim)
            if claim.row in exported:
                problems += _unmergeable(claim, *exported[claim.row])
            else:
                problems += wordless(claim)
            if claim.public_id is None or claim.public_id not in known:
                problems += _unnamed(claim)
            key = claim.appearance.document_key if claim.appearance else None
            if key is not None and not self._places.has_document(key):
                problems.append(RowProblem(claim.row, "document", f"no document of this file has the key {key!r}"))
        return problems

    def store(self, claims: Sequence[ClaimIn]) -> None:
        """Insert the new ones of these claims and merge the known ones."""
        # What known claims got since the last chunk has taken ids as well.
        self._next_appearance_id = engine.next_id(self._connection, "appearance")
        exported = self._exported(claims)
        keyed = [self._keyed(claim) for claim in claims if claim.row not in exported]
        known = bulk.known_claims(self._connection, keyed)
        new: list[tuple[int, dict[str, Any]]] = []
        here: dict[tuple[int, int], int] = {}
        merges: list[tuple[int, ClaimIn, int | None]] = []
        for claim, key in keyed:
            claim_id = known.get(claim.public_id or "") or known.get(key) or here.get(key)
            if claim_id is not None and self._is_another(claim, claim_id, known):
                claim_id = None
            if claim_id is None:
                claim_id = self._next_id
                self._next_id += 1
                here[key] = claim_id
                new.append((claim_id, self._state(claim, key[0])))
            else:
                merges.append((claim_id, claim, key[0] or None))
            if claim.key is not None:
                self._claim_keys[claim.key] = claim_id
        if len(new) >= BULK_SIZE:
            self._index.suspend()
        insert_claims(self._connection, new, self._tags)
        self._log.created(Entity.CLAIM, new)
        self.report.added += len(new)
        if new and self.report.first_id is None:
            self.report.first_id = new[0][0]
        self._merge(merges)
        self._review([(exported[claim.row][0], claim) for claim in claims if claim.row in exported])
        if not self._index.is_suspended:
            self._apply()

    def finish(self, relations: Sequence[RelationIn]) -> list[RowProblem]:
        """Apply what had to wait for all claims to be there, and seal the command."""
        self._places.store_documents()
        self._index.resume()
        self._apply()
        problems = [problem for relation in relations for problem in self._relate(relation)]
        self.report.sources_added = len(self._sources.added)
        self.report.new_sources = list(self._sources.added)
        self.report.documents_added = self._documents.added
        self._log.seal()
        return problems

    def _exported(self, claims: Sequence[ClaimIn]) -> dict[str, tuple[int, int]]:
        """The id and present revision of the claims that rows were exported from, by the rows.

        The moment of recording tells a claim of this ledger from that of another which loaded its export.
        """
        marked = [claim for claim in claims if claim.public_id and claim.revision is not None and claim.recorded_at]
        marked = [claim for claim in marked if not (claim.appearance and claim.appearance.document_key)]
        known = bulk.known_revisions(self._connection, [claim.public_id for claim in marked if claim.public_id])
        keys = ((claim.row, (claim.public_id or "", claim.recorded_at or "")) for claim in marked)
        return {row: known[key] for row, key in keys if key in known}

    def _review(self, rows: Sequence[tuple[int, ClaimIn]]) -> None:
        if rows:
            self._reviewer.compare(rows)
            self._claim_keys |= {claim.key: claim_id for claim_id, claim in rows if claim.key is not None}

    def _apply(self) -> None:
        self._merger.apply()
        self._reviewer.apply()

    def _repeated(self, claim: ClaimIn) -> list[RowProblem]:
        problems = []
        for name, value in (("public_id", claim.public_id), ("key", claim.key), ("id", claim.ledger_id)):
            if value is None:
                continue
            first = self._seen[name].setdefault(value, claim.row)
            if first is not claim.row:
                message = f"{value!r} stands in {first} already; a file gives each claim once"
                problems.append(RowProblem(claim.row, name, message))
        return problems

    def _keyed(self, claim: ClaimIn) -> tuple[ClaimIn, tuple[int, int]]:
        """A claim with what another claim would have to share to be the same."""
        if claim.source is None:
            return claim, (0, 0)
        known = self._sources.find(claim.source)
        if known is None:
            known = self._sources.create(claim.source, claim.source_fields, ())
        elif claim.source_fields:
            self._merger.update(Entity.SOURCE, known, claim.source_fields, row=claim.row)
        text = claim.fields.get("text")
        return claim, (known, fingerprint(text) if text else 0)

    def _state(self, claim: ClaimIn, source_id: int) -> dict[str, Any]:
        state = {
            "public_id": claim.public_id or next(self._public_ids),
            "source_id": source_id,
            "kind": _DEFAULT_KIND,
            "state": _DEFAULT_STATE,
            "revision": 1,
            "recorded_at": self._log.recorded_at,
            **claim.fields,
        }
        if claim.tags:
            state["tags"] = claim.tags
        if claim.appearance:
            place = self._places.state(claim.appearance, claim.row, None)
            state["appearances"] = [{"id": self._next_appearance_id, **place, "is_first": True}]
            self._next_appearance_id += 1
        return state

    def _is_another(self, claim: ClaimIn, claim_id: int, known: Mapping[str | tuple[int, int], int]) -> bool:
        """Whether a claim of this file has the same words but is, by its public id, another one."""
        by_public_id = claim.public_id is not None and known.get(claim.public_id) == claim_id
        return claim.public_id is not None and not by_public_id and claim_id >= self._first_new_id

    def _merge(self, merges: Sequence[tuple[int, ClaimIn, int | None]]) -> None:
        self._merger.compare(
            [
                (
                    claim_id,
                    claim,
                    source_id,
                    claim.appearance and self._places.state(claim.appearance, claim.row, claim_id),
                )
                for claim_id, claim, source_id in merges
            ]
        )

    def _relate(self, relation: RelationIn) -> list[RowProblem]:
        ids, problems = [], []
        for name, key in (("claim", relation.claim), ("other", relation.other)):
            claim_id = self._claim_keys.get(key) or bulk.known_public_ids(self._connection, [key]).get(key)
            if claim_id is None:
                problems.append(RowProblem(relation.row, name, f"no claim of this file has the key {key!r}"))
            ids.append(claim_id)
        if problems:
            return problems
        claim_id, other_id = ids
        if claim_id is None or other_id is None or claim_id == other_id:
            return [RowProblem(relation.row, "other", "a claim cannot stand in a relation to itself")]
        if not bulk.has_relation(self._connection, claim_id, relation.kind, other_id):
            value = {"kind": relation.kind, "other_id": other_id, "note": relation.note}
            change(self._session, self._log, Entity.CLAIM, claim_id, "relation", old=None, new=value)
            self.report.relations_added += 1
        return []


def _unmergeable(claim: ClaimIn, claim_id: int, present: int) -> list[RowProblem]:
    """Why a row cannot be merged with what it was exported from."""
    problems = [
        RowProblem(claim.row, name, "it is blank, and a claim cannot be without it; write it again")
        for name in claim.blank
        if name in REQUIRED
    ]
    revision = claim.revision or 0
    if not 1 <= revision <= present:
        message = (
            f"claim {claim_id} has come to revision {present} here and has none {revision}; load the row into the "
            "ledger that it was exported from, or empty this cell"
        )
        problems.append(RowProblem(claim.row, "revision", message))
    return problems


def _unnamed(claim: ClaimIn) -> list[RowProblem]:
    """What a new claim lacks."""
    given = {"text": claim.fields.get("text"), "source": claim.source}
    message = "it is missing; a claim needs a text and a source"
    return [RowProblem(claim.row, name, message) for name, value in given.items() if value is None]
