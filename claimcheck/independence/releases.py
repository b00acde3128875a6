"""Press releases: a text that bears the marks of one, and its beginning, which says whose it is; pure."""

import re
from typing import NamedTuple

_HEAD_LENGTH = 600
_TAIL_LENGTH = 4_000
_HEADING = re.compile(
    r"^[^\w\n]{0,6}((?:[Ff]or immediate release|FOR IMMEDIATE RELEASE|(?:PRESS|NEWS|MEDIA) (?:RELEASE|STATEMENT)\b|"
    r"(?:Press|News|Media) (?:[Rr]elease|[Ss]tatement)(?=[^\S\n]*(?:[:|–—-]|\d|$)))[^\n]{0,60}?)"
    r"(?:[:|–—]|\.?[^\S\n]*$)",
    re.MULTILINE,
)
_NOTES = re.compile(
    r"\b[Nn]otes? (?:to|for) (?:the )?[Ee]ditors?\b|\bNOTES? (?:TO|FOR) EDITORS?\b|"
    r"^[^\w\n]{0,6}(?:Media|Press|MEDIA|PRESS) (?:[Cc]ontacts?|CONTACTS?|[Ee]n?quiries|[Ii]nquiries)"
    r"[^\S\n]*(?:[:–—-]|$)",
    re.MULTILINE,
)
_FIRST = re.compile(r"[^\n]{40,300}?(?:[.!?…][\"”’)]*(?=\s)|\n|$)|[^\n]{40,300}")


class Release(NamedTuple):
    """The words that mark a text as a press release, and its first sentence."""

    mark: str
    first: str


def release(text: str) -> Release | None:
    """The marks of a press release that a text bears, at its head or its end; None if it bears none."""
    heading = _HEADING.search(text[:_HEAD_LENGTH])
    if heading:
        mark, start = heading[1], heading.end()
    elif notes := _NOTES.search(text[-_TAIL_LENGTH:]):
        mark, start = notes[0], 0
    else:
        return None
    first = _FIRST.search(text, start, start + 2 * _HEAD_LENGTH)
    return Release(" ".join(mark.split()), " ".join(first[0].split())) if first else None
