"""A client that answers without a network, in a time that only waiting moves."""

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Any

from claimcheck.errors import FetchError
from claimcheck.urls import parse
from claimcheck.values import Page
from claimcheck.vocabulary import FetchFailure
from claimcheck.web.client import WebClient
from claimcheck.web.manners import PoliteClient

NOW = datetime(2026, 11, 27, 12, 0, 0, tzinfo=UTC)
Answers = Mapping[str, Any]


def page(status: int = 200, body: bytes = b"", **headers: str) -> Page:
    kept = MappingProxyType({name.replace("_", "-"): value for name, value in headers.items()})
    return Page("http://e.org/", "http://e.org/", (), status, kept, body, len(body), NOW, 0.0)


def failed(failure: FetchFailure, status: int | None = None) -> FetchError:
    return FetchError("cannot fetch it", failure, status)


class Web(WebClient):
    """Answers without a network, in a time of its own that only waiting moves."""

    def __init__(self, answers: Answers, took_s: float = 0.0) -> None:
        super().__init__()
        self.answers = {url: list(answer) if isinstance(answer, list) else [answer] for url, answer in answers.items()}
        self.time_s = 100.0
        self.took_s = took_s
        self.log: list[tuple[float, str]] = []

    async def get(self, url: str, *, before_hop: Any = None, **_: Any) -> Page:
        if before_hop is not None:
            await before_hop(parse(url))
        self.log.append((self.time_s - 100.0, url))
        await asyncio.sleep(0)
        self.time_s += self.took_s
        left = self.answers.get(url, [page(404)])
        answer = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(answer, str):
            await before_hop(parse(answer))
            return await self.get(answer)
        if isinstance(answer, FetchError):
            raise answer
        assert isinstance(answer, Page)
        return answer

    async def sleep(self, seconds: float) -> None:
        self.time_s += seconds
        await asyncio.sleep(0)

    def polite(self, **options: Any) -> PoliteClient:
        return PoliteClient(
            self,
            clock=lambda: self.time_s,
            sleep=self.sleep,
            now=lambda: NOW + timedelta(seconds=self.time_s - 100),
            chance=lambda: 0.5,
            **options,
        )

    @property
    def pages(self) -> list[tuple[float, str]]:
        return [(moment, url) for moment, url in self.log if not url.endswith("robots.txt")]
