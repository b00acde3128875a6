"""Where a text says nearly what a quotation says, word for word; pure.

The work grows with the text, whatever it repeats: a sliding count of shared words finds where to look, and a
common subsequence in bit vectors says how alike the few best places are.

Source: Hyyrö, Bit-Parallel LCS-length Computation Revisited (2004), section 3.
"""

import re
from collections import Counter
from functools import cache, lru_cache
from typing import NamedTuple

LEAST_WORDS = 4
LEAST_CHARACTERS = 20
LEAST_SIMILARITY = 0.75
_MOST_WORDS = 20_000
_MOST_PLACES = 32
MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0711\u0730-\u074a"
    "\u0900-\u0963\u0970-\u0dff\u0f18-\u0fbc\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
)
"""Marks that belong to the letter before them."""
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, kana and Han: no spaces between the words."""
_IS_UNSPACED = re.compile(f"[{UNSPACED}]")


class Likeness(NamedTuple):
    """A half-open span in code points, and how much of its words and the quotation's are the same: 0..1."""

    start: int
    end: int
    similarity: float


class _Words(NamedTuple):
    words: list[str]
    starts: list[int]
    ends: list[int]


def is_unspaced(character: str) -> bool:
    """Whether a character is of a script that puts no spaces between words."""
    return _IS_UNSPACED.match(character) is not None


def alike(text: str, quote: str) -> list[Likeness]:
    """The places of `text` whose words are those of `quote` to at least `LEAST_SIMILARITY`, the most alike first.

    The places do not overlap. Case makes no difference. A quotation of fewer than `LEAST_WORDS` words or
    `LEAST_CHARACTERS` characters is like nothing: too many sentences would be. Similarity is Dice's
    coefficient, 2c / (a + b), for c words in common and in order. In a script without spaces the words are
    all the pairs of neighbouring characters.
    """
    wanted = _split(quote).words
    if not LEAST_WORDS <= len(wanted) <= _MOST_WORDS or len(quote.strip()) < LEAST_CHARACTERS:
        return []
    found = _split_once(text)
    most = max(4, min(_MOST_PLACES, 4 * _MOST_WORDS // len(wanted)))
    places = [_fitted(found, place, wanted) for place in _where_to_look(found.words, wanted)[:most]]
    places.sort(key=lambda place: (-place.similarity, place.start))
    kept: list[Likeness] = []
    for place in places:
        if place.similarity < LEAST_SIMILARITY:
            break
        if all(place.end <= other.start or place.start >= other.end for other in kept):
            kept.append(place)
    return kept


@cache
def _word() -> re.Pattern[str]:
    """Made when it is first used: that takes as long as starting to look for a claim may."""
    return re.compile(rf"[{UNSPACED}]+|(?:(?![{UNSPACED}])[\w{MARKS}])+(?:'(?:(?![{UNSPACED}])[\w{MARKS}])+)*")


def _split(text: str) -> _Words:
    split = _Words([], [], [])
    for match in _word().finditer(text):
        start, end = match.span()
        word = match[0]
        if is_unspaced(word[0]):
            last = max(start + 1, end - 1)
            split.words.extend(text[index : min(index + 2, end)] for index in range(start, last))
            split.starts.extend(range(start, last))
            split.ends.extend(min(index + 2, end) for index in range(start, last))
        else:
            split.words.append(word.casefold())
            split.starts.append(start)
            split.ends.append(end)
    return split


@lru_cache(maxsize=1)
def _split_once(text: str) -> _Words:
    """Many quotations are looked for in one text."""
    return _split(text)


def _where_to_look(words: list[str], wanted: list[str]) -> list[int]:
    """The word at which a window as long as `wanted` ends that shares many words with it, the fullest first.

    One for each stretch of that length, the fullest of it.
    """
    free = Counter(wanted)
    length, shared = len(wanted), 0
    best: dict[int, tuple[int, int]] = {}
    for index, word in enumerate(words):
        if word in free:
            shared += free[word] > 0
            free[word] -= 1
        if index >= length and (gone := words[index - length]) in free:
            free[gone] += 1
            shared -= free[gone] > 0
        if 2 * shared >= length:
            stretch = index // length
            if shared > best.get(stretch, (0, 0))[0]:
                best[stretch] = shared, index
    return [index for shared, index in sorted(best.values(), key=lambda item: (-item[0], item[1]))]


def _fitted(found: _Words, place: int, wanted: list[str]) -> Likeness:
    """The best span around the window that ends at word `place`."""
    slack = len(wanted) // 2 + 1
    first = max(0, place + 1 - len(wanted))
    size, _ = _best_prefix(found.words[first : place + 1 + slack], wanted)
    last = first + size
    size, _ = _best_prefix(found.words[max(0, first - slack) : last][::-1], wanted[::-1])
    first = last - size
    size, similarity = _best_prefix(found.words[first : last + slack], wanted)
    return Likeness(found.starts[first], found.ends[first + max(size, 1) - 1], similarity)


def _best_prefix(words: list[str], wanted: list[str]) -> tuple[int, float]:
    """How many of the first `words` are together most like `wanted`, and how much."""
    masks: dict[str, int] = {}
    for index, word in enumerate(wanted):
        masks[word] = masks.get(word, 0) | 1 << index
    length = len(wanted)
    everything = (1 << length) - 1
    unmatched = everything
    size, similarity = 0, 0.0
    for index, word in enumerate(words, start=1):
        mask = masks.get(word)
        if mask is None:
            continue
        matched = unmatched & mask
        unmatched = (unmatched + matched | unmatched - matched) & everything
        alike = 2 * (length - unmatched.bit_count()) / (length + index)
        if alike > similarity:
            size, similarity = index, alike
    return size, similarity
