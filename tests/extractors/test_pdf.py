"""PDF: text of the pages, what the file says of itself, and broken files."""

import pytest

from claimcheck.errors import UnusableError
from claimcheck.extractors import pdf
from claimcheck.vocabulary import Outcome
from tests.extractors import documents

ENCRYPTED = (
    f"/ID [<{'00' * 16}> <{'00' * 16}>] /Encrypt << /Filter /Standard /V 1 /R 2 "
    f"/P -4 /O <{'11' * 32}> /U <{'22' * 32}> >>"
)


def test_pages_are_parted_by_blank_lines_and_lines_stay() -> None:
    found = pdf.extract(documents.pdf("First line\nsecond line", "", "Third \\(page\\)"), url=None)
    assert found.text == "First line\nsecond line\n\nThird (page)"
    assert found.extractor_version.startswith("pypdfium2 ")
    assert (found.title, found.author, found.published_on, found.published_how) == (None, None, None, None)


def test_characters_that_a_quotation_needs_stay() -> None:
    assert (
        pdf.extract(documents.pdf("caf\u00e9 \u201cx\u201d \u2013 1 %"), url=None).text
        == "caf\u00e9 \u201cx\u201d \u2013 1 %"
    )


def test_a_word_that_goes_on_in_the_next_line_is_one_word() -> None:
    assert pdf.extract(documents.pdf("a sub-\nmarine"), url=None).text == "a sub\u00admarine"


def test_the_file_says_who_made_it_and_when() -> None:
    info = "/Title (A  title) /Author <FEFF00C90063> /CreationDate (D:20240501233000-07'00')"
    found = pdf.extract(documents.pdf("x", info=info), url=None)
    assert (found.title, found.author) == ("A title", "\u00c9c")
    assert (found.published_on, found.published_how) == ("2024-05-01", "PDF creation date")


@pytest.mark.parametrize(
    ("date", "day"),
    [("D:2024", "2024"), ("D:202405", "2024-05"), ("20240501", "2024-05-01"), ("D:20241301", None), ("May", None)],
)
def test_a_creation_date_is_as_exact_as_it_is_given(date: str, day: str | None) -> None:
    assert pdf.extract(documents.pdf("x", info=f"/CreationDate ({date})"), url=None).published_on == day


@pytest.mark.parametrize("title", ["Microsoft Word - draft.docx", "Untitled", "report.indd"])
def test_a_title_that_a_program_made_is_none(title: str) -> None:
    assert pdf.extract(documents.pdf("x", info=f"/Title ({title})"), url=None).title is None


def test_a_file_of_pictures_is_empty() -> None:
    with pytest.raises(UnusableError, match="OCR") as caught:
        pdf.extract(documents.pdf("", " "), url=None)
    assert caught.value.outcome is Outcome.EMPTY


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"%PDF-1.7\n", "broken or cut short"),
        (documents.pdf("some text")[:120], "broken or cut short"),
        (documents.pdf("x", trailer=ENCRYPTED), "asks for a password"),
        (documents.pdf("x", count=1_000_000), "1,000,000 pages, and at most 5,000"),
        (documents.pdf("x", count=3), "page 2 of 3 is broken"),
    ],
    ids=["head", "cut", "encrypted", "pages", "missing"],
)
def test_a_broken_or_locked_file_says_so_on_one_line(content: bytes, why: str) -> None:
    with pytest.raises(UnusableError, match=why) as caught:
        pdf.extract(content, url=None)
    assert caught.value.outcome is Outcome.FAILED
    assert "\n" not in str(caught.value)
