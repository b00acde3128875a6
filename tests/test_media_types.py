"""What bytes are: documents of a kind, or which thing that is no document."""

import importlib
import io
import zipfile

import pytest

from claimcheck import shelf
from claimcheck.errors import UnusableError
from claimcheck.media_types import kind_of
from claimcheck.vocabulary import Outcome
from tests.extractors.documents import docx, paragraph, pdf

OCTETS = "application/octet-stream"


@pytest.mark.parametrize(
    ("content", "content_type", "file_name", "kind"),
    [
        (pdf("x"), "text/html", "a.txt", "pdf"),
        (b"\n%PDF-1.4", None, None, "pdf"),
        (docx(paragraph("x")), OCTETS, None, "docx"),
        (b"<!DOCTYPE html><p>", "text/plain", None, "html"),
        (b"\n<!-- a -->\n<!-- b --><HTML lang=en>", None, None, "html"),
        ("\ufeff<html>".encode("utf-16-le"), None, None, "html"),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0'>", "text/xml", None, "html"),
        (b"<p>a <b>fragment", None, "/story.php", "html"),
        (b"some text", "text/html; charset=x", None, "html"),
        (b"<html>\x00", "text/html", None, "html"),
        (b"text", "TEXT/Plain ; charset=utf-8", "a.html", "plain"),
        (b"# text", "text/plain", "README.MD", "markdown"),
        (b"# text", "text/markdown", None, "markdown"),
        (b"text", None, "notes.txt", "plain"),
        (b"text", OCTETS, "https://example.org/a/notes.md", "markdown"),
        (b"text", None, "C:\\files\\page.htm", "html"),
        (b"text", None, "Remarks by J. Smith", "plain"),
        (b"text", None, None, "plain"),
        ("\ufefftext".encode("utf-16-be"), "text/plain", None, "plain"),
        (b"[1] A note\n[2] another]", None, None, "plain"),
        (b"{he said}", "text/plain", None, "plain"),
    ],
)
def test_bytes_then_the_declared_type_then_the_name_say_what_it_is(
    content: bytes, content_type: str | None, file_name: str | None, kind: str
) -> None:
    assert kind_of(content, content_type=content_type, file_name=file_name)[0] == kind


def test_the_charset_of_the_header_is_told() -> None:
    assert kind_of(b"x", content_type="text/plain; charset=KOI8-R", file_name=None) == ("plain", "koi8-r")


def zipped(name: str, content: bytes = b"x") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(name, content)
    return held.getvalue()


@pytest.mark.parametrize(
    ("content", "content_type", "file_name", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\0", "text/html", None, "an image (PNG)"),
        (b"\xff\xd8\xff\xe0", None, None, "an image (JPEG)"),
        (b"RIFF\0\0\0\0WEBPVP8 ", None, None, "an image (WebP)"),
        (b"\0\0\0\x20ftypisom", None, None, "video"),
        (b"ID3\x03", None, None, "audio"),
        (b"\x1f\x8b\x08", None, "a.gz", "a gzip archive"),
        (zipped("a.txt"), None, None, "a ZIP archive"),
        (zipped("xl/workbook.xml"), None, None, "a spreadsheet (xlsx)"),
        (zipped("mimetype", b"application/epub+zip"), None, None, "a book (EPUB)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", None, "a.doc", "old Office"),
        (b"{\\rtf1 x}", "text/plain", None, "rich text"),
        (b'{"a": 1}', "text/html", None, "JSON"),
        (b' [{"a": 1}]\n', None, "a.txt", "JSON"),
        (b"[[1]]", None, None, "JSON"),
        (b"{}", None, None, "JSON"),
        (b"anything", "application/ld+json", None, "JSON"),
        (b"<?xml version='1.0'?><rss version='2.0'>", "text/html", None, "watch add --kind feed"),
        (b"<?xml version='1.0'?>\n<feed xmlns='x'>", None, None, "watch add --kind feed"),
        (b"<rdf:RDF xmlns:rdf='x'>", None, None, "watch add --kind feed"),
        (b"<rss>", "text/plain", None, "watch add --kind feed"),
        (b"<?xml version='1.0'?><urlset>", None, None, "a sitemap"),
        (b"<?xml version='1.0'?><svg>", None, None, "an image (SVG)"),
        (b"<?xml version='1.0'?><a>", None, "a.html", "XML"),
        (b"<a>", "application/atom+xml", None, "XML ('application/atom+xml')"),
        (b"text", "image/x-unknown", None, "of the type 'image/x-unknown'"),
        (b"a,b", "text/csv", None, "of the type 'text/csv'"),
        (b"a\0b", "text/plain", "a.txt", "binary data ('text/plain', '.txt')"),
        (b"a\0b", None, None, "binary data"),
        (b"text", None, "a.xyz", "of a type that is not known ('.xyz')"),
        (b"text", "application/pdf", None, "it is called a PDF and is none"),
        (b"text", OCTETS, "a.PDF", "it is called a PDF and is none"),
        (b"text", None, "a.docx", "it is called a Word document and is none"),
    ],
)
def test_what_is_no_document_is_named_on_one_line(
    content: bytes, content_type: str | None, file_name: str | None, what: str
) -> None:
    with pytest.raises(UnusableError) as caught:
        kind_of(content, content_type=content_type, file_name=file_name)
    assert what in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.outcome is Outcome.FAILED


@pytest.mark.parametrize("content", [b"", b" \r\n\t"])
def test_an_empty_body_is_empty_whatever_it_is_called(content: bytes) -> None:
    with pytest.raises(UnusableError, match="empty") as caught:
        kind_of(content, content_type="application/json", file_name="a.pdf")
    assert caught.value.outcome is Outcome.EMPTY


def test_hostile_bytes_are_told_apart_without_trouble() -> None:
    for content in (b"<!" * 10**6, b"<!--" * 10**6, b'{"' + b"\\" * 10**6, b"[" * 10**6, b"<p " * 10**6):
        assert kind_of(content, content_type="text/html", file_name=None)[0] == "html"


@pytest.mark.parametrize("name", ["html", "markdown", "plain"])
def test_what_an_extractor_says_it_reads_is_given_to_it(name: str) -> None:
    assert name in shelf.names("extractors")
    extractor = importlib.import_module(f"claimcheck.extractors.{name}")
    for suffix in extractor.suffixes:
        assert kind_of(b"x", content_type=None, file_name=f"a{suffix}")[0] == name
    for media_type in extractor.media_types:
        assert kind_of(b"x", content_type=media_type, file_name=None)[0] == name
