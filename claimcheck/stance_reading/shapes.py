"""What is held against a claim, by the looks of the two: a document, a headline, a statement or a passage."""

import re
from enum import StrEnum

from claimcheck.stance_reading.reading import Reading

_DOCUMENT_WORDS = 260
_DOCUMENT_WORDS_WITH_LINES = 60
_HEADLINE_WORDS = 22
_LONG_HEADLINE_WORDS = 45
_STATEMENT_WORDS = 22
_CLAIM_OF_STATEMENT_WORDS = 12
_TITLE_SHARE = 0.6
_ABBREVIATIONS = frozenset(
    "Jan Feb Mar Apr Aug Sep Sept Oct Nov Dec Inc Corp Ltd Co Jr Sr St Mr Mrs Dr Gov Sen Rep".split()
)
_MARKS = "\"'“‘("
_INITIALISM = re.compile(r"[\"'‘“(]*[A-Z]{3,}[\"'’”),.:!?]*(?:['’]s)?")
_OF_A_STUDY = re.compile("[;=\\[]")
"""What stands in no headline, but in findings: "(OR 0.14; p = 0.02)"."""
_I = ("I'm", "I've", "I'll", "I’m", "I’ve", "I’ll")


class Shape(StrEnum):
    """Each is judged by coefficients of its own."""

    DOCUMENT = "document"
    HEADLINE = "headline"
    STATEMENT = "statement"
    PASSAGE = "passage"


def shape_of(claim: Reading, passage: Reading) -> Shape:
    """By length, full stops, capitals and numbers.

    A document is long or has paragraphs. A headline is short, ends in no full stop, begins with no small letter and
    tells something of someone, as the claim or itself shows by a name or a number. A statement is short and general,
    without names and numbers, like its claim.
    """
    words = len(passage.words)
    if words > _DOCUMENT_WORDS or (words > _DOCUMENT_WORDS_WITH_LINES and "\n" in passage.text.strip()):
        return Shape.DOCUMENT
    tells, claim_tells = _tells(passage), _tells(claim)
    begins_and_ends_well = not _OF_A_STUDY.search(passage.text) and not (
        _stops(passage.text) or _begins_small(passage.text) or _begins_small(claim.text)
    )
    if begins_and_ends_well and words <= _LONG_HEADLINE_WORDS:
        is_long = words > _HEADLINE_WORDS
        if (claim_tells and not _stops(claim.text)) if is_long else (tells or claim_tells):
            return Shape.HEADLINE
    is_general = not tells and not claim_tells
    if is_general and words <= _STATEMENT_WORDS and len(claim.words) <= _CLAIM_OF_STATEMENT_WORDS:
        return Shape.STATEMENT
    return Shape.PASSAGE


def _tells(text: Reading) -> bool:
    """Whether there is a name behind the first word, or a number."""
    written = text.text.split()
    return (
        bool(text.numbers)
        or (text.title_case >= _TITLE_SHARE and len(written) > 1)
        or any(_is_name(word) for word in written[1:])
        or any(_INITIALISM.fullmatch(word) for word in written)
    )


def _is_name(word: str) -> bool:
    return word.lstrip(_MARKS)[:1].isupper() and any(letter.islower() for letter in word) and word not in _I


def _stops(text: str) -> bool:
    """Whether a text ends like a sentence or a part of one: in a full stop that is no abbreviation's, or a comma."""
    text = text.rstrip()
    if text.endswith((",", ";", ":")):
        return True
    if text.endswith("...") or not text.endswith((".", "。")):
        return False
    last = text.split()[-1][:-1]
    return not ("." in last or last in _ABBREVIATIONS)


def _begins_small(text: str) -> bool:
    """Whether the first word has small letters only; a name like iPhone has not."""
    first = next(iter(text.split(maxsplit=1)), "")
    return first[:1].islower() and first == first.lower()
