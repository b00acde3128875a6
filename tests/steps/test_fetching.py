"""Documents and answers from servers that behave, and from some that do not."""

import asyncio
import gc
import resource
import stat
import tracemalloc
from dataclasses import replace
from datetime import UTC, datetime
from gzip import compress
from hashlib import sha256
from pathlib import Path

import pytest

from claimcheck.errors import FetchError, StoreError, UnusableError
from claimcheck.parsing.server import ParsingServer
from claimcheck.steps.aside import LARGE_BYTES
from claimcheck.steps.fetching import Answer, Document, Fetcher, GoneError, Validators
from claimcheck.steps.receive import received_file
from claimcheck.store.archive import Archive
from claimcheck.values import Received, Rendition
from claimcheck.vocabulary import Outcome
from tests.steps.fetchers import Answers, feed, fetched, item, kept, page
from tests.web.servers import Answer as Answering
from tests.web.servers import Served, closing, redirect, reply

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
SECRET = "s3cr3t"  # noqa: S105 - one of ours
TAGGED = ('ETag: "v1"', "Last-Modified: Fri, 27 Nov 2026 12:00:00 GMT")


def document(parser: ParsingServer, answers: Answers, folder: Path, path: str = "/a") -> Document:
    async def work(fetcher: Fetcher, served: Served) -> Document:
        found = await fetcher.document(served.url(path))
        assert isinstance(found, Document)
        return found

    return fetched(parser, answers, work, folder)


def twice(
    parser: ParsingServer, answers: Answers, folder: Path, path: str = "/a"
) -> tuple[Document, Document | Validators, list[str]]:
    """A document, what comes of asking again with what is known then, and the heads of the requests for it."""

    async def work(fetcher: Fetcher, served: Served) -> tuple[Document, Document | Validators, list[str]]:
        first = await fetcher.document(served.url(path))
        assert isinstance(first, Document)
        second = await fetcher.document(served.url(path), first.validators)
        return first, second, [head for head in served.heads if "robots.txt" not in head]

    return fetched(parser, answers, work, folder)


def test_a_document_is_read_and_its_bytes_are_kept_privately_and_held_no_longer(
    parser: ParsingServer, tmp_path: Path
) -> None:
    found = document(parser, {"/a": page("The ships were seen.", *TAGGED, head="<title>Ships</title>")}, tmp_path)
    assert (found.rendition.text, found.rendition.title) == ("The ships were seen.", "Ships")
    assert (found.received.content, found.received.status) == (b"", 200)
    (file,) = kept(tmp_path)
    assert (file.name, stat.S_IMODE(file.stat().st_mode)) == (found.received.sha256, 0o600)
    assert found.received.size_bytes == file.stat().st_size
    assert found.validators.sha256 == sha256(file.read_bytes()).hexdigest()
    assert (found.validators.etag, found.validators.last_modified) == ('"v1"', "Fri, 27 Nov 2026 12:00:00 GMT")


def test_what_the_server_says_is_unchanged_is_not_read_again(parser: ParsingServer, tmp_path: Path) -> None:
    unchanged = reply(b"", 'ETag: "v2"', status="304 Not Modified")
    first, second, heads = twice(parser, {"/a": [page("Text", *TAGGED), unchanged]}, tmp_path)
    assert second == replace(first.validators, etag='"v2"')
    assert 'if-none-match: "v1"' not in heads[0].lower()
    assert 'if-none-match: "v1"' in heads[1].lower()


def test_the_same_bytes_are_not_read_again_whatever_their_new_validators(parser: ParsingServer, tmp_path: Path) -> None:
    first, second, _ = twice(parser, {"/a": [page("Text", 'ETag: "v1"'), page("Text", 'ETag: "v2"')]}, tmp_path)
    assert second == Validators('"v2"', None, None, first.received.sha256)


def test_other_bytes_are_a_document_and_the_older_ones_stay(parser: ParsingServer, tmp_path: Path) -> None:
    first, second, _ = twice(parser, {"/a": [page("Text", *TAGGED), page("Other text")]}, tmp_path)
    assert isinstance(second, Document)
    assert (second.rendition.text, second.validators.etag) == ("Other text", None)
    assert {path.name for path in kept(tmp_path)} == {first.received.sha256, second.received.sha256}


def test_a_server_that_says_unchanged_without_being_asked_has_given_nothing(
    parser: ParsingServer, tmp_path: Path
) -> None:
    with pytest.raises(UnusableError, match="answers 304 Not Modified"):
        document(parser, {"/a": reply(b"", status="304 Not Modified")}, tmp_path)
    with pytest.raises(UnusableError, match="answers 304 Not Modified"):
        twice(parser, {"/a": [page("Text"), reply(b"", 'ETag: "v1"', status="304 Not Modified")]}, tmp_path)


def test_validators_go_to_where_the_answer_came_from_and_count_for_nothing_elsewhere(
    parser: ParsingServer, tmp_path: Path
) -> None:
    unchanged = reply(b"", status="304 Not Modified")
    answers: Answers = {"/a": redirect("/b"), "/b": [page("Text", *TAGGED), unchanged]}
    first, second, heads = twice(parser, answers, tmp_path)
    assert str(first.validators.url).endswith("/b")
    assert second == first.validators
    assert ["if-none-match" in head.lower() for head in heads] == [False, False, False, True]
    with pytest.raises(UnusableError, match="answers 304"):
        twice(parser, {"/a": [redirect("/b"), redirect("/c")], "/b": page("Text", *TAGGED), "/c": unchanged}, tmp_path)


@pytest.mark.parametrize("etag", ["", '"\x1b]0;x\x07"', "\u20ac", "W/'\u00e9", "a, b", "*"])
def test_an_etag_of_any_characters_harms_no_later_fetch(parser: ParsingServer, tmp_path: Path, etag: str) -> None:
    answer = page("Text").replace(b"Content-Type", b"ETag: " + etag.encode() + b"\r\nContent-Type", 1)
    first, second, _ = twice(parser, {"/a": answer}, tmp_path)
    assert second == first.validators


def test_the_address_that_a_page_claims_for_itself_is_not_where_it_came_from(
    parser: ParsingServer, tmp_path: Path
) -> None:
    found = document(parser, {"/a": page("Text", head="<link rel=canonical href=https://other.org/>")}, tmp_path)
    assert (str(found.received.final_url)[-2:], found.rendition.canonical_url) == ("/a", None)
    own = document(parser, {"/a": page("Text", head="<link rel=canonical href=/c>")}, tmp_path)
    assert [str(url)[-2:] for url in (own.received.final_url, own.rendition.canonical_url)] == ["/a", "/c"]


def test_what_no_database_keeps_is_in_no_text_or_title(parser: ParsingServer, tmp_path: Path) -> None:
    found = document(parser, {"/a": page("a\x00b\x1b[31m&#0;&#xd800;c", head="<title>\x00t\x1b[31m</title>")}, tmp_path)
    assert "\x00" not in repr(found.rendition)
    found.rendition.text.encode()
    str(found.rendition.title).encode()


HTML = "Content-Type: text/html"
WHOLE = compress(b"<p>The ships were seen at dawn. " * 99)
NO_DOCUMENT = {
    "json error": (reply(b'{"error": "no"}', "Content-Type: application/json"), "it is JSON"),
    "json called html": (reply(b'{"error": {"code": 500}}', HTML), "it is JSON"),
    "feed": (feed(item(title="x")), "it is a feed"),
    "image": (reply(b"\x89PNG\r\n\x1a\n", HTML), "an image"),
    "script": (reply(b"alert(1)", "Content-Type: text/javascript"), "of the type 'text/javascript'"),
    "pdf that is none": (reply(b"<p>Log in", "Content-Type: application/pdf"), "called a PDF and is none"),
    "challenge": (reply(b"<p>Text", HTML, "cf-mitigated: challenge"), "shows a Cloudflare challenge"),
    "empty": (reply(b"", HTML), "no bytes came"),
    "blank": (reply(b" \n", HTML), "nothing came but blanks"),
    "scripts": (reply(b"<html><script>draw()</script>", HTML), "has no text"),
    "error": (reply(b"<p>The ships were seen", HTML, status="500 Oops"), "500 Internal Server Error"),
    "soft 404": (reply(b"<title>Page not found</title>", HTML), "says it was not found"),
}


@pytest.mark.parametrize("name", NO_DOCUMENT)
def test_what_is_no_document_is_refused_and_nothing_of_it_is_kept(
    parser: ParsingServer, tmp_path: Path, name: str
) -> None:
    answer, words = NO_DOCUMENT[name]
    with pytest.raises(UnusableError, match=words):
        document(parser, {"/a": answer}, tmp_path)
    assert kept(tmp_path) == []


@pytest.mark.parametrize(
    "answer",
    [
        closing(reply(b"<p>Half", HTML, length=99)),
        reply(WHOLE[:-20], HTML, "Content-Encoding: gzip"),
        reply(b"no gzip", HTML, "Content-Encoding: gzip"),
        reply(b"", HTML, length=99_000_000),
        b"SSH-2.0-server\r\n\r\n",
    ],
)
def test_what_is_not_whole_is_not_fetched_and_nothing_of_it_is_kept(
    parser: ParsingServer, tmp_path: Path, answer: Answering
) -> None:
    async def work(fetcher: Fetcher, served: Served) -> None:
        asking = fetcher.document(served.url(f"/a?key={SECRET}"))
        with pytest.raises(FetchError) as told:
            await asking
        assert SECRET not in str(told.value)

    fetched(parser, {f"/a?key={SECRET}": answer}, work, tmp_path)
    assert kept(tmp_path) == []


def test_a_gzipped_page_is_kept_as_what_it_says(parser: ParsingServer, tmp_path: Path) -> None:
    found = document(parser, {"/a": reply(WHOLE, HTML, "Content-Encoding: gzip")}, tmp_path)
    assert found.received.size_bytes == len(b"<p>The ships were seen at dawn. " * 99)


def test_gone_is_told_apart_from_missing(parser: ParsingServer, tmp_path: Path) -> None:
    async def work(fetcher: Fetcher, served: Served) -> None:
        for ask in (fetcher.document, fetcher.feed):
            with pytest.raises(GoneError, match=r"answers 410 Gone; it is not asked again") as told:
                await ask(served.url(f"/a?token={SECRET}"))
            assert (told.value.outcome, SECRET in str(told.value)) == (Outcome.FAILED, False)
            with pytest.raises(UnusableError, match="404 Not Found") as missing:
                await ask(served.url("/b"))
            assert not isinstance(missing.value, GoneError)

    fetched(parser, {f"/a?token={SECRET}": reply(b"", status="410 Gone")}, work, tmp_path)


@pytest.mark.parametrize("kind", [Document, Answer])
def test_what_is_large_and_waits_to_be_read_is_not_held_in_memory(
    parser: ParsingServer, tmp_path: Path, kind: type[Document | Answer]
) -> None:
    size, count = 2 * LARGE_BYTES, 8
    filling = "The ships were seen. " * (size // 21)

    async def work(fetcher: Fetcher, served: Served) -> None:
        ask = fetcher.document if kind is Document else fetcher.feed
        readers = fetcher._reading._value
        for _ in range(readers):
            await fetcher._reading.acquire()
        tracemalloc.start()
        try:
            tasks = [asyncio.create_task(ask(served.url(f"/{number}"))) for number in range(count)]
            while len(fetcher._reading._waiters or ()) < count:  # noqa: ASYNC110 - a semaphore tells nobody
                await asyncio.sleep(0.01)
            gc.collect()
            held, _ = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert held < size
        for _ in range(readers):
            fetcher._reading.release()
        found = await asyncio.gather(*tasks)
        assert {type(one) for one in found} == {kind}

    make = page if kind is Document else lambda text: feed(item(title="One", description=text))
    fetched(parser, {f"/{number}": make(f"{filling}{number}") for number in range(count)}, work, tmp_path)
    assert len(kept(tmp_path)) == (count if kind is Document else 0)


def test_room_is_waited_for_before_a_document_is_read(parser: ParsingServer, tmp_path: Path) -> None:
    asked: list[int] = []

    async def room(size_bytes: int) -> None:
        asked.append(size_bytes)
        raise UnusableError("no room")

    async def work(fetcher: Fetcher, served: Served) -> None:
        for ask in (fetcher.document, fetcher.feed):
            with pytest.raises(UnusableError, match="no room"):
                await ask(served.url("/a"), room=room)

    fetched(parser, {"/a": reply(b"<p>Text", HTML)}, work, tmp_path)
    assert (asked, kept(tmp_path)) == ([7, 7], [])


def test_other_bytes_of_a_text_that_is_known_are_not_kept(parser: ParsingServer, tmp_path: Path) -> None:
    async def work(fetcher: Fetcher, served: Served) -> None:
        for known in ("Text", "Other"):
            digest = sha256(known.encode()).hexdigest()
            found = await fetcher.document(served.url("/a"), known_text_sha256=digest)
            assert isinstance(found, Document)
            assert found.rendition.text == "Text"
            assert len(kept(tmp_path)) == (known == "Other")

    fetched(parser, {"/a": page("Text")}, work, tmp_path)


def test_a_disk_without_room_for_what_waits_is_one_plain_line(parser: ParsingServer, tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_bytes(b"x" * (4 * LARGE_BYTES))
    came = received_file(tmp_path / "large.txt", now=NOW)

    async def work(fetcher: Fetcher, _: Served) -> None:
        with pytest.raises(StoreError, match=r"cannot set a document aside in .*; make room, or set TMPDIR"):
            await fetcher.read(came)

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2 * LARGE_BYTES, before[1]))
    try:
        fetched(parser, {}, work, tmp_path / "snapshots")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_file_is_read_by_its_name_and_kept(parser: ParsingServer, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"# Ships\n\nThey were *seen*.")

    async def work(fetcher: Fetcher, _: Served) -> tuple[Received, Rendition]:
        return await fetcher.read(received_file(tmp_path / "a.md", now=NOW))

    came, rendition = fetched(parser, {}, work, tmp_path / "snapshots")
    assert (rendition.extractor, came.content) == ("markdown", b"")
    assert Archive(tmp_path / "snapshots").bytes_of(came.sha256) == b"# Ships\n\nThey were *seen*."


def test_a_document_that_cannot_be_read_is_not_kept(parser: ParsingServer, tmp_path: Path) -> None:
    with pytest.raises(UnusableError):
        document(parser, {"/a": reply(b"%PDF-1.7 broken", "Content-Type: application/pdf")}, tmp_path)
    assert kept(tmp_path) == []
