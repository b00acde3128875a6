"""Where a text speaks in other words than its own: what stands between quotation marks."""

from bisect import bisect_left
from typing import NamedTuple

from claimcheck.attribution.parsed import ParsedText

_OPENING = frozenset({"“", "„", "«", "``", "‟"})
_CLOSING = frozenset({"”", "»"})
_LOW_CLOSING = frozenset({"“", "”"})
"""What closes „."""
_EITHER = frozenset({'"', "''", "＂"})
_SINGLE_OPENING = frozenset({"‘", "‹"})
_SINGLE_CLOSING = frozenset({"’", "›", "'"})
_BEFORE_OPENING = "([{-–—/:;,.!?>…"


class Quotation(NamedTuple):
    """The tokens from the opening mark to the one after the closing mark."""

    first: int
    last: int
    is_closed: bool
    """False where the line ends before the mark is closed: the next line may go on."""


def quotations(parsed: ParsedText) -> list[Quotation]:
    """The outermost quotations of a text, in its order.

    Any double mark closes any other, since texts mix them; single marks count only as a pair on their own. What is
    opened and not closed goes on to the end of its line if the next line opens too, as in a quotation of several
    paragraphs, and else to the end of its sentence.
    """
    found = []
    for number, (first, last) in enumerate(parsed.lines):
        following = parsed.lines[number + 1][0] if number + 1 < len(parsed.lines) else None
        goes_on = following is not None and _opens(parsed, following, following)
        found += _of_line(parsed, first, last, goes_on=goes_on)
    return found


def _of_line(parsed: ParsedText, first: int, last: int, *, goes_on: bool) -> list[Quotation]:
    found = []
    here = first
    single_ends: dict[str, tuple[list[int], list[int]]] = {}
    never_closed: set[frozenset[str]] = set()
    while here < last:
        end = None
        if _opens(parsed, here, first):
            closing = _closing(parsed.words[here])
            if closing not in never_closed:
                end = next((token for token in range(here + 1, last) if _closes(parsed, token, closing)), None)
            if end is None:
                never_closed.add(closing)
                end = last if goes_on else _end_of_sentence(parsed, here, last)
                found.append(Quotation(here, end, is_closed=False))
                here = end
                continue
        elif _opens_single(parsed, here, first):
            marks = "'" if parsed.words[here] == "'" else "’›"
            if marks not in single_ends:
                single_ends[marks] = _single_ends(parsed, marks, here, last)
            end = _single_end(here, *single_ends[marks])
        if end is None:
            here += 1
            continue
        found.append(Quotation(here, end + 1, is_closed=True))
        here = end + 1
    return found


def _end_of_sentence(parsed: ParsedText, mark: int, last: int) -> int:
    """The token after the sentence that a mark opens, which the parser may have put at the end of the one before."""
    opened = min(mark + 1, last - 1)
    return min(last, max(mark + 1, parsed.sentences[parsed.sentence_of[opened]][1]))


def _closing(opening: str) -> frozenset[str]:
    if opening == "„":
        return _LOW_CLOSING | _EITHER
    return frozenset({"«"}) if opening == "»" else _CLOSING | _EITHER


def _closes(parsed: ParsedText, token: int, closing: frozenset[str]) -> bool:
    if parsed.words[token] in closing:
        return not _is_measure(parsed, token)
    return parsed.words[token] == "“" and not _stands_free(parsed, token) and not _touches_next(parsed, token)


def _is_measure(parsed: ParsedText, token: int) -> bool:
    """Whether a mark stands for inches: right after a digit, and another mark still closes the quotation."""
    if parsed.words[token] not in _EITHER or not parsed.text[parsed.starts[token] - 1 : parsed.starts[token]].isdigit():
        return False
    here = token + 1
    while here < len(parsed.words) and "\n" not in parsed.text[parsed.ends[here - 1] : parsed.starts[here]]:
        if parsed.words[here] in _EITHER | _CLOSING | _OPENING:
            return (
                parsed.words[here] not in _OPENING
                and not parsed.text[parsed.ends[here] : parsed.ends[here] + 1].isalnum()
            )
        here += 1
    return False


def _opens(parsed: ParsedText, token: int, first: int) -> bool:
    word = parsed.words[token]
    if word in _OPENING:
        return True
    if word not in _EITHER and (word != "»" or not _touches_next(parsed, token)):
        return False
    return token == first or _stands_free(parsed, token)


def _stands_free(parsed: ParsedText, token: int) -> bool:
    """Whether what stands before the token is a space or a mark, as before the first word of a quotation."""
    before = parsed.text[parsed.starts[token] - 1 : parsed.starts[token]]
    return not before or before.isspace() or before in _BEFORE_OPENING


def _opens_single(parsed: ParsedText, token: int, first: int) -> bool:
    word = parsed.words[token]
    if word not in _SINGLE_OPENING and word != "'":
        return False
    return _touches_next(parsed, token) and (token == first or _stands_free(parsed, token))


def _touches_next(parsed: ParsedText, token: int) -> bool:
    return parsed.text[parsed.ends[token] : parsed.ends[token] + 1].strip() != ""


def _single_ends(parsed: ParsedText, marks: str, first: int, last: int) -> tuple[list[int], list[int]]:
    """The marks that can close single quotations, and those of them that surely do."""
    ends = [
        token
        for token in range(first, last)
        if parsed.words[token] in _SINGLE_CLOSING
        and parsed.words[token] in marks
        and not parsed.text[parsed.ends[token] : parsed.ends[token] + 1].isalnum()
    ]
    return ends, [token for token in ends if not _is_possessive(parsed, token)]


def _single_end(opening: int, ends: list[int], sure: list[int]) -> int | None:
    """The first mark that closes a single quotation, and is not the apostrophe of "the engineers' figures"."""
    for tokens in (sure, ends):
        place = bisect_left(tokens, opening + 2)
        if place < len(tokens):
            return tokens[place]
    return None


def _is_possessive(parsed: ParsedText, token: int) -> bool:
    after = parsed.text[parsed.ends[token] : parsed.ends[token] + 2]
    is_before_word = after[:1].isspace() and after[1:].isalpha()
    return is_before_word and parsed.lowered[token - 1].endswith("s")
