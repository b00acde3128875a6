"""Whoever fetches and reads, with nothing replaced but the public web: the servers are on loopback."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

from claimcheck.parsing.server import ParsingServer
from claimcheck.steps.fetching import Fetcher
from claimcheck.store.archive import Archive
from claimcheck.store.watches import Watched
from claimcheck.web.client import WebClient
from claimcheck.web.manners import PoliteClient
from tests.web.servers import Answer, Served, reply, serving

Result = TypeVar("Result")
Answers = Mapping[str, Answer | list[Answer]]
HTML = "Content-Type: text/html"
RSS = "Content-Type: application/rss+xml"
WATCHED = Watched(
    id=1, kind="page", url="", provider=None, claim_id=None, source_id=None, tag_id=None, every_s=3600,
    due_at="2026-11-27T12:00:00Z", etag=None, last_modified=None, validated_url=None, content_sha256=None,
    snapshot_id=None, text_sha256=None, asked_at=None, changed_at=None, last_outcome=None, last_message=None,
    failure_count=0, failing_since=None,
)  # fmt: skip
"""A watch of which nothing is known yet."""


def page(text: str, *headers: str, head: str = "") -> bytes:
    """An answer with a page of HTML."""
    markup = f"<!doctype html><html><head>{head}</head><body><p>{text}</p></body></html>"
    return reply(markup.encode(), HTML, *headers)


def feed(*items: str, headers: tuple[str, ...] = ()) -> bytes:
    """An answer with a feed of these items."""
    return reply(
        f"<rss version='2.0'><channel><title>F</title>{''.join(items)}</channel></rss>".encode(), RSS, *headers
    )


def item(**parts: str) -> str:
    """An item of a feed."""
    return f"<item>{''.join(f'<{name}>{value}</{name}>' for name, value in parts.items())}</item>"


async def _at_once(_: float) -> None:
    """Nobody is here who has to be spared."""
    await asyncio.sleep(0)


@asynccontextmanager
async def fetching(parser: ParsingServer, folder: Path, *served: Served) -> AsyncIterator[Fetcher]:
    """A fetcher that may reach these servers and asks once, without a pause."""
    allowed = frozenset().union(*(server.allowed for server in served))
    async with WebClient(allowed=allowed) as web:
        yield Fetcher(PoliteClient(web, interval_s=0.0, max_retries=0, sleep=_at_once), parser, Archive(folder))


def fetched(
    parser: ParsingServer, answers: Answers, work: Callable[[Fetcher, Served], Awaitable[Result]], folder: Path
) -> Result:
    """What some work with a fetcher and a server gives."""

    async def run() -> Result:
        async with serving(answers) as served, fetching(parser, folder, served) as fetcher:
            return await work(fetcher, served)

    return asyncio.run(run())


def kept(folder: Path) -> list[Path]:
    """The files of an archive."""
    return [path for path in folder.rglob("*") if path.is_file()]
