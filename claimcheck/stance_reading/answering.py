"""What the answer to a question says to a claim, and how surely.

The weights are what `benchmarks/train_answers.py` learns from the development claims of AVeriTeC, each with questions
and their answers; it prints how well they do out of fold. Nobody has labelled single answers there: an answer counts
as what it adds to the verdict on its claim.
"""

from collections.abc import Mapping
from typing import NamedTuple

from claimcheck.judgements import Judgement
from claimcheck.stance_reading.exchanges import NAMES, Exchange, features
from claimcheck.stance_reading.reading import Reading
from claimcheck.stance_reading.trees import logistic
from claimcheck.vocabulary import Stance

WEIGHTS = {
    "yes": 3.14, "no": -1.98, "assertion": 0.72, "denial": -0.49, "nothing_found": -2.88, "rejecting": -2.25,
    "fills": 3.65, "figure": 1.77, "numbers": 1.21, "negated": -4.6,
}  # fmt: skip
"""Log-odds of support against refutation, for each of the features."""
OPEN = 0.15
"""How probable it is that an answer leaves the claim open: the share of those claims that were neither."""
SURE_FROM = 0.6
"""A side with a smaller probability is not taken."""
SILENT = {Stance.SUPPORTS: 0.15, Stance.REFUTES: 0.15, Stance.MENTIONS: 0.69, Stance.UNRELATED: 0.01}
"""Of an answer that there is none, or in which nothing tells: by convention, since such a passage takes no side."""
_MAX_REASONS = 3
_TOLD = {
    ("yes", True): "answers yes to what the claim says",
    ("yes", False): "answers yes to the opposite of what the claim says",
    ("no", True): "answers no to the opposite of what the claim says",
    ("no", False): "answers no to what the claim says",
    ("assertion", True): "answers a question of yes or no without a negation",
    ("assertion", False): "answers a question of yes or no, asked the other way round, without a negation",
    ("denial", True): "answers a question of yes or no, asked the other way round, with a negation",
    ("denial", False): "answers a question of yes or no with a negation",
    ("nothing_found", False): "answers that nothing was found that shows it",
    ("rejecting", False): "the answer calls something false or denies it",
    ("fills", True): "the answer puts in what the question leaves out of the claim",
    ("figure", True): "the answer gives the claim's figure",
    ("numbers", True): "its numbers agree with those of the claim",
    ("numbers", False): "its numbers and those of the claim cannot both be right",
    ("negated", False): "the answer speaks of the claim with a negation",
}


class Leaning(NamedTuple):
    """What an exchange adds: the log-odds of support against refutation, and what each feature adds to them."""

    log_odds: float
    parts: Mapping[str, float]


def leaning(claim: Reading, said: Exchange, weights: Mapping[str, float] = WEIGHTS) -> Leaning:
    """How an exchange leans."""
    parts = {name: weights[name] * value for name, value in zip(NAMES, features(claim, said), strict=True) if value}
    return Leaning(sum(parts.values()), parts)


def chances(log_odds: float) -> dict[Stance, float]:
    """The probabilities of the stances of an exchange that leans like that; they sum to 1."""
    supports = logistic(log_odds)
    return {
        Stance.SUPPORTS: (1 - OPEN) * supports,
        Stance.REFUTES: (1 - OPEN) * (1 - supports),
        Stance.MENTIONS: OPEN,
        Stance.UNRELATED: 0.0,
    }


def answered(claim: Reading, said: Exchange, weights: Mapping[str, float] = WEIGHTS) -> Judgement:
    """What an exchange says to a claim; the span is the whole of it, since neither half says anything alone."""
    found = leaning(claim, said, weights) if said.is_answered else Leaning(0.0, {})
    probabilities = chances(found.log_odds) if found.parts else SILENT
    stance = max(probabilities, key=lambda one: probabilities[one])
    sure = probabilities[stance]
    if not said.is_answered:
        reasons: tuple[str, ...] = ("the question was not answered",)
    else:
        reasons = _reasons(found, supports=stance is Stance.SUPPORTS) or ("nothing in the answer tells",)
    end = said.start + len(said.answer.text.rstrip())
    is_side = stance is not Stance.MENTIONS
    return Judgement(stance, sure, probabilities, is_side and sure < SURE_FROM, reasons, 0, end)


def _reasons(found: Leaning, *, supports: bool) -> tuple[str, ...]:
    """What weighs most for the side that is taken, and the weightiest on the other."""
    order = sorted(found.parts.items(), key=lambda part: -abs(part[1]))
    own = [_TOLD[name, part > 0] for name, part in order if (part > 0) == supports and (name, part > 0) in _TOLD]
    other = [_TOLD[name, part > 0] for name, part in order if (part > 0) != supports and (name, part > 0) in _TOLD]
    return (*own[:_MAX_REASONS], *(f"yet {told}" for told in other[:1]))
