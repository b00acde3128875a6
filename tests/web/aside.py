"""Loopback servers beside a test that is not asynchronous itself, as the command line is."""

import asyncio
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest

from tests.web.servers import Answer, Served, reply, serving


@contextmanager
def aside(answers: Mapping[str, Answer | list[Answer]]) -> Iterator[Served]:
    """A server as `serving` gives it, in a thread of its own."""
    loop = asyncio.new_event_loop()
    context = serving(answers)

    def work() -> None:
        asyncio.set_event_loop(loop)
        loop.run_forever()

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    try:
        served = asyncio.run_coroutine_threadsafe(context.__aenter__(), loop).result(30)
        try:
            yield served
        finally:
            asyncio.run_coroutine_threadsafe(context.__aexit__(None, None, None), loop).result(30)
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


def allow(monkeypatch: pytest.MonkeyPatch, *servers: Served) -> None:
    """Let the command line reach these servers."""
    monkeypatch.setenv("CLAIMCHECK_ALLOW_HOSTS", ",".join(f"127.0.0.1:{served.port}" for served in servers))


def article(title: str, words: str, *headers: str) -> bytes:
    """An answer with a page that has a title and enough text to be one."""
    filling = "The committee met again and heard what was to be heard. " * 8
    text = f"<html><head><title>{title}</title></head><body><p>{filling}</p><p>{words}</p></body></html>"
    return reply(text.encode(), "Content-Type: text/html; charset=utf-8", *headers)


def feed(*titles: str) -> bytes:
    """An answer with a feed of items."""
    items = "".join(
        f"<item><title>{title}</title><guid>{title}</guid><link>https://example.org/{title}</link>"
        f"<description>{title} is what this item is about, at some length.</description></item>"
        for title in titles
    )
    text = f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{items}</channel></rss>'
    return reply(text.encode(), "Content-Type: application/rss+xml")
