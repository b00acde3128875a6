"""What a stance model is given and what it answers; standard library only."""

from collections.abc import Mapping
from typing import NamedTuple

from claimcheck.vocabulary import Stance


class Pair(NamedTuple):
    """A claim and what is held against it: a passage, or a whole document's text."""

    claim: str
    passage: str


class Judgement(NamedTuple):
    """What a passage says to a claim."""

    stance: Stance
    """The most probable of supports, refutes, mentions, unrelated."""
    probability: float
    """The calibrated probability of that stance, 0..1."""
    probabilities: Mapping[Stance, float]
    """Of the four; their sum is 1."""
    abstains: bool
    """Whether it is too unsure to be taken for support or refutation."""
    reasons: tuple[str, ...]
    """In words, for a reader who does not know the model."""
    start: int
    end: int
    """The half-open span in the passage that the judgement rests on."""
