"""A web server on loopback beside the command line, in a thread of its own."""

import asyncio
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import pytest

from tests.web.servers import Answer, Served, reply, serving

HTML = "Content-Type: text/html; charset=utf-8"
Serve = Callable[[Mapping[str, Answer | list[Answer]]], Served]


def page(title: str, *paragraphs: str, head: str = "") -> bytes:
    """A well-formed answer that is a page of that title."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    html = f"<html><head><title>{title}</title>{head}</head><body><article>{body}</article></body></html>"
    return reply(html.encode(), HTML)


@contextmanager
def on_loopback(answers: Mapping[str, Answer | list[Answer]]) -> Iterator[Served]:
    """`serving`, for a test that is not a coroutine."""
    loop = asyncio.new_event_loop()
    started: list[Served] = []
    ready, done = threading.Event(), asyncio.Event()

    async def run() -> None:
        async with serving(answers) as served:
            started.append(served)
            ready.set()
            await done.wait()

    thread = threading.Thread(target=loop.run_until_complete, args=(run(),))
    thread.start()
    try:
        assert ready.wait(20)
        yield started[0]
    finally:
        loop.call_soon_threadsafe(done.set)
        thread.join()
        loop.close()


def allow(monkeypatch: pytest.MonkeyPatch, served: Served) -> Served:
    """Let the command line reach a server on loopback, as often as it likes."""
    monkeypatch.setenv("CLAIMCHECK_ALLOW_HOSTS", f"127.0.0.1:{served.port}")
    monkeypatch.setenv("CLAIMCHECK_INTERVAL_S", "0")
    return served
