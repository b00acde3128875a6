"""Attributions made by hand, for what comes after the finding: the words are looked up in the text."""

from collections.abc import Sequence

from claimcheck.attribution import language
from claimcheck.attribution.parsed import Found, ParsedText


def read(text: str) -> ParsedText:
    return language.parsed(text)


def tokens_of(parsed: ParsedText, words: str, *, after: int = 0) -> list[int]:
    """The tokens of words as they stand in the text for the first time after a place."""
    if not words:
        return []
    first = parsed.text.index(words, after)
    end = first + len(words)
    return [at for at, start in enumerate(parsed.starts) if start < end and parsed.ends[at] > first]


def found(parsed: ParsedText, source: str, cue: str, content: str, *more: str) -> Found:
    """One attribution; `more` is the lexicon's form of the cue and a piece of text that all of it follows."""
    word, after = [*more, "", ""][:2]
    start = parsed.text.index(after) if after else 0
    cues = tokens_of(parsed, cue, after=start)
    tops = [token for token in cues if parsed.heads[token] not in cues or parsed.heads[token] == token]
    return Found(
        cue=cues,
        source=tokens_of(parsed, source, after=start),
        content=tokens_of(parsed, content, after=start),
        head=next(iter(tops), None),
        word=word or cue,
    )


def all_found(parsed: ParsedText, rows: Sequence[tuple[str, ...]]) -> list[Found]:
    """Several of them, each row a source, a cue, a content, and, if need be, a word and a place."""
    return [found(parsed, *row) for row in rows]
