"""Connections to checked addresses: a name is looked up once, and a public address of that answer is dialled."""

import asyncio
import socket
import ssl
import threading
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any

import httpcore

from claimcheck.addresses import Address, literal, not_public, parse_answer
from claimcheck.vocabulary import FetchFailure
from claimcheck.web.fault import Fault

MAX_LOOKUPS = 64
"""How many names are looked up at once, those included that nobody waits for any more."""
MAX_DIALLED = 4
DIAL_S = 4.0
"""How long one address of several is waited for, before the next one is tried."""
PAUSE_ABOVE = 256 * 1024
HEAD_ALLOWANCE = 256 * 1024
"""How many bytes may be sent before the body, 1xx answers included."""

Lookup = Callable[[str, int], Awaitable[Sequence[str]]]


class SystemLookup:
    """Asks the system's resolver, which cannot be interrupted, in threads that no exit waits for."""

    def __init__(self) -> None:
        """Begin with no thread."""
        self._free = asyncio.Semaphore(MAX_LOOKUPS)

    async def __call__(self, host: str, port: int) -> list[str]:
        """The addresses of a host, the system's favourite first.

        Raises:
            OSError: the resolver knows none, or cannot say.
        """
        await self._free.acquire()
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[list[str]] = loop.create_future()

        def settle(addresses: list[str], error: Exception | None) -> None:
            self._free.release()
            if answer.cancelled():
                return
            if error is None:
                answer.set_result(addresses)
            else:
                answer.set_exception(error)

        def ask() -> None:
            addresses: list[str] = []
            error: Exception | None = None
            try:
                addresses = [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
            except (OSError, UnicodeError) as failure:
                error = failure
            try:
                loop.call_soon_threadsafe(settle, addresses, error)
            except RuntimeError:  # the loop has ended and nobody waits
                return

        threading.Thread(target=ask, name="claimcheck-lookup", daemon=True).start()
        return await answer


class Dialer(httpcore.AsyncNetworkBackend):
    """Makes the connections of a client; what it raises is without subject, as the client knows the URL."""

    def __init__(self, allowed: Iterable[tuple[str, int]], lookup: Lookup | None = None) -> None:
        """Refuse addresses that are not public, except those of the hosts and ports in `allowed`."""
        self._allowed = frozenset(allowed)
        self._lookup = lookup or SystemLookup()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109, ARG002 - the client has one deadline for everything
        local_address: str | None = None,  # noqa: ARG002 - part of the interface
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002 - part of the interface
    ) -> httpcore.AsyncNetworkStream:
        """A connection to the first checked address of `host` that answers.

        Raises:
            Fault: there is no address, none that is public, or none that answers.
        """
        addresses = await self._addresses(host, port)
        why = ""
        for place, address in enumerate(addresses):
            is_last = place == len(addresses) - 1
            try:
                async with asyncio.timeout(None if is_last else DIAL_S):
                    return await _dial(address, port)
            except TimeoutError:
                why = "did not answer"
            except OSError as error:
                why = f"cannot be reached ({_plain(error)})"
        raise Fault(why, FetchFailure.UNREACHABLE)

    async def _addresses(self, host: str, port: int) -> list[Address]:
        found = literal(host)
        if found is None:
            try:
                answer = await self._lookup(host, port)
                addresses = [parse_answer(text) for text in dict.fromkeys(answer)]
            except (OSError, ValueError) as error:
                msg = f"has a name that cannot be looked up ({_plain(error)})"
                raise Fault(msg, FetchFailure.UNRESOLVED) from None
        else:
            addresses = [found]
        if (host, port) in self._allowed:
            public = addresses
        else:
            public = [address for address in addresses if not_public(address) is None]
        if addresses and not public:
            msg = f"is at {addresses[0]}, {not_public(addresses[0])} address"
            raise Fault(msg, FetchFailure.REFUSED)
        if not public:
            raise Fault("has a name without an address", FetchFailure.UNRESOLVED)
        return _both_families(public)[:MAX_DIALLED]


def _plain(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or type(error).__name__


def _both_families(addresses: list[Address]) -> list[Address]:
    """The system's favourite first, then one of the other family: one of the two may lead nowhere."""
    first = addresses[0].version
    others = [place for place, address in enumerate(addresses) if address.version != first]
    if others and others[0] > 1:
        addresses.insert(1, addresses.pop(others[0]))
    return addresses


async def _dial(address: Address, port: int) -> "Connection":
    loop = asyncio.get_running_loop()
    connecting = socket.socket(socket.AF_INET6 if address.version == 6 else socket.AF_INET, socket.SOCK_STREAM)  # noqa: PLR2004 - IPv6
    try:
        connecting.settimeout(0)
        await loop.sock_connect(connecting, (str(address), port))
        _, connection = await loop.create_connection(Connection, sock=connecting)
    except BaseException:
        connecting.close()
        raise
    return connection


class Connection(asyncio.Protocol, httpcore.AsyncNetworkStream):
    """The bytes of one connection; closing it waits for nobody."""

    def __init__(self) -> None:
        """Begin unconnected."""
        self._transport: asyncio.Transport | None = None
        self._received = bytearray()
        self._waiter: asyncio.Future[None] | None = None
        self._ended = False
        self._lost: Exception | None = None
        self._paused = False
        self.allowance = HEAD_ALLOWANCE
        self.has_answered = False
        """Whether anything was read since something was last written."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport."""
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 - for the type checker
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Keep what came in, and let no more come than is asked for."""
        self._received += data
        if len(self._received) > PAUSE_ABOVE and not self._paused and self._transport is not None:
            self._paused = True
            self._transport.pause_reading()
        self._wake()

    def eof_received(self) -> None:
        """Remember that no more will come."""
        self._ended = True
        self._wake()

    def connection_lost(self, exc: Exception | None) -> None:
        """Remember that no more will come, and why."""
        self._ended = True
        self._lost = exc
        self._wake()

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109, ARG002 - as above
        """At most `max_bytes` of what was sent, or nothing at the end.

        Raises:
            Fault: more was sent than this answer may have.
            httpcore.ReadError: the connection broke.
        """
        while not self._received:
            if self._lost is not None:
                raise httpcore.ReadError
            if self._ended:
                return b""
            self._waiter = asyncio.get_running_loop().create_future()
            try:
                await self._waiter
            finally:
                self._waiter = None
        data = bytes(memoryview(self._received)[:max_bytes])
        del self._received[: len(data)]
        if self._paused and self._transport is not None:
            self._paused = False
            self._transport.resume_reading()
        self.has_answered = True
        self.allowance -= len(data)
        if self.allowance < 0:
            raise Fault("sent more than an answer may have", FetchFailure.TOO_LARGE)
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109, ARG002 - as above
        """Send a request, or a part of it: they are small, so that nothing waits."""
        if self._ended or self._transport is None or self._transport.is_closing():
            raise httpcore.WriteError
        self.allowance = HEAD_ALLOWANCE
        self.has_answered = False
        self._transport.write(buffer)

    async def aclose(self) -> None:
        """Close at once, without a farewell that the other side could draw out."""
        if self._transport is not None:
            self._transport.abort()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109, ARG002 - as above
    ) -> httpcore.AsyncNetworkStream:
        """The same connection, encrypted, if the other side is who it should be.

        Raises:
            Fault: it is not, or there is no handshake.
        """
        outer = self._transport
        assert outer is not None  # noqa: S101 - connected before it is encrypted
        name = (server_hostname or "").removesuffix(".")
        try:
            if self._received or self._ended:
                raise ConnectionError  # noqa: TRY301 - to be closed and told like any other
            loop = asyncio.get_running_loop()
            self._transport = await loop.start_tls(outer, self, ssl_context, server_hostname=name)
        except BaseException as error:
            outer.abort()
            if isinstance(error, ssl.SSLCertVerificationError):
                msg = f"has a certificate that does not hold ({error.verify_message})"
            elif isinstance(error, OSError):
                msg = f"ends the TLS handshake ({getattr(error, 'reason', None) or 'connection closed'})"
            else:
                raise
            failure = Fault(msg, FetchFailure.TLS)
        else:
            return self
        raise failure

    def get_extra_info(self, info: str) -> Any:
        """Whether an idle connection has been spoken on or ended, which makes it unusable; nothing else."""
        if info == "is_readable":
            return bool(self._received) or self._ended or self._transport is None or self._transport.is_closing()
        return None
