"""Which items have their text from each other: candidates by sampled shingles, the decision by exact containment; pure.

The work grows with the text: a short text and a passage are looked up whole, a long text by one shingle in `SAMPLE`,
each text is compared exactly with few others, and a text that is one already seen stands for it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from claimcheck.independence.boilerplate import without_boilerplate
from claimcheck.independence.shingles import (
    LEAST,
    MAX_LOOKED_AT,
    SAMPLE,
    Shingles,
    looked_at,
    numbers,
    quotations,
    shingled,
    squeezed,
    tokens,
    without_quotations,
)
from claimcheck.independence.union import Union
from claimcheck.independence.values import Item, MergeKind, Strength

COPY = 0.8
PARTIAL = 0.3
LEAST_OF_PASSAGE = 8
"""A passage of fewer shingles may be found in two texts by chance."""
QUOTATION_WORDS = 6
_SHORT = 200
_MOST_COMPARED = 32
_MOST_HOLDERS = 60
_MOST_OWNERS = 12
_MOST_DOUBTS = 12
_WORTH_COMPARING = 0.15
_MARGIN = 0.35
"""How far an estimated share may be below the true one, so that no whole copy is passed over."""
_MAX_PASSAGE = 4000
_FIGURE = re.compile(r"\d+")
_AROUND = 200
_TOGETHER = 60_000_000
"""How much of all texts is looked at, in code points."""
_LEAST_LOOKED_AT = 20_000


class Copied(NamedTuple):
    """Two items, by their places, that have text in common; `with_passage`: also what one of them is evidence by."""

    one: int
    other: int
    kind: MergeKind
    reason: str
    strength: Strength
    with_passage: bool


class _Table:
    """Which of the texts seen so far hold a shingle: whole short texts, and a sample of long ones."""

    def __init__(self) -> None:
        self._holders: dict[int, list[int]] = defaultdict(list)

    def add(self, place: int, shingles: Shingles) -> None:
        """Note a text under its shingles, or its sample if it is long."""
        for number in shingles.as_set() if len(shingles) < _SHORT else shingles.sample():
            holders = self._holders[number]
            if len(holders) < _MOST_HOLDERS:
                holders.append(place)

    def candidates(self, shingles: Shingles, sizes: Sequence[int]) -> list[tuple[float, int]]:
        """The texts that seem to share enough with a text, with the share, those with most in common first."""
        hits = Counter(chain.from_iterable(self._holders[number] for number in shingles.among(self._holders)))
        worth = [
            (count * (1 if sizes[place] < _SHORT else SAMPLE) / sizes[place], place) for place, count in hits.items()
        ]
        worth = [(share, place) for share, place in worth if share >= _WORTH_COMPARING]
        return sorted(worth, key=lambda one: (-one[0], one[1]))[:_MOST_COMPARED]


def copies(items: Sequence[Item], sites: Sequence[str]) -> list[Copied]:
    """The pairs of items that have text in common, enough of them to join all that belong together."""
    most = max(_LEAST_LOOKED_AT, min(MAX_LOOKED_AT, _TOGETHER // max(1, len(items))))
    texts = [looked_at(item.text, item.start, item.end, most) for item in items]
    bodies = without_boilerplate(texts, sites)
    texts_shingles = [_body(body) for body in bodies]
    found, doubles = _of_texts(items, texts, texts_shingles)
    known = {(pair.one, pair.other) for pair in found if pair.strength > Strength.POSSIBLE}
    for pair in _of_passages(items, texts_shingles, doubles):
        if (pair.one, pair.other) not in known and (pair.other, pair.one) not in known:
            found.append(pair)
    return found


def shared_quotations(items: Sequence[Item]) -> list[Copied]:
    """The pairs of items whose passages, or what stands around them, quote the same words: perhaps one occasion."""
    holder: dict[int, int] = {}
    pairs: dict[tuple[int, int], Copied] = {}
    for place, item in enumerate(items):
        around = item.text[max(0, item.start - _AROUND) : min(item.end, item.start + _MAX_PASSAGE) + _AROUND]
        for quotation in quotations(around):
            words = tokens(quotation)
            for number in numbers(words) if len(words) >= QUOTATION_WORDS else ():
                other = holder.setdefault(number, place)
                if other != place and (other, place) not in pairs:
                    reason = f"both quote the same words: {' '.join(quotation.split())[:100]}"
                    pairs[other, place] = Copied(
                        other, place, MergeKind.QUOTE, reason, Strength.POSSIBLE, with_passage=False
                    )
    return list(pairs.values())


def _body(text: str) -> Shingles:
    """The shingles of a text outside its quotations; of a text that is hardly more than quotations, all."""
    outside = shingled(without_quotations(text))
    return outside if len(outside) >= LEAST else shingled(text)


class _Words:
    """Texts and passages as words with one space between them, made when they are asked for and kept."""

    def __init__(self, items: Sequence[Item], texts: Sequence[str]) -> None:
        self.items = items
        self._texts = texts
        self._squeezed: dict[int, str] = {}

    def holds(self, place: int, passage_of: int) -> bool:
        """Whether the passage of one item stands in the text of another, word for word."""
        passage = squeezed(self.items[passage_of].passage[:_MAX_PASSAGE])
        if place not in self._squeezed:
            self._squeezed[place] = squeezed(self._texts[place])
        return passage.strip() != "" and passage in self._squeezed[place]


def _of_texts(
    items: Sequence[Item], texts: Sequence[str], shingles: Sequence[Shingles]
) -> tuple[list[Copied], set[int]]:
    """The pairs of texts, and the places of those that are nearly the whole text of another."""
    sizes = [len(some) for some in shingles]
    words = _Words(items, texts)
    joined = Union()
    table, found, doubles = _Table(), [], set()
    for place in sorted(
        (place for place, size in enumerate(sizes) if size >= LEAST), key=lambda one: (sizes[one], one)
    ):
        whole = shingles[place].as_set()
        doubts = 0
        for estimate, other in table.candidates(shingles[place], sizes):
            alike = sizes[other] >= COPY * sizes[place]
            is_joined = joined.find(other) == joined.find(place)
            only_whole = is_joined or place in doubles
            if doubts == _MOST_DOUBTS or (only_whole and estimate < COPY - _MARGIN) or (is_joined and place in doubles):
                continue
            share = shingles[other].shared_with(whole) / sizes[other]
            if share < (COPY if only_whole else PARTIAL):
                continue
            found.append(_judged(words, other, place, share, alike=alike))
            if found[-1].strength is Strength.POSSIBLE:
                doubts += 1
            else:
                joined.join(other, place)
            if share >= COPY and alike:
                doubles.add(place)
        if place not in doubles:
            table.add(place, shingles[place])
    return found, doubles


def _judged(words: _Words, small: int, large: int, share: float, *, alike: bool) -> Copied:
    """What two texts with shared shingles are to each other; the share is of the smaller one."""
    items = words.items
    reason = f"{share:.0%} of the {'text' if alike else 'shorter text'} stands in the other"
    of_large, of_small = words.holds(small, large), words.holds(large, small)
    if share >= COPY and (alike or of_large):
        return Copied(small, large, MergeKind.COPY, reason, Strength.CERTAIN, of_large or of_small)
    if share >= COPY:
        later = _is_earlier(items[large], items[small])
        strength = Strength.LIKELY if later else Strength.POSSIBLE
        reason = f"{reason}, but not the passage of the longer one"
        return Copied(small, large, MergeKind.COPY, reason, strength, with_passage=later)
    strength = _by_passages(items[small], items[large], of_one=of_small, of_other=of_large)
    reason = f"{reason}, {'the passage with it' if of_large or of_small else 'but not the passage'}"
    return Copied(small, large, MergeKind.PARTIAL, reason, strength, with_passage=strength > Strength.POSSIBLE)


def _by_passages(one: Item, other: Item, *, of_one: bool, of_other: bool) -> Strength:
    """How likely two items are one evidence, by whose passage stands in the other's text, and who was first."""
    if of_one and of_other:
        return Strength.LIKELY
    if of_one:
        return Strength.POSSIBLE if _is_earlier(one, other) else Strength.LIKELY
    return Strength.LIKELY if of_other and not _is_earlier(other, one) else Strength.POSSIBLE


def _is_earlier(one: Item, other: Item) -> bool:
    """Whether one item was surely published before another, by days or what is given of them."""
    size = min(len(one.published_on or ""), len(other.published_on or ""))
    return size > 0 and (one.published_on or "")[:size] < (other.published_on or "")[:size]


def _of_passages(items: Sequence[Item], shingles: Sequence[Shingles], doubles: set[int]) -> list[Copied]:
    """The items whose passage stands nearly whole in the text of another, or is the passage of another."""
    found: list[Copied] = []
    first: dict[frozenset[int], int] = {}
    for place, item in enumerate(items):
        own = frozenset(numbers(tokens(without_quotations(item.passage[:_MAX_PASSAGE]))))
        if len(own) >= LEAST_OF_PASSAGE and (other := first.setdefault(own, place)) != place:
            found.append(
                Copied(other, place, MergeKind.PASSAGE, "the same passage", Strength.LIKELY, with_passage=True)
            )
    standing = _standing({place: own for own, place in first.items()}, shingles, doubles)
    standing = {pair: None for pair in standing if _has_figures(items[pair[1]], items[pair[0]].passage)}
    for owner, place in standing:
        strength = _by_passages(items[owner], items[place], of_one=True, of_other=(place, owner) in standing)
        reason = f"the passage of {items[owner].key} stands in the text of {items[place].key}"
        found.append(Copied(owner, place, MergeKind.PASSAGE, reason, strength, strength > Strength.POSSIBLE))
    return found


def _has_figures(item: Item, passage: str) -> bool:
    """Whether the text of an item has all the figures of a passage: with another one, it says something else."""
    figures = set(_FIGURE.findall(passage[:_MAX_PASSAGE]))
    return not figures or figures <= set(_FIGURE.findall(item.text))


def _standing(
    passages: dict[int, frozenset[int]], shingles: Sequence[Shingles], doubles: set[int]
) -> dict[tuple[int, int], None]:
    """Whose passage stands in which text, in order: a few texts for each passage, none that is nearly another's."""
    owners: dict[int, list[int]] = defaultdict(list)
    for place, own in passages.items():
        for number in own:
            if len(owners[number]) < _MOST_OWNERS:
                owners[number].append(place)
    found: dict[tuple[int, int], None] = {}
    times: Counter[int] = Counter()
    for place, some in enumerate(shingles):
        if place in doubles:
            continue
        hits = Counter(chain.from_iterable(owners[number] for number in some.among(owners)))
        for owner, count in hits.items():
            if count >= COPY * len(passages[owner]) and owner != place and times[owner] < _MOST_OWNERS:
                found[owner, place] = None
                times[owner] += 1
    return found
