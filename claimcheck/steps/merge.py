"""What a file says of things the ledger knows already, and which of it is taken over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimcheck.steps.earliest import mark_earliest
from claimcheck.store import bulk, engine, provenance
from claimcheck.store.changes import change
from claimcheck.store.claims import FIELDS, TagBook, appearance_state
from claimcheck.store.history import CommandLog
from claimcheck.store.sources import SourceBook
from claimcheck.values import ClaimIn, LoadReport, RowProblem
from claimcheck.vocabulary import Entity

if TYPE_CHECKING:
    from sqlmodel import Session

_LOAD = "load"
_CLAIM_ROWS = f"SELECT id, {', '.join(FIELDS)} FROM claim WHERE id IN ({{marks}})"  # noqa: S608
_TAG_ROWS = "SELECT claim_id, name FROM claim_tag JOIN tag ON tag.id = tag_id WHERE claim_id IN ({marks})"
_APPEARANCE_IDS = "SELECT claim_id, id FROM appearance WHERE claim_id IN ({marks}) ORDER BY id"


@dataclass(frozen=True, slots=True)
class _Wish:
    """One field of a claim that a row would like to see changed."""

    row: str
    claim_id: int
    field: str
    old: Any
    new: Any
    is_current: bool
    """The row was exported from the claim as it is now, so its author saw what would be replaced."""


class Merger:
    """Compares at once and changes later: new claims may wait for their index in between."""

    def __init__(
        self, session: "Session", log: CommandLog, sources: SourceBook, tags: TagBook, report: LoadReport
    ) -> None:
        """Begin with nothing to change."""
        self._session = session
        self._connection = engine.driver_connection(session)
        self._log = log
        self._sources = sources
        self._tags = tags
        self._report = report
        self._wishes: list[_Wish] = []
        self._completed: set[tuple[Entity, int]] = set()

    def compare(
        self, merges: Sequence[tuple[int, ClaimIn, int | None]], places: Sequence[Mapping[str, Any] | None]
    ) -> None:
        """Find out what these rows would change of the claims they are about.

        `merges` holds claim id, row and the id of the row's source; `places` the row's appearance.
        """
        ids = [claim_id for claim_id, _claim, _source_id in merges]
        stored = {
            row[0]: dict(zip(FIELDS, row[1:], strict=True))
            for row in bulk.rows_by_id(self._connection, _CLAIM_ROWS, ids)
        }
        tags: dict[int, set[str]] = {claim_id: set() for claim_id in ids}
        for claim_id, name in bulk.rows_by_id(self._connection, _TAG_ROWS, ids):
            tags[claim_id].add(name)
        appearances: dict[int, list[int]] = {claim_id: [] for claim_id in ids}
        for claim_id, appearance_id in bulk.rows_by_id(self._connection, _APPEARANCE_IDS, ids):
            appearances[claim_id].append(appearance_id)
        for (claim_id, claim, source_id), place in zip(merges, places, strict=True):
            wishes = self._scalars(claim, stored[claim_id], claim_id, source_id)
            wishes += self._tag_wishes(claim, stored[claim_id], claim_id, tags[claim_id])
            if place:
                states = [appearance_state(self._connection, own_id) for own_id in appearances[claim_id]]
                wishes = self._appearance_wishes(claim, stored[claim_id], claim_id, dict(place), states, wishes)
            self._wishes += wishes
            if not wishes:
                self._report.unchanged += 1

    def apply(self) -> None:
        """Carry out every wish that no person's decision stands against; the others go into the report."""
        changed, wished = set(), set()
        for wish in self._wishes:
            wished.add(wish.row)
            verdict = self._decide(wish)
            if verdict == "apply":
                self._carry_out(wish)
                changed.add(wish.row)
            elif verdict == "keep":
                message = f"the ledger's {wish.old!r} was kept; the file has {wish.new!r} (claim {wish.claim_id})"
                self._report.kept.append(RowProblem(wish.row, wish.field, message))
        self._report.changed += len(changed)
        self._report.unchanged += len(wished - changed)

    def _carry_out(self, wish: _Wish) -> None:
        claim_id, field = wish.claim_id, wish.field
        done = change(self._session, self._log, Entity.CLAIM, claim_id, field, old=wish.old, new=wish.new)
        if field == "appearance" and wish.old is None:
            mark_earliest(self._session, self._log, claim_id, done.new["id"])

    def complete_source(self, source_id: int, fields: Mapping[str, Any], aliases: Sequence[str]) -> None:
        """Fill what the ledger leaves empty of a source, and add the spellings it lacks.

        Raises:
            InputError: a spelling belongs to another source.
        """
        self.complete(Entity.SOURCE, source_id, fields)
        for alias in aliases:
            if self._sources.find(alias) != source_id:
                self._sources.require_free(alias)
                removed = provenance.was_removed(self._connection, Entity.SOURCE, source_id, "alias", alias)
                if not removed:
                    change(self._session, self._log, Entity.SOURCE, source_id, "alias", old=None, new=alias)

    def complete(self, entity: Entity, entity_id: int, fields: Mapping[str, Any]) -> None:
        """Fill what the ledger leaves empty of a source or document, the first time that a file describes it."""
        if not fields or (entity, entity_id) in self._completed or self._log.has_created(entity, entity_id):
            return
        self._completed.add((entity, entity_id))
        row = self._connection.execute(
            f"SELECT {', '.join(fields)} FROM {entity.value} WHERE id = ?",  # noqa: S608 - our own column names
            (entity_id,),
        ).fetchone()
        for (field, new), stored in zip(fields.items(), row, strict=True):
            if stored is not None:
                continue
            if provenance.last_writer(self._connection, entity, entity_id, field) in (None, _LOAD):
                change(self._session, self._log, entity, entity_id, field, old=None, new=new)

    def _scalars(self, claim: ClaimIn, stored: Mapping[str, Any], claim_id: int, source_id: int | None) -> list[_Wish]:
        new = {**claim.fields, "source_id": source_id} if claim.public_id and source_id else dict(claim.fields)
        if claim.public_id != stored["public_id"] and "text" in new:
            del new["text"]
        current = _is_current(claim, stored)
        return [
            _Wish(claim.row, claim_id, field, stored[field], value, current)
            for field, value in new.items()
            if stored[field] != value
        ]

    def _tag_wishes(self, claim: ClaimIn, stored: Mapping[str, Any], claim_id: int, tags: set[str]) -> list[_Wish]:
        current = _is_current(claim, stored)
        wishes = [_Wish(claim.row, claim_id, "tag", None, tag, current) for tag in claim.tags if tag not in tags]
        if current and claim.tags:
            wishes += [_Wish(claim.row, claim_id, "tag", tag, None, current) for tag in sorted(tags - set(claim.tags))]
        return wishes

    def _appearance_wishes(  # noqa: PLR0917 - a row's appearance against all stored ones
        self,
        claim: ClaimIn,
        stored: Mapping[str, Any],
        claim_id: int,
        place: dict[str, Any],
        states: list[dict[str, Any]],
        wishes: list[_Wish],
    ) -> list[_Wish]:
        """The row's wishes, with those about its place added and its day compared with the right one."""
        match = next((state for state in states if _same_place(state, place)), None)
        said_on = claim.fields.get("said_on")
        current = _is_current(claim, stored)
        if match is None:
            if states:
                wishes = [wish for wish in wishes if wish.field != "said_on"]
                place = {**place, "is_first": False, **({"said_on": said_on} if said_on else {})}
            else:
                place["is_first"] = True
            return [*wishes, _Wish(claim.row, claim_id, "appearance", None, place, current)]
        if not match.get("is_first") and said_on:
            wishes = [wish for wish in wishes if wish.field != "said_on"]
            place["said_on"] = said_on
        merged = {**match, **place}
        if _comparable(merged) == _comparable(match):
            return wishes
        return [*wishes, _Wish(claim.row, claim_id, "appearance", match, merged, current)]

    def _decide(self, wish: _Wish) -> str:
        """Whether a wish is for "apply", or for "keep" with a report, or "stale" without one."""
        entity, claim_id, field = Entity.CLAIM, wish.claim_id, wish.field
        if wish.is_current:
            return "apply"
        if field == "tag":
            return "stale" if provenance.was_removed(self._connection, entity, claim_id, field, wish.new) else "apply"
        if field == "appearance" and wish.old is None:
            return "apply"
        writer = provenance.last_writer(self._connection, entity, claim_id, field)
        if writer == _LOAD or (writer is None and wish.old is None):
            return "apply"
        if writer is None and provenance.creator(self._connection, entity, claim_id) == _LOAD:
            return "apply"
        return "stale" if provenance.had_before(self._connection, entity, claim_id, field, wish.new) else "keep"


def _is_current(claim: ClaimIn, stored: Mapping[str, Any]) -> bool:
    return bool(claim.public_id == stored["public_id"] and claim.revision == stored["revision"])


def _same_place(state: Mapping[str, Any], place: Mapping[str, Any]) -> bool:
    """Whether two appearances are one: what both say of document and span agrees."""
    if place.get("document_id") not in (None, state.get("document_id")) and state.get("document_id") is not None:
        return False
    span, other = (side.get("span_start") for side in (state, place))
    return span is None or other is None or bool(span == other and state.get("span_end") == place.get("span_end"))


def _comparable(state: Mapping[str, Any]) -> dict[str, Any]:
    plain = {name: value for name, value in state.items() if value is not None and name != "via"}
    plain["is_first"] = bool(plain.get("is_first"))
    hops = [(hop["source_id"], hop.get("how")) for hop in state.get("via", ())]
    return {**plain, "via": hops}
