"""A weighing told in full: every origin, its strongest passage, what it adds and why, and what that comes to."""

from typing import Any

from claimcheck import scoring
from claimcheck.independence.values import Merge
from claimcheck.steps.weigh import Voice, Weighed, Weighing
from claimcheck.vocabulary import Stance, likelihood

_DIGITS = 4


def counted_origins(weighing: Weighing) -> str:
    """The passages and their origins in one phrase: "14 items -> 2 independent origins (1-3)"."""
    if not weighing.every_item:
        return "no evidence"
    return weighing.origins.in_words(apart=len(weighing.counter_claims))


def explanation(weighing: Weighing) -> dict[str, Any]:
    """A weighing as one JSON object; log-odds are natural logarithms, probabilities 0..1."""
    claim, assessment = weighing.claim, weighing.assessment
    confidence = assessment.confidence
    return {
        "claim_id": claim.id,
        "text": claim.text,
        "source": claim.source,
        "verdict": claim.verdict,
        "confidence": claim.confidence,
        "likelihood": None if claim.confidence is None else likelihood(claim.confidence),
        "computed_confidence": _rounded(confidence),
        "computed_likelihood": None if confidence is None else likelihood(confidence),
        "confirmed_confidence": _rounded(weighing.confirmed.confidence),
        "suggested_verdict": assessment.verdict.value if assessment.verdict else None,
        "rule": assessment.rule,
        "evidence": counted_origins(weighing),
        "item_count": weighing.item_count,
        "origin_count": len(weighing.voices),
        "origin_least": weighing.origins.least,
        "origin_most": weighing.origins.most,
        "supported_on": weighing.supported_on,
        "impact": _rounded(weighing.impact),
        "prior": assessment.prior,
        "prior_log_odds": _rounded(scoring.log_odds(assessment.prior)),
        "cap_log_odds": _rounded(scoring.CAP),
        "shrinkage": _rounded(assessment.shrinkage),
        "sum_log_odds": _rounded(assessment.sum_log_odds),
        "log_odds": None if confidence is None else _rounded(assessment.log_odds),
        "origins": [_voice(voice) for voice in weighing.voices],
        "doubts": [_merge(merge) for merge in weighing.origins.doubts],
        "own": [_passage(one) for one in weighing.own],
        "unresolved": [_passage(one) for one in weighing.unresolved],
        "counter_claims": [_passage(one) for one in weighing.counter_claims],
    }


def _voice(voice: Voice) -> dict[str, Any]:
    added = voice.contribution
    return {
        "root": voice.origin.root,
        "reliability": voice.reliability.value if voice.reliability else None,
        "graded_source": voice.graded,
        "weight": None if added is None else added.weight,
        "stance_log_odds": None if added is None else _rounded(added.stance_log_odds),
        "is_capped": added is not None and added.is_capped,
        "contribution_log_odds": None if added is None else _rounded(added.log_odds),
        "lineage": list(voice.origin.lineage),
        "merges": [_merge(merge) for merge in voice.origin.reasons],
        "passages": [_passage(one) for one in voice.items],
    }


def _merge(merge: Merge) -> dict[str, Any]:
    return {"evidence": [merge.one, merge.other], "reason": merge.reason, "is_certain": merge.certain}


def _passage(one: Weighed) -> dict[str, Any]:
    item = one.item
    return {
        "evidence_id": item.evidence_id,
        "stance": one.stance.value,
        "state": item.state,
        "probability": None if one.judgement is None else _rounded(one.judgement.probabilities[one.stance]),
        "abstains": one.judgement is not None and one.judgement.abstains,
        "supports": _rounded(one.supports),
        "refutes": _rounded(one.refutes),
        "publisher": item.publisher,
        "document_id": item.document_id,
        "document_title": item.title,
        "document_url": item.url,
        "published_on": item.published_on,
        "passage": item.exact,
        "rests_on": None if one.judgement is None else [one.judgement.start, one.judgement.end],
        "reasons": [*(one.judgement.reasons if one.judgement else [item.reasons] if item.reasons else [])],
        "remark": one.remark,
    }


def origin_rows(weighing: Weighing) -> list[tuple[Any, ...]]:
    """One row for each origin: root, passages, the strongest of them, its stance, and what it adds."""
    rows: list[tuple[Any, ...]] = []
    for voice in weighing.voices:
        first, added = voice.items[0], voice.contribution
        side = first.stance.value if added else Stance.MENTIONS.value
        rows.append(
            (
                voice.origin.root, len(voice.items), first.item.evidence_id, side, first.item.state,
                round(max(first.supports, first.refutes), 2), voice.reliability.value if voice.reliability else None,
                added.weight if added else None, round(added.log_odds, 2) if added else 0.0, first.item.exact,
            )
        )  # fmt: skip
    return rows


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)
