"""From what independent origins say to a confidence and a suggested verdict: pure arithmetic, every part named.

Each origin has one vote, by its strongest passage. A vote is the log-odds of what the passage says, `CAP` at most,
times a weight for the reliability of who says it. The sum is shrunk to the prior, the more the fewer origins there
are, and added to the prior's own log-odds.

Source: I. J. Good, Probability and the Weighing of Evidence (1950), chapter 6: weights of evidence are log-odds and add
up where they are independent, which is why dependent evidence has to collapse to one vote first.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.vocabulary import Reliability, Verdict

PRIOR = 0.5
"""The confidence in a claim of which nothing is known."""
CAP = math.log(9)
"""The most that one origin can move the log-odds, either way: nine to one, or a probability of 0.9."""
SHRINKAGE = 0.5
"""What n origins say counts n / (n + SHRINKAGE) of its sum."""
LOWEST, HIGHEST = 0.01, 0.99
"""Nothing computed is certain; ICD 203 has no words for it either."""
CONFIRMED = 0.9
"""How probable a stance is that a person has confirmed, and how improbable the opposite: as much as counts at all."""
SUPPORTED_FROM, REFUTED_TO = 0.8, 0.2
BALANCE = 1 / 3
"""Evidence conflicts when the weaker side weighs at least this share of the stronger."""
WEIGHTS = {
    Reliability.A: 1.0,
    Reliability.B: 0.8,
    Reliability.C: 0.6,
    Reliability.D: 0.4,
    Reliability.E: 0.2,
}
UNGRADED_WEIGHT = 0.4
"""Of a source without a grade, or whose reliability cannot be judged: as little as D, until somebody grades it."""
_LEAST_SIDE = 0.05
"""A vote with less log-odds takes no side."""


class Vote(NamedTuple):
    """What one origin says, by its strongest passage."""

    origin: int
    """Its place among the origins."""
    evidence_id: int
    supports: float
    """The probability that the passage supports the claim, 0..1."""
    refutes: float
    reliability: Reliability | None


class Contribution(NamedTuple):
    """A vote, what it weighs, and what it adds to the log-odds before shrinking."""

    vote: Vote
    stance_log_odds: float
    weight: float
    log_odds: float
    is_capped: bool


class Assessment(NamedTuple):
    """What the votes come to."""

    contributions: tuple[Contribution, ...]
    """The weightiest first."""
    prior: float
    shrinkage: float
    """The share of the sum that counts, 0..1."""
    confidence: float | None
    """The probability that the claim is true; None where no origin takes a side."""
    verdict: Verdict | None
    """What a person might conclude; None where there is nothing to weigh."""
    rule: str
    """Why, in words."""

    @property
    def sum_log_odds(self) -> float:
        """What all contributions come to, before shrinking."""
        return sum(one.log_odds for one in self.contributions)

    @property
    def log_odds(self) -> float:
        """What prior and the sum, shrunk, come to, before the confidence is kept from being certain."""
        return log_odds(self.prior) + self.shrinkage * self.sum_log_odds


def log_odds(probability: float) -> float:
    """The natural logarithm of the odds of a probability in 0..1, exclusively."""
    return math.log(probability / (1 - probability))


def probability_of(log_odds: float) -> float:
    """The probability with those log-odds, 0..1."""
    if log_odds < 0:
        return math.exp(log_odds) / (1 + math.exp(log_odds))
    return 1 / (1 + math.exp(-log_odds))


def weight_of(reliability: Reliability | None) -> float:
    """How much of its log-odds a passage of such a source counts, 0..1."""
    return WEIGHTS.get(reliability, UNGRADED_WEIGHT) if reliability is not None else UNGRADED_WEIGHT


def contribution(vote: Vote) -> Contribution:
    """What a vote adds. What the passage leaves open is shared between both sides."""
    lean = max(-2 * HIGHEST + 1, min(2 * HIGHEST - 1, vote.supports - vote.refutes))
    said = log_odds((1 + lean) / 2)
    weight = weight_of(vote.reliability)
    added = weight * max(-CAP, min(CAP, said))
    return Contribution(vote, said, weight, added, abs(said) > CAP)


def assess(votes: Sequence[Vote], *, prior: float = PRIOR) -> Assessment:
    """What the votes of independent origins come to; every origin has at most one."""
    added = [contribution(vote) for vote in votes]
    sides = [one for one in added if abs(one.stance_log_odds) >= _LEAST_SIDE]
    sides.sort(key=lambda one: (-abs(one.log_odds), one.vote.origin))
    if not sides:
        rule = "no independent origin takes a side" if votes else "there is nothing to weigh"
        return Assessment((), prior, 0.0, None, Verdict.NOT_ENOUGH_EVIDENCE if votes else None, rule)
    shrinkage = len(sides) / (len(sides) + SHRINKAGE)
    total = log_odds(prior) + shrinkage * sum(one.log_odds for one in sides)
    confidence = max(LOWEST, min(HIGHEST, probability_of(total)))
    verdict, rule = _suggested(sides, confidence)
    return Assessment(tuple(sides), prior, shrinkage, confidence, verdict, rule)


def _suggested(sides: Sequence[Contribution], confidence: float) -> tuple[Verdict, str]:
    supporting = [one.log_odds for one in sides if one.log_odds > 0]
    refuting = [-one.log_odds for one in sides if one.log_odds < 0]
    if supporting and refuting:
        weaker, stronger = sorted((sum(supporting), sum(refuting)))
        if weaker >= BALANCE * stronger:
            rule = f"both sides: {_origins(len(supporting))} for it, {len(refuting)} against it, of similar weight"
            return Verdict.CONFLICTING, rule
    for_it = f"{_origins(len(supporting))} for it, {len(refuting)} against it"
    if confidence >= SUPPORTED_FROM:
        return Verdict.SUPPORTED, f"one-sided support: {for_it}, confidence at least {SUPPORTED_FROM}"
    if confidence <= REFUTED_TO:
        return Verdict.REFUTED, f"one-sided refutation: {for_it}, confidence at most {REFUTED_TO}"
    return Verdict.NOT_ENOUGH_EVIDENCE, (
        f"too little weight: {for_it}, confidence between {REFUTED_TO} and {SUPPORTED_FROM}"
    )


def _origins(number: int) -> str:
    return "1 origin" if number == 1 else f"{number} origins"
