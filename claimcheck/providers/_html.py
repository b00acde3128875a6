"""HTML of which nothing is trusted: only what stands in it is read, and none of it is carried out."""

import re
from typing import TYPE_CHECKING

from claimcheck import charsets
from claimcheck.errors import PluginError, UnusableError
from claimcheck.providers._values import first_words, line
from claimcheck.values import Page
from claimcheck.vocabulary import Outcome

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

INSTALL = "pip install 'claimcheck-ledger[extract]'"

_HTML_TYPES = ("text/html", "application/xhtml+xml")
_HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.{0,2000}?-->\s*|<\?[^>]{0,200}>\s*){0,9}<(?:!doctype html|html)\b",
    re.IGNORECASE | re.DOTALL,
)


def media_type(page: Page) -> str | None:
    """The media type that the server names, in lower case and without parameters."""
    return line(page.headers.get("content-type", "").partition(";")[0].lower())


def is_html(page: Page) -> bool:
    """Whether the server says so or, where it says nothing, the page does."""
    named = media_type(page)
    return named in _HTML_TYPES if named else bool(_HTML_START.match(page.body[:8192]))


def document(page: Page) -> "LexborHTMLParser":
    """The tree of a page.

    Raises:
        UnusableError: the page is empty or no HTML.
        PluginError: the library that reads HTML is not installed.
    """
    if not page.body.strip():
        msg = "the page is empty; try again later"
        raise UnusableError(msg, Outcome.EMPTY)
    if not is_html(page):
        msg = f"the page is {media_type(page) or 'of no named type'} and no HTML: {first_words(page)}"
        raise UnusableError(msg)
    declared = charsets.of_content_type(page.headers.get("content-type"))
    return parsed(charsets.decoded(page.body, declared or charsets.declared_within(page.body)))


def parsed(markup: str) -> "LexborHTMLParser":
    """The tree of some HTML.

    Raises:
        UnusableError: it cannot be read.
        PluginError: the library that reads HTML is not installed.
    """
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError as error:
        msg = f"reading HTML needs the package selectolax; install it with: {INSTALL}"
        raise PluginError(msg) from error
    try:
        return LexborHTMLParser(markup.encode("utf-8", "replace").decode())
    except Exception as error:
        msg = "the HTML cannot be read; look at the page in a browser"
        raise UnusableError(msg) from error


def plain(markup: str) -> str | None:
    """What some HTML says, on one line.

    Raises:
        UnusableError: it cannot be read.
        PluginError: the library that reads HTML is not installed.
    """
    tree = parsed(markup)
    tree.strip_tags(["script", "style", "template"])
    return line(tree.body.text()) if tree.body else None


def meta(tree: "LexborHTMLParser", *names: str) -> str | None:
    """The content of the first `meta` of these names or properties, in the order of the names."""
    found: dict[str, str] = {}
    for node in tree.css("meta"):
        name = node.attributes.get("property") or node.attributes.get("name")
        content = line(node.attributes.get("content"))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return next((found[name] for name in names if name in found), None)
