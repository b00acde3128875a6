"""How much of a claim stands in a passage: words, pairs, order, places, and what is missing or put in its place."""

from typing import NamedTuple

from claimcheck.stance_reading.antonyms import OPPOSITES
from claimcheck.stance_reading.rarity import Rarity
from claimcheck.stance_reading.reading import Reading, Sentence

_SHORT = 60
"""A text of so many tokens counts in whole where only what is near the claim does;"""
_LEAD = 45
"""of a longer one so many at its beginning."""


class Overlap(NamedTuple):
    """What a claim and a passage share, sentence by sentence."""

    weights: dict[str, float]
    """The claim's stems with their rarity."""
    total: float
    shared: list[str]
    missing: list[str]
    by_sentence: dict[int, float]
    """The share of the claim's weight that stands in each sentence that has any of it."""
    best: int
    """The number of the sentence that says most of it; -1 without one."""


def overlap(claim: Reading, passage: Reading, rarity: Rarity) -> Overlap:
    """Weigh the claim's words and find them in the passage."""
    weights = {root: rarity.weight(root) for root in claim.positions}
    total = sum(weights.values()) or 1.0
    shared, missing = [], []
    by_sentence: dict[int, float] = {}
    for root, weight in weights.items():
        places = passage.positions.get(root)
        if places is None:
            missing.append(root)
            continue
        shared.append(root)
        worth = weight / total
        for sentence in {passage.sentence_of[place] for place in places}:
            by_sentence[sentence] = by_sentence.get(sentence, 0.0) + worth
    best = max(by_sentence, key=lambda number: (round(by_sentence[number], 9), -number), default=-1)
    return Overlap(weights, total, shared, missing, by_sentence, best)


def near(passage: Reading, best: Sentence | None) -> list[int]:
    """The places of the tokens near a claim: all of a short text, else its beginning and its closest sentence."""
    if len(passage.words) <= _SHORT or best is None:
        return list(range(min(len(passage.words), _SHORT)))
    return [*range(_LEAD), *range(max(best.first, _LEAD), best.last)]


def longest_common(one: list[str], other: list[str]) -> int:
    """The length of the longest common subsequence of two sequences.

    Source: H. Hyyrö, Bit-Parallel LCS-length Computation Revisited (2004).
    """
    masks: dict[str, int] = {}
    for place, item in enumerate(one):
        masks[item] = masks.get(item, 0) | (1 << place)
    full = (1 << len(one)) - 1
    row = full
    for item in other:
        hits = row & masks.get(item, 0)
        row = ((row + hits) | (row - hits)) & full
    return len(one) - row.bit_count()


def opposed(claim: Reading, passage: Reading, first: int, last: int) -> list[tuple[str, str]]:
    """Words of the claim whose opposite, and not they themselves, stands among the passage's tokens `first:last`."""
    there = set(passage.stems[first:last])
    return [
        (root, other)
        for root in dict.fromkeys(claim.stems)
        if root in OPPOSITES and root not in there
        for other in sorted(OPPOSITES[root] & there)
        if other not in claim.positions
    ]


def replaced(claim: Reading, passage: Reading) -> list[str]:
    """Stems of the claim that are missing where the passage has another word between the same two neighbours."""
    chain = [claim.stems[place] for place in claim.content]
    theirs = [passage.stems[place] for place in passage.content]
    order: dict[str, list[int]] = {}
    for place, root in enumerate(theirs):
        order.setdefault(root, []).append(place)
    swapped = []
    for before, root, after in zip(chain, chain[1:], chain[2:], strict=False):
        if root in order or before not in order or after not in order:
            continue
        afters = set(order[after][:40])
        if any(place + 2 in afters for place in order[before][:40]):
            swapped.append(root)
    return swapped


def densest(places: list[int], width: int) -> int:
    """The largest number of sorted `places` within `width` of one another."""
    most, begin = 0, 0
    for end, place in enumerate(places):
        while place - places[begin] >= width:
            begin += 1
        most = max(most, end - begin + 1)
    return most
