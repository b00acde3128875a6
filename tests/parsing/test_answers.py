"""Answers read: findings as plain text, from the process that reads documents as from here."""

from collections.abc import Iterator

import pytest

from claimcheck.errors import UnusableError, UsageError
from claimcheck.parsing.answers import read_answer
from claimcheck.parsing.server import ParsingServer
from claimcheck.values import Page
from claimcheck.vocabulary import Outcome
from tests.providers.pages import page


@pytest.fixture(scope="module")
def server() -> Iterator[ParsingServer]:
    with ParsingServer(workers=1) as running:
        yield running


def feed(*texts: str) -> Page:
    items = "".join(
        f"<item><guid>{number}</guid><description><![CDATA[{text}]]></description></item>"
        for number, text in enumerate(texts)
    )
    return page(f"<rss version='2.0'><channel>{items}</channel></rss>", "application/rss+xml")


MARKUP = {
    "<p>One &amp; <b>two</b><script>steal()</script><p>three": "One & two\n\nthree",
    "a &lt; b": "a < b",
    "<a href=/x>only a link</a>": "only a link",
    "<meta charset=utf-7>+ADw- &eacute; \u4e2d": "+ADw- \u00e9 \u4e2d",
    "GIF89a was a <b>format</b>": "GIF89a was a format",
    "%PDF-1.7 is <b>old</b>": "%PDF-1.7 is old",
    '[{"a": "<b>x</b>"}]': '[{"a": "x"}]',
    "<?xml version='1.0'?><p>hello": "hello",
    "<rss> is <b>bold</b>": "is bold",
    "BZh &lt; x": "BZh < x",
    "<!-- note --><p>x": "x",
}


@pytest.mark.parametrize("markup", MARKUP)
def test_markup_becomes_the_text_that_it_shows_whatever_its_first_words_look_like(markup: str) -> None:
    (finding,) = read_answer("feed", feed(markup))
    assert (finding.text, finding.markup) == (MARKUP[markup], None)


@pytest.mark.parametrize("markup", ["<img src=https://example.org/p.png>", "<script>draw()</script>", "<p>&nbsp;</p>"])
def test_markup_without_words_is_no_text_and_no_failure(markup: str) -> None:
    (finding,) = read_answer("feed", feed(markup))
    assert (finding.text, finding.markup) == (None, None)


def test_plain_text_is_left_as_it_is() -> None:
    (finding,) = read_answer("feed", feed("only words\nand lines"))
    assert finding.text == "only words\nand lines"


def test_another_process_reads_the_same(server: ParsingServer) -> None:
    answer = feed(*MARKUP, "x" * 100_000)
    assert server.call(read_answer, "feed", answer) == read_answer("feed", answer)


def test_an_answer_that_is_none_is_refused_with_its_outcome(server: ParsingServer) -> None:
    for answer, outcome in ((page("<p>busy"), None), (page(""), Outcome.EMPTY)):
        with pytest.raises(UnusableError) as told:
            server.call(read_answer, "feed", answer)
        assert told.value.outcome is outcome


def test_deep_markup_ends_in_text_or_in_none(server: ParsingServer) -> None:
    (finding,) = server.call(read_answer, "feed", feed("<b>" * 50_000 + "text"))
    assert finding.text in ("text", None)
    assert len(server.call(read_answer, "feed", feed("next"))) == 1


def test_a_provider_that_there_is_not_is_named() -> None:
    with pytest.raises(UsageError, match="there is no 'fead' among the providers; did you mean 'feed'"):
        read_answer("fead", page(""))
