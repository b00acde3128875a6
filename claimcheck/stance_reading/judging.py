"""From pairs to judgements: read each text once, take the features, weigh them, say why."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claimcheck.judgements import Judgement, Pair
from claimcheck.stance_reading import reasons
from claimcheck.stance_reading.answering import answered
from claimcheck.stance_reading.exchanges import exchange
from claimcheck.stance_reading.features import features
from claimcheck.stance_reading.model_file import Head, Model
from claimcheck.stance_reading.overlap import Overlap, overlap
from claimcheck.stance_reading.plain import CHANCES, plainly
from claimcheck.stance_reading.rarity import Rarity
from claimcheck.stance_reading.reading import MAX_CHARACTERS, Reading, content_stems, read
from claimcheck.stance_reading.shapes import Shape, shape_of
from claimcheck.vocabulary import Stance

MAX_CLAIM_CHARACTERS = 2_000
_HARDLY = 0.02
"""Below this probability of bearing on the claim at all, nobody asks which way."""
DECIDED = (Stance.SUPPORTS, Stance.REFUTES, Stance.MENTIONS, Stance.UNRELATED)
_NOTHING = dict.fromkeys(DECIDED, 0.0) | {Stance.UNRELATED: 1.0}
_OTHER_WORDS = 0.38
"""How often a short passage without any word of the claim bears on it all the same, as in 460 training pairs."""


class Prepared(NamedTuple):
    """A pair, read; `place` is where it stood among the pairs."""

    place: int
    claim: Reading
    passage: Reading
    shared: Overlap
    shape: Shape
    row: list[float]


def prepared(pairs: Sequence[Pair]) -> Iterator[Prepared]:
    """Each pair with its features; those of one passage come together, so that it is read once."""
    claims = {claim: read(claim, MAX_CLAIM_CHARACTERS) for claim in {pair.claim for pair in pairs}}
    passages: dict[str, list[int]] = {}
    for place, pair in enumerate(pairs):
        passages.setdefault(pair.passage, []).append(place)
    rarity = Rarity(
        [*(claim.positions for claim in claims.values()), *(content_stems(text, MAX_CHARACTERS) for text in passages)]
    )
    for text, places in passages.items():
        passage = read(text)
        for place in places:
            claim = claims[pairs[place].claim]
            shape = shape_of(claim, passage)
            shared = overlap(claim, passage, rarity)
            yield Prepared(place, claim, passage, shared, shape, features(claim, passage, shared, rarity))


def judge(model: Model, pairs: Sequence[Pair]) -> list[Judgement]:
    """One judgement for each pair, in their order."""
    judged = {pair.place: _judgement(model.heads[pair.shape], pair) for pair in prepared(pairs)}
    return [judged[place] for place in range(len(pairs))]


def probabilities(head: Head, row: Sequence[float]) -> dict[Stance, float]:
    """Of the four stances; they sum to 1."""
    related = head.related.probability(row)
    if related < _HARDLY:
        mentions, supports = 0.6, 0.7
    else:
        mentions, supports = head.mentions.probability(row), head.supports.probability(row)
    return combined(related, mentions, supports)


def combined(related: float, mentions: float, supports: float) -> dict[Stance, float]:
    """The probabilities of the stances from the answers to the three questions, each given the one before."""
    return {
        Stance.SUPPORTS: related * (1 - mentions) * supports,
        Stance.REFUTES: related * (1 - mentions) * (1 - supports),
        Stance.MENTIONS: related * mentions,
        Stance.UNRELATED: 1 - related,
    }


def decided(
    chances: Mapping[Stance, float], favours: Mapping[str, float], sure_from: Mapping[str, float]
) -> tuple[Stance, bool]:
    """The stance that is decided for, and whether it is too unsure to be shown."""
    stance = max(DECIDED, key=lambda one: chances[one] * favours.get(one, 1.0))
    return stance, chances[stance] < sure_from.get(stance, 0.0)


def _in_other_words(head: Head, row: Sequence[float]) -> dict[Stance, float]:
    return combined(_OTHER_WORDS, head.mentions.probability(row), head.supports.probability(row))


def _judgement(head: Head, pair: Prepared) -> Judgement:
    if not pair.shared.shared:
        is_sure = pair.shape is Shape.DOCUMENT or not pair.passage.content
        chances = _NOTHING if is_sure else _in_other_words(head, pair.row)
        return Judgement(
            Stance.UNRELATED, chances[Stance.UNRELATED], chances, abstains=not is_sure,
            reasons=("no telling word of the claim stands in it",), start=0, end=0,
        )  # fmt: skip
    said = exchange(pair.passage, pair.shape)
    if said is not None:
        return answered(pair.claim, said)
    start, end = reasons.span(pair.passage, pair.shared)
    plain = plainly(pair.claim, pair.passage, pair.shared) if pair.shape is not Shape.DOCUMENT else None
    if plain is not None:
        told = (plain.reason, *reasons.reasons(pair.claim, pair.passage, pair.shared, plain.stance))
        chances = CHANCES[plain.stance]
        return Judgement(
            plain.stance, chances[plain.stance], chances, abstains=False, reasons=told, start=start, end=end
        )
    chances = probabilities(head, pair.row)
    stance, abstains = decided(chances, head.favours, head.sure_from)
    return Judgement(
        stance,
        chances[stance],
        chances,
        abstains=abstains,
        reasons=reasons.reasons(pair.claim, pair.passage, pair.shared, stance),
        start=start,
        end=end,
    )
