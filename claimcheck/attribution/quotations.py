"""Where a text speaks in other words than its own: what stands between quotation marks."""

from typing import NamedTuple

from claimcheck.attribution.parsed import ParsedText

_OPENING = {"“": "”", "„": "“”", "«": "»", "``": "''", "‘": "’", "‹": "›"}
_STRAIGHT = ('"', "''", "＂")
_SINGLE = ("'", "‘")


class Quotation(NamedTuple):
    """The tokens from the opening mark to the one after the closing mark."""

    first: int
    last: int
    is_closed: bool
    """False where the line ends before the mark is closed: the next line may go on."""


def quotations(parsed: ParsedText) -> list[Quotation]:
    """The outermost quotations of a text, in its order."""
    found = []
    for first, last in parsed.lines:
        found += _of_line(parsed, first, last)
    return found


def _of_line(parsed: ParsedText, first: int, last: int) -> list[Quotation]:
    found = []
    here = first
    while here < last:
        closing = _closing(parsed, here, first, last)
        if closing is None:
            here += 1
            continue
        end = next((token for token in range(here + 1, last) if _closes(parsed, token, closing, last)), None)
        if end is None:
            if closing == "’" or parsed.words[here] == "'":
                here += 1
                continue
            found.append(Quotation(here, last, is_closed=False))
            break
        found.append(Quotation(here, end + 1, is_closed=True))
        here = end + 1
    return found


def _closing(parsed: ParsedText, token: int, first: int, last: int) -> str | None:
    """The marks that close what this token opens; None if it opens nothing."""
    word = parsed.words[token]
    if word in _OPENING:
        return _OPENING[word]
    if word in _STRAIGHT:
        return word
    if word == "'" and token + 1 < last and parsed.starts[token + 1] == parsed.ends[token]:
        return "'" if token == first or parsed.starts[token] > parsed.ends[token - 1] else None
    return None


def _closes(parsed: ParsedText, token: int, marks: str, last: int) -> bool:
    word = parsed.words[token]
    if word == marks or (word in marks and len(word) == 1):
        if word in ("'", "’"):
            return token + 1 == last or not parsed.words[token + 1][0].isalnum() or parsed.starts[token + 1] > parsed.ends[token]
        return True
    return False
