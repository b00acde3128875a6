"""Weighing claims one after the other, and keeping what was found: stances as suggestions, results as assessments."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.criteria import ClaimFilter, Paging
from claimcheck.opposition import Opposition, Statement, opposition
from claimcheck.steps.evidence import told_reasons
from claimcheck.steps.ranking import similar_to
from claimcheck.steps.suggested_relations import suggest_relation
from claimcheck.steps.weigh import Weigher, Weighing
from claimcheck.store import engine
from claimcheck.store.assessments import insert_assessment, latest_assessments
from claimcheck.store.changes import change
from claimcheck.store.engine import Reader
from claimcheck.store.evidence import link_state
from claimcheck.store.history import CommandLog, as_json, utc_text
from claimcheck.store.reads import ClaimQuery
from claimcheck.store.weighing_reads import WeighedClaim, present_claims, statements, unchecked_claims
from claimcheck.values import Change
from claimcheck.vocabulary import ClaimKind, ClaimState, Entity, LinkState, RelationKind

if TYPE_CHECKING:
    from sqlmodel import Session

MAX_COMPARED = 40
"""How many claims that share its words a claim is held against."""
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


class Kept(NamedTuple):
    """What a check has changed."""

    links: list[Change]
    relations: list[Change]
    assessed: list[int]
    """The claims that came to something else than before, or were assessed for the first time."""


def claims_to_check(reader: Reader, criteria: ClaimFilter | None) -> list[int]:
    """The numbers of the claims to weigh: those of a filter, or else all with evidence and all never checked.

    Raises:
        NotFoundError: the filter names what is not there.
    """
    if criteria is None:
        return unchecked_claims(reader)
    chosen = criteria if criteria.states else criteria._replace(states=_STATES)
    return [int(row[0]) for row in ClaimQuery(reader, chosen).rows(("id",), Paging())]


def check(reader: Reader, claim_ids: Iterable[int], weigher: Weigher) -> Iterator[Checked]:
    """What each claim's evidence comes to, and what contradicts it; nothing is stored.

    Raises:
        PluginError: the stance model cannot judge.
    """
    for claim_id in claim_ids:
        weighing = weigher.weigh(claim_id)
        yield Checked(weighing, tuple(_opposed(reader, weighing.claim)))


def _opposed(reader: Reader, claim: WeighedClaim) -> Iterator[Opposed]:
    own = Statement(claim.text, ClaimKind(claim.kind), claim.source_id)
    alike = [found.claim_id for found in similar_to(reader, claim.text, limit=MAX_COMPARED)]
    for other_id, text, kind, source_id in statements(reader, [other for other in alike if other != claim.id]):
        found = opposition(own, Statement(text, ClaimKind(kind), source_id))
        if found is not None:
            yield _directed(claim.id, other_id, found)


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
    log.seal()
    known = latest_assessments(engine.session_reader(session), [one.weighing.claim.id for one in checked])
    connection = engine.driver_connection(session)
    for one in checked:
        state = _state(one.weighing, method, now)
        before = known.get(one.weighing.claim.id)
        if before is None or before["inputs_sha256"] != state["inputs_sha256"]:
            insert_assessment(connection, state)
            kept.assessed.append(one.weighing.claim.id)
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
            "probability": round(one.judgement.probabilities[one.stance], 4),
        }
        earlier = old.get("reasons") if old["stance"] == one.stance else None
        reasons = earlier or told_reasons(one.judgement, None)
        if reasons:
            new["reasons"] = reasons
        if new != old:
            yield change(session, log, Entity.CLAIM, weighing.claim.id, "link", old=old, new=new)


def _state(weighing: Weighing, method: str, now: datetime) -> dict[str, Any]:
    """What is stored of a weighing."""
    assessment, origins = weighing.assessment, weighing.origins
    parts = [
        method, weighing.claim.text, weighing.claim.confidence,
        [[one.item.evidence_id, one.item.state, round(one.lean, 6)] for one in weighing.every_item],
        [
            [voice.origin.root, voice.reliability, [one.item.evidence_id for one in voice.items]]
            for voice in weighing.voices
        ],
    ]  # fmt: skip
    return {
        "claim_id": weighing.claim.id,
        "assessed_at": utc_text(now),
        "method": method,
        "confidence": assessment.confidence,
        "verdict": assessment.verdict.value if assessment.verdict else None,
        "rule": assessment.rule,
        "item_count": weighing.item_count,
        "origin_count": len(weighing.voices),
        "origin_least": origins.least,
        "origin_most": origins.most,
        "unresolved_count": len(weighing.unresolved),
        "supported_on": weighing.supported_on,
        "impact": weighing.impact,
        "inputs_sha256": hashlib.sha256(as_json(parts).encode()).hexdigest(),
    }
