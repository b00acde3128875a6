"""Addresses of what is fetched: what opens a door is sent where it belongs, and kept and told nowhere."""

import asyncio
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import Session

from claimcheck.errors import FetchError
from claimcheck.parsing.server import ParsingServer
from claimcheck.steps.fetching import Document, Fetcher
from claimcheck.steps.ingest import ingest
from claimcheck.store.engine import driver_connection
from tests.steps.fetchers import Answers, fetched, fetching, page
from tests.web.servers import Served, redirect, reply, serving

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
SECRET = "s3cr3t"  # noqa: S105 - one of ours
TAGGED = ('ETag: "v1"', "Last-Modified: Fri, 27 Nov 2026 12:00:00 GMT")


def document(parser: ParsingServer, answers: Answers, folder: Path, path: str) -> Document:
    async def work(fetcher: Fetcher, served: Served) -> Document:
        found = await fetcher.document(served.url(path))
        assert isinstance(found, Document)
        return found

    return fetched(parser, answers, work, folder)


def test_no_secret_of_an_address_is_kept_or_told(parser: ParsingServer, tmp_path: Path) -> None:
    asked = f"/a?token={SECRET}1&page=2"
    led = f"/b?X-Amz-Signature={SECRET}2&key={SECRET}3"
    found = document(parser, {asked: redirect(led), led: page("Text", *TAGGED)}, tmp_path, asked)
    assert SECRET not in repr(found)
    assert SECRET not in str(found.validators.url)
    assert found.received.requested_url != found.received.final_url
    assert (found.validators.etag, found.validators.url) == (None, None)
    assert found.validators.sha256 == found.received.sha256


def test_no_secret_of_an_address_reaches_the_ledger(parser: ParsingServer, session: Session, tmp_path: Path) -> None:
    asked, led = f"/a?token={SECRET}", f"/b?key={SECRET}"
    answer = page("Text", head=f"<link rel=canonical href=/c?page=1&token={SECRET}>")
    found = document(parser, {asked: redirect(led), led: answer}, tmp_path, asked)
    done = ingest(session, found.received, found.rendition, author="a", now=NOW)
    connection = driver_connection(session)
    sql = "SELECT requested_url, final_url, canonical_url FROM snapshot WHERE id = ?"
    urls = connection.execute(sql, (done.kept.snapshot_id,)).fetchone()
    assert [re.sub(r".*(?=/.\?)|[0-9a-f]{16}$", "", url) for url in urls] == [
        "/a?token=***", "/b?key=***", "/c?page=1&token=***",
    ]  # fmt: skip
    events = connection.execute("SELECT old, new FROM event WHERE entity = 'document'").fetchall()
    assert (len(events) > 1, SECRET in repr(events)) == (True, False)


def test_an_address_with_a_secret_of_ones_own_is_still_asked_whether_it_changed(
    parser: ParsingServer, tmp_path: Path
) -> None:
    asked = f"/a?token={SECRET}"
    answers: Answers = {asked: [page("Text", *TAGGED), reply(b"", status="304 Not Modified")]}

    async def work(fetcher: Fetcher, served: Served) -> tuple[Document, object]:
        before = await fetcher.document(served.url(asked))
        assert isinstance(before, Document)
        return before, await fetcher.document(served.url(asked), before.validators)

    first, second = fetched(parser, answers, work, tmp_path)
    assert second == first.validators
    assert (first.validators.url, first.validators.etag) == (None, '"v1"')


def test_a_host_that_is_not_public_is_never_asked(parser: ParsingServer, tmp_path: Path) -> None:
    async def run() -> list[str]:
        async with serving({"/a": page("Text")}) as served, fetching(parser, tmp_path) as fetcher:
            with pytest.raises(FetchError):
                await fetcher.document(served.url("/a"))
            return served.heads

    assert asyncio.run(run()) == []
