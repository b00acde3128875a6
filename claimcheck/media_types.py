"""What a body of bytes is: by its own first bytes, then by what is said of it, then by its name."""

import re
from pathlib import PurePosixPath

from claimcheck import charsets
from claimcheck.errors import UnusableError, quoted
from claimcheck.vocabulary import Outcome

HEAD = 4096
"""How many bytes are looked at to see of which kind they are."""
_NEXT = "save it as text and ingest the file"
_BY_TYPE = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "plain",
    "text/markdown": "markdown", "text/x-markdown": "markdown",
}  # fmt: skip
_BY_SUFFIX = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".md": "markdown", ".markdown": "markdown",
    ".txt": "plain", ".text": "plain",
}  # fmt: skip
_SAYS_NOTHING = frozenset(
    {"", "application/octet-stream", "binary/octet-stream", "application/unknown", "unknown/unknown"}
)
_MUST_SHOW = {"application/pdf": "a PDF", "application/x-pdf": "a PDF", ".pdf": "a PDF"} | dict.fromkeys(
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"), "a Word document"
)
"""Types and suffixes whose files cannot be mistaken, so that whatever looks otherwise is none."""
SUFFIXES = frozenset(name for name in (*_BY_SUFFIX, *_MUST_SHOW) if name.startswith("."))
"""The endings of files that are read."""
_MAGIC = (
    (b"\x89PNG", "an image (PNG)"), (b"\xff\xd8\xff", "an image (JPEG)"), (b"GIF8", "an image (GIF)"),
    (b"II*\0", "an image (TIFF)"), (b"MM\0*", "an image (TIFF)"), (b"\0\0\1\0", "an image (icon)"),
    (b"ID3", "audio (MP3)"), (b"\xff\xfb", "audio (MP3)"), (b"OggS", "audio or video (Ogg)"), (b"fLaC", "audio (FLAC)"),
    (b"\x1a\x45\xdf\xa3", "video (Matroska)"), (b"\x1f\x8b", "a gzip archive"), (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"), (b"Rar!", "a RAR archive"), (b"\xfd7zXZ", "an xz archive"),
    (b"\xd0\xcf\x11\xe0", "a file of old Office (.doc, .xls, .ppt)"), (b"{\\rtf", "rich text (RTF)"),
    (b"\x7fELF", "a program"), (b"SQLite format 3", "a database (SQLite)"), (b"%!PS", "PostScript"),
    (b"wOFF", "a font"), (b"wOF2", "a font"),
)  # fmt: skip
_ZIPS = (
    (b"xl/workbook.xml", "a spreadsheet (xlsx)"), (b"ppt/presentation.xml", "a slide show (pptx)"),
    (b"application/epub+zip", "a book (EPUB)"), (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
)  # fmt: skip
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_XHTML = re.compile(r"<!doctype\s+html|<html[\s>]|//DTD XHTML", re.IGNORECASE)
_FRAGMENT = re.compile(
    r"<(?:p|div|h[1-6]|article|section|table|ul|ol|br|span|title|meta)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_FEED = re.compile(r"<(?:\w+:)?(?:rss|feed|RDF)[\s>]")
_SITEMAP = re.compile(r"<(?:urlset|sitemapindex)[\s>]")
_LEADING = re.compile(r"\s*(?:<!--.*?-->\s*)*", re.DOTALL)
_JSON_BEGINS = re.compile(r"""\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\}\s*$)|\[\s*(?:[\[{"]|\]\s*$)""")
_SUFFIX = re.compile(r"\.[a-z0-9]{1,10}")


def kind_of(content: bytes, *, content_type: str | None, file_name: str | None) -> tuple[str, str | None]:
    """The name of the extractor for these bytes, and the charset that `content_type` gives.

    `content_type` is a header of that name; `file_name` a name, or the path of a URL.

    Raises:
        UnusableError: no document is made of such bytes; the message names what they are. With the outcome
            EMPTY if there are none.
    """
    if not content.strip():
        msg = "the document is empty: nothing came but blanks" if content else "the document is empty: no bytes came"
        raise UnusableError(msg, Outcome.EMPTY)
    declared = (content_type or "").partition(";")[0].strip().lower()
    suffix = PurePosixPath((file_name or "").replace("\\", "/")).suffix.lower()
    return _by_bytes(content) or _by_text(content, declared, suffix), charsets.of_content_type(content_type)


def _by_bytes(content: bytes) -> str | None:
    head = content[:HEAD]
    if head.removeprefix(charsets.UTF8_BOM).lstrip().startswith(b"%PDF-"):
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        if b"word/document.xml" in content:
            return "docx"
        raise _no_document(next((what for mark, what in _ZIPS if mark in content), "a ZIP archive"))
    for mark, what in _MAGIC:
        if head.startswith(mark):
            raise _no_document(what)
    if head[4:8] == b"ftyp":
        raise _no_document("video, audio or an image (MP4 or HEIF)")
    if head.startswith(b"RIFF") and head[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        raise _no_document({b"WEBP": "an image (WebP)", b"WAVE": "audio (WAV)"}.get(head[8:12], "video (AVI)"))
    return None


def _by_text(content: bytes, declared: str, suffix: str) -> str:
    head = charsets.decoded(content[:HEAD], charsets.bom(content))
    beginning = _LEADING.sub("", head, count=1)
    if beginning.startswith("<?xml"):
        if not _XHTML.search(beginning):
            raise _xml(beginning)
        return "html"
    if _HTML.match(beginning):
        return "html"
    if beginning.startswith("<") and (_FEED.match(beginning) or _SITEMAP.match(beginning)):
        raise _xml(beginning)
    if _is_json(beginning, content) or declared == "application/json" or declared.endswith("+json"):
        raise _no_document("JSON")
    name = _declared_kind(declared, suffix) or _BY_SUFFIX.get(suffix)
    if name is None and _FRAGMENT.search(head):
        name = "html"
    if name != "html" and b"\0" in content and not charsets.bom(content):
        what = f"binary data{_named(declared, suffix)}"
        raise _no_document(what)
    if name is None and (_SUFFIX.fullmatch(suffix) or declared not in _SAYS_NOTHING):
        what = f"of a type that is not known{_named(declared, suffix)}"
        raise _no_document(what)
    return name or "plain"


def _declared_kind(declared: str, suffix: str) -> str | None:
    if declared == "text/plain" and _BY_SUFFIX.get(suffix) == "markdown":
        return "markdown"
    if declared in _BY_TYPE:
        return _BY_TYPE[declared]
    called = declared if declared not in _SAYS_NOTHING else suffix
    if called in _MUST_SHOW:
        msg = f"what came is no document: it is called {_MUST_SHOW[called]} and is none; look at it in a browser"
        raise UnusableError(msg, Outcome.FAILED)
    if declared in _SAYS_NOTHING:
        return None
    what = f"XML ({quoted(declared)})" if declared.endswith("xml") else f"of the type {quoted(declared)}"
    raise _no_document(what)


def _is_json(beginning: str, content: bytes) -> bool:
    """Whether it begins and ends as JSON does; it is not parsed, which could take much memory."""
    return bool(_JSON_BEGINS.match(beginning)) and content.rstrip(b" \t\r\n\0")[-1:] in (b"}", b"]")


def _xml(beginning: str) -> UnusableError:
    if _FEED.search(beginning):
        msg = "what came is no document: it is a feed (RSS or Atom); add it with: watch add --kind feed"
        return UnusableError(msg, Outcome.FAILED)
    if _SITEMAP.search(beginning):
        return _no_document("a sitemap (XML)")
    return _no_document("an image (SVG)" if "<svg" in beginning else "XML")


def _named(declared: str, suffix: str) -> str:
    said = [quoted(word) for word in (declared, suffix) if word]
    return f" ({', '.join(said)})" if said else ""


def _no_document(what: str) -> UnusableError:
    return UnusableError(f"what came is no document: it is {what}; {_NEXT}", Outcome.FAILED)
