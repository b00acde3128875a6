"""PDF: the text of its pages in their order, and its own title, author and dates.

The engine is PDFium. A line of a page stays a line, since a PDF does not say where paragraphs end.
"""

import re
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from claimcheck.errors import UnusableError
from claimcheck.extractors._parts import day, engine, label, not_installed, sound, textless
from claimcheck.values import Rendition
from claimcheck.vocabulary import Outcome

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

suffixes = (".pdf",)
media_types = ("application/pdf",)
version = f"{engine('pypdfium2')}; rules 1"

MAX_PAGES = 5000
_DATE = re.compile(r"(?:D:)?([0-9]{4})([0-9]{2})?([0-9]{2})?")
_BROKEN_WORD = re.compile("[\x02\ufffe]")
"""What the engine writes for the hyphen of a word that goes on in the next line, and nothing for the line's end.

It becomes a soft hyphen, which comparing leaves out: nearly always the word is one that a typesetter has parted.
"""
_LINE_ENDS = re.compile(r"[ \t]*\r?\n")
_GENERATED = re.compile(r"untitled|microsoft word - .*|.*\.(?:docx?|indd|pdf|qxd|tex|dvi)", re.IGNORECASE)


def extract(content: bytes, *, url: str | None) -> Rendition:
    """The text of all pages, parted by blank lines.

    Raises:
        UnusableError: it has no text (outcome EMPTY), asks for a password, has too many pages, or is broken.
        PluginError: pypdfium2 is not installed.
    """
    del url
    with closing(_opened(content)) as document:
        pages = len(document)
        if pages > MAX_PAGES:
            msg = f"it has {pages:,} pages, and at most {MAX_PAGES:,} are read; split it"
            raise _unusable(msg)
        text = "\n\n".join(page for page in _texts(document, pages) if page)
        if not text:
            raise textless("its pages are pictures; recognise their text (OCR) and ingest that")
        about = document.get_metadata_dict()
    title = label(about.get("Title"))
    published_on = _day(about.get("CreationDate"))
    return Rendition(
        text=text,
        extractor="pdf",
        extractor_version=version,
        media_type="application/pdf",
        title=title if title and not _GENERATED.fullmatch(title) else None,
        author=label(about.get("Author")),
        published_on=published_on,
        published_how="PDF creation date" if published_on else None,
    )


def _opened(content: bytes) -> "PdfDocument":
    try:
        import pypdfium2
    except ImportError as error:
        raise not_installed("pypdfium2") from error
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise _unusable("it asks for a password; take that off and ingest the file") from error
        raise _unusable("it is broken or cut short; fetch it again, or open it and save it anew") from error


def _texts(document: "PdfDocument", pages: int) -> Iterator[str]:
    from pypdfium2 import PdfiumError

    for number in range(pages):
        try:
            page = document[number]
            with closing(page), closing(page.get_textpage()) as read:
                text = read.get_text_bounded()
        except PdfiumError as error:
            # a document without one of its pages would look whole, and what is missing as if nobody had said it
            msg = f"page {number + 1} of {pages:,} is broken; open it and save it anew"
            raise _unusable(msg) from error
        yield sound(_LINE_ENDS.sub("\n", _BROKEN_WORD.sub("\u00ad", text)).replace("\r", "\n")).strip()


def _day(written: object) -> str | None:
    match = _DATE.match(written) if isinstance(written, str) else None
    return day("-".join(part for part in match.groups() if part)) if match else None


def _unusable(why: str) -> UnusableError:
    return UnusableError(f"the PDF cannot be read: {why}", Outcome.FAILED)
