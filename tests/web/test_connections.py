"""Connections are used again when that is safe, and only few wait."""

import asyncio

import httpcore
import pytest

from claimcheck.web.client import WebClient
from claimcheck.web.connections import Connections
from claimcheck.web.dialing import Dialer
from claimcheck.web.fault import Fault
from tests.web.servers import Answer, closing, reply, serving


def test_a_second_fetch_uses_the_connection_of_the_first() -> None:
    async def check() -> None:
        async with serving({"/": reply(b"a")}) as served, WebClient(allowed=served.allowed) as client:
            for _ in range(5):
                await client.get(served.url())
            assert served.connections == 1

    asyncio.run(check())


def test_a_connection_on_which_more_came_than_was_asked_for_is_not_used_again() -> None:
    async def check() -> None:
        forged = reply(b"true") + reply(b"forged")
        async with serving({"/": [forged, reply(b"true")]}) as served, WebClient(allowed=served.allowed) as client:
            assert (await client.get(served.url())).body == b"true"
            assert (await client.get(served.url())).body == b"true"

    asyncio.run(check())


def test_a_connection_that_the_server_closed_meanwhile_is_replaced() -> None:
    async def check() -> None:
        for first in (reply(b"a"), closing(reply(b"a"))):
            answers: list[Answer] = (
                [first, closing(b""), reply(b"b")] if isinstance(first, bytes) else [first, reply(b"b")]
            )
            async with serving({"/": answers}) as served, WebClient(allowed=served.allowed) as client:
                assert (await client.get(served.url())).body == b"a"
                assert (await client.get(served.url())).body == b"b"
                assert served.connections == 2

    asyncio.run(check())


def test_few_connections_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcheck.web.connections.MAX_IDLE", 2)

    async def check() -> None:
        async with (
            serving({"/": reply(b"a")}) as one,
            serving({"/": reply(b"a")}) as two,
            serving({"/": reply(b"a")}) as three,
            WebClient(allowed=one.allowed | two.allowed | three.allowed) as client,
        ):
            for served in (one, two, three, three, two, one):
                await client.get(served.url())
            assert (one.connections, two.connections, three.connections) == (2, 1, 1)
            assert client._connections._number == 2

    asyncio.run(check())


def test_a_connection_that_was_never_made_is_not_kept() -> None:
    async def check() -> None:
        connections = Connections(Dialer(()), None, None)
        origin = ("http", "127.0.0.1", 9)
        connection, was_used = await connections.take(origin)
        assert not was_used
        with pytest.raises(Fault):
            await connection.handle_async_request(httpcore.Request("GET", "http://127.0.0.1:9/"))
        await connections.give(origin, connection)
        assert (await connections.take(origin))[1] is False
        await connections.aclose()

    asyncio.run(check())
