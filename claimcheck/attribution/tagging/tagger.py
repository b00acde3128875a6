"""Which words of a parsed text attribute something to somebody: the rules, corrected by a trained tagger."""

from functools import lru_cache
from pathlib import Path

from claimcheck.attribution.parsed import Found, ParsedText
from claimcheck.attribution.tagging import model_file, proposing
from claimcheck.attribution.tagging.choice_features import Proposal, choice_features, overlap
from claimcheck.attribution.tagging.lessons import KEPT, Models
from claimcheck.attribution.tagging.sequences import SequenceModel
from claimcheck.attribution.tagging.sketch import Sketch, lemma
from claimcheck.errors import InputError

MIN_PROBABILITY = 0.25
"""What is less probably an attribution is not given."""
_SAME = 0.5


class Tagger:
    """A trained tagger."""

    def __init__(self, models: Models) -> None:
        """Open the models.

        Raises:
            PluginError: python-crfsuite is not installed.
            ValueError: they are none.
        """
        self._anchors, self._spans, self._choice = (SequenceModel(model) for model in models)

    def find(self, parsed: ParsedText) -> list[Found]:
        """The attributions of a text, in the order of their cues; one may lie within what another says."""
        sketch = Sketch(parsed)
        likely = proposing.likelihoods(sketch, self._anchors)
        proposals = proposing.proposals(sketch, likely, self._spans)
        rows = choice_features(sketch, proposals)
        probable = [self._choice.probabilities([row], KEPT)[0] for row in rows]
        found: list[Found] = []
        for _, number in sorted((-probability, number) for number, probability in enumerate(probable)):
            if probable[number] < MIN_PROBABILITY:
                break
            one = _found(sketch, proposals[number])
            if not any(_is_same(one, other) for other in found):
                found.append(one)
        return sorted(found, key=lambda one: (one.cue or one.content)[0])


def load(path: Path) -> Tagger:
    """The tagger of a file; the file is read once as long as it does not change.

    Raises:
        InputError: it is no trained tagger of this version.
        PluginError: python-crfsuite is not installed.
    """
    try:
        status = path.stat()
    except OSError as error:
        msg = f"{path} cannot be read: {error.strerror}"
        raise InputError(msg) from None
    return _loaded(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=1)
def _loaded(path: Path, _changed_ns: int, _size: int) -> Tagger:
    try:
        return Tagger(model_file.read(path))
    except ValueError:
        msg = f"{path} is damaged; train it again with `claimcheck extract --train`"
        raise InputError(msg) from None


def _found(sketch: Sketch, proposal: Proposal) -> Found:
    anchor = proposal.anchor
    ruled = sketch.by_anchor.get(anchor)
    word = ruled.word if ruled is not None else lemma(sketch.parsed.lowered[anchor])
    return Found(
        cue=sketch.layout.trimmed(proposal.cue) or proposal.cue,
        source=sketch.layout.trimmed(proposal.source),
        content=sketch.layout.trimmed(proposal.content) or proposal.content,
        head=anchor if anchor in proposal.cue else None,
        word=word,
    )


def _is_same(one: Found, other: Found) -> bool:
    """Whether two say the same, so that the less probable one is not given."""
    if not set(one.cue).isdisjoint(other.cue):
        return True
    return overlap(set(one.content), set(other.content)) >= _SAME
