"""Claims and passages in scripts that put no spaces between words, compared by pairs of characters; pure."""

from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise

from claimcheck.likeness import is_unspaced

MIN_SHARE = 0.5
MIN_PAIRS = 3


def is_mostly_unspaced(text: str) -> bool:
    """Whether more than half of a text is in such a script."""
    return not text.isascii() and 2 * sum(map(is_unspaced, text)) > len(text)


def pairs_of(text: str) -> list[str]:
    """All pairs of neighbouring characters, each once, in order."""
    pairs = [one + other for one, other in pairwise(text) if is_unspaced(one) and is_unspaced(other)]
    return list(dict.fromkeys(pairs))


def shared_part(claim: str, passage: str, counts: Mapping[str, int]) -> tuple[float, list[str]]:
    """How much of a claim a passage holds, 0..1, rare pairs counting more, and what: runs of characters.

    `counts` says how many claims hold a pair.
    """
    weights = {pair: 1.0 / (1 + counts.get(pair, 0)) ** 0.5 for pair in pairs_of(claim)}
    shared = {pair for pair in weights if pair in passage}
    if len(shared) < max(2, min(MIN_PAIRS, len(weights))):
        return 0.0, []
    return sum(weights[pair] for pair in weights if pair in shared) / sum(weights.values()), _runs(claim, shared)


def _runs(text: str, shared: set[str]) -> list[str]:
    """Pairs that stand together as one, as a reader would name them."""
    ends: Sequence[bool] = [one + other in shared for one, other in pairwise(text)]
    covered = [before or after for before, after in zip([False, *ends], [*ends, False], strict=True)]
    runs = groupby(zip(covered, text, strict=True), key=lambda item: item[0])
    return ["".join(character for _, character in run) for is_covered, run in runs if is_covered]
