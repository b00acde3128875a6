"""What another model says, brought together with the calibrated judgement of our own.

Source: the logarithmic opinion pool of Genest and Zidek, Combining Probability Distributions (1986): probabilities are
multiplied, each to the power of its weight, and made to sum to one.
"""

from collections.abc import Mapping

from claimcheck.judgements import Judgement
from claimcheck.vocabulary import Stance

WEIGHT = 0.6
"""How much of another model's log-probabilities counts: nobody has calibrated it together with ours."""
LEAST = 0.02
"""No model is surer than that of what it excludes."""
MIN_SURE = 0.6
"""A side that gets less is not taken."""
_SIDES = (Stance.SUPPORTS, Stance.REFUTES)


def combined(
    own: Judgement, said: Mapping[Stance, float], reasons: tuple[str, ...], span: tuple[int, int] | None = None
) -> Judgement:
    """Our judgement moved by what another model says: its probabilities of stances, 0..1, and its reasons.

    `span` is the half-open span of the passage that the other model rests on, if it names one.
    """
    pooled = {
        stance: max(own.probabilities.get(stance, 0.0), LEAST / 4) * max(said.get(stance, 0.0), LEAST) ** WEIGHT
        for stance in own.probabilities
    }
    whole = sum(pooled.values())
    probabilities = {stance: share / whole for stance, share in pooled.items()}
    stance = max(probabilities, key=lambda one: probabilities[one])
    sure = probabilities[stance]
    start, end = span or (own.start, own.end)
    abstains = stance in _SIDES and sure < MIN_SURE
    return Judgement(stance, sure, probabilities, abstains, (*reasons, *own.reasons), start, end)
