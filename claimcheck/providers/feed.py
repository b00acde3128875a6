"""The items of a feed: RSS 0.9x, 1.0 and 2.0, and Atom.

Source: https://www.rssboard.org/rss-specification, https://web.resource.org/rss/1.0/spec and
https://www.rfc-editor.org/rfc/rfc4287
"""

import contextlib
import io
import re
from collections.abc import Mapping, Sequence
from typing import Any

from claimcheck.errors import InputError, PluginError, UnusableError
from claimcheck.providers import _values
from claimcheck.providers._html import INSTALL, media_type, plain
from claimcheck.values import Finding, Page, Question, Request
from claimcheck.vocabulary import Outcome

interval_s: float = 1.0
heeds_robots: bool = True
key_variable: str | None = None

_ROOTS = (b"rss", b"feed", b"rdf")
_ROOT_WITHIN = 65536
_NAME = re.compile(rb"<(?:[A-Za-z_][\w.-]{0,30}:)?([A-Za-z]{1,10})(?=[\s/>])")
_END = re.compile(
    rb"</\s*(?:[A-Za-z_][\w.-]{0,30}:)?(?:rss|feed|rdf)\s*>|<(?:[A-Za-z_][\w.-]{0,30}:)?(?:rss|feed|rdf)\b[^<>]{0,2000}/>",
    re.IGNORECASE,
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
_MARKUP_TYPES = ("text/html", "application/xhtml+xml")


def requests(question: Question) -> Sequence[Request]:
    """One request for each URL of the question: they are feeds."""
    return _values.asked(question)


def read(page: Page) -> Sequence[Finding]:
    """The items in the order of the feed, at most 500; of an item that stands there twice the first.

    A feed that is not well-formed is read as far as it can be. Entities that refer to others are never expanded.

    Raises:
        UnusableError: the page is no feed, or one that breaks off before its end.
        PluginError: the library that reads feeds is not installed.
    """
    if not page.body.strip():
        msg = "the feed is empty, not even a root element is there; try again later"
        raise UnusableError(msg, Outcome.EMPTY)
    bare_body = page.body.replace(b"\x00", b"")  # a feed in UTF-16 is then nearly one in ASCII
    # the library reads anything as a feed, and what is none very slowly
    feed = _parsed(page) if _root(bare_body) in _ROOTS else {}
    if not feed.get("version"):
        msg = f"the page is no feed but {media_type(page) or 'of no named type'}: {_values.first_words(page)}"
        raise UnusableError(msg)
    if not _END.search(bare_body):
        raise UnusableError("the feed breaks off before its end; nothing of it was kept, try again later")
    return _values.distinct(_finding(entry, feed["feed"], page.body) for entry in feed["entries"])


def _root(body: bytes) -> bytes | None:
    """The name of the first element, in lower case and without its prefix."""
    place = body.find(b"<", 0, _ROOT_WITHIN)
    while place >= 0:
        if body.startswith(b"<!--", place):
            place = body.find(b"-->", place, _ROOT_WITHIN)
            if place < 0:
                return None
        elif not body.startswith((b"<!", b"<?"), place):
            name = _NAME.match(body, place)
            return name[1].lower() if name else None
        place = body.find(b"<", place + 1, _ROOT_WITHIN)
    return None


def _parsed(page: Page) -> Mapping[str, Any]:
    try:
        import feedparser  # type: ignore[import-untyped]
    except ImportError as error:
        msg = f"reading feeds needs the package feedparser; install it with: {INSTALL}"
        raise PluginError(msg) from error
    headers = {}
    if charset := _CHARSET.search(page.headers.get("content-type", "")):
        # the server's own media type would choose among rules for charsets that RFC 7303 has given up
        headers["content-type"] = f"application/xml; charset={charset[1]}"
    with contextlib.suppress(InputError):
        headers["content-location"] = _values.bare(page.final_url)
    try:
        # a stream: bytes and texts are taken for the name of a file first, and that file is read
        parsed: Mapping[str, Any] = feedparser.parse(
            io.BytesIO(page.body), response_headers=headers, resolve_relative_uris=True, sanitize_html=False
        )
    except Exception as error:
        msg = f"the feed cannot be read ({type(error).__name__}); look at it in a browser"
        raise UnusableError(msg) from error
    return parsed


def _finding(entry: dict[str, Any], feed: Mapping[str, Any], body: bytes) -> Finding:
    url = _values.address(entry.get("link"))
    if not entry.get("links") and (url or "").replace("&", "&amp;").encode() not in body:
        url = None  # the library took an id such as "17" for a relative link, which the feed does not give
    title = _title(entry)
    # the plain dict's own `get`: the library's falls back from one date to the other, with a warning
    dates = [dict.get(entry, name) for name in ("published", "updated")]
    said = next((found for found in map(_values.day, dates) if found), None)
    source = entry.get("source")
    text, markup, language = _content(entry)
    return Finding(
        key=_values.known_by(
            _values.line(entry.get("id")), url, _values.digest(title, *map(_values.line, dates)) if title else None,
            _values.digest(text, markup),
        ),
        url=url,
        title=title,
        # the title of the feed is not who publishes an item that it passes on
        publisher=_title(source) if isinstance(source, Mapping) else None,
        author=_values.line(entry.get("author")),
        published_on=said,
        language=language or _values.language(feed.get("language")),
        text=text,
        markup=markup,
    )  # fmt: skip


def _title(of: Mapping[str, Any]) -> str | None:
    value, detail = of.get("title"), of.get("title_detail")
    if isinstance(value, str) and isinstance(detail, Mapping) and detail.get("type") in _MARKUP_TYPES:
        return plain(value)
    return _values.line(value)


def _content(entry: Mapping[str, Any]) -> tuple[str | None, str | None, str | None]:
    """Text or markup, and its language: the longest of what an item has."""
    parts = [*entry.get("content", []), entry.get("summary_detail")]
    parts = [part for part in parts if isinstance(part, Mapping) and isinstance(part.get("value"), str)]
    parts = [part for part in parts if str(part.get("type")) in ("text/plain", *_MARKUP_TYPES)]
    if not parts:
        return None, None, None
    fullest = max(parts, key=lambda part: len(part["value"]))
    value, language = _values.prose(fullest["value"]), _values.language(fullest.get("language"))
    if value and fullest["type"] in _MARKUP_TYPES and re.search("[<&]", value):
        return None, value, language
    return value, None, language
