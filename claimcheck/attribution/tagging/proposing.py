"""From a text to proposals: which tokens may be anchors, and what the source, cue and content of each would be."""

from collections.abc import Iterator, Sequence

from claimcheck.attribution.tagging.choice_features import Proposal, overlap
from claimcheck.attribution.tagging.cue_features import cue_features, possible_anchors
from claimcheck.attribution.tagging.sequences import SequenceModel
from claimcheck.attribution.tagging.sketch import Sketch
from claimcheck.attribution.tagging.span_features import span_features

ANCHOR, NO_ANCHOR = "A", "-"
MIN_LIKELIHOOD = 0.08
"""What is less likely an anchor is not looked at, unless the rules found it."""
_MIN_LIKELIHOOD_RULED = 0.01
_ALIKE = 0.75
"""The overlap of two contents from which the one of the model is enough."""
_ROLES = "SQC"


def anchor_rows(sketch: Sketch) -> Iterator[tuple[list[int], list[list[str]]]]:
    """For each sentence the tokens that can be anchors, and their features."""
    for first, last in sketch.sentences:
        tokens = possible_anchors(sketch, first, last)
        yield tokens, cue_features(sketch, first, last, tokens)


def likelihoods(sketch: Sketch, anchors: SequenceModel) -> list[float]:
    """For each token how likely it is an anchor."""
    likely = [0.0] * len(sketch.parsed.words)
    for tokens, rows in anchor_rows(sketch):
        for token, likelihood in zip(tokens, anchors.probabilities(rows, ANCHOR), strict=True):
            likely[token] = likelihood
    return likely


def candidates(sketch: Sketch, likely: Sequence[float]) -> list[int]:
    """The tokens that are worth a proposal."""
    return [
        token
        for token, likelihood in enumerate(likely)
        if likelihood >= (_MIN_LIKELIHOOD_RULED if token in sketch.by_anchor else MIN_LIKELIHOOD)
    ]


def proposals(sketch: Sketch, likely: Sequence[float], spans: SequenceModel) -> list[Proposal]:
    """What the candidates would attribute, in the order of their anchors; the rules have their say if they differ."""
    found = []
    for anchor in candidates(sketch, likely):
        learned = _learned(sketch, anchor, likely, spans)
        if learned.content:
            found.append(learned)
        ruled = sketch.by_anchor.get(anchor)
        if ruled is not None and overlap(set(ruled.content), set(learned.content)) < _ALIKE:
            found.append(
                Proposal(anchor, likely[anchor], ruled.source, ruled.cue, ruled.content, {}, 0.0, is_ruled=True)
            )
    return found


def _learned(sketch: Sketch, anchor: int, likely: Sequence[float], spans: SequenceModel) -> Proposal:
    first, rows = span_features(sketch, anchor, likely)
    labels, sureness, probability = spans.labels(rows)
    tokens: dict[str, list[int]] = {role: [] for role in _ROLES}
    least: dict[str, float] = {}
    for index, (label, sure) in enumerate(zip(labels, sureness, strict=True)):
        role = label[-1]
        if role in tokens:
            tokens[role].append(first + index)
            least[role] = min(sure, least.get(role, 1.0))
    return Proposal(anchor, likely[anchor], tokens["S"], tokens["Q"], tokens["C"], least, probability)
