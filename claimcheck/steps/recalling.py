"""Is something like these words in the ledger already, and what stands for and against it?"""

from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.criteria import ClaimFilter
from claimcheck.opposition import Statement, opposition, swap_parts
from claimcheck.steps.ranking import Meaning, similar_to
from claimcheck.steps.similar import are_opposite, word_likeness
from claimcheck.steps.weigh import Weigher, Weighing
from claimcheck.store.engine import Reader
from claimcheck.store.weighing_reads import statements
from claimcheck.vocabulary import ClaimKind, RelationKind

MAX_FOUND = 10
MAX_LOOKED_AT = 40
MIN_LIKENESS = 0.3
MIN_MEANING = 0.6
"""From this cosine on, two sentences are about the same thing."""
SAME_FROM = 0.7
"""From this share of common words on, two sentences that are not opposite say the same."""
_NOBODY = 0


class Recalled(NamedTuple):
    """A claim of the ledger that is like some words, and what its evidence comes to."""

    weighing: Weighing
    likeness: float
    """How much of the words is in both, 0..1."""
    says: str
    """What it does to the words: repeats them, contradicts them, or is only related."""


def like(
    reader: Reader, text: str, scope: ClaimFilter, weigher: Weigher, *, embedder: Meaning | None = None
) -> Iterator[Recalled]:
    """The claims most like a text, those that say the same or the opposite first.

    With an embedder, those that mean nearly the same are given as well, whatever words they have in common.

    Raises:
        PluginError: the stance model cannot judge.
    """
    asked = Statement(text, ClaimKind.ASSERTION, _NOBODY)
    near = [one.claim_id for one in similar_to(reader, text, limit=MAX_LOOKED_AT, scope=scope, embedder=embedder)]
    others = list(statements(reader, near, also_rejected=bool(scope.states)))
    meanings = embedder.likenesses(text, [other[1] for other in others]) if embedder else [0.0] * len(others)
    found: list[tuple[int, float, str]] = []
    for (claim_id, other, kind, source_id), meaning in zip(others, meanings, strict=True):
        likeness = word_likeness(text, other)
        against = opposition(asked, Statement(other, ClaimKind(kind), source_id))
        if against is not None or likeness >= MIN_LIKENESS or meaning >= MIN_MEANING:
            found.append((claim_id, likeness, _says(text, other, likeness, against and against.reasons)))
    found.sort(key=lambda one: (-(one[1] + (one[2] != "related")), one[0]))
    for claim_id, likeness, says in found[:MAX_FOUND]:
        yield Recalled(weigher.weigh(claim_id), likeness, says)


def _says(text: str, other: str, likeness: float, against: str | None) -> str:
    if against:
        return f"{RelationKind.CONTRADICTS.value}: {against}"
    if likeness >= SAME_FROM and not are_opposite(text, other) and not swap_parts(text, other):
        return RelationKind.REPEATS.value
    return "related"
