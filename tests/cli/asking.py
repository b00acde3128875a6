"""Providers that live on loopback: the real ones, asked at a server of ours instead of their own."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from claimcheck.providers import claimreview, feed, gdelt, google_factcheck, url, wayback
from claimcheck.web import client
from tests.conftest import Run
from tests.web.aside import aside
from tests.web.servers import Answer, Served, reply

CLAIM = "63"
"""The first claim that `add` adds to the bundled ones."""
KEY = "AIza-very-secret-0123456789"
ARTICLES = {
    "articles": [
        {"url": "https://a.org/ships", "title": "Ships seen", "seendate": "20240912T031500Z", "domain": "a.org"},
        {"url": f"https://b.org/{'long/' * 60}end", "title": "More \u001b[31mships", "domain": "b.org"},
    ]
}
REVIEWS = {
    "claims": [
        {
            "text": "Ships were seen.",
            "claimant": "Ann",
            "claimReview": [
                {
                    "publisher": {"name": "Checkers", "site": "c.org"},
                    "url": "https://c.org/check",
                    "title": "Were ships seen?",
                    "reviewDate": "2024-09-13T00:00:00Z",
                    "textualRating": "Four Pinocchios",
                }
            ],
        }
    ]
}
CAPTURES = [
    ["timestamp", "original", "mimetype", "statuscode", "digest"],
    ["20240912031500", "https://a.org/ships", "text/html", "200", "ABC"],
]
PAGE = b"""<html lang="en"><head><title>Harbour news</title><script type="application/ld+json">
{"@type": "ClaimReview", "url": "/check", "claimReviewed": "Ships were seen.",
 "reviewRating": {"alternateName": "Mostly so"}, "author": {"name": "Harbour"}}</script></head>
<body>Ships.</body></html>"""
FEED = b"""<rss version="2.0"><channel><title>News</title>
<item><guid>1</guid><title>Ships again</title><link>https://f.org/1</link></item></channel></rss>"""


def as_json(value: object) -> bytes:
    """An answer in JSON."""
    return reply(json.dumps(value).encode(), "Content-Type: application/json")


def as_html(text: bytes, status: str = "200 OK") -> bytes:
    """A page."""
    return reply(text, "Content-Type: text/html; charset=utf-8", status=status)


ANSWERS: Mapping[str, Answer | list[Answer]] = {
    "/gdelt": as_json(ARTICLES),
    "/google": as_json(REVIEWS),
    "/wayback": as_json(CAPTURES),
    "/page": as_html(PAGE),
    "/feed": reply(FEED, "Content-Type: application/rss+xml"),
}


@contextmanager
def providers(monkeypatch: pytest.MonkeyPatch, **answers: Any) -> Iterator[Served]:
    """A server that stands for all providers at once; `answers` by path are others than the usual."""
    every = {**ANSWERS, **{f"/{name}": answer for name, answer in answers.items()}}
    with aside(every | {f"{path}?": answer for path, answer in every.items()}) as served:
        monkeypatch.setenv("CLAIMCHECK_ALLOW_HOSTS", f"127.0.0.1:{served.port}")
        monkeypatch.setenv("CLAIMCHECK_INTERVAL_S", "0")
        monkeypatch.setattr(gdelt, "_DOC", served.url("/gdelt"))
        monkeypatch.setattr(google_factcheck, "_SEARCH", served.url("/google"))
        monkeypatch.setattr(wayback, "_CDX", served.url("/wayback"))
        for provider in (claimreview, feed, gdelt, google_factcheck, url, wayback):
            monkeypatch.setattr(provider, "interval_s", 0.0)
        monkeypatch.setattr(client, "Limits", partial(client.Limits, deadline_s=2.0))
        yield served


def add(run: Run, url: str = "") -> None:
    """A claim that appears on a page."""
    Path("more.csv").write_text(f"text,source,document_url\nShips were seen in Odesa harbour,Reuters,{url}\n", "utf-8")
    assert run("load", "more.csv").code == 0


def searches(run: Run, claim: str = CLAIM) -> list[tuple[str, str, int | None]]:
    """Who was asked about a claim, and how each answered."""
    view = json.loads(run("show", claim, "--json").out)
    return [(search["provider"], search["outcome"], search["hit_count"]) for search in view["searches"]]


def shown(run: Run, claim: str = CLAIM) -> str:
    """What `show` says of a claim, on one line."""
    return " ".join(run("show", claim).out.split())
