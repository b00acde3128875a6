"""The text of what the user names: a text file unchanged, all else as the ledger would keep it."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import Session

from claimcheck.errors import ClaimcheckError, InputError, NotFoundError, UnusableError
from claimcheck.parsing.server import ParsingServer
from claimcheck.steps.extract import Text
from claimcheck.steps.inputs import inputs
from claimcheck.steps.texts import text_from_outside, text_of_document
from claimcheck.store import engine
from tests.steps.fetchers import fetched, page

NOW = datetime(2024, 11, 6, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def parser() -> Iterator[ParsingServer]:
    with ParsingServer(workers=1) as running:
        yield running


def read(parser: ParsingServer, tmp_path: Path, content: bytes, name: str = "a.txt", *, as_kept: bool = False) -> Text:
    """The text of a file of that name, or of standard input."""
    if name != "-":
        (tmp_path / name).write_bytes(content)
    (source,) = inputs([name if name == "-" else str(tmp_path / name)])
    return fetched(
        parser,
        {},
        lambda fetcher, _: text_from_outside(source, fetcher, io.BytesIO(content), now=NOW, as_kept=as_kept),
        tmp_path / "archive",
    )


@pytest.mark.parametrize("name", ["a.txt", "A.TXT", "a.text", "plain", "-"])
def test_plain_text_is_the_file_to_the_last_byte(parser: ParsingServer, tmp_path: Path, name: str) -> None:
    content = "\ufeff\r\n Ann said\rthat  it was “late”.\u2028\r\n\n\n".encode()
    text = read(parser, tmp_path, content, name)
    assert text.text.encode() == content
    assert text.rendition is None
    assert text.received is not None
    assert text.received.content == b""
    assert not (tmp_path / "archive").exists()


def test_a_text_file_is_text_whatever_it_looks_like(parser: ParsingServer, tmp_path: Path) -> None:
    for content in (b"<html><p>Ann said so.</p></html>", b'[{"a": 1}]', b"{}"):
        assert read(parser, tmp_path, content).text.encode() == content


def test_what_is_to_be_kept_is_as_the_ledger_keeps_it(parser: ParsingServer, tmp_path: Path) -> None:
    text = read(parser, tmp_path, b"\r\nAnn said so.\r\n\r\n", as_kept=True)
    assert text.text == "Ann said so."
    assert text.rendition is not None
    assert text.rendition.text == text.text


def test_markup_is_rendered_and_its_day_is_known(parser: ParsingServer, tmp_path: Path) -> None:
    head = '<meta property="article:published_time" content="2024-05-06T10:00:00Z">'
    html = f"<!doctype html><html><head>{head}</head><body><p>Ann said so.</p></body></html>".encode()
    text = read(parser, tmp_path, html, "a.html")
    assert (text.text, text.published_on) == ("Ann said so.", "2024-05-06")


def test_a_page_is_fetched_and_rendered(parser: ParsingServer, tmp_path: Path) -> None:
    text = fetched(
        parser,
        {"/a": page("Ann said so.")},
        lambda fetcher, served: text_from_outside(inputs([served.url("/a")])[0], fetcher, io.BytesIO(), now=NOW),
        tmp_path / "archive",
    )
    assert text.text == "Ann said so."
    assert text.received is not None
    assert text.received.status == 200


BROKEN: dict[str, tuple[bytes, type[ClaimcheckError], str]] = {
    "latin": ("Ann said: café.".encode("latin-1"), InputError, r"not UTF-8 text: b'\\xe9' at byte 13; convert it"),
    "utf-16": ("\ufeffAnn said so.".encode("utf-16-le"), InputError, "not UTF-8 text"),
    "nul": (b"Ann\0said", InputError, "there is a NUL at character 3"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0", UnusableError, "an image"),
    "random": (bytes(range(256)), UnusableError, "binary data"),
    "empty": (b"", UnusableError, "the document is empty"),
    "blank": (b" \r\n\t\n", UnusableError, "the document is empty"),
    "mark alone": ("\ufeff \n".encode(), UnusableError, "the document is empty"),
}


@pytest.mark.parametrize(("content", "kind", "message"), BROKEN.values(), ids=BROKEN)
def test_what_is_no_text_is_refused_with_what_is_wrong(
    parser: ParsingServer, tmp_path: Path, content: bytes, kind: type[ClaimcheckError], message: str
) -> None:
    with pytest.raises(kind, match=message):
        read(parser, tmp_path, content)


def test_the_text_of_a_document_is_that_of_its_latest_snapshot(session: Session) -> None:
    reader = engine.session_reader(session)
    with pytest.raises(NotFoundError, match="no text of document 1 is kept, only its hash"):
        text_of_document(reader, 1)
    with pytest.raises(NotFoundError, match="document 99"):
        text_of_document(reader, 99)


def test_a_file_that_is_not_there_is_bad_input(parser: ParsingServer, tmp_path: Path) -> None:
    (source,) = inputs([str(tmp_path / "missing.txt")])
    with pytest.raises(InputError, match="No such file"):
        fetched(
            parser, {}, lambda fetcher, _: text_from_outside(source, fetcher, io.BytesIO(), now=NOW), tmp_path / "a"
        )


def test_a_folder_without_a_document_is_bad_input(parser: ParsingServer, tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    (source,) = inputs([str(tmp_path / "d")])
    with pytest.raises(InputError, match=r"d is a folder without a document \(\.docx, \.htm"):
        fetched(
            parser, {}, lambda fetcher, _: text_from_outside(source, fetcher, io.BytesIO(), now=NOW), tmp_path / "a"
        )
