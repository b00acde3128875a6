"""How probable each verdict is, by what the engine's votes come to, for evidence like that of the training claims.

The engine says which way evidence points, and how far; it starts from even odds. How often fact-checkers find a claim
right, how often they leave it open, is a fact about which claims they take up, and is taken from the training claims
of the kind at hand: it is no part of what `claimcheck check` suggests.
"""

from enum import StrEnum
from typing import NamedTuple

from claimcheck.scoring import HIGHEST, LOWEST, log_odds, probability_of
from claimcheck.vocabulary import Verdict


class Kind(StrEnum):
    """What evidence is made of."""

    ANSWERS = "answers"
    SENTENCES = "sentences"


class Weight(NamedTuple):
    """What the evidence for a claim comes to."""

    kind: Kind
    log_odds: float
    """Of the claim being right, before any prior."""
    unanswered: float
    """The share of questions without an answer, 0..1."""


class Rates(NamedTuple):
    """What is known of claims with one kind of evidence; all learnt by `train_answers.py`."""

    prior: float
    """The share of decided claims that are right where the evidence adds nothing."""
    slope: float
    """What the log-odds of the evidence count for."""
    open_from: float
    """The log-odds of leaving a claim open for want of evidence where every question has an answer,"""
    open_by: float
    """and what they grow by if none has."""
    conflicting: float
    """Of the claims that are not left open, the share on which evidence conflicts."""


RATES = {
    Kind.ANSWERS: Rates(0.22, 1.26, -3.0, 7.2, 0.09),
    Kind.SENTENCES: Rates(0.58, 0.72, -0.9, 0.0, 0.18),
}


def chances(weight: Weight, prior: float | None = None, rates: Rates | None = None) -> dict[Verdict, float]:
    """The probability of each verdict; they sum to 1. `prior` takes the place of the training claims'."""
    rates = rates or RATES[weight.kind]
    start = max(LOWEST, min(HIGHEST, rates.prior if prior is None else prior))
    right = probability_of(log_odds(start) + rates.slope * weight.log_odds)
    left_open = probability_of(rates.open_from + rates.open_by * weight.unanswered)
    sided = (1 - left_open) * (1 - rates.conflicting)
    return {
        Verdict.SUPPORTED: sided * right,
        Verdict.REFUTED: sided * (1 - right),
        Verdict.CONFLICTING: (1 - left_open) * rates.conflicting,
        Verdict.NOT_ENOUGH_EVIDENCE: left_open,
    }
