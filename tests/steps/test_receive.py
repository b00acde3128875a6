"""What came, as a document, or why it is none."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from io import BufferedReader, BytesIO, FileIO
from pathlib import Path
from types import MappingProxyType

import pytest

from claimcheck.errors import InputError, UnusableError
from claimcheck.steps.receive import (
    MAX_FILE_BYTES,
    received_bytes,
    received_file,
    received_page,
    require_document,
    status_words,
)
from claimcheck.values import Page
from claimcheck.vocabulary import Outcome

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
URL = "https://example.org/report"


def answer(body: bytes, status: int = 200, url: str = URL, final_url: str = "", **headers: str) -> Page:
    named = MappingProxyType({name.replace("_", "-"): value for name, value in headers.items()})
    return Page(url, final_url or url, (), status, named, body, len(body), NOW, 0.1)


def test_a_file_is_its_bytes_their_hash_and_its_name(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(b"The ships\0were seen.")
    came = received_file(path, now=NOW, url="https://u:pw@Example.org/a?token=s3cr3t&utm_source=x#top")
    assert (came.content, came.sha256) == (path.read_bytes(), sha256(path.read_bytes()).hexdigest())
    assert (came.size_bytes, came.file_name, came.retrieved_at, came.status) == (20, "report.txt", NOW, None)
    assert came.final_url == came.requested_url
    assert str(came.final_url).startswith("https://example.org/a?token=***")
    assert not any(secret in str(came) for secret in ("pw", "s3cr3t", "utm"))


def test_a_file_from_nowhere_has_no_address(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    came = received_file(tmp_path / "a", now=NOW)
    assert (came.requested_url, came.final_url) == (None, None)


@pytest.mark.parametrize("url", ["ftp://example.org/a", "https://u:s3cr3t@/a", "javascript:alert(1)"])
def test_an_address_that_is_none_is_refused_without_its_secret(tmp_path: Path, url: str) -> None:
    (tmp_path / "a").write_bytes(b"x")
    with pytest.raises(InputError) as told:
        received_file(tmp_path / "a", now=NOW, url=url)
    assert "s3cr3t" not in str(told.value)


def test_what_is_no_file_is_one_plain_line(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "deep").write_bytes(b"")
    cases = {"": "is no regular file", "pipe": "is no regular file", "none": "No such file", "x" * 300: "too long"}
    for name, words in {**cases, "deep/er": "Not a directory"}.items():
        with pytest.raises(InputError, match=words):
            received_file(tmp_path / name, now=NOW)


def test_a_file_of_just_the_limit_is_taken_and_one_of_a_byte_more_is_not(tmp_path: Path) -> None:
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(MAX_FILE_BYTES)
    assert received_file(path, now=NOW).size_bytes == MAX_FILE_BYTES
    with path.open("ab") as file:
        file.write(b"x")
    with pytest.raises(InputError, match=f"has more than {MAX_FILE_BYTES} bytes"):
        received_file(path, now=NOW)
    with path.open("rb") as file, pytest.raises(InputError, match="standard input has more than"):
        received_bytes(file, now=NOW)


def test_standard_input_has_bytes_and_no_name() -> None:
    came = received_bytes(BytesIO(b"x"), now=NOW, url=URL)
    assert (came.content, came.file_name, came.final_url) == (b"x", None, URL)


def test_standard_input_that_cannot_be_read_is_one_plain_line(tmp_path: Path) -> None:
    written = tmp_path / "written"
    stream = BufferedReader(FileIO(os.open(written, os.O_WRONLY | os.O_CREAT), "r"))
    with stream, pytest.raises(InputError, match="cannot read standard input: Bad file descriptor; "):
        received_bytes(stream, now=NOW)


def test_a_page_is_a_document_with_addresses_that_open_nothing() -> None:
    came = received_page(
        answer(
            b"<p>Text",
            url="https://example.org/a?api_key=s3cr3t",
            final_url="https://cdn.example.org/b?Signature=s3cr3t&Expires=1&x=1",
            content_type="text/html",
            etag='W/"\x1b[31mé"',
            last_modified="never",
        )
    )
    assert came.content == b"<p>Text"
    assert (came.content_type, came.status, came.retrieved_at) == ("text/html", 200, NOW)
    assert (came.etag, came.last_modified) == ('W/"\x1b[31mé"', "never")
    assert came.final_url == "https://cdn.example.org/b?x=1"
    assert "s3cr3t" not in repr(came)


REFUSED = [
    (answer(b"<title>Just a moment...</title>", 403, cf_mitigated="challenge"), Outcome.BLOCKED, "Cloudflare"),
    (answer(b"<p>An article.", 200, x_amzn_waf_action="captcha"), Outcome.BLOCKED, "an AWS WAF captcha"),
    (answer(b"", 401), Outcome.BLOCKED, "401 Unauthorized"),
    (answer(b"", 402), Outcome.BLOCKED, "402 Payment Required"),
    (answer(b"no", 403), Outcome.BLOCKED, "403 Forbidden"),
    (answer(b"", 429), Outcome.BLOCKED, "429 Too Many Requests"),
    (answer(b"", 451), Outcome.BLOCKED, "451 Unavailable For Legal Reasons"),
    (answer(b"<p>It is gone", 404), Outcome.FAILED, "404 Not Found"),
    (answer(b"", 410), Outcome.FAILED, "410 Gone"),
    (answer(b"<p>An error", 500), Outcome.FAILED, "500 Internal Server Error"),
    (answer(b"<p>Half of i", 206), Outcome.FAILED, "206 Partial Content"),
    (answer(b"", 204), Outcome.FAILED, "204 No Content"),
    (answer(b"", 304), Outcome.FAILED, "304 Not Modified"),
    (answer(b"", 302), Outcome.FAILED, "302 Found"),
    (answer(b"?", 799), Outcome.FAILED, "answers 799;"),
    (answer(b"<title>Page not found | Site</title>Sorry", content_type="text/html"), Outcome.FAILED, "not found"),
]


@pytest.mark.parametrize(("page", "outcome", "words"), REFUSED, ids=[words for _, _, words in REFUSED])
def test_an_answer_that_is_no_document_is_refused_with_its_outcome(page: Page, outcome: Outcome, words: str) -> None:
    for refuse in (received_page, require_document):
        with pytest.raises(UnusableError, match=words) as told:
            refuse(page)
        assert told.value.outcome is outcome


def test_no_refusal_shows_a_secret() -> None:
    for page in (
        answer(b"", 404, url=f"{URL}?token=s3cr3t"),
        answer(b"", url=f"{URL}?key=s3cr3t", cf_mitigated="challenge"),
    ):
        with pytest.raises(UnusableError) as told:
            received_page(page)
        assert "s3cr3t" not in str(told.value)


def test_an_error_in_the_shape_of_json_is_left_to_who_reads_it() -> None:
    assert received_page(answer(b'{"error": "no such page"}', content_type="application/json")).status == 200


def test_a_status_is_told_with_what_it_means() -> None:
    assert (status_words(404), status_words(999)) == ("404 Not Found", "999")


def test_a_page_at_an_address_that_cannot_be_kept_is_refused() -> None:
    long = f"{URL}?{'&'.join(['key=s3cr3t'] * 700)}"
    for page in (replace(answer(b"words"), final_url=long), replace(answer(b"words"), url=long)):
        with pytest.raises(UnusableError, match="is longer than") as told:
            received_page(page)
        assert (told.value.outcome, "s3cr3t" in str(told.value)) == (Outcome.FAILED, False)
