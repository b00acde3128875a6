"""Suggesting how claims stand to each other, and remembering what a person has rejected."""

from typing import TYPE_CHECKING

from claimcheck.errors import NotFoundError
from claimcheck.store import engine
from claimcheck.store.changes import change
from claimcheck.store.history import CommandLog
from claimcheck.store.suggested_relations import suggestion_state
from claimcheck.values import Change
from claimcheck.vocabulary import Entity, LinkState, RelationKind

if TYPE_CHECKING:
    from sqlmodel import Session

SYMMETRIC = frozenset({RelationKind.CONTRADICTS, RelationKind.NUMERIC_CONFLICT, RelationKind.REPEATS})
"""Relations that mean the same in both directions."""
_OPPOSING = frozenset({RelationKind.CONTRADICTS, RelationKind.DENIES, RelationKind.NUMERIC_CONFLICT})
"""Relations of which one says enough: whoever has stated one of them need not be told of another."""
_BETWEEN = "SELECT kind FROM relation WHERE (claim_id = ? AND other_id = ?) OR (claim_id = ? AND other_id = ?)"


def suggest_relation(
    session: "Session", log: CommandLog, *, claim_id: int, kind: RelationKind, other_id: int, reasons: str
) -> Change | None:
    """Propose that a claim stands so to another, which it contradicts in some way.

    None if a person has stated that one of the two contradicts the other, or if it was suggested or rejected before.
    """
    connection = engine.driver_connection(session)
    claim_id, other_id = _in_order(claim_id, kind, other_id)
    stated = {found for (found,) in connection.execute(_BETWEEN, (claim_id, other_id, other_id, claim_id))}
    if not stated.isdisjoint(_OPPOSING) or suggestion_state(connection, claim_id, kind, other_id) is not None:
        return None
    new = {"kind": kind.value, "other_id": other_id, "state": LinkState.SUGGESTED.value, "reasons": reasons}
    return change(session, log, Entity.CLAIM, claim_id, "relation_suggestion", old=None, new=new)


def reject_suggestion(
    session: "Session", log: CommandLog, *, claim_id: int, kind: RelationKind, other_id: int
) -> Change | None:
    """Remember that a claim does not stand so to another; None if that was remembered before.

    Raises:
        NotFoundError: it was never suggested.
    """
    given = (claim_id, other_id)
    claim_id, other_id = _in_order(claim_id, kind, other_id)
    old = suggestion_state(engine.driver_connection(session), claim_id, kind, other_id)
    if old is None:
        msg = f"nobody has suggested that claim {given[0]} {kind} claim {given[1]}; see `claimcheck show {given[0]}`"
        raise NotFoundError(msg)
    new = {**old, "state": LinkState.REJECTED.value}
    if old == new:
        return None
    return change(session, log, Entity.CLAIM, claim_id, "relation_suggestion", old=old, new=new)


def withdraw_suggestion(
    session: "Session", log: CommandLog, *, claim_id: int, kind: RelationKind, other_id: int
) -> Change | None:
    """Take a suggestion away that nobody has rejected: a person has stated the relation, or nothing speaks for it.

    None if there is none.
    """
    claim_id, other_id = _in_order(claim_id, kind, other_id)
    old = suggestion_state(engine.driver_connection(session), claim_id, kind, other_id)
    if old is None or old["state"] != LinkState.SUGGESTED:
        return None
    return change(session, log, Entity.CLAIM, claim_id, "relation_suggestion", old=old, new=None)


def _in_order(claim_id: int, kind: RelationKind, other_id: int) -> tuple[int, int]:
    """The two claims as they are stored: a relation without a direction goes out from the smaller number."""
    return (other_id, claim_id) if kind in SYMMETRIC and other_id < claim_id else (claim_id, other_id)
