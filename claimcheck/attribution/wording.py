"""The words of an attribution: what it says as a proposition, what is quoted of it, and its cue; pure."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from claimcheck.attribution.parsed import Spans
from claimcheck.attribution.values import Attribution
from claimcheck.vocabulary import ClaimKind, Directness

MAX_PROPOSITION = 1_000
"""The code points of the longest proposition; what is longer is cut, and a person words it."""
_MARKS = '"“”„‟«»'
_OPENING = '"“„‟«»'
_QUOTED = re.compile(r'“([^“”]+)”|"([^"]+)"|„([^„“”]+)[“”]|«([^«»]+)»|»([^«»]+)«|(?<!\w)‘([^‘]+?)’(?!\w)')
_OPEN = " ([{"
_SINGLE = re.compile(r"[‘'](?:[^‘’']|(?<=\w)[’'](?=\w))+[’']")
"""All of it between single marks, apostrophes apart."""
_LOOSE = " \t\n\r,;:–—-…"
_THAT = re.compile(
    r"that\s+(?!(?:is|was|are|were|will|would|has|had|can|could|may|might|must|should)\b)(?=\S)", re.IGNORECASE
)
"""The conjunction, not the pronoun: a verb does not follow it."""
_NEGATED = re.compile(r"\b(?:not|never|declin\w+|refus\w+|without|short of)\b|n['’]t\b", re.IGNORECASE)
_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which", "that"})
_ENDS = ".!?…。！？"


def hull(spans: Spans) -> tuple[int, int]:
    """The half-open span from the beginning of the first to the end of the last."""
    return min(start for start, _ in spans), max(end for _, end in spans)


def claimed(text: str, attribution: Attribution) -> str:
    """What is claimed, as one sentence on one line; "" if there is no word in the content.

    That is the content where it makes sense by itself, and else all of it, with the name for a pronoun or a long
    description: "Beijing denies any role in the attack."
    """
    if not any(map(str.isalnum, "".join(text[start:end] for start, end in attribution.content))):
        return ""
    denies = attribution.kind is ClaimKind.DENIAL and attribution.directness is not Directness.DIRECT
    cue_words = " ".join(text[start:end] for start, end in attribution.cue)
    is_quoted = attribution.directness is Directness.DIRECT and not _NEGATED.search(cue_words)
    stands_alone = attribution.is_clause or is_quoted
    if not attribution.cue or (stands_alone and not denies):
        return proposition(text, attribution.content)
    own = {span: text[span[0] : span[1]] for span in (*attribution.source, *attribution.cue, *attribution.content)}
    if attribution.resolved_source and len(attribution.source) == 1:
        written = own[attribution.source[0]]
        if written.lower() in _PRONOUNS or "," in written:
            own[attribution.source[0]] = attribution.resolved_source
    return _sentence(own[span] for span in sorted(own))


def proposition(text: str, content: Spans) -> str:
    """What is said, as one sentence on one line; "" if there is no word in it.

    Without quotation marks around all of it and without "that" in front, with a capital and a full stop. The words
    stay those of the text.
    """
    gaps = [text[end:start].rstrip(f" \t\r\n{_MARKS}‘'") for (_, end), (start, _) in pairwise(content)]
    return _sentence((text[start:end] for start, end in content), [gap[-1:] in tuple(_ENDS) for gap in gaps])


def _sentence(words: Iterable[str], are_ends: Sequence[bool] = ()) -> str:
    """The words put together; `are_ends` tells behind which of them the text ends a sentence."""
    said = ""
    for number, written in enumerate(words):
        piece = _bare(" ".join(written.split()))
        is_end = number < len(are_ends) and are_ends[number] and piece.rstrip(_MARKS)[-1:] not in tuple(_ENDS)
        said += f" {piece}{'.' if is_end and piece else ''}"
    said = " ".join(said.split()).rstrip(_OPEN).rstrip(_LOOSE)
    said = said[:-2].rstrip(_LOOSE) + said[-1] if said[-1:] in tuple(_MARKS) and said[-2:-1] in tuple(_LOOSE) else said
    said = said[match.end() :] if (match := _THAT.match(said)) else said
    if not any(map(str.isalnum, said)):
        return ""
    if len(said) > MAX_PROPOSITION:
        return _with_capital(f"{said[:MAX_PROPOSITION].rpartition(' ')[0].rstrip(_LOOSE) or said[:MAX_PROPOSITION]}…")
    return _with_capital(said if said.rstrip(f"{_MARKS}’')]")[-1:] in _ENDS else f"{said}.")


def quotation(text: str, attribution: Attribution) -> tuple[int, int] | None:
    """Where the source's own words stand: the longest stretch between quotation marks; None if they are not given.

    Words that are direct without marks around them, as in a block of quoted paragraphs, are all quoted.
    """
    if attribution.directness is Directness.INDIRECT:
        return None
    start, end = hull(attribution.content)
    first = max(0, start - 1)
    found = [match.span(match.lastindex or 0) for match in _QUOTED.finditer(text, first, min(len(text), end + 1))]
    if found:
        return _trimmed(text, *max(found, key=lambda span: span[1] - span[0]))
    if attribution.directness is Directness.DIRECT and len(attribution.content) == 1:
        return _trimmed(text, start, end)
    return None


def cue(attribution: Attribution) -> tuple[int, int] | None:
    """The half-open span of the attributing words, the longest of them where they stand apart; None without any."""
    return max(attribution.cue, key=lambda span: span[1] - span[0], default=None)


def _bare(piece: str) -> str:
    """A piece without the marks around it, or the one whose partner is not in it, and without loose ends."""
    piece = piece.strip(_LOOSE)
    if _SINGLE.fullmatch(piece):
        return piece[1:-1].rstrip(_LOOSE)
    inner = piece[1:-1].rstrip(_LOOSE) if len(piece) > 1 else ""
    count = sum(map(piece.count, _MARKS))
    if piece[:1] in tuple(_OPENING) and piece[-1:] in tuple(_MARKS) and count == 2:  # noqa: PLR2004 - a pair
        return inner
    if count % 2:
        if piece[0] in _OPENING:
            return piece[1:].strip(_LOOSE)
        if piece[-1] in _MARKS:
            return piece[:-1].strip(_LOOSE)
    return piece


def _with_capital(said: str) -> str:
    """The sentence with a capital, unless its first word has one of its own: "iPhone"."""
    start = next(place for place, character in enumerate(said) if character.isalnum())
    word = said[start:].partition(" ")[0]
    upper = word[0].upper()
    if any(map(str.isupper, word)) or len(upper) != 1:
        return said
    return said[:start] + upper + said[start + 1 :]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A span without the marks, spaces and commas at its ends; None if nothing is left."""
    loose = _LOOSE + _MARKS
    while start < end and text[start] in loose:
        start += 1
    while start < end and text[end - 1] in loose:
        end -= 1
    return (start, end) if start < end else None
