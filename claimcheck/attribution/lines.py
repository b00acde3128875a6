"""The lines of a text that are read each by itself: paragraphs, headings, items of lists."""

import re
from collections.abc import Iterator
from itertools import pairwise

from claimcheck.attribution.parsed import Spans

MIN_WIDTH, MAX_WIDTH = 40, 120
"""Between these is the width to which people and programs wrap paragraphs."""
MIN_WRAPPED = 3
"""So many lines at least tell that a paragraph is wrapped, where no line begins with a small letter."""
_STOPS = (".", "!", "?", ":", ";")
MAX_WORD = 200
_BREAKS = str.maketrans("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n" * 9)
_BLANKS = str.maketrans("\ufeff\u00a0\u202f", "   ")
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

    Words that no language has become x's: what splits off their punctuation takes the square of their length.
    """
    return _LONG_WORD.sub(lambda word: "x" * len(word[0]), line.replace("\n", " "))


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Where each line of a legible text stands that is not blank; the lines of a wrapped paragraph are one."""
    for block in _BLOCK.finditer(text):
        start, end = block.span()
        spans = tuple(line.span() for line in _LINE.finditer(text, start, end))
        if len(spans) > 1 and _is_wrapped(text, spans):
            yield start, end
        else:
            yield from spans


def _is_wrapped(text: str, spans: Spans) -> bool:
    """Whether each line ends where the next word would not fit, as if it had been broken there by a program."""
    written = [text[start:end].rstrip() for start, end in spans]
    width = max(map(len, written))
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return False
    if len(spans) < MIN_WRAPPED and not written[1][:1].islower():
        return False
    if all(line.endswith(_STOPS) for line in written):
        return False
    return all(len(line) + 1 + len(below.split(maxsplit=1)[0]) > width for line, below in pairwise(written))
