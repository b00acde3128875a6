"""Word documents: paragraphs, tables, notes, what is deleted, and hostile archives."""

import io
import zipfile

import pytest

from claimcheck.errors import UnusableError
from claimcheck.extractors import docx
from claimcheck.vocabulary import Outcome
from tests.extractors.documents import docx as made
from tests.extractors.documents import paragraph

BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def text_of(body: str, **parts: str) -> str:
    return docx.extract(made(body, **parts), url=None).text


def cell(*texts: str) -> str:
    return f"<w:tc>{''.join(map(paragraph, texts))}</w:tc>"


TABLE = f"<w:tbl><w:tr>{cell('b', 'c')}{cell('d')}</w:tr><w:tr>{cell('')}{cell('e')}</w:tr></w:tbl>"
COMPATIBILITY = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
CHOICE = f"<mc:Choice>{paragraph('a')}</mc:Choice><mc:Fallback>{paragraph('x')}</mc:Fallback>"


def run(content: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{content}</w:r>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph("One ") + paragraph("") + paragraph("two"), "One \n\ntwo"),
        (f"<w:p>{run('<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>')}</w:p>", "a\tb\nc"),
        (f"<w:p>{run('<w:t>a</w:t><w:softHyphen/><w:noBreakHyphen/><w:t>b</w:t>')}</w:p>", "a\u00ad\u2011b"),
        (paragraph("\u00a0\u200bx\u05e9"), "\u00a0\u200bx\u05e9"),
        (f"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>{run('<w:t>a</w:t>')}</w:p>", "a"),
        (f"<w:p><w:del>{run('<w:delText>x</w:delText>')}</w:del><w:ins>{run('<w:t>a</w:t>')}</w:ins></w:p>", "a"),
        (f"<w:p><w:moveFrom>{run('<w:t>x</w:t>')}</w:moveFrom><w:moveTo>{run('<w:t>a</w:t>')}</w:moveTo></w:p>", "a"),
        (f"<w:p>{run('<w:t>x</w:t>', '<w:vanish/>')}{run('<w:t>a</w:t>')}</w:p>", "a"),
        ("<w:p>" + run("<w:t>a</w:t>", '<w:vanish w:val="0"/>') + "</w:p>", "a"),
        (f"<w:p>{run('<w:instrText>PAGE</w:instrText><w:t>a</w:t>')}</w:p>", "a"),
        (f"{paragraph('a')}{TABLE}{paragraph('f')}", "a\n\nb\nc\td\n\te\n\nf"),
        (f"<mc:AlternateContent {COMPATIBILITY}>{CHOICE}</mc:AlternateContent>", "a"),
    ],
)  # fmt: skip
def test_text_is_what_a_reader_of_the_document_sees(body: str, text: str) -> None:
    assert text_of(body) == text


def test_notes_follow_the_text() -> None:
    notes = f'<w:footnote w:type="separator">{paragraph("x")}</w:footnote><w:footnote>{paragraph("note")}</w:footnote>'
    assert text_of(paragraph("text"), footnotes=notes) == "text\n\nnote"


def test_the_file_says_who_wrote_it_and_when() -> None:
    core = (
        "<dc:title>A  title</dc:title><dc:creator>A. Writer</dc:creator><dc:language>en-GB</dc:language>"
        "<dcterms:created>2024-05-01T23:30:00Z</dcterms:created>"
    )
    found = docx.extract(made(paragraph("x"), core=core), url=None)
    assert (found.title, found.author, found.language) == ("A title", "A. Writer", "en-GB")
    assert (found.published_on, found.published_how) == ("2024-05-01", "DOCX creation date")
    assert docx.extract(made(paragraph("x"), core="<broken"), url=None).title is None


@pytest.mark.parametrize("body", ["", paragraph(""), paragraph(" ")])
def test_a_document_without_text_is_empty(body: str) -> None:
    with pytest.raises(UnusableError, match="no text") as caught:
        text_of(body)
    assert caught.value.outcome is Outcome.EMPTY


def archive(**members: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in members.items():
            written.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return held.getvalue()


def encrypted() -> bytes:
    content = bytearray(made(paragraph("x")))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + place] |= 1
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (made(paragraph("text"))[:200], "broken or cut short"),
        (made(paragraph("text")).replace(b"PK\x03\x04", b"PK\x03\x05"), "broken or cut short"),
        (archive(other=b"x"), "broken or cut short"),
        (encrypted(), "asks for a password"),
        (archive(word__document_xml=b"<a><b></a>"), "not XML at line 1"),
        (archive(word__document_xml=b"<a>" + b" " * (65 * 1024 * 1024)), "unpacks to more than 64 MiB"),
        (made(paragraph("&i;"), head=f"{BOMB}]>"), "declares entities"),
        (archive(**{f"m{number}": b"" for number in range(5001)}), "5,001 parts"),
    ],
    ids=["cut", "member", "other", "encrypted", "malformed", "bomb", "entities", "members"],
)
def test_a_broken_or_hostile_archive_says_so_on_one_line(content: bytes, why: str) -> None:
    with pytest.raises(UnusableError, match=why) as caught:
        docx.extract(content, url=None)
    assert caught.value.outcome is Outcome.FAILED
    assert "\n" not in str(caught.value)


def test_a_document_may_nest_without_end() -> None:
    assert text_of(f"{'<w:sdt>' * 50_000}{paragraph('x')}{'</w:sdt>' * 50_000}") == "x"
