"""Fetching: the only way out of the house. Each fetch ends within its deadline and its size, at a public address."""

import asyncio
import base64
import re
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import aclosing, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, cast
from urllib.parse import unquote_to_bytes

import httpcore

from claimcheck import __version__
from claimcheck.addresses import not_public
from claimcheck.errors import InputError, UsageError, quoted
from claimcheck.redaction import shown, shown_broken
from claimcheck.urls import DEFAULT_PORTS, Url, join, parse
from claimcheck.values import Page
from claimcheck.vocabulary import FetchFailure
from claimcheck.web.connections import Connections
from claimcheck.web.dialing import Connection, Dialer, Lookup
from claimcheck.web.failing import broken_body, broken_head, told
from claimcheck.web.fault import Fault
from claimcheck.web.headers import KEPT_HEADERS, checked, declares_more, joined, validators
from claimcheck.web.inflating import Inflater

if TYPE_CHECKING:
    import ssl

MEBIBYTE = 1024 * 1024
MAX_REDIRECTS = 5
MAX_CHUNKS = 100_000
"""How many pieces a body may come in: reading costs per piece, and a server may send single bytes."""
SMALL = MEBIBYTE
LARGE_AT_ONCE = 6
"""How many bodies above SMALL are held at once: they wait for each other, so that memory is bounded."""
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CONTACT = re.compile(r"[\x21-\x27\x2a-\x7e]{1,200}")
_BODILESS = frozenset({204, 304})
_FRAMING = frozenset({"content-length", "transfer-encoding"})

BeforeHop = Callable[[Url], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may take."""

    deadline_s: float = 30.0
    max_raw: int = 10 * MEBIBYTE
    max_decoded: int = 20 * MEBIBYTE


@dataclass(slots=True)
class _Fetch:
    """One fetch under way; `headers` and the user-info of `first` go to its origin alone."""

    first: Url
    headers: list[tuple[bytes, bytes]] = field(repr=False)
    validators: list[tuple[bytes, bytes]] = field(repr=False)
    validated: Url
    before_hop: BeforeHop | None
    at: Url
    passed: list[Url] = field(default_factory=list)
    status: int | None = None
    holds_large: bool = False


class WebClient:
    """Fetches documents; an async context manager that keeps connections for the next fetch from the same host."""

    def __init__(  # noqa: PLR0913 - each a different thing to set, and all with names
        self,
        *,
        limits: Limits | None = None,
        allowed: Iterable[tuple[str, int]] = (),
        contact: str | None = None,
        proxy: str | None = None,
        concurrency: int = 64,
        lookup: Lookup | None = None,
        ssl_context: "ssl.SSLContext | None" = None,
    ) -> None:
        """Prepare; the environment (proxies, .netrc) is never read.

        `allowed` are host and port of what may be fetched although it is not public, as `addresses.parse_allowed`
        gives them; `contact` is a URL or an e-mail address for the User-Agent. With a `proxy`, names are looked up
        by it, and only addresses that a URL spells out are checked here.

        Raises:
            UsageError: a contact that no header can hold.
            InputError: a proxy that is no URL.
        """
        if contact is not None and not _CONTACT.fullmatch(contact):
            msg = f"the contact {quoted(contact)} does not fit into a header; give a URL or an e-mail address"
            raise UsageError(msg)
        self.limits = limits or Limits()
        self._proxy = parse(proxy) if proxy is not None else None
        self._allowed = frozenset(allowed)
        trusted = self._allowed if self._proxy is None else {(self._proxy.host, self._proxy.port)}
        self._connections = Connections(Dialer(trusted, lookup), ssl_context, self._proxy)
        agent = f"claimcheck/{__version__}" + (f" (+{contact})" if contact else "")
        self._own_headers = [(b"User-Agent", agent.encode()), (b"Accept-Encoding", b"gzip, deflate")]
        self._running = asyncio.Semaphore(concurrency)
        self._large = asyncio.Semaphore(LARGE_AT_ONCE)

    async def __aenter__(self) -> Self:
        """Open nothing yet."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close every connection."""
        await self._connections.aclose()

    async def get(  # noqa: PLR0913 - each a different thing to ask, and all with names
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        validated_url: str | None = None,
        headers: Mapping[str, str] | None = None,
        before_hop: BeforeHop | None = None,
        is_inner: bool = False,
    ) -> Page:
        """What the server of `url` answers, any status, after at most 5 redirects.

        `etag` and `last_modified` are sent to `validated_url` alone: the final URL of the fetch that gave them, if it
        was not `url`. `headers` and the user-info of `url` go to its own origin alone. `before_hop` is awaited before
        each request, within the deadline, and may raise to prevent it. The deadline begins when a place is free;
        `is_inner` is for a fetch within a `before_hop`, which must not wait for one.

        Raises:
            FetchError: nothing whole and allowed came within the limits; one line, with the URL redacted.
            InputError: `url` is no http or https URL.
            UsageError: a header that cannot be sent, or is not the caller's to set.
        """
        first = parse(url)
        fetch = _Fetch(
            first,
            checked(headers or {}),
            validators(etag, last_modified),
            parse(validated_url) if validated_url else first,
            before_hop,
            first,
        )
        async with nullcontext() if is_inner else self._running:
            try:
                async with asyncio.timeout(self.limits.deadline_s):
                    return await self._follow(fetch)
            except TimeoutError:
                words, failure = f"took longer than {self.limits.deadline_s:g} seconds", FetchFailure.TIMEOUT
            except Fault as fault:
                words, failure = str(fault), fault.failure
            except (httpcore.NetworkError, OSError):
                words, failure = "hung up without an answer", FetchFailure.UNREACHABLE
            except (httpcore.ProtocolError, httpcore.ConnectionNotAvailable) as error:
                words, failure = broken_head(error)
            except httpcore.ProxyError:
                words, failure = "is not given by the proxy", FetchFailure.UNREACHABLE
            finally:
                if fetch.holds_large:
                    self._large.release()
        # raised here and not where it was caught, so that no chain of exceptions shows what the message does not
        raise told(fetch.first, fetch.at, words, failure, fetch.status)

    async def _follow(self, fetch: _Fetch) -> Page:
        started = time.monotonic()
        while True:
            self._check_proxied(fetch.at)
            if fetch.before_hop is not None:
                await fetch.before_hop(fetch.at)
            fetch.status = None
            answer = await self._exchange(fetch)
            if isinstance(answer, Url):
                fetch.passed.append(fetch.at)
                fetch.at = answer
                continue
            status, headers, body, raw_size = answer
            return Page(
                url=str(fetch.first),
                final_url=str(fetch.at),
                redirects=tuple(map(str, fetch.passed)),
                status=status,
                headers=headers,
                body=body,
                raw_size=raw_size,
                retrieved_at=datetime.now(UTC),
                elapsed_s=time.monotonic() - started,
            )

    def _check_proxied(self, url: Url) -> None:
        if self._proxy is None or (url.host, url.port) in self._allowed:
            return
        why = not_public(url.address) if url.address else None
        if url.host.removesuffix(".").rpartition(".")[2] == "localhost":
            why = "a loopback"
        if why is not None:
            msg = f"is at {why} address"
            raise Fault(msg, FetchFailure.REFUSED)

    async def _exchange(self, fetch: _Fetch) -> "Url | tuple[int, dict[str, str], bytes, int]":
        """One request: where it redirects, or what it answers."""
        request = self._request(fetch)
        reused = True
        while reused:
            connection, reused = await self._connections.take(fetch.at.origin)
            try:
                response = await connection.handle_async_request(request)
                stream = response.extensions.get("network_stream")
                if not isinstance(stream, Connection) or stream.has_answered:
                    break
                # what came before it was asked for is no answer, and nothing after it can be told apart
                await response.aclose()
                await connection.aclose()
            except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ConnectionNotAvailable):
                # the other side may close a connection that waits at any time: ask once more on another
                await connection.aclose()
                if not reused:
                    raise
            except BaseException:
                await connection.aclose()
                raise
        try:
            fetch.status = response.status
            headers = joined(response.headers)
            if response.status in _REDIRECTS and "location" in headers:
                return _redirected(fetch, headers["location"])
            body, raw_size = await self._body(fetch, response, headers)
            return response.status, {name: headers[name] for name in headers.keys() & KEPT_HEADERS}, body, raw_size
        finally:
            await response.aclose()
            await self._connections.give(fetch.at.origin, connection)

    def _request(self, fetch: _Fetch) -> httpcore.Request:
        url = fetch.at
        sent = [(b"Host", url.authority.encode()), *self._own_headers]
        own = url.origin == fetch.first.origin
        if own:
            sent += fetch.headers
            if fetch.first.user_info is not None:
                sent.append((b"Authorization", b"Basic " + base64.b64encode(unquote_to_bytes(fetch.first.user_info))))
        if not own or all(name.lower() != b"accept" for name, _ in fetch.headers):
            sent.append((b"Accept", b"*/*"))
        if url == fetch.validated or str(url) == str(fetch.validated):
            sent += fetch.validators
        port = None if url.port == DEFAULT_PORTS[url.scheme] else url.port
        target = httpcore.URL(scheme=url.scheme, host=url.host, port=port, target=url.target)
        return httpcore.Request(b"GET", target, headers=sent)

    async def _body(self, fetch: _Fetch, response: httpcore.Response, headers: Mapping[str, str]) -> tuple[bytes, int]:
        has_body = response.status not in _BODILESS
        limits = self.limits
        if has_body and declares_more(headers, limits.max_raw):
            msg = f"has more than {limits.max_raw} bytes"
            raise Fault(msg, FetchFailure.TOO_LARGE)
        inflater = Inflater(headers.get("content-encoding", "") if has_body else "", limits.max_raw, limits.max_decoded)
        stream = response.extensions.get("network_stream")
        if isinstance(stream, Connection):
            stream.allowance += limits.max_raw + limits.max_raw // 8
        pieces = 0
        try:
            async with aclosing(cast("Any", response.stream).__aiter__()) as chunks:
                async for chunk in chunks:
                    pieces += 1
                    if pieces > MAX_CHUNKS:
                        raise Fault("is sent in too many pieces", FetchFailure.TOO_LARGE)
                    for size in inflater.feed(chunk):
                        if size > SMALL and not fetch.holds_large:
                            fetch.holds_large = await self._large.acquire()
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise broken_body(error) from None
        if inflater.is_encoded and not inflater.raw_size and has_body and not headers.keys() & _FRAMING:
            raise Fault("stops before its beginning", FetchFailure.CUT)
        return inflater.finish(), inflater.raw_size


def _redirected(fetch: _Fetch, location: str) -> Url:
    if len(fetch.passed) >= MAX_REDIRECTS:
        msg = f"redirects more than {MAX_REDIRECTS} times"
        raise Fault(msg, FetchFailure.TOO_MANY_REDIRECTS)
    try:
        target = join(fetch.at, location)
    except InputError:
        msg = f"redirects to {shown_broken(location)}, which is no http or https URL"
        raise Fault(msg, FetchFailure.REFUSED) from None
    if fetch.at.scheme == "https" and target.scheme != "https":
        msg = f"redirects from https to {shown(str(target))}"
        raise Fault(msg, FetchFailure.INSECURE_REDIRECT)
    return target
