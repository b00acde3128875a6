"""What is held against a claim, by its looks alone: a document, a headline or a passage."""

from enum import StrEnum

from claimcheck.stance_reading.reading import Reading

_DOCUMENT_WORDS = 260
_DOCUMENT_WORDS_WITH_LINES = 60
_HEADLINE_WORDS = 22


class Shape(StrEnum):
    """Each is judged by coefficients of its own."""

    DOCUMENT = "document"
    HEADLINE = "headline"
    PASSAGE = "passage"


def shape_of(passage: Reading) -> Shape:
    """A document is long or has paragraphs; a headline is short, begins with a capital, ends in no full stop."""
    text = passage.text.strip()
    words = len(passage.words)
    if words > _DOCUMENT_WORDS or (words > _DOCUMENT_WORDS_WITH_LINES and "\n" in text):
        return Shape.DOCUMENT
    if words <= _HEADLINE_WORDS and text[-1:] not in (".", "。") and not text[:1].islower():
        return Shape.HEADLINE
    return Shape.PASSAGE
