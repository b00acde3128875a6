"""A person's judgement on one claim: fields, tags and a remark, in one command."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from claimcheck.steps.links import require_links
from claimcheck.store import engine
from claimcheck.store.changes import change, value_of
from claimcheck.store.claims import claim_state
from claimcheck.store.history import CommandLog
from claimcheck.values import Change
from claimcheck.vocabulary import Entity

if TYPE_CHECKING:
    from sqlmodel import Session


def annotate(
    session: "Session",
    claim_id: int,
    *,
    author: str,
    now: datetime,
    fields: Mapping[str, Any] | None = None,
    add_tags: Sequence[str] = (),
    remove_tags: Sequence[str] = (),
    note: str | None = None,
    command: str = "annotate",
    evidence_ids: Sequence[int] = (),
) -> list[Change]:
    """Set fields (None clears one), add and remove tags, and keep the remark; gives what changed.

    A new confidence without a basis of its own rests on the remark, or on nothing that is stated:
    the basis of the old number is not a basis of the new one. The evidence that a judgement rests on is kept with
    the remark.

    Raises:
        NotFoundError: no such claim, or evidence that does not bear on it.
    """
    require_links(session, claim_id, evidence_ids)
    log = CommandLog(session, name=command, author=author, now=now, note=note)
    changes = judge(
        session, log, claim_id, fields=fields, add_tags=add_tags, remove_tags=remove_tags, note=note,
        evidence_ids=evidence_ids,
    )  # fmt: skip
    log.seal()
    return changes


def judge(
    session: "Session",
    log: CommandLog,
    claim_id: int,
    *,
    fields: Mapping[str, Any] | None = None,
    add_tags: Sequence[str] = (),
    remove_tags: Sequence[str] = (),
    note: str | None = None,
    evidence_ids: Sequence[int] = (),
) -> list[Change]:
    """The same as a part of another command, whose evidence was looked at before."""
    wanted = dict(fields or {})
    confidence = value_of(session, Entity.CLAIM, claim_id, "confidence")
    if "basis" not in wanted and wanted.get("confidence", confidence) != confidence:
        wanted["basis"] = note if wanted["confidence"] is not None else None
    changes = []
    for field, new in wanted.items():
        old = value_of(session, Entity.CLAIM, claim_id, field)
        if old != new:
            changes.append(change(session, log, Entity.CLAIM, claim_id, field, old=old, new=new))
    tags = claim_state(engine.driver_connection(session), claim_id)["tags"]
    moves: list[tuple[str | None, str | None]] = [(None, tag) for tag in dict.fromkeys(add_tags) if tag not in tags]
    moves += [(tag, None) for tag in dict.fromkeys(remove_tags) if tag in tags]
    changes += [change(session, log, Entity.CLAIM, claim_id, "tag", old=old, new=new) for old, new in moves]
    if evidence_ids:
        log.noted(Entity.CLAIM, claim_id, new={"text": note, "evidence": sorted(set(evidence_ids))})
    elif note:
        log.noted(Entity.CLAIM, claim_id, new=note)
    return changes
