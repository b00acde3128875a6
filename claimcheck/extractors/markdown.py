"""Markdown: the text as it is written, and what the front matter says of it."""

import re

from claimcheck.extractors._parts import day, label, labels, language
from claimcheck.extractors.plain import body
from claimcheck.values import Rendition

suffixes = (".md", ".markdown")
media_types = ("text/markdown", "text/x-markdown")
version = "rules 1"

MAX_FRONT_LINES = 200
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_PAIR = re.compile(r"([A-Za-z_][\w -]{0,40}?)\s*[:=]\s*(.*)")
_ITEM = re.compile(r"\s*-\s+(.*)")
_HEADING = re.compile(r" {0,3}# +(.+?)(?: +#*)? *")
_MAX_HEADING_LINES = 50


def extract(content: bytes, *, url: str | None) -> Rendition:
    """The text below the front matter, with its marks; the first heading is the title where none is given.

    Raises:
        UnusableError: there is nothing in it.
    """
    del url
    text = body(content)
    front, below = _parted(text)
    published_on = next(
        filter(None, (day(value) for value in _values(front, "date", "published", "published_on"))), None
    )
    return Rendition(
        text=below or text,
        extractor="markdown",
        extractor_version=version,
        media_type="text/markdown",
        title=label(next(iter(_values(front, "title")), None)) or _heading(below),
        author=labels([label(name) for name in _values(front, "author", "authors")]),
        publisher=label(next(iter(_values(front, "publisher", "site", "source")), None)),
        published_on=published_on,
        published_how="front matter" if published_on else None,
        language=language(next(iter(_values(front, "lang", "language")), None)),
    )


def _parted(text: str) -> tuple[list[str], str]:
    """The lines of the front matter, and the text below it."""
    lines = text.split("\n")
    ends = _FENCES.get(lines[0].rstrip(), ())
    for place, line in enumerate(lines[1:MAX_FRONT_LINES], start=1):
        if line.rstrip() in ends:
            return lines[1:place], "\n".join(lines[place + 1 :]).strip("\n")
    return [], text


def _values(front: list[str], *names: str) -> list[str]:
    """What the front matter has under the first of these names: one value, or those of a list."""
    for name in names:
        for place, line in enumerate(front):
            pair = _PAIR.fullmatch(line.rstrip())
            if pair is None or pair[1].lower() != name:
                continue
            written = pair[2].strip()
            if not written:
                items = [_ITEM.fullmatch(item) for item in front[place + 1 :]]
                end = next((index for index, item in enumerate(items) if item is None), len(items))
                return [_unquoted(item[1]) for item in items[:end] if item]
            if written.startswith("[") and written.endswith("]"):
                return [_unquoted(item) for item in written[1:-1].split(",")]
            return [_unquoted(written)]
    return []


def _unquoted(text: str) -> str:
    text = text.strip()
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"" else text


def _heading(text: str) -> str | None:
    for line in text.split("\n", _MAX_HEADING_LINES)[:_MAX_HEADING_LINES]:
        match = _HEADING.fullmatch(line)
        if match:
            return label(match[1])
    return None
