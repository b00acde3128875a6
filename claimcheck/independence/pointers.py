"""Addresses to which a text sends its readers for what it tells itself: "read the full story at", "source:"; pure."""

import re
from typing import NamedTuple

from claimcheck.independence.citations import links

MAX_LENGTH = 40_000
"""How much of a text around the passage is looked at, in code points."""
_NEAR = 600
_STORY = r"(?:story|stories|article|report|investigation|piece|text|post|interview|study|version)"
_WORDS = re.compile(
    rf"\b(?:(?:read|see|find|get) (?:the|its|their) (?:full|whole|original|complete|entire|rest of the) ?{_STORY}?|"
    rf"full {_STORY} (?:at|on|in|by|here|from)|continue reading|"
    r"(?:first|originally) (?:reported(?: by| at)|(?:published|appeared|posted)(?: by| in| on| at)?)"
    r"(?=\s+(?:the )?(?-i:[A-ZÀ-Þ])|[\s:(]{1,3}http|\s+\[|\s+here\b)|"
    rf"this {_STORY} (?:appeared|was published|comes from|is from)|hat tip)|"
    r"(?<![\w,;’'\"”)] )\bvia (?=(?:the )?(?-i:[A-ZÀ-Þ])|http)|\bh/t\b|(?<![\w’'] )\bsource ?:|\boriginal source ?:",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?:(?!https?://|[!?;]\s|[a-z]{3}\.\s+(?!http))[^\n]){0,100}(?=https?://)", re.IGNORECASE)


class Pointer(NamedTuple):
    """An address, the words that send there, and where they stand in the text."""

    url: str
    words: str
    place: int


def pointer(text: str, start: int, end: int) -> Pointer | None:
    """Where a text sends the readers of a passage, `start` to `end`: right behind it, or by its only such address."""
    first = max(0, start - MAX_LENGTH // 2)
    around = text[first : end + MAX_LENGTH // 2]
    if "http" not in around.lower():
        return None
    found = _pointers(around, first)
    paragraph = text.find("\n\n", end, end + _NEAR)
    near = [one for one in found if start <= one.place < (end + _NEAR if paragraph < 0 else paragraph)]
    if near:
        return near[0]
    return found[0] if len({one.url for one in found}) == 1 else None


def _pointers(text: str, first: int) -> list[Pointer]:
    found = []
    for match in _WORDS.finditer(text):
        if between := _BETWEEN.match(text, match.end()):
            address = links(text[between.end() : between.end() + 2100].split(None, 1)[0], 1)
            found += [Pointer(one, " ".join(match[0].split()), first + match.start()) for one in address]
    return found
