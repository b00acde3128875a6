"""Rows that were exported from this ledger come back: each is merged three ways with what it was exported from."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.steps import three_way
from claimcheck.steps.merge import Merger
from claimcheck.steps.naming import Naming
from claimcheck.steps.reviewed_places import UNKNOWN_DOCUMENT, Description, Review, ReviewedPlaces
from claimcheck.steps.three_way import Decision, Said
from claimcheck.store import engine
from claimcheck.store.changes import change
from claimcheck.store.documents import DocumentBook, remember
from claimcheck.store.history import CommandLog
from claimcheck.store.past_states import past_states
from claimcheck.store.present_states import Known, present_states
from claimcheck.store.sources import SourceBook
from claimcheck.values import ClaimIn, RowProblem
from claimcheck.vocabulary import Entity, Preference

if TYPE_CHECKING:
    from sqlmodel import Session

REQUIRED = ("text", "source", "kind", "state")
"""What a claim cannot be without."""
_OF_SOURCE = {"source_kind": "kind", "source_role": "role", "reliability": "reliability"}


class _Outcome(NamedTuple):
    """What becomes of a row: of the claim itself, of its place, and of the document, which may be another one."""

    own: list[Decision]
    place: list[Decision]
    document: list[Decision]
    described: Description | None

    def all(self) -> list[Decision]:
        return [*self.own, *self.place, *self.document]


class Reviewer:
    """Compares at once and changes later: new claims may wait for their index in between."""

    def __init__(
        self,
        session: "Session",
        log: CommandLog,
        sources: SourceBook,
        documents: DocumentBook,
        *,
        merger: Merger,
        prefer: Preference | None,
    ) -> None:
        """Begin with nothing to change; `merger` has the rule for what a row says of its source in passing."""
        self._session = session
        self._connection = engine.driver_connection(session)
        self._log = log
        self._merger = merger
        self._report = merger.report
        self._teller = merger.teller
        self._prefer = prefer
        self._naming = Naming(self._connection, sources)
        self._places = ReviewedPlaces(session, log, self._naming, documents, merger)
        self._waiting: list[Review] = []
        self._known_cells: dict[tuple[object, ...], dict[str, Any]] = {}

    def compare(self, rows: Sequence[tuple[int, ClaimIn]]) -> None:
        """Remember those of these rows in which a reviewer has changed something; a row is claim id and claim."""
        known = present_states(self._connection, [claim_id for claim_id, _ in rows])
        differing: list[tuple[int, ClaimIn]] = []
        wanted: dict[int, int] = {}
        for claim_id, claim in rows:
            ours, said = known[claim_id], self._naming.said(claim)
            is_about_others = _names_other_document(said, ours) or self._source_cells(claim, ours.fields["source_id"])
            if not is_about_others and next(_decisions(said, ours, ours), None) is None:
                self._report.unchanged += 1
                continue
            differing.append((claim_id, claim))
            if is_about_others or claim.revision != ours.fields["revision"]:
                wanted[claim_id] = claim.revision or 0
        pasts = past_states(self._connection, wanted)
        for claim_id, claim in differing:
            ours, past = known[claim_id], pasts.get(claim_id)
            is_older = past is not None and claim.revision != ours.fields["revision"]
            base = self._naming.as_today(past.known) if past is not None and is_older else ours
            review = Review(claim_id, claim, base, past)
            self._mention(review)
            if self._outcome(review, ours).all():
                self._waiting.append(review)
            else:
                self._report.unchanged += 1

    def apply(self) -> None:
        """Carry out what reviewers changed; what the ledger has changed to something else goes into the report."""
        for review in self._waiting:
            ours = present_states(self._connection, [review.claim_id])[review.claim_id]
            own, place, document, described = self._outcome(review, ours)
            granted = [self._granted(review, decisions) for decisions in (own, place, document)]
            self._change_claim(review, granted[0])
            self._places.carry_out(review, ours, granted[1], granted[2], described)
            for decision in (*granted[1], *granted[2]):
                self._tell(review, decision)
            self._report.changed += any(granted)
            self._report.unchanged += not any(granted)
        self._waiting.clear()

    def _outcome(self, review: Review, ours: Known) -> _Outcome:
        said, base = self._naming.said(review.claim), review.base
        own = [*three_way.claim_decisions(said, base, ours), *three_way.tag_decisions(said, base, ours)]
        place = list(three_way.place_decisions(said, base, ours))
        return _Outcome(own, place, *self._places.document_outcome(review, said, ours))

    def _granted(self, review: Review, decisions: Sequence[Decision]) -> list[Decision]:
        """The decisions to carry out; a clash is counted, and reported unless somebody has decided it beforehand."""
        granted = []
        for decision in decisions:
            if decision.is_clash and self._prefer is None:
                values = (decision.base, decision.ours, decision.theirs)
                clash = self._teller.clash(review.claim.row, review.claim_id, decision.field, values)
                self._report.conflicts.append(clash)
                continue
            self._report.decided += decision.is_clash
            if not decision.is_clash or self._prefer is Preference.THEIRS:
                granted.append(decision)
        return granted

    def _change_claim(self, review: Review, decisions: Sequence[Decision]) -> None:
        for decision in decisions:
            is_source = decision.field == "source_id"
            new: Any = self._naming.stored(decision.theirs) if is_source else decision.theirs
            field, old = decision.field, decision.ours
            change(self._session, self._log, Entity.CLAIM, review.claim_id, field, old=old, new=new)
            self._tell(review, decision)
            if is_source:
                cells = self._source_cells(review.claim, review.base.fields["source_id"])
                given = {field: value for field, value in cells.items() if value is not None}
                self._merger.update(Entity.SOURCE, new, given, row=review.claim.row)

    def _tell(self, review: Review, decision: Decision) -> None:
        row, claim_id = review.claim.row, review.claim_id
        self._teller.change(row, claim_id, decision.field, decision.ours, decision.theirs)

    def _mention(self, review: Review) -> None:
        """Let the row say of its source what it says in passing: it fills what is empty and clears nothing."""
        claim, source_id = review.claim, review.base.fields["source_id"]
        cells = self._source_cells(claim, source_id)
        named = self._naming.said(claim).fields.get("source_id", source_id)
        if cells and named == source_id and isinstance(source_id, int):
            given = {field: value for field, value in cells.items() if value is not None}
            self._merger.update(Entity.SOURCE, source_id, given, row=claim.row, was_exported=True)
            message = "a blank cell does not clear what is known of a source; use `claimcheck source set`"
            self._report.kept += [
                RowProblem(claim.row, name, message)
                for name, field in _OF_SOURCE.items()
                if field in cells and field not in given
            ]

    def _source_cells(self, claim: ClaimIn, source_id: int | str) -> dict[str, Any]:
        """What the row says of its source that is not so of that one; None where it is blank to clear something."""
        said = {field: None for name, field in _OF_SOURCE.items() if name in claim.blank} | dict(claim.source_fields)
        if not said or not isinstance(source_id, int):
            return said
        key = (source_id, *said.items())
        known = self._known_cells.get(key)
        if known is not None:
            return known
        sql = f"SELECT {', '.join(said)} FROM source WHERE id = ?"  # noqa: S608 - our own column names
        stored = self._connection.execute(sql, (source_id,)).fetchone()
        found = {field: value for (field, value), old in zip(said.items(), stored, strict=True) if value != old}
        remember(self._known_cells, key, found)
        return found


def _decisions(said: Said, base: Known, ours: Known) -> Iterator[Decision]:
    yield from three_way.claim_decisions(said, base, ours)
    yield from three_way.tag_decisions(said, base, ours)
    yield from three_way.place_decisions(said, base, ours)


def _names_other_document(said: Said, ours: Known) -> bool:
    document = ours.documents.get(three_way.first_place(ours).get("document_id", 0), UNKNOWN_DOCUMENT)
    return any(document[name] != value for name, value in said.document.items())
