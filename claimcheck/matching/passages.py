"""Where a text may be divided: passages, each a paragraph or whole sentences of one; pure."""

import re
from collections.abc import Iterator

MAX_PASSAGE_LENGTH = 700
_BREAK = re.compile(r"(?<=[.!?\u2026])[\"'\u201d\u2019)\]]*\s+|(?<=[\u3002\uff01\uff1f])|\n\s*")
"""Where a long paragraph may be divided: after a sentence or a line."""
_QUESTION = re.compile(r"\s*[^\s?][^?\n]{1,298}\?[\"'\u201d\u2019)\]*_]*\s*")
"""A paragraph that is one question, as over an answer; what follows it belongs to it."""
_BLANK_LINE = re.compile(r"\n\s*\n")


def passages_of(text: str) -> Iterator[tuple[int, int]]:
    """The passages of a text as half-open offsets, none longer than MAX_PASSAGE_LENGTH.

    They are its paragraphs, a question together with the one that answers it; long ones as runs of whole sentences or
    lines, and where there are none, of words.
    """
    for start, end in _pieces(text):
        piece = text[start:end]
        begin, stop = end - len(piece.lstrip()), start + len(piece.rstrip())
        if stop > begin:
            yield begin, stop


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The passages with the spaces around them."""
    for start, end in _paragraphs(text):
        begin = last = start
        for place in (*(match.end() for match in _BREAK.finditer(text, start, end)), end):
            if place - begin > MAX_PASSAGE_LENGTH and last > begin:
                yield begin, last
                begin = last
            while place - begin > MAX_PASSAGE_LENGTH:
                cut = text.rfind(" ", begin, begin + MAX_PASSAGE_LENGTH) + 1 or begin + MAX_PASSAGE_LENGTH
                yield begin, cut
                begin = cut
            last = place
        yield begin, end


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs, each question with the paragraph behind it unless that is a question, too."""
    question = -1
    for begin, end in _between_blank_lines(text):
        asks = _QUESTION.fullmatch(text, begin, end) is not None
        if asks and question >= 0:
            yield question, begin
        elif not asks:
            yield (question if question >= 0 else begin), end
        question = begin if asks else -1
    if question >= 0:
        yield question, len(text)


def _between_blank_lines(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for match in _BLANK_LINE.finditer(text):
        yield begin, match.start()
        begin = match.end()
    yield begin, len(text)
