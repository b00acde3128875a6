"""What the evidence for one claim comes to: stances, independent origins, a computed confidence, all with reasons."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from claimcheck import scoring
from claimcheck.dates import parse_partial_date
from claimcheck.independence.origins import origins
from claimcheck.independence.ownership import Ownership
from claimcheck.independence.values import Aside, Claimant, Item, Origin, Origins
from claimcheck.interests import denying_party
from claimcheck.judgements import Judgement, Pair
from claimcheck.ports import StanceModel
from claimcheck.scoring import Assessment, Contribution, Vote
from claimcheck.steps.evidence import judged_alone, shown_stance
from claimcheck.store.engine import Reader
from claimcheck.store.evidence import text_of
from claimcheck.store.weighing_reads import (
    EvidenceItem,
    WeighedClaim,
    aliases,
    evidence_items,
    graded_source,
    known_names,
    weighed_claim,
)
from claimcheck.text import comparison_key
from claimcheck.vocabulary import LinkState, Reliability, SourceKind, Stance, Verdict

MAX_KNOWN = 5_000
"""How many sources are looked for by their names in passages."""
ASIDE_ONLY = "there is evidence, but none of an independent origin"
"""The rule where all that there is was set aside."""
_SIDES = (Stance.SUPPORTS, Stance.REFUTES)


class Weighed(NamedTuple):
    """A passage and what it says to the claim."""

    item: EvidenceItem
    judgement: Judgement | None
    """What the model says; None where a person has confirmed the link."""
    stance: Stance
    supports: float
    refutes: float
    remark: str | None
    """Why it counts for less than it seems to, if it does."""

    @property
    def is_confirmed_side(self) -> bool:
        """Whether a person has confirmed that it takes a side: no suggestion of the same origin outweighs that."""
        return self.item.state == LinkState.CONFIRMED and self.stance in _SIDES

    @property
    def lean(self) -> float:
        """How much it supports more than it refutes, -1..1."""
        return self.supports - self.refutes


class Voice(NamedTuple):
    """An independent origin: its passages, the strongest first, and what it adds."""

    origin: Origin
    items: tuple[Weighed, ...]
    reliability: Reliability | None
    graded: str | None
    """Whose reliability that is."""
    contribution: Contribution | None
    """None where it takes no side."""


class Weighing(NamedTuple):
    """Everything that bears on a claim, and what it comes to."""

    claim: WeighedClaim
    voices: tuple[Voice, ...]
    """The weightiest first."""
    own: tuple[Weighed, ...]
    """What the claim's own source says, or what descends from it: it repeats the claim."""
    unresolved: tuple[Weighed, ...]
    """Of unknown lineage."""
    counter_claims: tuple[Weighed, ...]
    """Denials by whom the claim is about."""
    origins: Origins
    assessment: Assessment
    confirmed: Assessment
    """What only those passages come to of which a person has confirmed what they say."""
    supported_on: str | None
    """The day of the newest independent support, ISO or part of it."""
    impact: float
    """How much a person's decision could change, 0..1."""

    @property
    def every_item(self) -> list[Weighed]:
        """All passages, by the numbers of the evidence."""
        sets = (self.own, self.unresolved, self.counter_claims, *(voice.items for voice in self.voices))
        return sorted((one for some in sets for one in some), key=lambda one: one.item.evidence_id)

    @property
    def item_count(self) -> int:
        """How many passages were weighed."""
        return len(self.every_item)


class Weigher:
    """Weighs the evidence of claims, one after the other, with one model."""

    def __init__(self, reader: Reader, model: StanceModel, ownership: Ownership) -> None:
        """Read nothing yet."""
        self._reader = reader
        self._model = model
        self._ownership = ownership

    def weigh(self, claim_id: int) -> Weighing:
        """The evidence of one claim, which exists.

        Raises:
            PluginError: the model cannot judge.
        """
        claim = weighed_claim(self._reader, claim_id)
        weighed = self._judged(claim, _undecided_once(evidence_items(self._reader, claim_id)))
        counter = tuple(one for one in weighed if one.remark)
        by_id = {one.item.evidence_id: one for one in weighed if not one.remark}
        found = self._origins(claim, [one.item for one in by_id.values()])
        own, unresolved = (_set_aside(some, by_id) for some in (found.own, found.unresolved))
        voices = [self._voice(origin, by_id) for origin in found.origins]
        assessment = _assessment(voices)
        if weighed and not voices:
            assessment = assessment._replace(rule=ASIDE_ONLY)
        confirmed = _assessment(voices, only=LinkState.CONFIRMED)
        shares = {one.vote.origin: one for one in assessment.contributions}
        told = [voice._replace(contribution=shares.get(number)) for number, voice in enumerate(voices)]
        told.sort(key=lambda voice: -abs(voice.contribution.log_odds) if voice.contribution else 0.0)
        return Weighing(
            claim, tuple(told), own, unresolved, counter, found, assessment, confirmed, _supported_on(told),
            _impact(claim, assessment, confirmed),
        )  # fmt: skip

    def _judged(self, claim: WeighedClaim, items: Sequence[EvidenceItem]) -> list[Weighed]:
        open_items = [item for item in items if item.state == LinkState.SUGGESTED]
        judgements = judged_alone(self._model, [Pair(claim.text, item.exact) for item in open_items])
        judged = dict(zip((item.evidence_id for item in open_items), judgements, strict=True))
        return [_weighed(claim, item, judged.get(item.evidence_id)) for item in items]

    def _origins(self, claim: WeighedClaim, items: Sequence[EvidenceItem]) -> Origins:
        texts: dict[int, str] = {}
        for item in items:
            if item.snapshot_id not in texts:
                texts[item.snapshot_id] = text_of(self._reader, item.snapshot_id) or item.exact
        kind = SourceKind(claim.source_kind) if claim.source_kind else None
        names = tuple(dict.fromkeys((claim.source, *aliases(self._reader, claim.source_id))))
        claimant = Claimant(names, kind)
        found = [self._item(item, texts) for item in items]
        return origins(found, ownership=self._ownership, claimant=claimant, known=self._known)

    @cached_property
    def _known(self) -> list[tuple[str, ...]]:
        """The names of the sources of the ledger, as a passage may call them."""
        return known_names(self._reader, limit=MAX_KNOWN)

    def _item(self, item: EvidenceItem, texts: Mapping[int, str]) -> Item:
        names = aliases(self._reader, item.publisher_id) if item.publisher_id is not None else ()
        return Item(
            key=item.evidence_id, url=item.url, canonical_url=item.canonical_url, publisher=item.publisher,
            publisher_names=names, title=item.title or "", author=item.author, published_on=item.published_on,
            text=texts[item.snapshot_id], passage=item.exact, start=item.start, end=item.end,
        )  # fmt: skip

    def _voice(self, origin: Origin, by_id: Mapping[int, Weighed]) -> Voice:
        items = [by_id[key] for key in origin.items]
        items.sort(key=lambda one: (not one.is_confirmed_side, -abs(one.lean), one.item.evidence_id))
        reliability, graded = self._reliability(origin, items)
        return Voice(origin, tuple(items), reliability, graded, None)

    def _reliability(self, origin: Origin, items: Sequence[Weighed]) -> tuple[Reliability | None, str | None]:
        """The grade of the root if it is a graded source, or else of who published the strongest passage."""
        root = graded_source(self._reader, comparison_key(origin.root))
        if root is not None and root[2] is not None:
            return Reliability(root[2]), root[1]
        first = items[0].item
        if first.reliability is not None:
            return Reliability(first.reliability), first.publisher
        return None, None


def _undecided_once(items: Sequence[EvidenceItem]) -> list[EvidenceItem]:
    """Without the suggested passages in which a person has already found what they confirmed."""
    decided = [item for item in items if item.state == LinkState.CONFIRMED]
    return [
        item
        for item in items
        if item.state == LinkState.CONFIRMED
        or not any(
            item.snapshot_id == other.snapshot_id and item.start < other.end and other.start < item.end
            for other in decided
        )
    ]


def _weighed(claim: WeighedClaim, item: EvidenceItem, judgement: Judgement | None) -> Weighed:
    if judgement is None:
        stance = Stance(item.stance)
        sure = scoring.CONFIRMED
        supports, refutes = {Stance.SUPPORTS: (sure, 1 - sure), Stance.REFUTES: (1 - sure, sure)}.get(
            stance, (0.0, 0.0)
        )
    else:
        stance = shown_stance(judgement)
        sides = stance in _SIDES
        supports = judgement.probabilities[Stance.SUPPORTS] if sides else 0.0
        refutes = judgement.probabilities[Stance.REFUTES] if sides else 0.0
    party = denying_party(claim.text, item.exact) if stance is Stance.REFUTES else None
    remark = f"denied by whom the claim is about ({party.title()})" if party else None
    return Weighed(item, judgement, stance, supports, refutes, remark)


def _set_aside(asides: Sequence[Aside], by_id: Mapping[int, Weighed]) -> tuple[Weighed, ...]:
    return tuple(by_id[aside.key]._replace(remark=aside.reason) for aside in asides)


def _assessment(voices: Sequence[Voice], *, only: LinkState | None = None) -> Assessment:
    votes = []
    for number, voice in enumerate(voices):
        counted = [one for one in voice.items if only is None or one.item.state == only]
        if counted:
            first = counted[0]
            votes.append(Vote(number, first.item.evidence_id, first.supports, first.refutes, voice.reliability))
    return scoring.assess(votes)


def _supported_on(voices: Sequence[Voice]) -> str | None:
    days = [
        one.item.published_on or (one.item.retrieved_at or "")[:10]
        for voice in voices
        if voice.contribution is not None and voice.contribution.log_odds > 0
        for one in voice.items
        if one.lean > 0
    ]
    return max(filter(None, days), key=lambda day: parse_partial_date(day).latest, default=None)


def _impact(claim: WeighedClaim, assessment: Assessment, confirmed: Assessment) -> float:
    """How far what is computed lies from what people have said or confirmed so far."""
    if assessment.confidence is None:
        return 0.0
    so_far = confirmed.confidence if confirmed.confidence is not None else assessment.prior
    stated = claim.confidence if claim.confidence is not None else assessment.prior
    without = _without_one(assessment) if assessment.verdict is Verdict.CONFLICTING else 0.0
    return max(abs(assessment.confidence - so_far), abs(assessment.confidence - stated), without)


def _without_one(assessment: Assessment) -> float:
    """How far the confidence moves at most if one origin turns out to say nothing."""
    votes = [one.vote for one in assessment.contributions]
    others = (scoring.assess([*votes[:place], *votes[place + 1 :]]).confidence for place in range(len(votes)))
    whole = assessment.confidence or 0.0
    return max((abs(whole - other) for other in others if other is not None), default=0.0)
