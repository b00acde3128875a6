"""A text without what typesetting does to it, and the way back to where each character stood; pure."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

_HIDDEN = "\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff"
_DASHES = "\u2010-\u2015\u2212\ufe58\ufe63\uff0d-"
_EXPANDED = {
    "…": "...", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
}  # fmt: skip
_ONE_FOR_ONE = str.maketrans(
    "‘’‚‛′‹›`´ʼ＇“”„‟″«»＂‐‑‒–—―−﹘﹣－",
    "'''''''''''" + '""""""""' + "----------",
)
_LONGEST_WORD = 40
_COMPOUND = re.compile(rf"\b([^\W\d_]{{1,{_LONGEST_WORD}}})[-‐‑](?=([^\W\d_]{{1,{_LONGEST_WORD}}}))")
_LETTERS = re.compile(r"[^\W\d_]+")
_TYPESET = (
    rf"[-‐](?<=\w.)[ \t\u00a0]{{0,8}}(?:\r\n?|\n)[ \t\u00a0]{{0,80}}(?=\w)"
    rf"|[{_DASHES}]{{2,}}"
    rf"|(?:[^\S ]|[{_HIDDEN}])[\s{_HIDDEN}]*| [\s{_HIDDEN}]+"
    rf"|[{''.join(_EXPANDED)}]"
)
_MOST_MARKS = 30
"""The marks on one letter that are put in order: a run of many thousand would take quadratic time.

Source: Unicode Standard Annex 15, 13.1, Stream-Safe Text Format, https://www.unicode.org/reports/tr15/
"""


@dataclass(frozen=True, slots=True)
class Folded:
    """The folded `text`, and where each part of it came from."""

    text: str
    _at: list[int] = field(repr=False)
    """The place in `text` where each part starts, in order; a part is copied or stands for something else."""
    _from: list[int] = field(repr=False)
    _to: list[int] = field(repr=False)
    """The end in the original of what a part stands for; -1 where the part is a copy."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span of the original, in code points, of a span of `text` that is not empty."""
        first = bisect_right(self._at, start) - 1
        last = bisect_right(self._at, end - 1) - 1
        is_copy = self._to[first] < 0
        begins = self._from[first] + (start - self._at[first] if is_copy else 0)
        ends = self._from[last] + end - self._at[last] if self._to[last] < 0 else self._to[last]
        return begins, ends


def fold(text: str, other: str = "") -> Folded:
    r"""`text` composed (NFC), with plain quote marks and dashes, single spaces, and nothing invisible.

    Case stays, and so does everything that compatibility forms would change except ligatures: 10\u2075 is not
    105. A word divided at the end of a line is put together again, but keeps its hyphen if `other`, the text
    it will be compared with, has it with one.
    """
    compounds: set[tuple[str, str]] | None = None
    parts: list[str] = []
    at, begins, ends = [0], [0], [-1]
    done = length = 0
    for match in _pattern(text).finditer(text):
        start, end = match.span()
        found = match[0]
        if found[0] in "-‐" and found[-1].isspace():
            if compounds is None:
                compounds = _compounds(other)
            written = _joined(text, start, end, compounds)
        else:
            written = _replaced(found)
        if written == found:
            continue
        parts += (text[done:start], written)
        length += start - done
        if len(written) != len(found):
            at += (length, length + len(written))
            begins += (start, end)
            ends += (end, -1)
        length += len(written)
        done = end
    parts.append(text[done:])
    return Folded("".join(parts).translate(_ONE_FOR_ONE), at, begins, ends)


def _pattern(text: str) -> re.Pattern[str]:
    if text.isascii():
        return re.compile(_TYPESET)
    characters = set(text)
    marks = _one_of(characters, lambda item: unicodedata.category(item)[0] == "M" or "\u1161" <= item <= "\u11ff")
    alone = _one_of(characters, lambda item: unicodedata.normalize("NFC", item) != item)
    composing = f"|[^{marks}]?[{marks}]{{1,{_MOST_MARKS}}}" if marks else ""
    return re.compile(_TYPESET + composing + (f"|[{alone}]" if alone else ""))


def _one_of(characters: set[str], wanted: Callable[[str], bool]) -> str:
    return re.escape("".join(sorted(item for item in characters if item > "\u00bf" and wanted(item))))


def _replaced(found: str) -> str:
    first = found[0]
    if first in _EXPANDED:
        return _EXPANDED[first]
    if not found.strip():
        return " "
    shown = found.translate(_NOTHING)
    if not shown.strip():
        is_divided = first == "\u00ad" and "\n" in found
        return " " if shown and not is_divided else ""
    if not shown.translate(_ONE_FOR_ONE).strip("-"):
        return "-"
    return unicodedata.normalize("NFC", found)


_NOTHING = dict.fromkeys([0xAD, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x2060, 0x2065), 0xFEFF])


def _compounds(text: str) -> set[tuple[str, str]]:
    return {(match[1], match[2]) for match in _COMPOUND.finditer(text)}


def _joined(text: str, start: int, end: int, compounds: set[tuple[str, str]]) -> str:
    """What stands for the end of a line after a hyphen: the hyphen, or nothing where it only divided a word."""
    before = start
    while before > 0 and start - before <= _LONGEST_WORD and text[before - 1].isalpha():
        before -= 1
    after = _LETTERS.match(text, end, end + _LONGEST_WORD + 1)
    is_divided = before < start and after is not None and after[0][0].islower()
    return "" if is_divided and after and (text[before:start], after[0]) not in compounds else "-"
