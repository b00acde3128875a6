"""Quotations that go on: '"A," she said. "B."', and the paragraphs of a long quotation."""

from claimcheck.attribution.finding.layout import DASHES, Layout
from claimcheck.attribution.finding.quotations import Quotation
from claimcheck.attribution.parsed import Found

_MIN_TOKENS = 5
_NEAR_QUOTED = 12
_NEAR_CUE = 25
"""The tokens from the end of a line within which its quotation or its cue must lie for the next line to go on."""
_MARKS = frozenset({",", ";", ":", "."}) | DASHES


def continue_quotations(layout: Layout, found: list[Found]) -> None:
    """Give each sentence that is only a quotation to the attribution before it that quotes."""
    taken = {layout.quotation(token) for one in found for token in one.content}
    quoting = [one for one in found if any(layout.is_quoted(token) for token in one.content)]
    for quotation in layout.quotations:
        if quotation in taken or quotation.last - quotation.first < _MIN_TOKENS or not _is_alone(layout, quotation):
            continue
        before = _before(layout, quotation, quoting) or _told_before(layout, quotation, found)
        if before is not None:
            quoted = set(range(quotation.first, quotation.last)) - {*before.cue, *before.source}
            before.content = sorted({*before.content, *quoted})


def _told_before(layout: Layout, quotation: Quotation, found: list[Found]) -> Found | None:
    """What is told in the sentence before, if it is told up to its end."""
    first, _ = layout.line(quotation.first)
    if quotation.first == first:
        return None
    start, _ = layout.sentence(quotation.first - 1)
    told = [one for one in found if start <= one.cue[0] < quotation.first and one.content[-1] >= quotation.first - 2]
    return told[-1] if told else None


def _is_alone(layout: Layout, quotation: Quotation) -> bool:
    """Whether a quotation is a whole sentence."""
    first, last = layout.sentence(quotation.first)
    last = min(last, layout.line(quotation.first)[1])
    rest = range(quotation.last, last)
    words = layout.parsed.words
    return quotation.first == first and all(layout.is_quoted(token) or words[token] in _MARKS for token in rest)


def _before(layout: Layout, quotation: Quotation, quoting: list[Found]) -> Found | None:
    first, _ = layout.line(quotation.first)
    same_line = [one for one in quoting if first <= one.cue[0] < quotation.first]
    if same_line:
        return max(same_line, key=lambda one: one.cue[0])
    number = layout.line_number(quotation.first)
    if quotation.first != first or number == 0:
        return None
    start, end = layout.parsed.lines[number - 1]
    line_before = [one for one in quoting if any(start <= token < end for token in one.content)]
    if not line_before:
        return None
    last = max(line_before, key=lambda one: one.cue[0])
    reaches_end = any(end - _NEAR_QUOTED <= token < end for token in last.content) or last.cue[0] >= end - _NEAR_CUE
    return last if reaches_end else None
