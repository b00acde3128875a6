"""HTML of which nothing is trusted: only what stands in it is read, and none of it is carried out."""

import codecs
import re
from typing import TYPE_CHECKING

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
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
_META_CHARSET = re.compile(rb"<meta\b[^>]{0,500}?charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_WEB_ENCODING = re.compile(
    r"utf-8|utf-16(?:-[lb]e)?|iso8859-[0-9]+|cp(?:125[0-8]|866|874|949|932)|koi8-[ru]|gb2312|gbk|gb18030|big5"
    r"|big5hkscs|euc_jp|euc_kr|shift_jis|iso2022_jp|mac-(?:roman|cyrillic)|ascii|tis-620"
)
"""Python's names of the encodings that the web has; its other codecs are not for bytes of strangers."""


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
    return parsed(decoded(page))


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


def decoded(page: Page) -> str:
    """The text of a page: by its byte order mark, else as the server, else as the page says, else UTF-8.

    Source: https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
    """
    for mark, name in _MARKS:
        if page.body.startswith(mark):
            return page.body[len(mark) :].decode(name, "replace")
    declared = _CHARSET.search(page.headers.get("content-type", ""))
    within = _META_CHARSET.search(page.body[:4096])
    name = declared[1] if declared else within[1].decode("ascii") if within else "utf-8"
    return page.body.decode(encoding_named(name, in_page=not declared) or "utf-8", "replace")


def encoding_named(name: str, *, in_page: bool = False) -> str | None:
    """Python's name for an encoding that the web has, or None.

    Source: https://encoding.spec.whatwg.org/#names-and-labels, by which Latin-1 and ASCII are windows-1252. A page
    that could be read as far as its declaration is not in UTF-16, whatever it declares.
    """
    try:
        known = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    if known in ("iso8859-1", "ascii"):
        return "cp1252"
    if in_page and known.startswith("utf-16"):
        return "utf-8"
    return known if _WEB_ENCODING.fullmatch(known) else None


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
