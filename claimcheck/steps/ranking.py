"""The claims of a ledger that are most like a text."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from claimcheck.criteria import ClaimFilter
from claimcheck.matching.fusion import fused
from claimcheck.matching.gate import rank_score
from claimcheck.matching.likening import Asked, asked_of, likeness_of, weighed
from claimcheck.steps.candidates import LIVE, Candidate, Candidates
from claimcheck.store.engine import Reader

MAX_TEXT_LENGTH = 20_000
"""How much of a text is looked at, in code points."""
MAX_CANDIDATES = 200
BUDGET = 200_000
MAX_EMBEDDED = 100
DAMPING = 5
"""Of the fusion: learnt on the training queries of CheckThat! 2020."""


class Meaning(Protocol):
    """A model of what texts mean."""

    def likenesses(self, text: str, others: Sequence[str]) -> list[float]:
        """How alike the meaning of a text and of each of the others is, -1..1."""


class Ranked(NamedTuple):
    """A claim that is like a text: the higher the score, the more; it means something in one ranking only."""

    claim_id: int
    text: str
    source: str
    score: float


def similar_to(
    reader: Reader,
    text: str,
    *,
    limit: int,
    scope: ClaimFilter | None = None,
    embedder: Meaning | None = None,
) -> list[Ranked]:
    """The claims that a text is most likely about, the likeliest first; rejected ones only if `scope` asks for them.

    It is one text that is looked for as a whole: a sentence, a headline, a post. With an embedder, the order by
    words and the order by meaning are made one.
    """
    scope = scope or ClaimFilter()
    scope = scope if scope.states else scope._replace(states=LIVE)
    candidates = Candidates(reader, scope, budget=BUDGET)
    asked = asked_of(text[:MAX_TEXT_LENGTH])
    passage = weighed(asked, candidates.weights(asked), candidates.shortlist.most)
    found = candidates.of(asked, limit=MAX_CANDIDATES, budget=BUDGET)
    scores = {claim.id: rank_score(likeness_of(passage, claim.told)) for claim in found}
    found.sort(key=lambda claim: (-scores[claim.id], claim.id))
    if embedder is not None and found:
        meant = _likenesses(embedder, asked, found[:MAX_EMBEDDED])
        by_meaning = sorted(found[:MAX_EMBEDDED], key=lambda claim: -meant[claim.id])
        order = fused([[claim.id for claim in ranking] for ranking in (found, by_meaning)], damping=DAMPING)
        scores = {claim_id: 1 / place for place, claim_id in enumerate(order, start=1)}
        found.sort(key=lambda claim: -scores[claim.id])
    return [Ranked(claim.id, claim.text, claim.source, scores[claim.id]) for claim in found[:limit]]


def _likenesses(embedder: Meaning, asked: Asked, claims: list[Candidate]) -> dict[int, float]:
    """How near each claim lies to a text: its proposition or its quotation, whichever is nearer."""
    texts = [text for claim in claims for text in (claim.text, claim.quote or claim.text)]
    likenesses = embedder.likenesses(asked.body, texts)
    nearer = map(max, likenesses[::2], likenesses[1::2])
    return {claim.id: likeness for claim, likeness in zip(claims, nearer, strict=True)}
