"""What a sentence says in plain words: it repeats the claim, or the claim with a negation; by rules.

Coefficients that were fitted to hard cases are shy of easy ones. Where nearly all words of the claim stand in one
sentence, in their order, what decides is whether something turns one of the two round.
"""

from typing import NamedTuple

from claimcheck.places import COUNTRIES
from claimcheck.quantities.comparing import compare
from claimcheck.stance_reading.cues import KINDS, NEGATION
from claimcheck.stance_reading.overlap import Overlap, longest_common, opposed
from claimcheck.stance_reading.reading import Reading, Sentence
from claimcheck.vocabulary import NumberOutcome, Stance

MIN_SHARE = 0.75
"""How much of the claim's weight has to stand in one sentence."""
WHOLE = 0.999
"""The same where it is to be repeated: one word that is exchanged may change it."""
MIN_ORDERED = 0.7
"""How many of its words have to stand there in the order of the claim."""
MIN_WORDS = 3
"""A shorter claim stands in too many sentences."""
CHANCES = {
    Stance.SUPPORTS: {Stance.SUPPORTS: 0.75, Stance.REFUTES: 0.17, Stance.MENTIONS: 0.07, Stance.UNRELATED: 0.01},
    Stance.REFUTES: {Stance.SUPPORTS: 0.11, Stance.REFUTES: 0.83, Stance.MENTIONS: 0.05, Stance.UNRELATED: 0.01},
}
"""How often these rules are right: of 170 repetitions and 120 denials among the training pairs, most of which were made
to mislead by a single word, 128 and 100 were."""
_TURNING = frozenset(KINDS.index(kind) for kind in ("hoax", "fake", "false", "debunk", "deny", "evidence_no"))
_HEDGING = frozenset(
    KINDS.index(kind)
    for kind in ("doubt", "dispute", "satire", "unclear", "allege", "rumour", "reportedly", "modal", "attempt")
)


class Plain(NamedTuple):
    """What a sentence says to the claim, and the numbers that it rests on."""

    stance: Stance
    reason: str


def plainly(claim: Reading, passage: Reading, shared: Overlap) -> Plain | None:
    """Whether the sentence that is closest to the claim repeats it or turns it round; None if it is not that plain."""
    if shared.best < 0 or len(shared.weights) < MIN_WORDS:
        return None
    best = passage.sentences[shared.best]
    swapped = [pair for pair in opposed(claim, passage, best.first, best.last) if pair[0] in shared.weights]
    share = shared.by_sentence[shared.best] + sum(shared.weights[mine] for mine, _ in swapped) / shared.total
    renamed = _of_the_same_country(claim, passage, best)
    same = share + sum(shared.weights[root] for root in renamed) / shared.total
    if same < MIN_SHARE or best.asks or "?" in claim.text or _is_hedged(claim, passage, best):
        return None
    if _ordered(claim, passage, best, len(swapped) + len(renamed)) < MIN_ORDERED:
        return None
    if claim.numbers.keys() - passage.numbers.keys():
        numbers = compare(claim.text, passage.text[best.start : best.end])
        return Plain(Stance.REFUTES, numbers.reason) if numbers.outcome is NumberOutcome.DISAGREE else None
    if (_turns(best.cues) + len(swapped) > 0) != (_turns(dict(enumerate(claim.cue_counts))) > 0):
        return Plain(Stance.REFUTES, "its closest sentence says the claim, turned round")
    whole = Plain(Stance.SUPPORTS, "its closest sentence says the claim in the same words")
    return whole if share >= WHOLE else None


def _of_the_same_country(claim: Reading, passage: Reading, best: Sentence) -> list[str]:
    """The claim's stems for which the sentence has another word of the same country: Chinese, Beijing."""
    there = set(passage.stems[best.first : best.last])
    countries = {COUNTRIES.get(word) for word in passage.words[best.first : best.last]} - {None}
    return [
        root
        for root, places in claim.positions.items()
        if root not in there and COUNTRIES.get(claim.words[places[0]]) in countries
    ]


def _ordered(claim: Reading, passage: Reading, best: Sentence, swapped_count: int) -> float:
    """The share of the claim's telling words that stand in the sentence in their order, or their opposites."""
    chain = [claim.stems[place] for place in claim.content]
    common = longest_common(chain, passage.stems[best.first : best.last])
    return (common + swapped_count) / max(1, len(chain))


def _is_hedged(claim: Reading, passage: Reading, best: Sentence) -> bool:
    """Whether the sentence hedges in a way that the claim does not."""
    return any(
        kind in _HEDGING and not claim.cue_counts[kind] and not _is_report_of_someone(passage, place)
        for place, kind in passage.cues
        if best.first <= place < best.last
    )


def _is_report_of_someone(passage: Reading, place: int) -> bool:
    """As "a CSIS report says", where "a report says" would leave open whose it is."""
    return place > 0 and passage.words[place] in ("report", "reports") and passage.stems[place - 1] in passage.names


def _turns(cues: dict[int, int]) -> int:
    """How many cues turn a sentence round."""
    return sum(count for kind, count in cues.items() if kind in _TURNING or kind == NEGATION)
