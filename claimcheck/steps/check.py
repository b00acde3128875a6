"""Weighing claims one after the other, and keeping what was found: stances as suggestions, results as assessments."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.criteria import ClaimFilter, Paging
from claimcheck.opposition import Opposition, Statement, opposition
from claimcheck.steps.evidence import told_reasons
from claimcheck.steps.ranking import similar_to
from claimcheck.steps.suggested_relations import suggest_relation, withdraw_suggestion
from claimcheck.steps.weigh import Weigher, Weighing
from claimcheck.store import engine
from claimcheck.store.assessments import insert_assessment, latest_assessments
from claimcheck.store.changes import change
from claimcheck.store.engine import Reader
from claimcheck.store.evidence import link_state
from claimcheck.store.history import CommandLog, utc_text
from claimcheck.store.reads import ClaimQuery
from claimcheck.store.suggested_relations import suggested_relations
from claimcheck.store.weighing_reads import WeighedClaim, in_turn, present_claims, statements, unchecked_claims
from claimcheck.values import Change
from claimcheck.vocabulary import ClaimKind, ClaimState, Entity, LinkState, RelationKind

if TYPE_CHECKING:
    from sqlmodel import Session

MAX_COMPARED = 40
"""How many claims that share its words a claim is held against."""
_DIGITS = 4
"""After the point, of what is kept."""
_LEAST_MOVE = 0.005
"""A probability that moves by less is the same."""
_NOTHING = {
    "confidence": None,
    "verdict": None,
    **dict.fromkeys(("item_count", "origin_count", "origin_least", "origin_most"), 0),
}
_STATES = (ClaimState.PROPOSED.value, ClaimState.ACCEPTED.value)


class Opposed(NamedTuple):
    """A claim that another one seems to contradict, and how."""

    claim_id: int
    kind: RelationKind
    other_id: int
    reasons: str


class Checked(NamedTuple):
    """A claim, what its evidence comes to, and which claims it seems to contradict or to be contradicted by."""

    weighing: Weighing
    opposed: tuple[Opposed, ...]
    withdrawn: tuple[Opposed, ...]
    """What was suggested, and is borne out by the words of the two claims no longer."""


class Kept(NamedTuple):
    """What a check has changed."""

    links: list[Change]
    relations: list[Change]
    changed: list[int]
    """The claims whose evidence comes to something else than before."""


def claims_to_check(reader: Reader, criteria: ClaimFilter | None) -> list[int]:
    """The numbers of the claims to weigh: those of a filter, or else all with evidence and all never checked.

    Those never checked come first, then those with the newest evidence: what is cut short goes on where it should.

    Raises:
        NotFoundError: the filter names what is not there.
    """
    if criteria is None:
        return unchecked_claims(reader)
    chosen = criteria if criteria.states else criteria._replace(states=_STATES)
    return in_turn(reader, [int(row[0]) for row in ClaimQuery(reader, chosen).rows(("id",), Paging())])


def check(reader: Reader, claim_ids: Iterable[int], weigher: Weigher) -> Iterator[Checked]:
    """What each claim's evidence comes to, and what contradicts it; nothing is stored.

    Raises:
        PluginError: the stance model cannot judge.
    """
    for claim_id in claim_ids:
        weighing = weigher.weigh(claim_id)
        opposed = tuple(_opposed(reader, weighing.claim))
        yield Checked(weighing, opposed, tuple(_withdrawn(reader, weighing.claim)))


def _opposed(reader: Reader, claim: WeighedClaim) -> Iterator[Opposed]:
    if claim.state == ClaimState.REJECTED:
        return
    alike = [found.claim_id for found in similar_to(reader, claim.text, limit=MAX_COMPARED)]
    yield from _opposed_among(reader, claim, [other for other in alike if other != claim.id])


def _opposed_among(reader: Reader, claim: WeighedClaim, other_ids: Sequence[int]) -> Iterator[Opposed]:
    own = Statement(claim.text, ClaimKind(claim.kind), claim.source_id)
    for other_id, text, kind, source_id in statements(reader, other_ids):
        found = opposition(own, Statement(text, ClaimKind(kind), source_id))
        if found is not None:
            yield _directed(claim.id, other_id, found)


def _withdrawn(reader: Reader, claim: WeighedClaim) -> Iterator[Opposed]:
    """The suggested relations of a claim that its words, or those of the other one, bear out no longer.

    Of a rejected claim those are all.
    """
    suggested = [
        Opposed(*ids, one["reasons"] or "")
        for one in suggested_relations(reader, claim.id)
        for ids in [_between(claim.id, one)]
    ]
    others = sorted({one.claim_id + one.other_id - claim.id for one in suggested})
    if claim.state == ClaimState.REJECTED:
        others = []
    found = {one[:3] for one in _opposed_among(reader, claim, others)}
    yield from (one for one in suggested if one[:3] not in found)


def _between(claim_id: int, one: dict[str, Any]) -> tuple[int, RelationKind, int]:
    ids = (claim_id, one["other_id"]) if one["is_outgoing"] else (one["other_id"], claim_id)
    return ids[0], RelationKind(one["kind"]), ids[1]


def _directed(claim_id: int, other_id: int, found: Opposition) -> Opposed:
    """The relation from the claim that denies; one without a direction from the smaller number."""
    is_from_first = found.is_from_first if found.kind is RelationKind.DENIES else claim_id < other_id
    one, other = (claim_id, other_id) if is_from_first else (other_id, claim_id)
    return Opposed(one, found.kind, other, found.reasons)


def keep(session: "Session", checked: Sequence[Checked], *, method: str, author: str, now: datetime) -> Kept:
    """Store what a check found: links judged anew, relations to look at, and what each claim's evidence comes to.

    No decision of a person is touched: a link that was confirmed or rejected meanwhile stays as it is.
    """
    log = CommandLog(session, name="check", author=author, now=now)
    kept = Kept([], [], [])
    there = present_claims(engine.session_reader(session), [one.weighing.claim.id for one in checked])
    checked = [one for one in checked if one.weighing.claim.id in there]
    for one in checked:
        kept.links.extend(_judged(session, log, one.weighing))
        for found in one.opposed:
            done = suggest_relation(
                session, log, claim_id=found.claim_id, kind=found.kind, other_id=found.other_id, reasons=found.reasons
            )
            kept.relations.extend([done] if done else [])
        for gone in one.withdrawn:
            withdraw_suggestion(session, log, claim_id=gone.claim_id, kind=gone.kind, other_id=gone.other_id)
    log.seal()
    known = latest_assessments(engine.session_reader(session), [one.weighing.claim.id for one in checked])
    connection = engine.driver_connection(session)
    for one in checked:
        before = known.get(one.weighing.claim.id)
        state = _state(one.weighing, method, _after(before, now))
        if before is None or any(before[name] != state[name] for name in state if name != "assessed_at"):
            insert_assessment(connection, state)
        if _result(state) != _result(before or _NOTHING):
            kept.changed.append(one.weighing.claim.id)
    return kept


def _judged(session: "Session", log: CommandLog, weighing: Weighing) -> Iterator[Change]:
    connection = engine.driver_connection(session)
    for one in weighing.every_item:
        if one.judgement is None:
            continue
        old = link_state(connection, weighing.claim.id, one.item.evidence_id)
        if old is None or old["state"] != LinkState.SUGGESTED:
            continue
        new: dict[str, Any] = {
            "evidence_id": one.item.evidence_id,
            "stance": one.stance.value,
            "state": LinkState.SUGGESTED.value,
            "probability": round(one.judgement.probabilities[one.stance], _DIGITS),
        }
        is_same = old["stance"] == one.stance
        if is_same and abs(new["probability"] - (old.get("probability") or 0.0)) < _LEAST_MOVE:
            continue
        reasons = told_reasons(one.judgement, old.get("reasons") if is_same else None)
        if reasons:
            new["reasons"] = reasons
        if new != old:
            yield change(session, log, Entity.CLAIM, weighing.claim.id, "link", old=old, new=new)


def _after(before: Mapping[str, Any] | None, now: datetime) -> datetime:
    """The moment of an assessment: behind the latest one, though a clock was wrong, since the latest counts."""
    return (
        now if before is None else max(now, datetime.fromisoformat(before["assessed_at"]) + timedelta(microseconds=1))
    )


def _state(weighing: Weighing, method: str, now: datetime) -> dict[str, Any]:
    """What is stored of a weighing."""
    assessment, origins = weighing.assessment, weighing.origins
    return {
        "claim_id": weighing.claim.id,
        "assessed_at": utc_text(now),
        "method": method,
        "confidence": None if assessment.confidence is None else round(assessment.confidence, _DIGITS),
        "verdict": assessment.verdict.value if assessment.verdict else None,
        "rule": assessment.rule,
        "item_count": weighing.item_count,
        "origin_count": len(weighing.voices),
        "origin_least": origins.least,
        "origin_most": origins.most,
        "unresolved_count": len(weighing.unresolved),
        "supported_on": weighing.supported_on,
        "impact": round(weighing.impact, _DIGITS),
    }


def _result(state: Mapping[str, Any]) -> tuple[Any, ...]:
    """What a user would call a change: the confidence as it is shown, the verdict, the count of origins."""
    confidence = state["confidence"]
    shown = None if confidence is None else round(confidence, 3)
    return (
        shown,
        state["verdict"],
        state["item_count"],
        state["origin_count"],
        state["origin_least"],
        state["origin_most"],
    )
