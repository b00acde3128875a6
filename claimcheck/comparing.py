"""What changed between two texts, sentence by sentence, in the unified form; pure.

Source: Bram Cohen, Patience Diff Advantages, https://bramcohen.livejournal.com/73318.html
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from difflib import SequenceMatcher

_SENTENCE_END = re.compile(
    r"(?<=[.!?\u2026])([\"'\u2019\u201d)\]]{0,3})[^\S\n]+(?=[^\W_a-z]|[\"'\u2018\u201c(\[])|(?<=[。！？])(?=.)"
)
_MOST_PAIRS = 40_000
"""The pairs of sentences up to which every one is compared with every other: that work can grow with their cube."""

Span = tuple[int, int, int, int]
"""Half-open spans of the old and of the new sentences: old start, old end, new start, new end."""


def sentences(text: str) -> list[str]:
    """The lines of a text, and of each its sentences, without the spaces around them; nothing of an empty line.

    A full stop after an abbreviation ends a sentence too: that changes what stands on a line, not what differs.
    """
    found = []
    for line in text.splitlines():
        start = 0
        for match in _SENTENCE_END.finditer(line):
            found.append(line[start : match.start()] + (match[1] or ""))
            start = match.end()
        found.append(line[start:])
    return [sentence for item in found if (sentence := item.strip())]


def unified(old: str, new: str, *, old_name: str, new_name: str, context: int = 3) -> Iterator[str]:
    """The sentences that differ in the unified form, without line ends, each with `context` sentences around it.

    The numbers in the heads of the hunks count sentences, from 1. Texts of the same sentences give nothing. The
    names stand in the first two lines as they are given.
    """
    before, after = sentences(old), sentences(new)
    for index, hunk in enumerate(_hunks(differences(before, after), context)):
        if index == 0:
            yield from (f"--- {old_name}", f"+++ {new_name}")
        yield from _written(hunk, before, after, context)


def differences(old: list[str], new: list[str]) -> list[Span]:
    """The spans in which two lists differ, in order; between them, both are the same.

    Not always the fewest, but in a time that hardly grows faster than the lists: what both hold once leads, and
    only short stretches between are compared item by item.
    """
    found: list[Span] = []
    waiting: list[Span] = [(0, len(old), 0, len(new))]
    while waiting:
        span = _trimmed(old, new, waiting.pop())
        first, last, start, end = span
        if first == last or start == end:
            if first < last or start < end:
                found.append(span)
        elif (last - first) * (end - start) <= _MOST_PAIRS:
            matcher = SequenceMatcher(None, old[first:last], new[start:end], autojunk=False)
            found += [
                (first + one, first + two, start + three, start + four)
                for word, one, two, three, four in matcher.get_opcodes()
                if word != "equal"
            ]
        elif pairs := _in_order(_held_once(old, new, span)):
            corners = [(first, start), *((one + 1, other + 1) for one, other in pairs)]
            waiting += [
                (one, next_one, other, next_other)
                for (one, other), (next_one, next_other) in zip(corners, [*pairs, (last, end)], strict=True)
            ]
        else:
            found.append(span)
    return _joined(sorted(found))


def _trimmed(old: list[str], new: list[str], span: Span) -> Span:
    first, last, start, end = span
    while first < last and start < end and old[first] == new[start]:
        first, start = first + 1, start + 1
    while first < last and start < end and old[last - 1] == new[end - 1]:
        last, end = last - 1, end - 1
    return first, last, start, end


def _held_once(old: list[str], new: list[str], span: Span) -> list[tuple[int, int]]:
    """The places in both of what each holds once, in the order of the old."""
    first, last, start, end = span
    places = _only_places(new, start, end)
    once = _only_places(old, first, last)
    return [(index, places[item]) for item, index in once.items() if index >= 0 and places.get(item, -1) >= 0]


def _only_places(items: list[str], start: int, end: int) -> dict[str, int]:
    """Where each item stands, in the order of the list; -1 for what stands there more than once."""
    places: dict[str, int] = {}
    for index in range(start, end):
        places[items[index]] = -1 if items[index] in places else index
    return places


def _in_order(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest selection of pairs that rises on both sides, given that it rises on the first."""
    tops: list[int] = []
    chain: list[int] = []
    before: list[int] = []
    for index, (_, other) in enumerate(pairs):
        depth = bisect_left(tops, other)
        before.append(chain[depth - 1] if depth else -1)
        tops[depth : depth + 1] = [other]
        chain[depth : depth + 1] = [index]
    rising = []
    index = chain[-1] if chain else -1
    while index >= 0:
        rising.append(pairs[index])
        index = before[index]
    return rising[::-1]


def _joined(spans: list[Span]) -> list[Span]:
    """Spans in order, those that touch made one."""
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1][1] == span[0] and joined[-1][3] == span[2]:
            joined[-1] = (joined[-1][0], span[1], joined[-1][2], span[3])
        else:
            joined.append(span)
    return joined


def _hunks(spans: list[Span], context: int) -> Iterator[list[Span]]:
    """Spans together whose contexts touch."""
    hunk: list[Span] = []
    for span in spans:
        if hunk and span[0] - hunk[-1][1] > 2 * context:
            yield hunk
            hunk = []
        hunk.append(span)
    if hunk:
        yield hunk


def _written(hunk: list[Span], before: list[str], after: list[str], context: int) -> Iterator[str]:
    start = max(0, hunk[0][0] - context)
    end = min(len(before), hunk[-1][1] + context)
    new_start = hunk[0][2] - (hunk[0][0] - start)
    new_end = hunk[-1][3] + (end - hunk[-1][1])
    yield f"@@ -{_range(start, end)} +{_range(new_start, new_end)} @@"
    for first, last, new_first, new_last in hunk:
        yield from (f" {item}" for item in before[start:first])
        yield from (f"-{item}" for item in before[first:last])
        yield from (f"+{item}" for item in after[new_first:new_last])
        start = last
    yield from (f" {item}" for item in before[start:end])


def _range(start: int, end: int) -> str:
    """A span as a hunk's head names it: an empty one by the line before it."""
    length = end - start
    if length == 1:
        return str(start + 1)
    return f"{start + 1 if length else start},{length}"
