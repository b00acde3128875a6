"""Where a reviewed claim stands: its document corrected or exchanged, its appearance changed as one."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.steps import three_way
from claimcheck.steps.earliest import mark_earliest
from claimcheck.steps.merge import Merger
from claimcheck.steps.naming import Naming
from claimcheck.steps.three_way import Decision, Said
from claimcheck.store import engine
from claimcheck.store.changes import change
from claimcheck.store.documents import DocumentBook
from claimcheck.store.history import CommandLog
from claimcheck.store.past_states import Past, values_during
from claimcheck.store.present_states import DOCUMENT_FIELDS, Known, documents_now
from claimcheck.values import ClaimIn
from claimcheck.vocabulary import Entity

if TYPE_CHECKING:
    from sqlmodel import Session

UNKNOWN_DOCUMENT: Mapping[str, Any] = dict.fromkeys(DOCUMENT_FIELDS)
Description = Mapping[str, Any]


class Review(NamedTuple):
    """A row with the claim as it was exported; `past` is there if the row's document is not the claim's of now."""

    claim_id: int
    claim: ClaimIn
    base: Known
    past: Past | None


class ReviewedPlaces:
    """Decides about documents, which many claims may share, and stores what was decided about a place."""

    def __init__(
        self, session: "Session", log: CommandLog, naming: Naming, documents: DocumentBook, merger: Merger
    ) -> None:
        """Begin with nothing to change."""
        self._session = session
        self._connection = engine.driver_connection(session)
        self._log = log
        self._naming = naming
        self._documents = documents
        self._merger = merger

    def document_outcome(self, review: Review, said: Said, ours: Known) -> tuple[list[Decision], Description | None]:
        """What becomes of the document, and the description of the other one if the row names another."""
        if review.past is None or not said.document:
            return [], None
        then, here = (place.get("document_id") for place in three_way.same_place(review.base, ours))
        now = documents_now(self._connection, [then]).get(then or 0)
        known = now or self._last_known(review.base, then)
        shown = {name: self._shown(review.past, then, name, known[name]) for name in said.document}
        changed = three_way.changed_document(said, shown)
        if not changed:
            return [], None
        described = {**known, **changed}
        if now and then == here and three_way.is_same_document(described, now):
            return list(three_way.correction_decisions(changed, shown, now)), None
        if here is not None and self._found(described, review.claim_id) == here:
            return [], None
        present = ours.documents.get(here or 0, UNKNOWN_DOCUMENT)
        decisions = [
            Decision(name, shown[name][0], present[name], value, then != here or shown[name] != [present[name]])
            for name, value in changed.items()
        ]
        return decisions, described

    def carry_out(
        self,
        review: Review,
        ours: Known,
        place: Sequence[Decision],
        document: Sequence[Decision],
        described: Description | None,
    ) -> None:
        """Store what was decided about the place that a row shows, and about its document."""
        here = three_way.same_place(review.base, ours)[1]
        values = {decision.field: decision.theirs for decision in place}
        if document and described is None:
            self._correct(here["document_id"], document)
        elif document:
            values["document_id"] = self._other_document(review, document, described or UNKNOWN_DOCUMENT)
        if values:
            self._change_place(review, ours, here, values)

    def _last_known(self, base: Known, document_id: int | None) -> Description:
        known = dict(base.documents.get(document_id or 0, UNKNOWN_DOCUMENT))
        if known["publisher_id"] is not None:
            known["publisher_id"] = self._naming.today(known["publisher_id"])
        return known

    def _shown(self, past: Past, document_id: int | None, field: str, now: Any) -> list[Any]:
        """All values of a document's field that the exported row can have shown."""
        values = document_id and values_during(self._connection, Entity.DOCUMENT, document_id, field, past)
        if not values:
            return [now]
        if field == "publisher_id":
            values = [value and self._naming.today(value) for value in values]
        return list(dict.fromkeys(values))

    def _found(self, described: Description, claim_id: int) -> int | None:
        if isinstance(described["publisher_id"], str) or not any(described.values()):
            return None
        return self._documents.find(described, of_claim=claim_id)

    def _correct(self, document_id: int, decisions: Sequence[Decision]) -> None:
        for field, _base, old, new, _is_clash in decisions:
            stored = self._naming.stored(new) if field == "publisher_id" else new
            change(self._session, self._log, Entity.DOCUMENT, document_id, field, old=old, new=stored)
            self._merger.report.documents_changed.add(document_id)

    def _other_document(self, review: Review, decisions: Sequence[Decision], described: Description) -> int | None:
        """The id of the document that a row names, created if it is new; None where it names none."""
        if not any(described.values()):
            return None
        whole = {**described, "publisher_id": self._naming.stored(described["publisher_id"])}
        found = self._documents.find(whole, of_claim=review.claim_id)
        if found is None:
            return self._documents.create(whole)
        said = {decision.field: whole[decision.field] for decision in decisions if whole[decision.field] is not None}
        self._merger.update(Entity.DOCUMENT, found, said, row=review.claim.row)
        return found

    def _change_place(self, review: Review, ours: Known, here: Mapping[str, Any], values: dict[str, Any]) -> None:
        self._set_snapshot(ours, here, values)
        if "via" in values:
            hops = values["via"] or ()
            values["via"] = [{"source_id": self._naming.stored(source), "how": how} for source, how in hops]
        new = {name: value for name, value in {**here, **values}.items() if value is not None}
        if here:
            change(self._session, self._log, Entity.CLAIM, review.claim_id, "appearance", old=here, new=new)
            return
        added = {**new, "is_first": not ours.appearances}
        done = change(self._session, self._log, Entity.CLAIM, review.claim_id, "appearance", old=None, new=added)
        if ours.appearances:
            mark_earliest(self._session, self._log, review.claim_id, done.new["id"])

    def _set_snapshot(self, ours: Known, here: Mapping[str, Any], values: dict[str, Any]) -> None:
        """Turn the hash of a text into the snapshot that has it, of the document that the place will be in."""
        if not {"text_sha256", "document_id"} & values.keys():
            return
        digest = values.pop("text_sha256", ours.texts.get(here.get("snapshot_id", 0)))
        document_id = values.get("document_id", here.get("document_id"))
        if digest is None:
            values["snapshot_id"] = None
            return
        if document_id is None:
            document_id = values["document_id"] = self._documents.create({})
        values["snapshot_id"] = self._documents.find_or_create_snapshot(document_id, {"text_sha256": digest})
