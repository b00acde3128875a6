"""Connections that wait for the next request to the same place; how many wait makes none slower."""

import asyncio
import ssl
from urllib.parse import unquote_to_bytes

import httpcore

from claimcheck.urls import Url
from claimcheck.web.dialing import Dialer

MAX_IDLE = 64
IDLE_S = 30.0

Origin = tuple[str, str, int]


class Connections:
    """Makes connections through a dialer, and keeps those that may be used again."""

    def __init__(self, dialer: Dialer, ssl_context: ssl.SSLContext | None, proxy: Url | None) -> None:
        """Begin with none; without a context, certificates are checked against the usual authorities."""
        self._dialer = dialer
        self._ssl_context = ssl_context
        self._proxy = proxy
        self._factory: httpcore.AsyncConnectionPool | None = None
        self._idle: dict[Origin, list[httpcore.AsyncConnectionInterface]] = {}
        self._number = 0

    async def take(self, origin: Origin) -> tuple[httpcore.AsyncConnectionInterface, bool]:
        """A connection to use alone, and whether it was used before."""
        while waiting := self._idle.get(origin):
            connection = waiting.pop()
            self._number -= 1
            if not waiting:
                del self._idle[origin]
            if connection.is_available() and not connection.has_expired():
                return connection, True
            await connection.aclose()
        scheme, host, port = origin
        if self._factory is None:
            self._factory = self._made_factory()
        return self._factory.create_connection(httpcore.Origin(scheme.encode(), host.encode(), port)), False

    async def give(self, origin: Origin, connection: httpcore.AsyncConnectionInterface) -> None:
        """Take back a connection: it is kept if its last answer was read to the end, else closed."""
        if not connection.is_idle() or connection.has_expired():
            await connection.aclose()
            return
        if self._number >= MAX_IDLE:
            oldest = next(iter(self._idle))
            await self._idle[oldest].pop(0).aclose()
            self._number -= 1
            if not self._idle[oldest]:
                del self._idle[oldest]
        self._idle.setdefault(origin, []).append(connection)
        self._number += 1

    async def aclose(self) -> None:
        """Close all that wait."""
        for waiting in self._idle.values():
            for connection in waiting:
                await connection.aclose()
        self._idle.clear()
        self._number = 0
        await asyncio.sleep(0)  # the event loop closes sockets in its next turn
        await asyncio.sleep(0)

    def _made_factory(self) -> httpcore.AsyncConnectionPool:
        proxy = None
        if self._proxy is not None:
            user, _, password = (self._proxy.user_info or "").partition(":")
            auth = (unquote_to_bytes(user), unquote_to_bytes(password)) if user else None
            place = httpcore.URL(scheme=self._proxy.scheme, host=self._proxy.host, port=self._proxy.port, target="/")
            proxy = httpcore.Proxy(place, auth=auth)
        return httpcore.AsyncConnectionPool(
            ssl_context=self._ssl_context or _usual_authorities(),
            proxy=proxy,
            keepalive_expiry=IDLE_S,
            network_backend=self._dialer,
        )


def _usual_authorities() -> ssl.SSLContext:
    """Those of the system, which may have more than the public ones, and those that the HTTP library brings along."""
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
