"""A person's word on evidence: a quotation that is there, what it says to a claim, and what it does not."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.anchoring import anchor, divides_words
from claimcheck.errors import InputError, NotFoundError, quoted
from claimcheck.steps.evidence import find_or_add_evidence, remove_link, require_evidence, set_link
from claimcheck.store import engine
from claimcheck.store.document_reads import document, latest_state, snapshot, snapshots
from claimcheck.store.engine import Reader
from claimcheck.store.evidence import link_state, text_of
from claimcheck.store.history import CommandLog
from claimcheck.store.timeline import events, remarks
from claimcheck.values import Change
from claimcheck.vocabulary import AnchorState, Entity, LinkState, Stance

if TYPE_CHECKING:
    from sqlmodel import Session

MAX_NEAREST_LENGTH = 500
"""How much is shown of a passage that could have been meant, in code points."""
_FAR = 80
"""How far the rest of a divided word is looked for, in code points."""


class Added(NamedTuple):
    """A piece of evidence by hand: its half-open span in the snapshot's text, and what changed for the claim."""

    evidence_id: int
    start: int
    end: int
    changes: list[Change]


def add_evidence(
    session: "Session",
    claim_id: int,
    *,
    snapshot_id: int,
    quote: str,
    stance: Stance,
    author: str,
    now: datetime,
    reasons: str | None = None,
) -> Added:
    """Take a quotation of whole words from a snapshot as evidence, confirmed by whoever adds it.

    Raises:
        NotFoundError: the text of the snapshot is not kept.
        InputError: the quotation is not in it, or more than once; the message says what is.
    """
    reader = engine.session_reader(session)
    text = text_of(reader, snapshot_id)
    if text is None:
        msg = f"no text of snapshot {snapshot_id} is kept, only its hash; `claimcheck ingest` the document"
        raise NotFoundError(msg)
    start, end = _place(text, quote, f"snapshot {snapshot_id}")
    log = CommandLog(session, name="evidence add", author=author, now=now, note=reasons)
    evidence_id, _ = find_or_add_evidence(session, log, snapshot_id=snapshot_id, text=text, start=start, end=end)
    done = set_link(
        session, log, claim_id=claim_id, evidence_id=evidence_id, stance=stance, state=LinkState.CONFIRMED,
        reasons=reasons,
    )  # fmt: skip
    log.seal()
    return Added(evidence_id, start, end, [done] if done else [])


def _place(text: str, quote: str, where: str) -> tuple[int, int]:
    """The half-open span of the one passage that a quotation can mean."""
    found = anchor(text, exact=quote)
    start, end = found.start, found.end
    if start is None or end is None:
        if found.state is AnchorState.AMBIGUOUS:
            msg = f"more than one passage of {where} fits {quoted(quote)}; quote more of what stands around it"
        else:
            msg = f"{quoted(quote)} does not stand in {where}; see its text with `claimcheck document show --content`"
        raise InputError(msg)
    if found.state is not AnchorState.ANCHORED:
        there = _shown(text[start:end])
        msg = f"{quoted(quote)} stands in {where} in other words only; quote what is there, if you mean it: {there}"
        raise InputError(msg)
    if divides_words(text, start, end):
        whole = _last_word(text[:start]) + text[start:end] + _last_word(text[end : end + _FAR][::-1])[::-1]
        msg = f"{quoted(quote)} stands in {where} as a part of longer words only; quote whole ones: {_shown(whole)}"
        raise InputError(msg)
    return start, end


def _last_word(text: str) -> str:
    """What stands at the end of a text without a space, as far as it is worth looking."""
    end = text[-_FAR:]
    return end.split()[-1] if end and not end[-1].isspace() else ""


def _shown(passage: str) -> str:
    words = " ".join(passage.split())
    return repr(words if len(words) <= MAX_NEAREST_LENGTH else f"{words[:MAX_NEAREST_LENGTH]}...")


def chosen_snapshot(reader: Reader, *, document_id: int | None, snapshot_id: int | None) -> int:
    """The snapshot to quote from: the one named, or the latest of a document of which the text is kept.

    Raises:
        NotFoundError: there is none.
    """
    if snapshot_id is not None:
        return int(snapshot(reader, snapshot_id)["id"])
    assert document_id is not None  # noqa: S101 - the caller asks for one of the two
    document(reader, document_id)
    latest = latest_state([found for found in snapshots(reader, document_id) if found["has_text"]])
    if latest is None:
        msg = f"no text of document {document_id} is kept; `claimcheck ingest` it"
        raise NotFoundError(msg)
    return int(latest["id"])


def link(
    session: "Session",
    claim_id: int,
    evidence_ids: Sequence[int],
    *,
    stance: Stance | None,
    author: str,
    now: datetime,
    reasons: str | None = None,
) -> list[Change]:
    """Confirm that passages say that to a claim; without a stance, what was suggested.

    Raises:
        NotFoundError: there is no such evidence.
        InputError: no stance is given, and none was suggested.
    """
    log = CommandLog(session, name="evidence link", author=author, now=now, note=reasons)
    connection = engine.driver_connection(session)
    done = []
    for evidence_id in evidence_ids:
        known = link_state(connection, claim_id, evidence_id)
        said = stance or (Stance(known["stance"]) if known else None)
        if said is None:
            require_evidence(connection, evidence_id)
            msg = f"evidence {evidence_id} is not linked to claim {claim_id} yet; say with --stance what it says to it"
            raise InputError(msg)
        done.append(
            set_link(
                session, log, claim_id=claim_id, evidence_id=evidence_id, stance=said, state=LinkState.CONFIRMED,
                reasons=reasons,
            )
        )  # fmt: skip
    log.seal()
    return [item for item in done if item is not None]


def unlink(
    session: "Session",
    claim_id: int,
    evidence_ids: Sequence[int],
    *,
    author: str,
    now: datetime,
    reasons: str | None = None,
    forget: bool = False,
) -> list[Change]:
    """Reject links, which is remembered, so that none of them is suggested again; or forget them altogether.

    Raises:
        NotFoundError: there is no such link.
    """
    log = CommandLog(session, name="evidence unlink", author=author, now=now, note=reasons)
    connection = engine.driver_connection(session)
    done: list[Change | None] = []
    for evidence_id in evidence_ids:
        known = link_state(connection, claim_id, evidence_id)
        if forget or known is None:
            done.append(remove_link(session, log, claim_id=claim_id, evidence_id=evidence_id))
            continue
        done.append(
            set_link(
                session, log, claim_id=claim_id, evidence_id=evidence_id, stance=Stance(known["stance"]),
                state=LinkState.REJECTED, reasons=reasons,
            )
        )  # fmt: skip
    log.seal()
    return [item for item in done if item is not None]


def judgements_on(reader: Reader, claim_id: int, evidence_ids: Sequence[int]) -> list[dict[str, Any]]:
    """The remarks on a claim that rest on any of that evidence, the oldest first."""
    found = remarks(events(reader, entity=Entity.CLAIM, entity_id=claim_id))
    return [remark for remark in found if set(remark["evidence"]) & set(evidence_ids)]


def require_links(session: "Session", claim_id: int, evidence_ids: Sequence[int]) -> None:
    """Refuse evidence that does not bear on a claim, so that no judgement rests on it.

    Raises:
        NotFoundError: it is not linked to the claim, or was rejected.
    """
    connection = engine.driver_connection(session)
    for evidence_id in evidence_ids:
        known = link_state(connection, claim_id, evidence_id)
        if known is None or known["state"] == LinkState.REJECTED:
            what = "was rejected for" if known else "is not linked to"
            msg = f"evidence {evidence_id} {what} claim {claim_id}; see `claimcheck evidence list {claim_id}`"
            raise NotFoundError(msg)
