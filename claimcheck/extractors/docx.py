"""Word documents (.docx): the text of their paragraphs, tables and notes, and their own title, author and date.

Source: ECMA-376, Office Open XML, part 1, 17 and part 2
"""

import io
import zipfile
import zlib
from contextlib import suppress
from typing import IO
from xml.parsers import expat

from claimcheck.errors import UnusableError
from claimcheck.extractors._docx_text import Body, Properties
from claimcheck.extractors._parts import day, label, language, sound, textless
from claimcheck.values import Rendition
from claimcheck.vocabulary import Outcome

suffixes = (".docx",)
media_types = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",)
version = "rules 1"

MEBIBYTE = 1024 * 1024
MAX_MEMBERS = 5000
MAX_MEMBER = 64 * MEBIBYTE
"""The length of one part of the file in bytes, unpacked."""
CHUNK = 256 * 1024
_BODY = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_PROPERTIES = "docProps/core.xml"


def extract(content: bytes, *, url: str | None) -> Rendition:
    """The text of the document, then its notes; what has been deleted under "track changes" is not in it.

    Raises:
        UnusableError: it has no text (outcome EMPTY), is broken, or unpacks to more than is read.
    """
    del url
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            if len(names) > MAX_MEMBERS:
                msg = f"it has {len(names):,} parts, and a document has at most {MAX_MEMBERS:,}"
                raise _unusable(msg)
            body, about = Body(), Properties()
            for name in _BODY:
                if name in names or name == _BODY[0]:
                    _parse(archive, name, body)
            # what a document says of itself is not worth losing it for
            with suppress(KeyError, UnusableError):
                _parse(archive, _PROPERTIES, about)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError, ValueError) as error:
        raise _unusable("it is broken or cut short, or asks for a password; open it and save it anew") from error
    text = sound(body.text())
    if not text:
        raise textless("it has nothing but pictures; save it as text and ingest the file")
    published_on = day(about.values.get("created"))
    return Rendition(
        text=text,
        extractor="docx",
        extractor_version=version,
        media_type=media_types[0],
        title=label(about.values.get("title")),
        author=label(about.values.get("creator")),
        published_on=published_on,
        published_how="DOCX creation date" if published_on else None,
        language=language(about.values.get("language")),
    )


def _parse(archive: zipfile.ZipFile, name: str, reader: Body | Properties) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_declaration
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    try:
        with archive.open(name) as part:
            _feed(parser, part, name)
    except expat.ExpatError as error:
        msg = f"{name} is not XML at line {error.lineno}; open it and save it anew"
        raise _unusable(msg) from error


def _feed(parser: expat.XMLParserType, part: IO[bytes], name: str) -> None:
    length = 0
    while chunk := part.read(CHUNK):
        length += len(chunk)
        if length > MAX_MEMBER:
            msg = f"{name} unpacks to more than {MAX_MEMBER // MEBIBYTE} MiB; save it as text and ingest the file"
            raise _unusable(msg)
        parser.Parse(chunk)
    parser.Parse(b"", True)  # noqa: FBT003 - the end, as expat takes it


def _refuse_declaration(*_: object) -> None:
    raise _unusable("it declares entities, which no word processor does; do not open it")


def _unusable(why: str) -> UnusableError:
    return UnusableError(f"the Word document cannot be read: {why}", Outcome.FAILED)
