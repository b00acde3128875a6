"""Which news agency a story is credited to: by dateline, byline, last line or author; pure.

A credit stands where stories carry credits. An agency that the running text names is a mention, or an attribution.
"""

import re
from itertools import takewhile
from typing import NamedTuple

from claimcheck.independence.ownership import Ownership
from claimcheck.independence.values import Item, Strength

_HEAD_LENGTH = 700
_HEAD_LINES = 8
_TAIL_LENGTH = 1200
_TAIL_LINES = 8
_MAX_PLACE = 90
_MAX_BYLINE = 120
_IN_BRACKETS = re.compile(r"[(（\[【［]([^()（）\[\]【】［］\n]{2,40})[)）\]】］]\s*([-–—:.]|$)?")
_IN_SLASHES = re.compile(r"(?:^|[\s.,])/([^/\n]{2,30})/(?=[\s.,]|$)")
_AFTER_PLACE = re.compile(
    r"[^\W\d_]{3,}[^a-zа-я\n]{0,30}?(?:[A-Z][a-z]{2,8}\.? \d{1,2})?[.,]\s+([\w-]{2,30})\s*[-–—]{1,2}\s"
)
_UNSPACED_DATELINE = re.compile(r".{0,14}?\d{1,2}\s*日?\s*(?:电|電|讯|訊)")
_BYLINE = re.compile(r"(?:by|von|par|por|di|door|av|af)\s+(?=\S)", re.IGNORECASE)
_PIECES = re.compile(r"\s*(?:[,/|;&=·•]|\s[-–—]\s|\s\()\s*|\)\s*$")
_JOINED = re.compile(r"(?:^|\s)(via|by|for|from|of|and|with|mit|und|et|avec|y|con)\s+(?:the\s+)?(?=\S)", re.IGNORECASE)
_STAFF = re.compile(
    r"\s+(?:staff|news|newsroom|writers?|reporters?|correspondents?|wire|service|agency|photos?|editors?)$",
    re.IGNORECASE,
)
_TRAILER_EDGES = " \t()[]（）【】—–-/|*."
_SOURCE = re.compile(
    r"[(\[（【]?\s*(?:source|sources|quelle|fonte|fuente|bron|kilde|来源|來源|稿源|источник|джерело|出典)\s*[:：]\s*(.{2,60})",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4})?,?\s*(?:by\s+)?([^.,\d\n]{2,50})", re.IGNORECASE
)
_CONTRIBUTED = re.compile(
    r"(?:^|[.;\n]\s*)([^.;\n]{2,80}) contributed (?:reporting )?to this (?:report|story|article)", re.IGNORECASE
)
_REPORTING_BY = re.compile(
    r"\(?\s*reporting by [^\n]{2,200}?;?\s*(?:additional reporting|writing|editing|compiled) by ", re.IGNORECASE
)
_AGENCIES = re.compile(
    r"(?:(?:with|and|by|from|staff and|mit|avec|con)\s+)?(?:news\s+|wire\s+)?(?:agencies|wires|wire services|"
    r"agenturen|agences|agenzie|agencias|агентства|综合外电|综合报道)",
    re.IGNORECASE,
)
_MAX_HEADING = 160
_AT_END = re.compile(r"[(（/]([^()（）/]{2,40})[)）/]\.?$|(?:^|\s)via\s+(.{2,40})$")
_SHARED = frozenset({"and", "with", "mit", "und", "et", "avec", "y", "con"})
_PICTURE = re.compile(
    r"[(\[]?\s?(?:\b[\w.]{2,20}\s)?\b(?:photo(?:graph)?|picture|image|foto|bild|graphic|video|illustration)s?\s?"
    r"(?:by\b|courtesy\b|credit\b|[:/])",
    re.IGNORECASE,
)
"""Where a line begins to credit a picture, which is no credit of the story."""
_CAPTION = re.compile(r"(?:[^()]*\b[a-zà-ÿ]\w*\s){2}[^()]*[^\s.!?…\"”’»()]\s*\([^()]{2,40}\)$")
_BESIDE_PERSON = re.compile(
    r"(?P<before>[^/]{2,30}/\s?)?[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){1,3}(?(before)|\s?/[^/]{2,30})"
)
REPORTING_BY = "Reuters"
"""Whose copy ends with "Reporting by ...; Editing by ..."."""


class _Opening:
    """Whether a line may still carry the credit of the whole story: none does behind the first paragraph."""

    def __init__(self) -> None:
        self._is_over = False

    def __call__(self, line: str) -> bool:
        """Take the next line."""
        was_over, self._is_over = self._is_over, len(line) > _MAX_HEADING
        return not was_over


class Credit(NamedTuple):
    """The agency that a story is credited to, None for agencies without a name; and the words that do it."""

    agency: str | None
    words: str
    strength: Strength


def credit(item: Item, ownership: Ownership) -> Credit | None:
    """The credit of a story, the surest first; None if it has none."""
    found = [*_of_author(item.author or "", ownership), *_of_head(item.text[:_HEAD_LENGTH], ownership)]
    found += _of_tail(item.text[-_TAIL_LENGTH:], ownership)
    return max(found, key=lambda one: (one.agency is not None, one.strength), default=None)


def _of_author(author: str, ownership: Ownership) -> list[Credit]:
    line = " ".join(author[: 2 * _MAX_BYLINE].split())[:_MAX_BYLINE]
    return _of_byline(line, f'the byline "{line}"', ownership)


def _of_byline(line: str, words: str, ownership: Ownership) -> list[Credit]:
    """The agencies that a byline names between its separators, or behind "via", "for" and the like."""
    if _AGENCIES.fullmatch(line):
        return [Credit(None, words, Strength.CERTAIN)]
    found = []
    for piece in filter(None, _PIECES.split(line)):
        joined = list(_JOINED.finditer(piece))
        parts = [(piece, "")] + [(piece[match.end() :], match[1].lower()) for match in joined]
        if joined:
            parts.append((piece[: joined[0].start()], joined[0][1].lower()))
        for part, word in parts:
            if agency := _agency(part, ownership):
                found.append(Credit(agency, words, Strength.LIKELY if word in _SHARED else Strength.CERTAIN))
    return found


def _of_head(head: str, ownership: Ownership) -> list[Credit]:
    lines = list(takewhile(_Opening(), _lines(head)[:_HEAD_LINES]))
    return [one for line in lines for one in _doubted(line, _of_head_line(line, ownership))]


def _of_head_line(line: str, ownership: Ownership) -> list[Credit]:
    found = []
    for match in _IN_BRACKETS.finditer(line[: _MAX_PLACE + 42]):
        if match.start() <= _MAX_PLACE and (match[2] is not None or match.start() == 0 or match[0][0] in "【［"):
            found += _certain(_PIECES.split(match[1]), f'the dateline "{match[0].strip()}"', ownership)
    for match in _IN_SLASHES.finditer(line[: _MAX_PLACE + 32]):
        found += _certain([match[1]], f'the dateline "{match[0].strip()}"', ownership)
    if behind := _AFTER_PLACE.match(line[: _MAX_PLACE + 32]):
        found += _certain([behind[1], behind[1].title()], f'the dateline "{behind[0].strip()}"', ownership)
    for written in ownership.unspaced_credits:
        place = line.find(written, 0, 40)
        if place >= 0 and _UNSPACED_DATELINE.match(line, place + len(written)):
            found += _certain([written], f'the dateline "{line[place : place + 20]}"', ownership)
    if len(line) <= _MAX_BYLINE:
        byline = _BYLINE.match(line)
        pieces = line[byline.end() :] if byline else line
        if byline or _agency(line, ownership) or _AGENCIES.fullmatch(line):
            found += _of_byline(pieces, f'the byline "{line}"', ownership)
    return found


def _of_tail(tail: str, ownership: Ownership) -> list[Credit]:
    lines = _lines(tail)[-_TAIL_LINES:]
    found = [one for line in lines for one in _doubted(line, _of_tail_line(line, ownership))]
    last = lines[-1][-_MAX_BYLINE:] if lines else ""
    if match := _AT_END.search(last):
        words = f'the words "{match[0].strip()}" at its end'
        found += _doubted(lines[-1], _certain(_PIECES.split(match[1] or match[2]), words, ownership))
    return found


def _of_tail_line(line: str, ownership: Ownership) -> list[Credit]:
    found = []
    words = f'the line "{line[:80]}"'
    if len(line) <= _MAX_BYLINE:
        found += _certain(_PIECES.split(line.strip(_TRAILER_EDGES)), words, ownership)
    if match := _SOURCE.match(line):
        found += _certain(_PIECES.split(match[1].strip(_TRAILER_EDGES)), words, ownership)
    if match := _COPYRIGHT.match(line):
        found += _certain([match[1].partition(" All ")[0]], words, ownership)
    if match := _CONTRIBUTED.search(line):
        for piece in re.split(r",|\band\b", match[1]):
            if agency := _agency(piece, ownership):
                found.append(Credit(agency, words, Strength.POSSIBLE))
    if _REPORTING_BY.match(line):
        closing = f'its last line, "{line[:60]}", as this agency closes its stories'
        found.append(Credit(REPORTING_BY, closing, Strength.CERTAIN))
    return found


def _doubted(line: str, credits_: list[Credit]) -> list[Credit]:
    """The credits of a line, less sure where they may be those of a picture: "A crane (AP)", "AP/Ann Doe"."""
    if not credits_ or len(line) > _MAX_BYLINE:
        return credits_
    beside = _BESIDE_PERSON.fullmatch(line.strip(_TRAILER_EDGES))
    if _CAPTION.fullmatch(line) or (beside and beside["before"]):
        return [one._replace(strength=Strength.POSSIBLE) for one in credits_]
    return [one._replace(strength=min(one.strength, Strength.LIKELY)) for one in credits_] if beside else credits_


def _certain(pieces: list[str], words: str, ownership: Ownership) -> list[Credit]:
    agencies = dict.fromkeys(_agency(piece or "", ownership) for piece in pieces)
    return [Credit(agency, words, Strength.CERTAIN) for agency in agencies if agency]


def _agency(piece: str, ownership: Ownership) -> str | None:
    name = piece.strip(_TRAILER_EDGES).removeprefix("the ").removeprefix("The ")
    return ownership.agency(name) or ownership.agency(_STAFF.sub("", name))


def _lines(text: str) -> list[str]:
    """The lines that are not empty, without what credits pictures."""
    lines = ((_PICTURE.split(line, 1)[0] if len(line) <= _MAX_HEADING else line) for line in text.splitlines())
    return [line.strip() for line in lines if line.strip()]
