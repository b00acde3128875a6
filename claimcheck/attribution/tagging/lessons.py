"""What a tagger learns from: parsed texts with the attributions that people marked in them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claimcheck.attribution.parsed import Found, ParsedText
from claimcheck.attribution.tagging import proposing
from claimcheck.attribution.tagging.choice_features import Proposal, choice_features, overlap
from claimcheck.attribution.tagging.sequences import Rows, SequenceModel, Settings, fit
from claimcheck.attribution.tagging.sketch import Sketch
from claimcheck.attribution.tagging.span_features import role_labels, span_features

FOLDS = 2
"""In so many parts the lessons are cut, so that each model learns from what the one before it says of unseen texts."""
KEPT, DROPPED = "1", "0"
_SAME = 0.5
_ANCHORS = Settings(l1=1.0, l2=0.5, steps=60)
_SPANS = Settings(l1=0.5, l2=0.3, steps=60)
_CHOICE = Settings(l1=0.3, l2=0.3, steps=100)


@dataclass(slots=True)
class Lesson:
    """One text."""

    parsed: ParsedText
    marked: list[Found]
    """What people marked, as tokens; each has a cue and a content."""


Numbered = Sequence[tuple[int, Lesson]]
Likely = dict[int, list[float]]
"""By the number of the lesson, for each token how likely it is an anchor."""
Example = tuple[Rows, Sequence[str]]
"""The rows of features of a sequence, and their labels."""


class Models(NamedTuple):
    """The fitted models of a tagger, as bytes."""

    anchors: bytes
    spans: bytes
    choice: bytes


def learn(lessons: Sequence[Lesson], tell: Callable[[str], None]) -> Models:
    """Fit the three models, one after the other; `tell` is told what was done."""
    everything = list(enumerate(lessons))
    folds = [[each for each in everything if each[0] % FOLDS == fold] for fold in range(FOLDS)]
    likely: Likely = {}
    for fold, inside in enumerate(folds, start=1):
        model = SequenceModel(_fit_anchors(_without(everything, inside)))
        for number, lesson in inside:
            likely[number] = proposing.likelihoods(Sketch(lesson.parsed), model)
        tell(f"words that attribute learned, {fold} of {FOLDS + 1}")
    anchors = _fit_anchors(everything)
    tell(f"words that attribute learned, {FOLDS + 1} of {FOLDS + 1}")
    proposed: dict[int, list[Proposal]] = {}
    for fold, inside in enumerate(folds, start=1):
        model = SequenceModel(_fit_spans(_without(everything, inside), likely))
        for number, lesson in inside:
            proposed[number] = proposing.proposals(Sketch(lesson.parsed), likely[number], model)
        tell(f"sources and contents learned, {fold} of {FOLDS + 1}")
    spans = _fit_spans(everything, likely)
    tell(f"sources and contents learned, {FOLDS + 1} of {FOLDS + 1}")
    choice = fit((pair for number, lesson in everything for pair in _choices(lesson, proposed[number])), _CHOICE)
    tell("all learned")
    return Models(anchors, spans, choice)


def anchor(sketch: Sketch, cue: Sequence[int]) -> int:
    """The token of a cue that stands for it: what the rules take, else the verb that governs the rest."""
    ruled = [token for token in cue if token in sketch.by_anchor]
    if ruled:
        return ruled[0]
    parsed = sketch.parsed
    among = set(cue)
    tops = [token for token in cue if parsed.heads[token] not in among or parsed.heads[token] == token]
    words = [token for token in tops if parsed.words[token][0].isalnum()] or tops or list(cue)
    return next((token for token in words if parsed.tags[token].startswith("V")), words[0])


def _without(lessons: Numbered, inside: Numbered) -> Numbered:
    left_out = {number for number, _ in inside}
    return [each for each in lessons if each[0] not in left_out]


def _fit_anchors(lessons: Numbered) -> bytes:
    def sequences() -> Iterator[Example]:
        for _, lesson in lessons:
            sketch = Sketch(lesson.parsed)
            anchors = {anchor(sketch, one.cue) for one in lesson.marked}
            for tokens, rows in proposing.anchor_rows(sketch):
                yield rows, [proposing.ANCHOR if token in anchors else proposing.NO_ANCHOR for token in tokens]

    return fit(sequences(), _ANCHORS)


def _fit_spans(lessons: Numbered, likely: Likely) -> bytes:
    def sequences() -> Iterator[Example]:
        for number, lesson in lessons:
            sketch = Sketch(lesson.parsed)
            for token, one in _by_anchor(sketch, lesson):
                first, rows = span_features(sketch, token, likely[number])
                yield rows, role_labels(one, first, first + len(rows))

    return fit(sequences(), _SPANS)


def _by_anchor(sketch: Sketch, lesson: Lesson) -> Iterator[tuple[int, Found]]:
    seen: set[int] = set()
    for one in lesson.marked:
        token = anchor(sketch, one.cue)
        if token not in seen:
            seen.add(token)
            yield token, one


def _choices(lesson: Lesson, proposed: Sequence[Proposal]) -> Iterator[Example]:
    rows = choice_features(Sketch(lesson.parsed), proposed)
    for row, is_right in zip(rows, right(proposed, lesson.marked), strict=True):
        yield [row], [KEPT if is_right else DROPPED]


def right(proposed: Sequence[Proposal], marked: Sequence[Found]) -> list[bool]:
    """For each proposal whether its content is, at least by half, a marked one; each of those counts once."""
    pairs = []
    marks = [(set(one.content), set(one.cue)) for one in marked]
    for number, proposal in enumerate(proposed):
        content = set(proposal.content)
        for other, (words, cue) in enumerate(marks):
            share = overlap(content, words)
            if share >= _SAME:
                pairs.append((cue.isdisjoint(proposal.cue), -share, number, other))
    taken: set[int] = set()
    good: set[int] = set()
    for _, _, number, other in sorted(pairs):
        if number not in good and other not in taken:
            good.add(number)
            taken.add(other)
    return [number in good for number in range(len(proposed))]
