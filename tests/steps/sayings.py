"""Attributions made by hand: who is said to have said what, by the words of a text."""

from typing import Any

from claimcheck.attribution.parsed import Spans
from claimcheck.attribution.values import Attribution
from claimcheck.vocabulary import ClaimKind, Directness


def said(text: str, content: str, *, cue: str = "", source: str = "", after: str = "", **fields: Any) -> Attribution:
    """An attribution whose words stand in `text`, behind `after`; words that stand apart are parted by " ... "."""
    begin = text.index(after)
    values: dict[str, Any] = {"directness": Directness.INDIRECT, "kind": ClaimKind.ASSERTION, **fields}
    return Attribution(
        content=_spans(text, content, begin), cue=_spans(text, cue, begin), source=_spans(text, source, begin), **values
    )


def _spans(text: str, words: str, begin: int) -> Spans:
    spans = []
    for piece in filter(None, words.split(" ... ")):
        start = text.index(piece, begin)
        begin = start + len(piece)
        spans.append((start, begin))
    return tuple(spans)
