"""Feeds and providers asked: what they have, and what is no answer."""

from pathlib import Path

import pytest

from claimcheck.errors import InputError, UnusableError, UsageError
from claimcheck.parsing.server import ParsingServer
from claimcheck.steps.fetching import Answer, Fetcher, Validators
from claimcheck.values import Question
from claimcheck.vocabulary import Outcome
from tests.steps.fetchers import HTML, Answers, feed, fetched, item, kept, page
from tests.web.servers import Served, closing, reply

SECRET = "s3cr3t"  # noqa: S105 - one of ours


def test_a_feed_has_items_and_the_bytes_that_say_so(parser: ParsingServer, tmp_path: Path) -> None:
    answer = feed(item(guid="1", title="One", description="&lt;p>First &lt;b>words"), headers=('ETag: "v1"',))

    async def work(fetcher: Fetcher, served: Served) -> tuple[Answer | Validators, Answer | Validators]:
        first = await fetcher.feed(served.url("/f"))
        return first, await fetcher.feed(served.url("/f"), first.validators if isinstance(first, Answer) else None)

    first, second = fetched(parser, {"/f": answer}, work, tmp_path)
    assert isinstance(first, Answer)
    assert [(found.title, found.text, found.markup) for found in first.findings] == [("One", "First words", None)]
    assert answer.endswith(first.received.content)
    assert second == first.validators
    assert kept(tmp_path) == []


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (page("A page"), "the page is no feed but text/html"),
        (reply(b'{"items": []}', "Content-Type: application/json"), "is no feed but application/json"),
        (reply(b" "), "the feed is empty"),
        (reply(b"", status="304 Not Modified"), "304 Not Modified"),
        (reply(b"<rss>", "cf-mitigated: challenge"), "Cloudflare"),
    ],
)
def test_what_is_no_feed_is_refused(parser: ParsingServer, tmp_path: Path, answer: bytes, words: str) -> None:
    async def work(fetcher: Fetcher, served: Served) -> None:
        with pytest.raises(UnusableError, match=words):
            await fetcher.feed(served.url("/f"))

    fetched(parser, {"/f": answer}, work, tmp_path)


def ask(
    parser: ParsingServer, answers: Answers, folder: Path, provider: str, *paths: str
) -> tuple[list[str | None], list[str]]:
    """The titles that a provider finds at these pages, and what went wrong."""

    async def work(fetcher: Fetcher, served: Served) -> tuple[list[str | None], list[str]]:
        urls = tuple(served.url(path) if path.startswith("/") else path for path in paths)
        found, failures = await fetcher.ask(provider, Question("ships", urls=urls))
        return [finding.title for finding in found], failures

    return fetched(parser, answers, work, folder)


def test_some_failing_requests_leave_what_the_others_found(parser: ParsingServer, tmp_path: Path) -> None:
    answers: Answers = {"/a": page("Text", head="<title>One</title>"), "/cut": closing(reply(b"<p>", HTML, length=9))}
    paths = ["/cut", "/a", f"/none?token={SECRET}", "ftp://example.org/x"]
    titles, failures = ask(parser, answers, tmp_path, "url", *paths)
    assert titles == ["One"]
    assert [words for words in ("/cut", "404 Not Found", "neither http nor https") if words in " ".join(failures)] == [
        "/cut", "404 Not Found", "neither http nor https",
    ]  # fmt: skip
    assert SECRET not in " ".join(failures)


def test_requests_that_all_fail_are_no_answer(parser: ParsingServer, tmp_path: Path) -> None:
    with pytest.raises(UnusableError, match="404 Not Found"):
        ask(parser, {}, tmp_path, "url", "/a", "/b")
    with pytest.raises(InputError):
        ask(parser, {}, tmp_path, "url", "ftp://example.org/")


def test_an_answer_without_findings_is_an_answer(parser: ParsingServer, tmp_path: Path) -> None:
    assert ask(parser, {"/a": page("Text")}, tmp_path, "claimreview", "/a") == ([], [])


def test_nothing_to_ask_is_skipped_with_what_is_missing(
    parser: ParsingServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UnusableError, match=r"url has nothing to ask about this; it needs a page") as told:
        ask(parser, {}, tmp_path, "url")
    assert told.value.outcome is Outcome.SKIPPED
    monkeypatch.delenv("CLAIMCHECK_GOOGLE_FACTCHECK_KEY", raising=False)
    with pytest.raises(UnusableError, match=r"needs a key; set CLAIMCHECK_GOOGLE_FACTCHECK_KEY"):
        ask(parser, {}, tmp_path, "google_factcheck")


def test_a_key_is_taken_from_the_environment_and_never_told(
    parser: ParsingServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMCHECK_GOOGLE_FACTCHECK_KEY", f"{SECRET}\n{SECRET}")
    with pytest.raises(UsageError, match="the value for the header X-Goog-Api-Key") as told:
        ask(parser, {}, tmp_path, "google_factcheck")
    assert SECRET not in str(told.value)
