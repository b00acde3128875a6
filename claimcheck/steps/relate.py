"""Stating, or no longer stating, how one claim stands to another."""

from datetime import datetime
from typing import TYPE_CHECKING

from claimcheck.errors import NotFoundError, UsageError
from claimcheck.steps.suggested_relations import reject_suggestion, withdraw_suggestion
from claimcheck.store import engine
from claimcheck.store.changes import change
from claimcheck.store.history import CommandLog
from claimcheck.values import Change
from claimcheck.vocabulary import Entity, RelationKind

if TYPE_CHECKING:
    from sqlmodel import Session

_NOTE = "SELECT note FROM relation WHERE claim_id = ? AND kind = ? AND other_id = ?"


def relate(
    session: "Session",
    *,
    claim_id: int,
    kind: str,
    other_id: int,
    author: str,
    now: datetime,
    note: str | None = None,
    remove: bool = False,
    reject: bool = False,
) -> list[Change]:
    """Add or remove one relation, or reject a suggested one; nothing when it stands like that already.

    Once it is stated, it is no suggestion any more.

    Raises:
        UsageError: both claims are the same.
        NotFoundError: the relation to be removed, or the suggestion to be rejected, does not exist.
    """
    if claim_id == other_id:
        msg = f"claim {claim_id} cannot stand in a relation to itself; give two different claims"
        raise UsageError(msg)
    log = CommandLog(session, name="relate", author=author, now=now, note=note)
    if reject:
        rejected = reject_suggestion(session, log, claim_id=claim_id, kind=RelationKind(kind), other_id=other_id)
        log.seal()
        return [rejected] if rejected else []
    row = engine.driver_connection(session).execute(_NOTE, (claim_id, kind, other_id)).fetchone()
    old = {"kind": kind, "other_id": other_id, "note": row[0]} if row else None
    if remove:
        if old is None:
            msg = f"claim {claim_id} has no relation {kind} to claim {other_id}; see `claimcheck show {claim_id}`"
            raise NotFoundError(msg)
        new = None
    else:
        kept = old["note"] if old is not None and note is None else note
        new = {"kind": kind, "other_id": other_id, "note": kept}
        if old == new:
            return []
    done = [change(session, log, Entity.CLAIM, claim_id, "relation", old=old, new=new)]
    if not remove:
        settled = withdraw_suggestion(session, log, claim_id=claim_id, kind=RelationKind(kind), other_id=other_id)
        done += [settled] if settled else []
    log.seal()
    return done
