"""Which way a text leans towards what it reports: denying, doubting, vouching, by sentence and as a whole."""

from typing import NamedTuple

from claimcheck.stance_reading.cues import KINDS, NEGATION
from claimcheck.stance_reading.words import stem

_REFUTES = {
    "hoax": 1.0, "fake": 1.0, "false": 1.0, "debunk": 1.0, "deny": 0.8, "satire": 0.8, "retract": 0.5, "doubt": 0.5,
    "evidence_no": 0.7, "dispute": 0.25,
}  # fmt: skip
_HEDGES = {
    "reportedly": 1.0, "rumour": 1.0, "unclear": 1.0, "allege": 0.8, "claim": 0.7, "source": 0.5, "believe": 0.5,
    "modal": 0.4, "report": 0.4, "say": 0.3, "ask": 0.0,
}  # fmt: skip
_VOUCHES = {"confirm": 1.0, "prove": 0.5, "true": 0.5, "authority": 0.3, "viral": 0.0}
_SAYERS = frozenset("say claim report source authority believe".split())
_META = frozenset(
    map(
        stem,
        """story report claim rumor rumour video photo picture image article theory news account tale headline post
        tweet assertion allegation website site statement quote letter email""".split(),
    )
)
"""Words that stand for the claim itself: "the story is a hoax" repeats nothing of it."""
_EFFECTS = frozenset(
    map(
        stem,
        """associate link correlate effect effective affect cause prevent protect increase reduce treat cure benefit
        help risk impact transmit spread support improve difference lead result work contribute drive relate""".split(),
    )
)
_NULL_SCOPE = 5
_PRONOUNS = frozenset("it this that these those they".split())
_NO_EVIDENCE = KINDS.index("evidence_no")
_FLIPPED = 3
_LEAD = 3
_EDGE = 3
_STRONG = 0.8
_SCOPE = 7


def _by_number(weights: dict[str, float]) -> dict[int, float]:
    return {KINDS.index(kind): weight for kind, weight in weights.items() if weight}


_REFUTES_BY, _HEDGES_BY, _VOUCHES_BY = _by_number(_REFUTES), _by_number(_HEDGES), _by_number(_VOUCHES)
_SAYERS_BY = frozenset(map(KINDS.index, _SAYERS))
NAMES = (
    "refutes_sum", "refutes_max", "refutes_lead", "refutes_first", "refutes_first_at", "refutes_meta",
    "refutes_meta_lead", "refutes_meta_at", "hedges_sum", "hedges_lead", "hedges_first", "vouches_sum",
    "vouches_lead", "refuting_sentences", "flips", "says_at_start", "says_at_end", "first_person", "to_verbs",
    "negations_lead", "denied_meta",
)  # fmt: skip
"""The names of the numbers of `Leanings.facts`."""


class Leanings(NamedTuple):
    """How a text leans."""

    refuting: list[float]
    """The strength with which each sentence refutes something."""
    hedging: list[float]
    nulls: list[int]
    """How often each sentence says that something has no effect, or that nothing shows it."""
    facts: tuple[float, ...]


def leanings(
    words: list[str], stems: list[str], marks: list[tuple[int, int]], bounds: list[tuple[int, int]]
) -> Leanings:
    """Weigh the cues of a text whose sentences are the token ranges `bounds`."""
    nulls = [0] * len(bounds)
    refuting, hedging, vouching = ([0.0] * len(bounds) for _ in range(3))
    negations = {place for place, kind in marks if kind == NEGATION}
    meta_hits: list[int] = []
    flips = denied = sentence = 0
    for place, kind in marks:
        while place >= bounds[sentence][1]:
            sentence += 1
        weight = _REFUTES_BY.get(kind)
        if weight:
            if any(before in negations for before in range(max(bounds[sentence][0], place - _FLIPPED), place)):
                flips += 1
                weight = -0.5 * weight
            elif _stands_for_claim(words, stems, place, bounds[sentence]):
                meta_hits.append(sentence)
                weight *= 1.5
            refuting[sentence] += weight
        nulls[sentence] += _says_no_effect(stems, place, kind, bounds[sentence][1])
        hedging[sentence] += _HEDGES_BY.get(kind, 0.0)
        vouching[sentence] += _VOUCHES_BY.get(kind, 0.0)
        if kind == NEGATION and _stands_for_claim(words, stems, place, bounds[sentence], pronouns=False):
            denied += 1
    count = max(1, len(bounds))
    strong = [number for number, strength in enumerate(refuting) if strength >= _STRONG]
    facts = (
        sum(refuting), max(refuting, default=0.0), sum(refuting[:_LEAD]), sum(refuting[:1]),
        (strong[0] if strong else count) / count, float(len(meta_hits)), float(sum(hit < _LEAD for hit in meta_hits)),
        (meta_hits[0] if meta_hits else count) / count, sum(hedging), sum(hedging[:_LEAD]), sum(hedging[:1]),
        sum(vouching), sum(vouching[:_LEAD]), float(len(strong)), float(flips),
        *_headline(words, marks),
        float(sum(place < bounds[min(2, count - 1)][1] for place in negations)) if bounds else 0.0, float(denied),
    )  # fmt: skip
    return Leanings(refuting, hedging, nulls, facts)


def _says_no_effect(stems: list[str], place: int, kind: int, end: int) -> bool:
    return kind == _NO_EVIDENCE or (
        kind == NEGATION and not _EFFECTS.isdisjoint(stems[place + 1 : min(end, place + 1 + _NULL_SCOPE)])
    )


def _stands_for_claim(
    words: list[str], stems: list[str], place: int, bounds: tuple[int, int], *, pronouns: bool = True
) -> bool:
    first, last = max(bounds[0], place - _SCOPE), min(bounds[1], place + _SCOPE)
    return any(stems[near] in _META for near in range(first, last) if near != place) or (
        pronouns and any(words[near] in _PRONOUNS for near in range(first, place))
    )


def _headline(words: list[str], marks: list[tuple[int, int]]) -> tuple[float, ...]:
    said = [place for place, kind in marks if kind in _SAYERS_BY]
    return (
        float(any(place < _EDGE for place in said)),
        float(any(place >= len(words) - _EDGE for place in said)),
        float(any(word in ("i", "my", "we", "our", "me", "i'm", "we're") for word in words[:30])),
        float(words[:30].count("to")),
    )
