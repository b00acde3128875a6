"""The features of a pair: one list of numbers, always in the order of `NAMES`."""

from itertools import pairwise
from math import log1p

from claimcheck.stance_reading import alike, leanings, marks, tones
from claimcheck.stance_reading.cues import KINDS, NEGATION
from claimcheck.stance_reading.kindred import GROUPS
from claimcheck.stance_reading.overlap import Overlap, densest, longest_common, opposed, replaced
from claimcheck.stance_reading.rarity import Rarity
from claimcheck.stance_reading.reading import Reading, Sentence
from claimcheck.stance_reading.words import STOP_STEMS

_REFUTING = tuple(KINDS.index(kind) for kind in ("hoax", "fake", "false", "debunk", "deny", "satire", "retract"))
_HEDGING = tuple(
    KINDS.index(kind) for kind in ("allege", "rumour", "reportedly", "unclear", "claim", "source", "doubt", "dispute")
)
_SAYING = tuple(KINDS.index(kind) for kind in ("say", "claim", "report", "reportedly", "source", "rumour", "allege"))
_FAIR, _GOOD, _STRONG = 0.25, 0.5, 0.7
_EARLY = 25
_EARLY_CHARACTERS = 30
_NEAR = 7
_NONE: frozenset[int] = frozenset()
_WINDOW = 30
_TOP = 3

SHARES = (
    "covered", "covered_plain", "shared", "missing", "covered_lead", "covered_lead_15", "covered_soft", "bigrams",
    "bigrams_seen", "skip_pairs", "best_covered", "second_covered", "third_covered", "top_mean", "best_place",
    "good_sentences", "fair_sentences", "ordered_best", "ordered_lead", "tight", "cosine", "passage_in_claim",
    "first_place", "repeats", "missing_heaviest", "missing_share_heaviest", "missing_last", "missing_first",
    "missing_middle", "replaced", "longest_run", "tail_covered",
    "covered_kin", "best_kin", "alien", "alien_in_best", "best_new_share",
)  # fmt: skip
POLARITY = (
    "claim_negated", "best_negated", "near_negated", "parity", "opposites_best", "opposites_all", "refuting_near",
    "hedging_near", "claim_refutes", "best_refutes", "doc_refutes", "doc_hedges", "refutes_rate", "hedges_rate",
    "refutes_cross", "first_refutes_at", "lead_refutes", "lead_hedges", "opening_no", "claim_opening_no",
    "top_refutes", "top_hedges", "up_down_clash", "good_bad_clash",
)  # fmt: skip
FACTS = (
    "names", "names_found", "names_in_best", "names_other", "numbers", "numbers_found", "numbers_in_best",
    "numbers_clash", "numbers_theirs", "claim_asks", "best_asks", "doc_asks", "first_asks", "claim_quotes",
    "best_quotes", "claim_colon", "passage_colon", "exclaims", "claim_words", "passage_words", "sentences",
    "claim_title", "passage_title", "best_words", "passage_stops", "claim_stops", "scare_quotes",
    "passage_ends", "claim_ends",
)  # fmt: skip
PLACES = ("claim", "best", "around", "lead", "whole")
CROSSED = (
    "refutes_both", "refutes_only_passage", "refutes_only_claim", "refutes_around", "refutes_in_best", "hedges_around",
    "refutes_beside", "hedges_in_best", "refutes_first_fair", "colon_lead", "colon_lead_new", "colon_claim",
    "null_claim", "null_best", "null_clash", "null_all", "cue_before", "cue_after", "shared_from", "shared_to",
)  # fmt: skip
NAMES: tuple[str, ...] = (
    SHARES
    + POLARITY
    + FACTS
    + CROSSED
    + tuple(f"claim_{name}" for name in leanings.NAMES)
    + tuple(f"passage_{name}" for name in leanings.NAMES)
    + marks.NAMES
    + marks.BESIDE_NAMES
    + tuple(f"{place}:{kind}" for place in PLACES for kind in KINDS)
    + tones.NAMES
    + alike.NAMES
)


def features(claim: Reading, passage: Reading, shared: Overlap, rarity: Rarity) -> list[float]:
    """The numbers of one pair."""
    best = passage.sentences[shared.best] if shared.best >= 0 else None
    ranked = sorted(shared.by_sentence.items(), key=lambda item: (-item[1], item[0]))
    return [
        *_shares(claim, passage, shared, rarity, ranked),
        *_polarity(claim, passage, shared, best, ranked),
        *_facts(claim, passage, best),
        *_crossed(claim, passage, shared, best, ranked),
        *claim.leanings.facts,
        *passage.leanings.facts,
        *passage.looks,
        *marks.beside(claim.words, passage.words, _spans(passage, ranked)),
        *_cue_counts(claim, passage, best, ranked),
        *tones.tone(claim, passage, best),
        *alike.alike(claim, passage, best),
    ]


def _shares(
    claim: Reading, passage: Reading, shared: Overlap, rarity: Rarity, ranked: list[tuple[int, float]]
) -> list[float]:
    weights, total = shared.weights, shared.total
    number = max(1, len(weights))
    first = {root: passage.positions[root][0] for root in shared.shared}
    places = sorted(place for root in shared.shared for place in passage.positions[root][:20])
    covered = sum(weights[root] for root in shared.shared) / total
    lead = sum(weights[root] for root, place in first.items() if place < passage.lead) / total
    early = sum(weights[root] for root, place in first.items() if place < _EARLY) / total
    soft = sum(weights[root] for root in shared.missing if root[:5] in passage.prefixes) / total
    late = len(passage.words) * 0.75
    tail = sum(weights[root] for root in shared.shared if passage.positions[root][-1] >= late) / total
    tops = [share for _, share in ranked[:_TOP]] + [0.0] * _TOP
    chain = [claim.stems[place] for place in claim.content]
    pairs = claim.bigrams
    hits = len(pairs & passage.bigrams)
    best = passage.sentences[shared.best] if shared.best >= 0 else None
    theirs = passage.stems[best.first : best.last] if best else []
    norm = sum(rarity.weight(root) ** 2 for root in list(passage.positions)[:400]) ** 0.5
    own = sum(weight**2 for weight in weights.values()) ** 0.5
    dot = sum(weights[root] ** 2 for root in shared.shared)
    heaviest = max((weights[root] for root in shared.missing), default=0.0)
    gone = set(shared.missing)
    order = list(weights)
    content_of_best = [root for root in theirs if root not in STOP_STEMS]
    there = sum(rarity.weight(root) for root in dict.fromkeys(content_of_best))
    both = sum(weights[root] for root in dict.fromkeys(content_of_best) if root in weights)
    middle = order[1:-1]
    return [
        covered, len(shared.shared) / number, len(shared.shared), len(shared.missing), lead, early, covered + soft,
        hits / max(1, len(pairs)), hits, len(claim.near_pairs & passage.near_pairs) / max(1, len(claim.near_pairs)),
        tops[0], tops[1], tops[2], sum(tops) / _TOP,
        shared.best / max(1, len(passage.sentences)), sum(share > _GOOD for _, share in ranked),
        sum(share > _FAIR for _, share in ranked), longest_common(chain, theirs) / max(1, len(chain)),
        longest_common(chain, passage.stems[: passage.lead]) / max(1, len(chain)),
        densest(places, _WINDOW) / number, dot / (own * norm) if own and norm else 0.0,
        both / there if there else 0.0, min(first.values(), default=999) / 10, log1p(len(places)),
        heaviest, heaviest / total, float(bool(order) and order[-1] in gone), float(bool(order) and order[0] in gone),
        sum(root in gone for root in middle) / max(1, len(middle)), len(replaced(claim, passage)),
        _longest_run(claim, passage), tail,
        *_kin(claim, passage, shared, best),
    ]  # fmt: skip


def _kin(claim: Reading, passage: Reading, shared: Overlap, best: Sentence | None) -> list[float]:
    weights, total = shared.weights, shared.total
    there = set(passage.stems[best.first : best.last]) if best else set()
    kin = {group for root in there for group in GROUPS.get(root, ())}
    akin = sum(weights[root] for root in shared.missing if GROUPS.get(root, _NONE) & passage.groups) / total
    best_akin = (
        sum(weight for root, weight in weights.items() if root in there or GROUPS.get(root, _NONE) & kin) / total
    )
    own = {group for root in claim.positions for group in GROUPS.get(root, ())}
    new = [
        root
        for root in there
        if root in passage.positions and root not in weights and not GROUPS.get(root, _NONE) & own
    ]
    covered = sum(weights[root] for root in shared.shared) / total
    return [
        covered + akin, best_akin, max(0.0, 1 - covered - akin), 1 - best_akin, len(new) / max(1, len(there)),
    ]  # fmt: skip


def _longest_run(claim: Reading, passage: Reading) -> float:
    chain = [claim.stems[place] for place in claim.content]
    most = run = 0
    for pair in pairwise(chain):
        run = run + 1 if pair in passage.bigrams else 0
        most = max(most, run)
    return float(most)


def _near(passage: Reading, shared: Overlap, part: Sentence, kinds: tuple[int, ...]) -> int:
    held = set(shared.shared)
    anchors = [place for place in range(part.first, part.last) if passage.stems[place] in held]
    return sum(
        1
        for place, kind in passage.cues
        if kind in kinds and part.first <= place < part.last and any(abs(place - anchor) <= _NEAR for anchor in anchors)
    )


def _sum(counts: dict[int, int], kinds: tuple[int, ...]) -> int:
    return sum(counts.get(kind, 0) for kind in kinds)


def _polarity(
    claim: Reading, passage: Reading, shared: Overlap, best: Sentence | None, ranked: list[tuple[int, float]]
) -> list[float]:
    counts = passage.cue_counts
    size = max(1.0, len(passage.words) / 100)
    claimed = sum(claim.cue_counts[kind] for kind in _REFUTING)
    refutes = sum(counts[kind] for kind in _REFUTING)
    hedges = sum(counts[kind] for kind in _HEDGING)
    in_best = best.cues if best else {}
    negated = claim.cue_counts[NEGATION]
    near = _near(passage, shared, best, (NEGATION,)) if best else 0
    tops = [passage.sentences[number].cues for number, _ in ranked[:_TOP]]
    leads = [part.cues for part in passage.sentences[:_TOP]]
    first = next((place for place, kind in passage.cues if kind in _REFUTING), 9999)
    up, down = KINDS.index("up"), KINDS.index("down")
    good, bad = KINDS.index("good"), KINDS.index("bad")
    return [
        negated, in_best.get(NEGATION, 0), near, float((negated + near) % 2),
        len(opposed(claim, passage, best.first, best.last)) if best else 0,
        len(opposed(claim, passage, 0, min(len(passage.words), 2000))),
        _near(passage, shared, best, _REFUTING) if best else 0, _near(passage, shared, best, _HEDGING) if best else 0,
        claimed, _sum(in_best, _REFUTING), log1p(refutes), log1p(hedges), refutes / size, hedges / size,
        float((claimed > 0) != (refutes > 0)), min(1.0, first / max(1, len(passage.words))),
        sum(_sum(part, _REFUTING) for part in leads), sum(_sum(part, _HEDGING) for part in leads),
        float(passage.words[:1] in (["no"], ["nope"])), float(claim.words[:1] in (["no"], ["nope"])),
        sum(_sum(part, _REFUTING) for part in tops), sum(_sum(part, _HEDGING) for part in tops),
        _clash(claim, in_best, up, down), _clash(claim, in_best, good, bad),
    ]  # fmt: skip


def _crossed(
    claim: Reading, passage: Reading, shared: Overlap, best: Sentence | None, ranked: list[tuple[int, float]]
) -> list[float]:
    refuting, hedging = passage.leanings.refuting, passage.leanings.hedging
    mine = max(0.0, min(1.5, sum(claim.leanings.refuting)))
    theirs = max(0.0, min(2.0, max(refuting, default=0.0)))
    total = sum(share for _, share in ranked) or 1.0
    fair = [number for number, share in ranked if share > _FAIR]
    beside = [number + step for number in fair[:5] for step in (-1, 0, 1) if 0 <= number + step < len(refuting)]
    colon = passage.text[:80].find(":")
    places = sorted(passage.positions[root][0] for root in shared.shared)
    said = [place for place, kind in passage.cues[:40] if kind in _SAYING]
    return [
        mine * theirs, theirs if mine <= 0 else 0.0, mine if theirs <= 0 else 0.0,
        sum(refuting[number] * share for number, share in ranked) / total,
        refuting[shared.best] if best else 0.0, sum(hedging[number] * share for number, share in ranked) / total,
        max((refuting[number] for number in beside), default=0.0), hedging[shared.best] if best else 0.0,
        next((rank for rank, number in enumerate(sorted(fair)) if refuting[number] > _STRONG), 9),
        float(0 <= colon <= _EARLY_CHARACTERS),
        float(0 <= colon <= _EARLY_CHARACTERS and bool(places) and places[0] > 1), float(":" in claim.text[:40]),
        *_nulls(claim, passage, shared),
        float(bool(places) and any(place < places[0] for place in said)),
        float(bool(places) and any(place > places[-1] for place in said)),
        min(30, places[0]) if places else 30, min(60, len(passage.words) - places[-1]) if places else 60,
    ]  # fmt: skip


def _spans(passage: Reading, ranked: list[tuple[int, float]]) -> list[tuple[int, int, float]]:
    total = sum(share * share for _, share in ranked[:8]) or 1.0
    return [
        (passage.sentences[number].first, passage.sentences[number].last, share * share / total)
        for number, share in ranked[:8]
    ]


def _nulls(claim: Reading, passage: Reading, shared: Overlap) -> list[float]:
    mine = sum(claim.leanings.nulls)
    theirs = passage.leanings.nulls[shared.best] if shared.best >= 0 else 0
    return [float(mine), float(theirs), float((mine > 0) != (theirs > 0)), float(sum(passage.leanings.nulls))]


def _clash(claim: Reading, there: dict[int, int], one: int, other: int) -> float:
    mine = claim.cue_counts[one] - claim.cue_counts[other]
    theirs = there.get(one, 0) - there.get(other, 0)
    return float((mine > 0 > theirs) - (mine > 0 < theirs) + (mine < 0 < theirs) - (mine < 0 > theirs))


def _facts(claim: Reading, passage: Reading, best: Sentence | None) -> list[float]:
    in_best = set(passage.stems[best.first : best.last]) if best else set()
    names, numbers = claim.names, claim.numbers
    text = passage.text[best.start : best.end] if best else ""
    theirs = {number for number, place in passage.numbers.items() if best and best.first <= place < best.last}
    unmet = [number for number in numbers if number not in passage.numbers]
    letters = [word for word in passage.words[:60] if word.isalpha()]
    own = [word for word in claim.words[:60] if word.isalpha()]
    return [
        len(names), sum(name in passage.positions for name in names) / max(1, len(names)),
        sum(name in in_best for name in names) / max(1, len(names)),
        len([name for name in passage.names if name in in_best and name not in claim.positions]),
        len(numbers), (len(numbers) - len(unmet)) / max(1, len(numbers)), len(theirs & numbers.keys()),
        float(bool(unmet) and bool(theirs - numbers.keys())), len(theirs),
        float("?" in claim.text), float(bool(best and best.asks)), log1p(sum(part.asks for part in passage.sentences)),
        float(bool(passage.sentences) and passage.sentences[0].asks),
        _quotes(claim.text), _quotes(text), float(":" in claim.text), float(":" in text),
        float("!" in passage.text[:200]),
        len(claim.words), log1p(len(passage.words)), log1p(len(passage.sentences)), claim.title_case,
        passage.title_case, len(in_best), len(letters) and 1 - len(passage.content) / max(1, len(passage.words)),
        len(own) and 1 - len(claim.content) / max(1, len(claim.words)), float("'" in text or "‘" in text),
        float(passage.text.rstrip()[-1:] in (".", "!", "?", "”", '"')),
        float(claim.text.rstrip()[-1:] in (".", "!", "?")),
    ]  # fmt: skip


def _quotes(text: str) -> float:
    return float(any(mark in text for mark in '"“”«»'))


def _cue_counts(
    claim: Reading, passage: Reading, best: Sentence | None, ranked: list[tuple[int, float]]
) -> list[float]:
    number = len(KINDS)
    around, lead, in_best = [0.0] * number, [0.0] * number, [0.0] * number
    total = sum(share * share for _, share in ranked) or 1.0
    for sentence, share in ranked[:60]:
        worth = share * share / total
        for kind, count in passage.sentences[sentence].cues.items():
            around[kind] += worth * count
    for part in passage.sentences[:_TOP]:
        for kind, count in part.cues.items():
            lead[kind] += count
    for kind, count in (best.cues if best else {}).items():
        in_best[kind] = float(count)
    return [*map(float, claim.cue_counts), *in_best, *around, *lead, *map(float, passage.cue_counts)]
