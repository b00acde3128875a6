"""The stance model that comes with claimcheck: features of the words, weighed by trees; no network, no extra."""

from collections.abc import Sequence
from functools import cache

from claimcheck.judgements import Judgement, Pair
from claimcheck.stance_reading import judging
from claimcheck.stance_reading.model_file import Model, bundled

version = "features 1"


def judge(pairs: Sequence[Pair]) -> Sequence[Judgement]:
    """One judgement for each pair, in their order.

    The rarity of words is taken from all texts of the call, so that a pair may be judged a little differently alone.

    Raises:
        PluginError: the file of the model is missing or damaged.
    """
    return judging.judge(_model(), pairs)


@cache
def _model() -> Model:
    return bundled()
