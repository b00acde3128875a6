"""Where a quotation stands in a text: selectors are made, and found again in texts that have changed; pure.

Only the same words are ever anchored; what is merely like them has drifted, and a person has to look.

Source: Web Annotation Data Model, 4.2.4 and 4.2.5, https://www.w3.org/TR/annotation-model/#text-quote-selector
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from claimcheck.likeness import alike, is_unspaced
from claimcheck.typesetting import Folded, fold
from claimcheck.vocabulary import AnchorState

CONTEXT = 32
"""The code points of context on each side of a quotation that is selected."""
_LONGEST_CONTEXT = 256
_MOST_PLACES = 1000
_MOST_WORK = 4_000_000
"""The places looked at times the length of the quotation in code points."""
_TOO_NEAR = 0.02
_DIVIDED = re.compile(r"[-\u2010]\s*[\r\n]")
_COMPOUND_MARKS = frozenset("-\u2010\u2011")


class Selector(NamedTuple):
    """A W3C TextQuoteSelector: the words, and what stands before and after them."""

    exact: str
    prefix: str
    suffix: str


class Anchor(NamedTuple):
    """Where a quotation was found: a half-open span in code points, or None and None.

    `how` is "exact" (at the given place), "moved" (the same characters elsewhere), "normalised" (the same but
    for spaces, quote marks and the like), "similar" or "". `similarity`, 0..1, stands with "similar" alone.
    """

    state: AnchorState
    start: int | None = None
    end: int | None = None
    how: str = ""
    similarity: float | None = None


_ORPHANED = Anchor(AnchorState.ORPHANED)
_AMBIGUOUS = Anchor(AnchorState.AMBIGUOUS)


class _Wanted(NamedTuple):
    exact: str
    before: str
    after: str
    starts_clean: bool | None
    """Whether it starts between words; None where no context says so."""
    ends_clean: bool | None
    is_folded: bool


class _Fit(NamedTuple):
    length: int
    """The code points of context that fit, on both sides together."""
    on_a_side: bool
    on_both: bool


class _Places(NamedTuple):
    starts: list[int]
    are_all: bool


def selector(text: str, start: int, end: int) -> Selector:
    """The quotation `text[start:end]` with up to `CONTEXT` code points on each side.

    Raises:
        ValueError: the half-open span is empty or not within the text.
    """
    if not 0 <= start < end <= len(text):
        msg = f"{start} to {end} is no span of a text of {len(text)} characters"
        raise ValueError(msg)
    return Selector(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def anchor(text: str, *, exact: str, prefix: str = "", suffix: str = "", start: int | None = None) -> Anchor:
    """Where the quotation `exact` stands in `text`; `start` is where it stood, in code points.

    The same characters come first, at `start` and then anywhere; then the same words typeset otherwise; and for
    quotations of at least four words and twenty characters what is like them. Of several places the one whose
    context fits best is taken, if no other fits as well and it fits wholly on one side at least. The same
    characters at `start` do not count for more than elsewhere if the context fits on neither side. A quotation
    of whole words is not found inside others. An empty one is nowhere.
    """
    if not exact:
        return _ORPHANED
    wanted = _wanted(exact, prefix[-_LONGEST_CONTEXT:], suffix[:_LONGEST_CONTEXT])
    is_there = start is not None and start >= 0 and text.startswith(exact, start)
    fit = _fit(text, start or 0, wanted)
    if is_there and fit.on_both:
        return _anchored(start or 0, exact, start)
    whole = _with_all_context(text, wanted, start)
    if whole is not _ORPHANED:
        return whole
    if is_there and fit.on_a_side:
        return _anchored(start or 0, exact, start)
    places = _places(text, wanted)
    chosen = _chosen(text, places, wanted)
    if chosen is not None:
        return _anchored(chosen, exact, start)
    return _typeset_otherwise(text, wanted, places, start)


def divides_words(text: str, start: int, end: int) -> bool:
    """Whether a half-open span of `text` begins or ends inside a word or a number: "legal" in "illegal"."""
    return _is_inside(text[max(start - 1, 0) : start], text[start]) or _is_inside(text[end - 1], text[end : end + 1])


def _wanted(exact: str, prefix: str, suffix: str, *, is_folded: bool = False) -> _Wanted:
    starts_clean = not _is_inside(prefix[-1], exact[0]) if prefix else None
    ends_clean = not _is_inside(exact[-1], suffix[0]) if suffix else None
    if is_folded:
        exact, prefix, suffix = exact.strip(), prefix.strip(), suffix.strip()
    return _Wanted(exact, prefix, suffix, starts_clean, ends_clean, is_folded)


def _anchored(place: int, exact: str, start: int | None) -> Anchor:
    return Anchor(AnchorState.ANCHORED, place, place + len(exact), "exact" if place == start else "moved")


def _with_all_context(text: str, wanted: _Wanted, start: int | None) -> Anchor:
    """The quotation with its context to the character; this search alone sees every place, however many."""
    if not (wanted.before or wanted.after):
        return _ORPHANED
    whole = wanted.before + wanted.exact + wanted.after
    place = text.find(whole)
    if place < 0:
        return _ORPHANED
    if text.find(whole, place + 1) >= 0:
        return _AMBIGUOUS
    return _anchored(place + len(wanted.before), wanted.exact, start)


def _typeset_otherwise(text: str, wanted: _Wanted, same: _Places, start: int | None) -> Anchor:
    """The quotation in the folded text, where the same characters did not settle it."""
    folded = _folded(text, wanted.exact if _COMPOUND_MARKS & set(wanted.exact) and _DIVIDED.search(text) else "")
    exact = fold(wanted.exact, text).text
    if exact.strip():
        wanted = _wanted(exact, fold(wanted.before).text, fold(wanted.after).text, is_folded=True)
        places = _places(folded.text, wanted)
        chosen = _chosen(folded.text, places, wanted)
        if chosen is None and places.are_all and len(places.starts) == 1:
            chosen = places.starts[0]
        if chosen is not None:
            begins, ends = folded.original(chosen, chosen + len(wanted.exact))
            return _described(begins, ends, same, start)
        if places.starts:
            return _AMBIGUOUS
    if same.starts:
        return _AMBIGUOUS
    return _similar(folded, wanted.exact)


@lru_cache(maxsize=1)
def _folded(text: str, other: str) -> Folded:
    """Many quotations are looked for in one text; `other` matters only where both have hyphens."""
    return fold(text, other)


def _described(begins: int, ends: int, same: _Places, start: int | None) -> Anchor:
    how = "normalised" if begins not in same.starts else "exact" if begins == start else "moved"
    return Anchor(AnchorState.ANCHORED, begins, ends, how)


def _similar(folded: Folded, quote: str) -> Anchor:
    found = alike(folded.text, quote)
    if not found:
        return _ORPHANED
    best = found[0]
    if len(found) > 1 and best.similarity - found[1].similarity <= _TOO_NEAR:
        return _AMBIGUOUS
    begins, ends = folded.original(best.start, best.end)
    return Anchor(AnchorState.DRIFTED, begins, ends, "similar", best.similarity)


def _places(text: str, wanted: _Wanted) -> _Places:
    """Where the same characters stand, in order, but not inside a word if the quotation is of whole ones."""
    most = max(2, min(_MOST_PLACES, _MOST_WORK // len(wanted.exact)))
    starts: list[int] = []
    place = text.find(wanted.exact)
    while place >= 0 and len(starts) < most:
        starts.append(place)
        place = text.find(wanted.exact, place + 1)
    length = len(wanted.exact)
    starts = _clean(starts, [_is_inside(text[at - 1 : at], text[at]) for at in starts], wanted.starts_clean)
    ends = [at + length for at in starts]
    starts = _clean(starts, [_is_inside(text[at - 1], text[at : at + 1]) for at in ends], wanted.ends_clean)
    return _Places(starts, are_all=place < 0)


def _clean(starts: list[int], are_inside: list[bool], is_clean: bool | None) -> list[int]:  # noqa: FBT001
    if is_clean is False:
        return starts
    clean = [start for start, is_inside in zip(starts, are_inside, strict=True) if not is_inside]
    return clean if clean or is_clean else starts


def _is_inside(left: str, right: str) -> bool:
    """Whether a boundary between two characters, or the end of the text, divides a word, number or letter."""
    if not left or not right:
        return False
    if unicodedata.category(right)[0] == "M":
        return True
    if left.isalpha() and right.isalpha():
        return not (is_unspaced(left) or is_unspaced(right))
    return left.isdecimal() and right.isdecimal()


def _chosen(text: str, places: _Places, wanted: _Wanted) -> int | None:
    """The one place whose context fits best; None where none stands out."""
    if not places.starts or not places.are_all:
        return None
    if not (wanted.before or wanted.after):
        return places.starts[0] if len(places.starts) == 1 else None
    fits = sorted(((_fit(text, start, wanted), start) for start in places.starts), reverse=True)
    best, start = fits[0]
    stands_out = len(fits) == 1 or best.length > fits[1][0].length
    return start if stands_out and best.on_a_side else None


def _fit(text: str, start: int, wanted: _Wanted) -> _Fit:
    end = start + len(wanted.exact)
    before = text[max(0, start - len(wanted.before) - wanted.is_folded) : start]
    after = text[end : end + len(wanted.after) + wanted.is_folded]
    if wanted.is_folded:
        before, after = before.rstrip(), after.lstrip()
    before_fits = _common(before[::-1], wanted.before[::-1])
    after_fits = _common(after, wanted.after)
    all_before, all_after = before_fits == len(wanted.before), after_fits == len(wanted.after)
    on_a_side = bool((wanted.before and all_before) or (wanted.after and all_after))
    return _Fit(before_fits + after_fits, on_a_side, all_before and all_after)


def _common(one: str, other: str) -> int:
    """How many characters two texts share at their start."""
    for index, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return index
    return min(len(one), len(other))
