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
    return rows(read(text), rules.find(read(text)), text)


def rows(parsed: ParsedText, found: Iterable[Found], text: str | None = None) -> list[Row]:
    """Source, cue and content of attributions, without the commas around their parts, as `text` has them."""
    return [
        (words(parsed, one.source, text), words(parsed, one.cue, text), words(parsed, one.content, text))
        for one in found
    ]


def words(parsed: ParsedText, tokens: list[int], text: str | None = None) -> str:
    """The words of tokens as `text` has them, the parts that lie apart joined by " ... "."""
    written = parsed.text if text is None else text
    parts = (" ".join(written[start:end].split()).strip(" ,") for start, end in parsed.spans(tokens))
    return " ... ".join(part for part in parts if part)


def token(parsed: ParsedText, word: str) -> int:
    """Where a word stands for the first time."""
    return parsed.words.index(word)
