"""Press releases: a text that bears the marks of one, and its beginning, which says whose it is; pure."""

import re
from typing import NamedTuple

from claimcheck.independence.citations import ROLE

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
_ANSWER = re.compile(
    r"\b(?:reject|disput|den(?:y|ie)|dismiss|contradict|refut|rebut|respon[ds]|repl(?:y|ie)|react|welcom|critici[sz]|"
    r"condemn|accus|clarif|regret|object(?:s|ed|ing|ions?)\b|wrong\b|false|mislead|inaccura|unfounded|baseless)",
    re.IGNORECASE,
)
_MOST_BETWEEN = 3
_WORK = re.compile(rf"\b(?:{ROLE}|claims?|pictures?|photos?|images?|statements?|allegations?|findings)\b")
_FIRST = re.compile(r"[^\n]{40,300}?(?:[.!?…][\"”’)]*(?=\s)|\n|$)|[^\n]{40,300}")


class Release(NamedTuple):
    """The words that mark a text as a press release, and its first sentence."""

    mark: str
    first: str


def release(text: str) -> Release | None:
    """The marks of a press release that a text bears, at its head or its end; None if it bears none."""
    head, tail = text[:_HEAD_LENGTH], text[-_TAIL_LENGTH:]
    heading = _HEADING.search(head) if _has(head, ("release", "statement")) else None
    if heading:
        mark, start = heading[1], heading.end()
    elif _has(tail, ("editor", "contact", "quiries")) and (notes := _NOTES.search(tail)):
        mark, start = notes[0], 0
    else:
        return None
    first = _FIRST.search(text, start, start + 2 * _HEAD_LENGTH)
    return Release(" ".join(mark.split()), " ".join(first[0].split())) if first else None


def answers(sentence: str) -> bool:
    """Whether a sentence tells how somebody takes what others said."""
    return _ANSWER.search(sentence) is not None


def begins_with_answer(behind: str) -> bool:
    """Whether what stands behind a name says that it is its bearer who answers: "today rejected"."""
    match = _ANSWER.search(behind)
    between = behind[: match.start()] if match else ""
    return match is not None and len(between.split()) <= _MOST_BETWEEN and not _WORK.search(between)


def _has(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of some words stands in a text, which is found sooner than a pattern."""
    folded = text.lower()
    return any(word in folded for word in words)
