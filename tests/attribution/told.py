"""What the rules find in a text, as a table: who says it, by which words, and what."""

from collections.abc import Iterable
from functools import cache

from claimcheck.attribution import language
from claimcheck.attribution.finding import rules
from claimcheck.attribution.finding.layout import Layout
from claimcheck.attribution.parsed import Found, ParsedText

Row = tuple[str, str, str]

read = cache(language.parsed)
"""A text with its grammar; the tests change nothing of it."""


@cache
def laid_out(text: str) -> Layout:
    """A text as the rules see it."""
    return Layout(read(text))


def told(text: str) -> list[Row]:
    """Source, cue and content of each attribution of a text."""
    return rows(read(text), rules.find(read(text)))


def rows(parsed: ParsedText, found: Iterable[Found]) -> list[Row]:
    """Source, cue and content of attributions, without the commas around their parts."""
    return [(words(parsed, one.source), words(parsed, one.cue), words(parsed, one.content)) for one in found]


def words(parsed: ParsedText, tokens: list[int]) -> str:
    """The words of tokens, the parts that lie apart joined by " ... "."""
    parts = (" ".join(parsed.text[start:end].split()).strip(" ,") for start, end in parsed.spans(tokens))
    return " ... ".join(part for part in parts if part)


def token(parsed: ParsedText, word: str) -> int:
    """Where a word stands for the first time."""
    return parsed.words.index(word)
