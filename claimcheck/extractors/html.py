"""HTML pages: the main text as a browser would show it, and what the page says of itself.

The engine is Lexbor, which parses as browsers do whatever the bytes; which text is the main one are rules of our own.
"""

from typing import TYPE_CHECKING

from claimcheck import charsets
from claimcheck.extractors._parts import engine, not_installed, sound, textless
from claimcheck.values import Rendition

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

suffixes = (".html", ".htm", ".xhtml")
media_types = ("text/html", "application/xhtml+xml")
version = f"{engine('selectolax')}; rules 1"


def extract(content: bytes, *, url: str | None) -> Rendition:
    """The main text of a page that came from `url`, and what the page says of itself.

    Raises:
        UnusableError: nothing on it is text.
        PluginError: selectolax is not installed.
    """
    from claimcheck.extractors._html_facts import Facts
    from claimcheck.extractors._html_text import main_text

    page = _parsed(charsets.decoded(content, charsets.declared_within(content)))
    text = main_text(page.root) if page.root is not None else ""
    if not text.strip():
        raise textless("the page may be drawn by scripts; open it in a browser, save it as text and ingest the file")
    facts = Facts(page)
    published_on, published_how = facts.published()
    return Rendition(
        text=sound(text),
        extractor="html",
        extractor_version=version,
        media_type="text/html",
        title=facts.title(),
        author=facts.author(),
        publisher=facts.publisher(),
        published_on=published_on,
        published_how=published_how,
        language=facts.language(),
        canonical_url=facts.canonical_url(url),
    )


def _parsed(text: str) -> "LexborHTMLParser":
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError as error:
        raise not_installed("selectolax") from error
    return LexborHTMLParser(text)
