"""From the settings to whoever fetches and reads: the only place where the command line meets the network."""

import asyncio
import math
from collections.abc import AsyncGenerator, AsyncIterator, Coroutine, Generator
from contextlib import asynccontextmanager, closing
from typing import Any, TypeVar

from claimcheck.addresses import parse_allowed
from claimcheck.cli import _open
from claimcheck.errors import InputError, UsageError
from claimcheck.interruption import Interruptions
from claimcheck.parsing.server import ParsingServer
from claimcheck.settings import setting
from claimcheck.steps.fetching import Fetcher
from claimcheck.web.client import WebClient
from claimcheck.web.manners import PoliteClient

Result = TypeVar("Result")


@asynccontextmanager
async def fetcher(*, keep: bool = True, holds: bool = False) -> AsyncIterator[Fetcher]:
    """Whoever fetches, as the settings say; all connections and processes are gone at the end.

    Unless it is to `keep` them, the bytes of documents are not put into the archive. One that `holds` them leaves them
    in what came.

    Raises:
        UsageError: a setting that cannot be.
    """
    contact, proxy = setting("contact").value or None, setting("proxy")
    allowed = parse_allowed(setting("allow_hosts").value)
    try:
        web = WebClient(allowed=allowed, contact=contact, proxy=proxy.value or None)
    except InputError as error:
        msg = f"{proxy.origin} sets a proxy that cannot be used: {error}"
        raise UsageError(msg) from error
    async with web, ParsingServer() as parser:
        client = PoliteClient(web, interval_s=_interval_s())
        yield Fetcher(client, parser, _open.archive() if keep else None, holds=holds)


def _interval_s() -> float:
    given = setting("interval_s")
    try:
        seconds = float(given.value)
    except ValueError:
        seconds = math.nan
    if not 0 <= seconds <= 3_600 or not given.value.isascii() or "_" in given.value:  # noqa: PLR2004 - an hour
        msg = f"{given.origin} sets interval_s to {given.value!r}; give the seconds between two requests to one host"
        raise UsageError(msg)
    return seconds


def stepwise(items: AsyncGenerator[Result, None]) -> Generator[Result, None, None]:
    """What an asynchronous generator gives, one at a time; between two of them only other threads work.

    Whoever may not take all of them closes it, so that what works for it ends there and then; an interruption does
    that as well.
    """
    with Interruptions() as interruptions, asyncio.Runner() as runner:
        try:
            while found := runner.run(interruptions.cancellable(_next(items))):
                with interruptions.lifted():
                    yield found[0]
        finally:
            runner.run(items.aclose())


async def _next(items: AsyncGenerator[Result, None]) -> list[Result]:
    """The next item, or none at the end."""
    try:
        return [await anext(items)]
    except StopAsyncIteration:
        return []


def run(work: Coroutine[Any, Any, Result]) -> Result:
    """Run it to its end; an interruption cancels it first, so that it can leave in good order."""
    with closing(work), Interruptions() as interruptions:
        return asyncio.run(interruptions.cancellable(work))
