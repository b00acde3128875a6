"""Captures as the archive's index lists them, and its refusals told from having none."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import UnusableError
from claimcheck.ports import Provider
from claimcheck.providers import wayback
from claimcheck.values import Finding, Question
from claimcheck.vocabulary import Outcome
from tests.providers.pages import ANY_JSON, check, json_page, page, survives

PROVIDER: Provider = wayback
HEADER = ["timestamp", "original", "mimetype", "statuscode", "digest"]
OLD = ["20240102030405", "http://a.example:80/exclusive", "text/html", "200", "AAAA"]
NEW = ["20261123081500", "https://a.example/exclusive?x=1", "text/html", "200", "BBBB"]


def test_each_page_is_asked_for_with_its_url_encoded() -> None:
    asked = wayback.requests(Question("w", urls=("https://a.example/p?x=1&y=2", "https://a.example/p?x=1&y=2#part")))
    (query,) = [parse_qs(urlsplit(request.url).query) for request in asked]
    assert {name: value for name, (value,) in query.items()} == {
        "url": "https://a.example/p?x=1&y=2", "output": "json", "filter": "statuscode:200", "collapse": "digest",
        "limit": "-20", "fastLatest": "true", "fl": ",".join(HEADER),
    }  # fmt: skip


@pytest.mark.parametrize("url", ["https://a.example/p?token=t0k3n", "https://me:w@a.example/", "ftp://a.example/", "x"])
def test_neither_a_secret_nor_what_is_no_page_is_told_to_the_archive(url: str) -> None:
    assert wayback.requests(Question("w", urls=(url,))) == []


def test_captures_come_newest_first_and_lead_to_the_bytes() -> None:
    found = wayback.read(json_page([HEADER, OLD, NEW]))
    check(found)
    assert found[0] == Finding(
        key="20261123081500 https://a.example/exclusive?x=1",
        url="https://web.archive.org/web/20261123081500id_/https://a.example/exclusive?x=1",
        title="archived 2026-11-23 08:15:00 UTC",
        publisher="web.archive.org",
        text="media type: text/html\ndigest: BBBB",
    )
    assert found[1].url == "https://web.archive.org/web/20240102030405id_/http://a.example/exclusive"


def test_rows_that_are_no_captures_are_left_out() -> None:
    odd = [
        [],
        ["com,example)/ 2024"],
        ["soon", *NEW[1:]],
        ["20261332000000", *NEW[1:]],
        [NEW[0], "x", *NEW[2:]],
        5,
        None,
    ]
    assert len(wayback.read(json_page([HEADER, *odd, NEW, NEW]))) == 1


@pytest.mark.parametrize("body", ["", "\n", "[]"])
def test_nothing_is_no_capture(body: str) -> None:
    assert wayback.read(page(body, "application/json")) == []


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ("<html><h1>Blocked Site Error</h1></html>", Outcome.BLOCKED),
        ("<p>This URL has been excluded from the Wayback Machine.</p>", Outcome.BLOCKED),
        ("<html><title>503 Slow down</title></html>", None),
        ('{"message": "busy"}', None),
        ('[["a", "b"], ["c", "d"]]', None),
        ("[5]", None),
    ],
)  # fmt: skip
def test_an_error_page_is_no_answer_and_an_exclusion_is_told_apart(body: str, outcome: Outcome | None) -> None:
    with pytest.raises(UnusableError) as caught:
        wayback.read(page(body))
    assert caught.value.outcome is outcome


@given(ANY_JSON)
def test_any_json_is_findings_or_unusable(content: Any) -> None:
    survives(wayback.read, json_page(content))
    survives(wayback.read, json_page([HEADER, content, [content] * 5, [NEW[0], NEW[1], content, content, content]]))


@given(st.binary(max_size=100))
def test_any_bytes_are_findings_or_unusable(body: bytes) -> None:
    survives(wayback.read, page(body))
