"""Evidence and links as part of a command: a passage exists once, and a link goes from old to new."""

from typing import TYPE_CHECKING, Any

from claimcheck.anchoring import anchor, selector
from claimcheck.errors import NotFoundError
from claimcheck.judgements import Judgement, Pair
from claimcheck.shelf import find
from claimcheck.store import engine
from claimcheck.store.changes import change
from claimcheck.store.dialect import Connection
from claimcheck.store.evidence import evidence_at, link_state
from claimcheck.store.history import CommandLog
from claimcheck.store.weighing_reads import statements
from claimcheck.values import Change, Kept
from claimcheck.vocabulary import Entity, LinkState, Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlmodel import Session

    from claimcheck.ports import StanceModel
    from claimcheck.steps.match import Matcher, Suggestion

STANCES = "stances"
DEFAULT_MODEL = "features"
_DOCUMENT_OF = "SELECT document_id FROM snapshot WHERE id = ?"
_SAID_ALREADY = """
SELECT exact FROM link JOIN evidence ON evidence.id = evidence_id JOIN snapshot ON snapshot.id = snapshot_id
WHERE claim_id = ? AND document_id = ?
"""
_OWN_CLAIMS = """
SELECT DISTINCT claim_id FROM appearance WHERE document_id = ? OR document_id IN (
  SELECT copy.document_id FROM snapshot JOIN snapshot AS copy ON copy.text_sha256 = snapshot.text_sha256
  WHERE snapshot.id = ?
)
"""


def find_or_add_evidence(
    session: "Session", log: CommandLog, *, snapshot_id: int, text: str, start: int, end: int
) -> tuple[int, bool]:
    """The id of the evidence at that place of a snapshot's text, and whether it is new."""
    connection = engine.driver_connection(session)
    known = evidence_at(connection, snapshot_id, (start, end))
    if known is not None:
        return known, False
    quote = selector(text, start, end)
    state = {
        "snapshot_id": snapshot_id,
        "span_start": start,
        "span_end": end,
        "exact": quote.exact,
        "prefix": quote.prefix,
        "suffix": quote.suffix,
    }
    (document_id,) = connection.execute(_DOCUMENT_OF, (snapshot_id,)).fetchone()
    done = change(session, log, Entity.DOCUMENT, document_id, "evidence", old=None, new=state)
    return int(done.new["id"]), True


def require_evidence(connection: Connection, evidence_id: int) -> None:
    """Refuse a number that no passage has.

    Raises:
        NotFoundError: there is no such evidence.
    """
    if connection.execute("SELECT 1 FROM evidence WHERE id = ?", (evidence_id,)).fetchone() is None:
        msg = f"there is no evidence {evidence_id}; see `claimcheck evidence list`"
        raise NotFoundError(msg)


def set_link(
    session: "Session",
    log: CommandLog,
    *,
    claim_id: int,
    evidence_id: int,
    stance: Stance,
    state: LinkState,
    reasons: str | None = None,
    probability: float | None = None,
) -> Change | None:
    """Let a passage say that to a claim; None if it did before.

    Without `reasons` those it had stay, and so does its probability, but only as long as the stance does and no
    decision is turned round: why a passage supports a claim is no reason for it to refute it, or to be rejected.

    Raises:
        NotFoundError: there is no such evidence or claim.
    """
    connection = engine.driver_connection(session)
    require_evidence(connection, evidence_id)
    old = link_state(connection, claim_id, evidence_id)
    stays = old is not None and old["stance"] == stance and old["state"] in (state, LinkState.SUGGESTED)
    new: dict[str, Any] = dict(old or {}) if stays else {}
    new |= {"evidence_id": evidence_id, "stance": stance.value, "state": state.value}
    if reasons is not None:
        new["reasons"] = reasons
    if probability is not None:
        new["probability"] = probability
    if old == new:
        return None
    return change(session, log, Entity.CLAIM, claim_id, "link", old=old, new=new)


def remove_link(session: "Session", log: CommandLog, *, claim_id: int, evidence_id: int) -> Change:
    """Take a link away altogether; unlike a rejection, that is not remembered against a later suggestion.

    Raises:
        NotFoundError: there is none.
    """
    old = link_state(engine.driver_connection(session), claim_id, evidence_id)
    if old is None:
        msg = f"claim {claim_id} has no link to evidence {evidence_id}; see `claimcheck evidence list {claim_id}`"
        raise NotFoundError(msg)
    return change(session, log, Entity.CLAIM, claim_id, "link", old=old, new=None)


def suggest_links(session: "Session", log: CommandLog, matcher: "Matcher", kept: Kept) -> list[int]:
    """Propose links from what is new in a document; gives the ids of the claims, in reading order.

    What each passage says to its claim is judged by the model that comes with claimcheck, as a suggestion, too. A claim
    that the document itself makes, or one with the same text, is left out, and so is what was proposed or decided
    before, even if it has been edited since: that quotation has drifted, and is shown to have.
    """
    found = matcher.suggestions(kept.text, known=kept.earlier_text)
    connection = engine.driver_connection(session)
    own = {claim_id for (claim_id,) in connection.execute(_OWN_CLAIMS, (kept.document_id, kept.snapshot_id))}
    others = [suggestion for suggestion in found if suggestion.claim_id not in own]
    if not others:
        return []
    rows = statements(engine.session_reader(session), [suggestion.claim_id for suggestion in others])
    texts = {claim_id: text for claim_id, text, *_ in rows}
    pairs = [Pair(texts[one.claim_id], kept.text[one.start : one.end]) for one in others]
    model: StanceModel = find(STANCES, DEFAULT_MODEL)
    judged = zip(others, judged_alone(model, pairs), strict=True)
    return [one.claim_id for one, judgement in judged if _suggest(session, log, kept, one, judgement)]


def _suggest(session: "Session", log: CommandLog, kept: Kept, suggestion: "Suggestion", judgement: Judgement) -> bool:
    claim_id, start, end, reasons = suggestion
    connection = engine.driver_connection(session)
    passage = kept.text[start:end]
    for (exact,) in connection.execute(_SAID_ALREADY, (claim_id, kept.document_id)).fetchall():
        if _says_again(passage, exact):
            return False
    evidence_id, _ = find_or_add_evidence(
        session, log, snapshot_id=kept.snapshot_id, text=kept.text, start=start, end=end
    )
    set_link(
        session, log, claim_id=claim_id, evidence_id=evidence_id, stance=shown_stance(judgement),
        state=LinkState.SUGGESTED, reasons=told_reasons(judgement, reasons),
        probability=round(judgement.probabilities[shown_stance(judgement)], 4),
    )  # fmt: skip
    return True


def shown_stance(judgement: Judgement) -> Stance:
    """The stance to suggest: one of which the model is too unsure to take a side is a mention."""
    unsure = judgement.abstains and judgement.stance in (Stance.SUPPORTS, Stance.REFUTES)
    return Stance.MENTIONS if unsure else judgement.stance


def judged_alone(model: "StanceModel", pairs: "Sequence[Pair]") -> list[Judgement]:
    """One judgement for each pair, none of which depends on what else is judged.

    Raises:
        PluginError: the model cannot judge.
    """
    return [judgement for pair in pairs for judgement in model.judge([pair])]


def told_reasons(judgement: Judgement, otherwise: str | None) -> str | None:
    """Why a passage takes the side that it takes; why it was found at all, where it takes none."""
    if shown_stance(judgement) in (Stance.SUPPORTS, Stance.REFUTES):
        return "; ".join(judgement.reasons) or otherwise
    return otherwise or "; ".join(judgement.reasons) or None


def _says_again(passage: str, exact: str) -> bool:
    """Whether a passage is mostly what was quoted before, or nearly that."""
    found = anchor(passage, exact=exact)
    return found.start is not None and found.end is not None and 2 * (found.end - found.start) >= len(passage)
