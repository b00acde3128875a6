"""What tests of weighing share: articles in a ledger, and a model that says what a test tells it to."""

from collections.abc import Mapping, Sequence

from sqlmodel import Session

from claimcheck.independence.ownership import in_force
from claimcheck.judgements import Judgement, Pair
from claimcheck.steps.evidence import find_or_add_evidence, set_link
from claimcheck.steps.weigh import Weigher
from claimcheck.store.engine import session_reader
from claimcheck.vocabulary import LinkState, Stance
from tests.steps.papers import command, keep

FOUR = (Stance.SUPPORTS, Stance.REFUTES, Stance.MENTIONS, Stance.UNRELATED)
CLAIM = 17
"""A claim of the seeds about nothing that the articles say."""


class Oracle:
    """A stance model that finds a stance by a word in the passage."""

    version = "oracle 1"
    sure = 0.85

    def __init__(self, stances: Mapping[str, Stance], *, abstains: bool = False) -> None:
        self.stances = stances
        self.abstains = abstains
        self.asked: list[Pair] = []
        self.calls: list[int] = []

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        self.asked.extend(pairs)
        self.calls.append(len(pairs))
        return [self._judged(pair) for pair in pairs]

    def _judged(self, pair: Pair) -> Judgement:
        stance = next((found for word, found in self.stances.items() if word in pair.passage), Stance.MENTIONS)
        shares = {one: self.sure if one is stance else (1 - self.sure) / 3 for one in FOUR}
        return Judgement(stance, self.sure, shares, self.abstains, ("because",), 0, len(pair.passage))


class Sure(Oracle):
    """One that is surer than any person."""

    sure = 0.997


def put(session: Session, text: str, host: str, stance: Stance | None = None, *, claim_id: int = CLAIM) -> int:
    """Keep an article and link all of it to a claim; without a stance only as a suggestion."""
    kept = keep(session, text, f"https://{host}/story", publisher=host.partition(".")[0].title())
    log = command(session)
    evidence_id, _ = find_or_add_evidence(
        session, log, snapshot_id=kept.kept.snapshot_id, text=text, start=0, end=len(text)
    )
    state = LinkState.CONFIRMED if stance else LinkState.SUGGESTED
    set_link(session, log, claim_id=claim_id, evidence_id=evidence_id, stance=stance or Stance.MENTIONS, state=state)
    log.seal()
    return evidence_id


def weigher(session: Session, model: Oracle | None = None) -> Weigher:
    """What weighs the ledger of a test."""
    return Weigher(session_reader(session), model or Oracle({}), in_force())
