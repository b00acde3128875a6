"""Why a passage was judged as it was, in words."""

from claimcheck.stance_reading.cues import KINDS, NEGATION, length
from claimcheck.stance_reading.overlap import Overlap, opposed
from claimcheck.stance_reading.reading import Reading, Sentence
from claimcheck.vocabulary import Stance

_MAX_TERMS = 5
_SPEAKING = {
    "hoax": "calls something a hoax",
    "fake": "calls something made up",
    "false": "calls something false",
    "debunk": "debunks something",
    "deny": "denies or rejects something",
    "satire": "speaks of a joke or satire",
    "retract": "takes something back",
    "evidence_no": "says that evidence is missing",
    "doubt": "doubts something",
    "dispute": "says that something is disputed",
    "unclear": "leaves something unconfirmed",
    "rumour": "speaks of a rumour",
    "reportedly": "passes on what others report",
    "allege": "passes on what others allege",
    "confirm": "confirms something",
    "prove": "points to proof or findings",
}
_BY_NUMBER = {KINDS.index(kind): words for kind, words in _SPEAKING.items()}


def span(passage: Reading, shared: Overlap) -> tuple[int, int]:
    """The half-open place of the sentence that says most of the claim; (0, 0) without one."""
    if shared.best < 0:
        return 0, 0
    best = passage.sentences[shared.best]
    end = best.start + len(passage.text[best.start : best.end].rstrip())
    return best.start, max(best.start, end)


def reasons(claim: Reading, passage: Reading, shared: Overlap, stance: Stance) -> tuple[str, ...]:
    """What speaks for the stance, the weightiest first."""
    share = sum(shared.weights[root] for root in shared.shared) / shared.total
    terms = _written(
        claim, sorted(shared.shared, key=lambda root: (-round(shared.weights[root], 6), root))[:_MAX_TERMS]
    )
    told = [f"shares {share:.0%} of the claim's telling words: {', '.join(terms)}"]
    if stance is Stance.UNRELATED or shared.best < 0:
        return tuple(told)
    best = passage.sentences[shared.best]
    told += _cues(passage, best)
    if NEGATION in best.cues and not claim.cue_counts[NEGATION]:
        told.append("its closest sentence is negated, the claim is not")
    elif claim.cue_counts[NEGATION] and NEGATION not in best.cues:
        told.append("the claim is negated, its closest sentence is not")
    told += [f"says {_word(passage, theirs)!r} where the claim says {_word(claim, mine)!r}"
             for mine, theirs in opposed(claim, passage, best.first, best.last)[:2]]  # fmt: skip
    told += _numbers(claim, passage, best)
    if best.asks:
        told.append("its closest sentence is a question")
    missing = _written(claim, sorted(shared.missing, key=lambda root: (-round(shared.weights[root], 6), root))[:3])
    if missing:
        told.append(f"does not have: {', '.join(missing)}")
    return tuple(told)


def _cues(passage: Reading, best: Sentence) -> list[str]:
    told: dict[str, None] = {}
    near = [(place, kind) for place, kind in passage.cues if kind in _BY_NUMBER and best.first <= place < best.last]
    spans = [range(place, place + length(passage.words, place, kind)) for place, kind in near]
    for (place, kind), own in zip(near, spans, strict=True):
        if not any(place in other and len(other) > len(own) for other in spans):
            told.setdefault(f"its closest sentence {_BY_NUMBER[kind]} ({_cue(passage, place, kind)!r})")
    if not near:
        elsewhere = [(place, kind) for place, kind in passage.cues if kind in _BY_NUMBER]
        for place, kind in elsewhere[:1]:
            told.setdefault(f"elsewhere it {_BY_NUMBER[kind]} ({_cue(passage, place, kind)!r})")
    return list(told)[:3]


def _cue(passage: Reading, place: int, kind: int) -> str:
    return " ".join(passage.words[place : place + length(passage.words, place, kind)])


def _numbers(claim: Reading, passage: Reading, best: Sentence) -> list[str]:
    unmet = [number for number in claim.numbers if number not in passage.numbers]
    theirs = [
        number
        for number, place in passage.numbers.items()
        if best.first <= place < best.last and number not in claim.numbers
    ]
    if unmet and theirs:
        return [f"gives the number {theirs[0]}, the claim {unmet[0]}"]
    return []


def _word(text: Reading, root: str) -> str:
    return next((word for word, own in zip(text.words, text.stems, strict=True) if own == root), root)


def _written(text: Reading, roots: list[str]) -> list[str]:
    return [text.words[text.positions[root][0]] for root in roots]
