"""A passage with its surroundings, in parts that say what each is: the source, the cue, what is said; pure."""

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

MAX_BEFORE = 400
"""The code points that are shown before the passage and its cue, within their paragraph."""
MAX_AFTER = 300
MAX_SAID = 1_200
"""Of a longer passage the beginning and the end are shown."""
MAX_CUE_DISTANCE = 1_000
"""How far from the passage a cue may be, in code points, to be shown with it."""
_BLANK_LINE = re.compile(r"\n\s*\n|\r\n\s*\r\n")


class Role(StrEnum):
    """What a part of a passage is."""

    PLAIN = "plain"
    SOURCE = "source"
    CUE = "cue"
    SAID = "said"


class Part(NamedTuple):
    """Some words and what they are."""

    role: Role
    text: str


Span = tuple[int, int]


def surroundings(text: str, said: Span, *, cue: Span | None = None, names: Sequence[str] = ()) -> list[Part]:
    """The paragraph of a passage, cut to what fits on a screen; what is left out is marked by three dots.

    The source is marked where one of its `names` stands nearest to the cue, if one does.
    """
    if cue is not None and max(said[0] - cue[1], cue[0] - said[1]) > MAX_CUE_DISTANCE:
        cue = None
    first, last = (min(said[0], cue[0]), max(said[1], cue[1])) if cue else said
    start, end = _paragraph(text, first, last)
    begin = _word_start(text, max(start, first - MAX_BEFORE), start)
    stop = _word_end(text, min(end, last + MAX_AFTER), end)
    source = _nearest(text, names, (begin, stop), near=cue or (said[0], said[0]), but_within=said)
    parts = [Part(role, text[one:other]) for role, one, other in _roles((begin, stop), said, cue, source)]
    parts = [part for part in map(_shortened, parts) if part.text]
    if begin > start:
        parts.insert(0, Part(Role.PLAIN, "\u2026 "))
    if stop < end:
        parts.append(Part(Role.PLAIN, " \u2026"))
    return parts


def _paragraph(text: str, first: int, last: int) -> Span:
    """Where the paragraphs of a passage begin and end; where lines are not parted by blank ones, its lines."""
    begin = max((match.end() for match in _BLANK_LINE.finditer(text, max(0, first - 5_000), first)), default=0)
    following = _BLANK_LINE.search(text, last, last + 5_000)
    end = following.start() if following else len(text)
    start = max(begin, text.rfind("\n", 0, first) + 1)
    stop = text.find("\n", last)
    return start, min(end, stop if stop >= 0 else len(text))


def _word_start(text: str, place: int, least: int) -> int:
    """The beginning of the first whole word from a place on, unless it is the very beginning."""
    if place <= least:
        return least
    found = re.search(r"\s\S", text[place - 1 : place + 60])
    return place + found.start() if found else place


def _word_end(text: str, place: int, most: int) -> int:
    if place >= most:
        return most
    found = text.rfind(" ", place - 60, place + 1)
    return found if found > 0 else place


def _nearest(text: str, names: Sequence[str], within: Span, *, near: Span, but_within: Span) -> Span | None:
    """Where one of the names stands as a whole word, nearest to the cue and, if it can be, not in what is said."""
    found = []
    for name in names:
        pattern = rf"(?<!\w){re.escape(name)}(?!\w)"
        for match in re.finditer(pattern, text[within[0] : within[1]], re.IGNORECASE):
            start, end = within[0] + match.start(), within[0] + match.end()
            distance = max(start - near[1], near[0] - end, 0)
            is_inside = but_within[0] <= start and end <= but_within[1]
            found.append((is_inside, distance, start - end, start, end))
    return min(found)[3:] if found else None


def _roles(whole: Span, said: Span, cue: Span | None, source: Span | None) -> list[tuple[Role, int, int]]:
    marked = [(Role.CUE, cue), (Role.SOURCE, source), (Role.SAID, said)]
    spans = [(role, span) for role, span in marked if span is not None]
    edges = sorted({*whole, *(edge for _, span in spans for edge in span if whole[0] < edge < whole[1])})
    found: list[tuple[Role, int, int]] = []
    for start, end in pairwise(edges):
        role = next((role for role, span in spans if span[0] <= start and end <= span[1]), Role.PLAIN)
        if found and found[-1][0] is role:
            found[-1] = (role, found[-1][1], end)
        else:
            found.append((role, start, end))
    return found


def _shortened(part: Part) -> Part:
    """A part on one line; of a very long one the middle is left out."""
    text = re.sub(r"\s+", " ", part.text)
    if len(text) > MAX_SAID:
        half = MAX_SAID // 2
        text = f"{text[:half]} [\u2026 {len(text) - MAX_SAID:,} characters \u2026] {text[-half:]}"
    return Part(part.role, text)
