"""A page says what it is; what is no page is named by its type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import UnusableError
from claimcheck.ports import Provider
from claimcheck.providers import url
from claimcheck.values import Finding, Question
from claimcheck.vocabulary import Outcome
from tests.providers.pages import check, page, survives

PROVIDER: Provider = url
PAGE = """<!doctype html><html lang="en-GB"><head><title>Ferry fares | Courier</title>
<meta property="og:title" content="Ferry &amp; tram fares"><meta property="og:site_name" content="Lakeside Courier">
<meta name="author" content="A. Writer"><meta name="Description" content="Fares rise.">
<meta property="article:published_time" content="2026-11-20T08:00:00+01:00"><link rel="canonical" href="/fares">
</head><body><svg><title>icon</title></svg></body></html>"""


def test_every_page_of_a_question_is_asked_once() -> None:
    asked = url.requests(Question("w", urls=("https://a.example/", "https://b.example/", "https://a.example/")))
    assert [request.url for request in asked] == ["https://a.example/", "https://b.example/"]


def test_a_page_gives_what_it_says_of_itself() -> None:
    assert url.read(page(PAGE)) == [
        Finding(
            key="https://example.org/news/today", url="https://example.org/news/today", title="Ferry & tram fares",
            publisher="Lakeside Courier", author="A. Writer", published_on="2026-11-20", language="en-GB",
            text="Fares rise.\ncalls itself: https://example.org/fares",
        )
    ]  # fmt: skip


def test_a_bare_page_has_its_title_and_nothing_that_it_does_not_say() -> None:
    (found,) = url.read(page("<html><head><title>\n Fares \n</title></head><body><svg><title>icon</title></svg>"))
    assert found == Finding(key=found.key, url="https://example.org/news/today", title="Fares")
    (found,) = url.read(page("<html><body><svg><title>icon</title></svg>", None))
    assert found.title is None


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("application/pdf", "application/pdf, 5 bytes"),
        (None, "no media type named, 5 bytes"),
        ("Text/Plain; x=y", "text/plain, 5 bytes"),
    ],
)
def test_what_is_no_html_is_named_by_its_type(kind: str | None, text: str) -> None:
    (found,) = url.read(page(b"%PDF-", kind))
    assert (found.title, found.text) == (None, text)


def test_a_secret_in_the_url_is_not_kept() -> None:
    (found,) = url.read(page(PAGE, url="https://me:word@a.example/p?token=t0k3n"))
    assert "t0k3n" not in f"{found.key}{found.url}{found.text}"
    assert "word" not in f"{found.key}{found.url}{found.text}"


def test_an_empty_page_is_told_apart() -> None:
    with pytest.raises(UnusableError) as caught:
        url.read(page("  "))
    assert caught.value.outcome is Outcome.EMPTY


@given(
    st.binary(max_size=200),
    st.sampled_from([b"", b"<html><meta property=og:title content='", b"<link rel=canonical href='"]),
)
def test_any_bytes_are_a_page_or_unusable(body: bytes, start: bytes) -> None:
    survives(url.read, page(start + body))
    survives(url.read, page(start + body, None, body.decode("latin-1")))


def test_the_finding_can_be_stored() -> None:
    check(url.read(page(PAGE.replace("Fares rise", "a\x00b"))))
