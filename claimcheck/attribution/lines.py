"""The lines of a text that are read each by itself: paragraphs, headings, items of lists."""

import re
from collections.abc import Iterator
from itertools import pairwise

from claimcheck.attribution.parsed import Spans

MIN_WIDTH, MAX_WIDTH = 40, 120
"""Between these is the width to which people and programs wrap paragraphs."""
MIN_BROKEN = 0.25
"""The share of line ends in the midst of a sentence that tells that lines were broken by a program."""
MIN_FILLED = 0.7
"""The share of the width that a line has which goes on in the next one."""
MIN_WRAPPED = 3
"""So many lines at least tell that a paragraph is wrapped, where no line begins with a small letter."""
_STOPS = (".", "!", "?", ":", ";")
MAX_WORD = 200
_BREAKS = str.maketrans("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n" * 9)
_BLANKS = str.maketrans("\ufeff\u00a0\u202f", "   ")
_EMPHASIS = re.compile(r"(?<![\w*_])[*_]{1,3}(?=[^\s*_])|(?<=[^\s*_])[*_]{1,3}(?![\w*_])")
"""As in "**Smith** said"."""
_OPENING_PAIR = re.compile(r"(?<!`)``(?!`)|(?<!‘)‘‘(?!‘)|(?:(?<=\s)|\A)(?:’’|'')(?=\w)")
_CLOSING_PAIR = re.compile(r"(?<=[^\s\d'’])(?:’’|'')(?![\w'’])")
"""Double marks made of two single ones, which the parser would take apart, or for a word."""
_LONG_WORD = re.compile(rf"\S{{{MAX_WORD},}}")
_LINE = re.compile(r"[^\n]+")
_BLOCK = re.compile(r"^[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*", re.MULTILINE)


def legible(text: str) -> str:
    """The text, each code point in its place, with every line end as a line feed and without blanks of other kinds.

    Two single quotation marks that stand for a double one become one, and a blank between it and the words.
    """
    text = text.replace("\r\n", " \n").translate(_BREAKS).translate(_BLANKS)
    return _CLOSING_PAIR.sub(" ”", _OPENING_PAIR.sub("“ ", text))


def parsable(line: str) -> str:
    """One of the lines of a legible text, each code point in its place, as the parser is to see it.

    Marks of emphasis become blanks. Words that no language has become x's: what splits off their punctuation takes
    the square of their length.
    """
    line = _EMPHASIS.sub(lambda marks: " " * len(marks[0]), line.replace("\n", " "))
    return _LONG_WORD.sub(lambda word: "x" * len(word[0]), line)


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Where each line of a legible text stands that is not blank; the lines of a wrapped paragraph are one."""
    for block in _BLOCK.finditer(text):
        start, end = block.span()
        spans = tuple(line.span() for line in _LINE.finditer(text, start, end))
        yield from _paragraphs(text, spans)


def _paragraphs(text: str, spans: Spans) -> Iterator[tuple[int, int]]:
    """The lines of a block, those of one wrapped paragraph as one."""
    written = [text[start:end].rstrip() for start, end in spans]
    width = max(map(len, written))
    if len(spans) == 1 or not MIN_WIDTH <= width <= MAX_WIDTH or not _is_wrapped(written, width):
        yield from spans
        return
    first = 0
    for number in range(1, len(spans) + 1):
        if number == len(spans) or not _goes_on(written[number - 1], written[number], width):
            yield spans[first][0], spans[number - 1][1]
            first = number


def _is_wrapped(written: list[str], width: int) -> bool:
    """Whether lines were broken by a program: in the midst of sentences, or where the next word would not fit."""
    broken = sum(not line.endswith(_STOPS) and below[:1].islower() for line, below in pairwise(written))
    if broken >= MIN_BROKEN * (len(written) - 1):
        return True
    if len(written) < MIN_WRAPPED or all(line.endswith(_STOPS) for line in written):
        return False
    return all(_is_full(line, below, width) for line, below in pairwise(written))


def _goes_on(line: str, below: str, width: int) -> bool:
    """Whether the next line belongs to the same paragraph; where fonts are wide, full lines differ in length."""
    if line.endswith(_STOPS):
        return _is_full(line, below, width)
    return below[:1].islower() or len(line) >= MIN_FILLED * width


def _is_full(line: str, below: str, width: int) -> bool:
    return len(line) + 1 + len(below.split(maxsplit=1)[0]) > width
