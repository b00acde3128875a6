"""Fetching without being a burden: robots.txt, one request at a time for each host, pauses, few and late retries."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from claimcheck.errors import FetchError
from claimcheck.redaction import shown
from claimcheck.urls import Url, parse
from claimcheck.values import Page
from claimcheck.vocabulary import FetchFailure
from claimcheck.web.client import WebClient
from claimcheck.web.robots import Rules

RETRIED_STATUSES = frozenset({429, 502, 503, 504})
RETRIED_FAILURES = frozenset({FetchFailure.UNRESOLVED, FetchFailure.UNREACHABLE, FetchFailure.CUT})
_BACKOFF_S = 1.0
_STRIKES = {
    FetchFailure.UNRESOLVED: 2,
    FetchFailure.UNREACHABLE: 2,
    FetchFailure.TLS: 2,
    FetchFailure.TIMEOUT: 1,
}
"""How much a failure says against the host, as against the one page."""
MAX_STRIKES = 2
MAX_RETRY_AFTER_S = 7 * 86_400.0
TOO_MANY_REQUESTS = 429


@dataclass(slots=True)
class _Host:
    """What we know of a host in this run."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    next_start: float = 0.0
    not_before: float = 0.0
    interval_s: float = 0.0
    strikes: int = 0


@dataclass(slots=True)
class _Site:
    """The robots.txt of an origin, once read; `why` tells why nothing may be fetched."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    rules: Rules | None = None
    why: str | None = None


@dataclass(slots=True)
class _Turn:
    """One polite fetch under way."""

    asked: Url
    heeds_robots: bool
    ends: float
    at: Url
    hops: int = 0


class PoliteClient:
    """A client for one run: what it learns of hosts and their rules holds as long as it lives."""

    def __init__(  # noqa: PLR0913 - each a different thing to set, and all with names
        self,
        client: WebClient,
        *,
        interval_s: float = 1.0,
        max_retries: int = 2,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        chance: Callable[[], float] = random.random,
    ) -> None:
        """Leave at least `interval_s` seconds between the starts of two requests to one host.

        The sources of time, sleep and chance (0..1) can be others, so that tests need not wait.
        """
        self._client = client
        self._interval_s = interval_s
        self._max_retries = max_retries
        self._clock = clock
        self._sleep = sleep
        self._now = now
        self._chance = chance
        self._hosts: dict[str, _Host] = {}
        self._sites: dict[tuple[str, str, int], _Site] = {}

    async def get(  # noqa: PLR0913 - each a different thing to ask, and all with names
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        validated_url: str | None = None,
        headers: Mapping[str, str] | None = None,
        budget_s: float = 60.0,
        heed_robots: bool = True,
        interval_s: float = 0.0,
    ) -> Page:
        """What the server of `url` answers, as `WebClient.get` gives it, when it is our turn.

        After a failed connection, a 429, 502, 503 or 504 it is asked again, at most twice, as long as that begins
        within `budget_s` seconds from our turn on; then the last answer is given, with its Retry-After. A host that
        cannot be reached, or let two fetches time out, is not asked again in this run. `heed_robots` is false for
        interfaces that are made for programs; `interval_s` is for hosts that want longer pauses than others.

        Raises:
            FetchError: as `WebClient.get`; also blocked by robots.txt, later (the host asked to be left alone for
                longer than the budget), or given up.
            InputError: `url` is no http or https URL.
            UsageError: a header that cannot be sent.
        """
        asked = parse(url)
        host = self._host(asked)
        host.interval_s = max(host.interval_s, interval_s)
        async with host.turn:
            turn = _Turn(asked, heed_robots, self._clock() + budget_s, asked)
            attempt = 0
            while True:
                page, failure = None, None
                turn.at, turn.hops = asked, 0
                try:
                    await self._prepare(turn, asked, is_inner=False)
                    page = await self._client.get(
                        url,
                        etag=etag,
                        last_modified=last_modified,
                        validated_url=validated_url,
                        headers=headers,
                        before_hop=lambda hop: self._before_hop(turn, hop),
                    )
                except FetchError as error:
                    failure = error
                answering = self._host(turn.at)
                self._learn(answering, page)
                delay = self._delay(answering, page, failure, attempt)
                if delay is None or self._clock() + delay > turn.ends:
                    break
                attempt += 1
                await self._sleep(delay)
            if failure is not None:
                answering.strikes += _STRIKES.get(failure.failure, 0)
        if page is not None:
            return page
        assert failure is not None  # noqa: S101 - for the type checker
        raise failure

    def _host(self, url: Url) -> _Host:
        return self._hosts.setdefault(url.host.removesuffix("."), _Host(interval_s=self._interval_s))

    async def _before_hop(self, turn: _Turn, hop: Url) -> None:
        turn.hops += 1
        turn.at = hop
        if turn.hops > 1:
            await self._prepare(turn, hop, is_inner=True)

    async def _prepare(self, turn: _Turn, url: Url, *, is_inner: bool) -> None:
        """Return when `url` may be requested."""
        host = self._host(url)
        if host.strikes >= MAX_STRIKES:
            msg = f"cannot fetch {shown(str(url))}: given up on {url.host} in this run; look at its first failure"
            raise FetchError(msg, FetchFailure.GIVEN_UP)
        if host.not_before > turn.ends:
            seconds = round(host.not_before - self._clock())
            msg = f"cannot fetch {shown(str(url))}: {url.host} asks to be left alone; try again in {seconds} seconds"
            raise FetchError(msg, FetchFailure.LATER, retry_after_s=seconds)
        if turn.heeds_robots:
            await self._check_robots(url, host, is_inner=is_inner)
        await self._pause(host)

    async def _pause(self, host: _Host) -> None:
        """Wait for the next start at a host, and reserve it."""
        start = max(self._clock(), host.next_start, host.not_before)
        host.next_start = start + host.interval_s
        wait = start - self._clock()
        if wait > 0:
            await self._sleep(wait)

    async def _check_robots(self, url: Url, host: _Host, *, is_inner: bool) -> None:
        site = self._sites.setdefault(url.origin, _Site())
        async with site.turn:
            if site.rules is None and site.why is None:
                await self._read_robots(site, url, host, is_inner=is_inner)
        why = site.why
        if why is None and site.rules is not None and not site.rules.allow(url):
            why = "does not allow it"
        if why is not None:
            msg = f"cannot fetch {shown(str(url))}: its robots.txt {why}; ask the site, or give a file"
            raise FetchError(msg, FetchFailure.BLOCKED)

    async def _read_robots(self, site: _Site, url: Url, host: _Host, *, is_inner: bool) -> None:
        """Read a robots.txt: without one all is allowed, and with one that cannot be read for now nothing is.

        Source: RFC 9309 section 2.3.1
        """
        await self._pause(host)
        body = b""
        try:
            page = await self._client.get(f"{url.scheme}://{url.authority}/robots.txt", is_inner=is_inner)
            status = page.status
            body = page.body
        except FetchError as error:
            if error.failure in _STRIKES or error.failure in RETRIED_FAILURES or error.failure is FetchFailure.REFUSED:
                raise
            if error.failure is FetchFailure.TOO_MANY_REDIRECTS:
                site.rules = Rules(b"")
                return
            status = error.status if error.status is not None and error.status >= 400 else 0  # noqa: PLR2004 - an error
        if 200 <= status < 300:  # noqa: PLR2004 - the class of success
            site.rules = Rules(body)
        elif 400 <= status < 500 and status != TOO_MANY_REQUESTS:  # noqa: PLR2004 - the class of our errors
            site.rules = Rules(b"")
        else:
            site.why = f"cannot be read now (status {status})" if status else "cannot be read now"
            return
        host.interval_s = max(host.interval_s, site.rules.delay_s)
        host.next_start = max(host.next_start, self._clock() + site.rules.delay_s)

    def _learn(self, host: _Host, page: Page | None) -> None:
        """Remember that a host answered, and for how long it wants to be left alone."""
        if page is None:
            return
        host.strikes = 0
        wait = retry_after_s(page, self._now())
        if wait is not None:
            host.not_before = max(host.not_before, self._clock() + wait)

    def _delay(self, host: _Host, page: Page | None, failure: FetchError | None, attempt: int) -> float | None:
        """How many seconds to wait before asking again, or None if that is no use."""
        if failure is not None and failure.failure not in RETRIED_FAILURES:
            return None
        if page is not None and page.status not in RETRIED_STATUSES:
            return None
        if attempt >= self._max_retries:
            return None
        backoff: float = _BACKOFF_S * 2**attempt * (0.5 + self._chance())
        return max(backoff, host.not_before - self._clock())


def retry_after_s(page: Page, now: datetime) -> float | None:
    """How many seconds the server of an answer that is no success asks to be left alone, or None if it does not.

    Source: RFC 9110 section 10.2.3
    """
    value = page.headers.get("retry-after", "").strip()
    if not value or page.status not in RETRIED_STATUSES:
        return None
    if value.isascii() and value.isdigit():
        return min(float(value[:20]), MAX_RETRY_AFTER_S)
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return min(max((moment - now).total_seconds(), 0.0), MAX_RETRY_AFTER_S)
