"""Whatever happens to a watch that is asked is one of the outcomes, and never an exception."""

from pathlib import Path

import pytest

from claimcheck.errors import StoreError
from claimcheck.parsing.server import ParsingServer
from claimcheck.steps.asking import Asked, ask
from claimcheck.steps.fetching import Fetcher
from claimcheck.store.watches import Watched
from claimcheck.vocabulary import Outcome
from tests.steps.fetchers import HTML, WATCHED, Answers, feed, fetched, item, kept, page
from tests.web.servers import Answer, Served, closing, redirect, reply

SECRET = "s3cr3t"  # noqa: S105 - one of ours


def asked(parser: ParsingServer, answers: Answers, folder: Path, address: str = "/a", *, kind: str = "page") -> Asked:
    """What comes of a watch of a path of the server, or of a query."""

    async def work(fetcher: Fetcher, served: Served) -> Asked:
        if kind != "query":
            return await ask(fetcher, WATCHED._replace(url=served.url(address), kind=kind))
        return await ask(fetcher, WATCHED._replace(url=address, kind=kind, provider=address.partition(":")[0]))

    return fetched(parser, answers, work, folder)


def remembering(found: Asked) -> Watched:
    """The watch as it is after that outcome."""
    known = found.validators
    assert known is not None
    remembered = found.watch._replace(
        etag=known.etag, last_modified=known.last_modified, validated_url=known.url, content_sha256=known.sha256
    )
    return remembered._replace(snapshot_id=1) if found.document is not None else remembered


def again(parser: ParsingServer, first: Answer, second: Answer, folder: Path, kind: str = "page") -> Asked:
    """What comes of a watch that had the first answer before."""

    async def work(fetcher: Fetcher, served: Served) -> Asked:
        before = await ask(fetcher, WATCHED._replace(kind=kind, url=served.url("/a")))
        return await ask(fetcher, remembering(before))

    return fetched(parser, {"/a": [first, second]}, work, folder)


OUTCOMES: dict[str, tuple[Answer, Outcome, str]] = {
    "a page": (page("Text"), Outcome.OK, ""),
    "a login": (reply(b"", status="401 Unauthorized"), Outcome.BLOCKED, "401 Unauthorized"),
    "a challenge": (reply(b"<p>x", HTML, "cf-mitigated: challenge"), Outcome.BLOCKED, "a Cloudflare challenge"),
    "no page": (reply(b"", status="404 Not Found"), Outcome.FAILED, "404 Not Found"),
    "an error": (reply(b"<p>x", status="500 Oops"), Outcome.FAILED, "500 Internal Server Error"),
    "json": (reply(b'{"error": 1}', HTML), Outcome.FAILED, "it is JSON"),
    "no bytes": (reply(b""), Outcome.EMPTY, "the document is empty"),
    "no words": (reply(b"<html><script>x</script>", HTML), Outcome.EMPTY, "no text"),
    "half a page": (closing(reply(b"<p>x", HTML, length=99)), Outcome.FAILED, "stops before its end"),
    "hung up": (closing(b""), Outcome.FAILED, "cannot fetch"),
    "a circle": (redirect("/a"), Outcome.FAILED, "redirects more than"),
    "a redirect to a file": (redirect("file:///etc/passwd"), Outcome.FAILED, "which is no http or https URL"),
    "a private address": (redirect("http://10.0.0.1/"), Outcome.FAILED, "10.0.0.1"),
    "asked to wait": (
        reply(b"", "Retry-After: 86400", status="503 Service Unavailable"),
        Outcome.FAILED,
        "503 Service Unavailable",
    ),
    "a broken pdf": (reply(b"%PDF-1.7", "Content-Type: application/pdf"), Outcome.FAILED, ""),
}


@pytest.mark.parametrize("name", OUTCOMES)
def test_whatever_a_server_does_is_an_outcome_with_one_line_that_shows_no_secret(
    parser: ParsingServer, tmp_path: Path, name: str
) -> None:
    answer, outcome, words = OUTCOMES[name]
    path = f"/a?token={SECRET}"
    found = asked(parser, {path: answer, "/a": answer}, tmp_path, path)
    assert (found.outcome, words in (found.message or ""), found.is_gone) == (outcome, True, False)
    assert SECRET not in str(found.message)
    assert "\n" not in str(found.message)
    assert (found.document is None, found.validators is None) == (outcome is not Outcome.OK, outcome is not Outcome.OK)
    assert len(kept(tmp_path)) == (outcome is Outcome.OK)


def test_gone_is_a_failure_that_ends_the_watch(parser: ParsingServer, tmp_path: Path) -> None:
    found = asked(parser, {"/a": reply(b"", status="410 Gone")}, tmp_path)
    assert (found.outcome, found.is_gone) == (Outcome.FAILED, True)


def test_a_robots_txt_that_forbids_blocks(parser: ParsingServer, tmp_path: Path) -> None:
    answers = {"/robots.txt": reply(b"User-agent: *\nDisallow: /\n"), "/a": page("Text")}
    found = asked(parser, answers, tmp_path)
    assert (found.outcome, "robots.txt does not allow it" in str(found.message)) == (Outcome.BLOCKED, True)


def test_a_host_that_asks_to_be_left_alone_is_skipped_by_the_next_watch(parser: ParsingServer, tmp_path: Path) -> None:
    async def work(fetcher: Fetcher, served: Served) -> Asked:
        await ask(fetcher, WATCHED._replace(url=served.url("/busy")))
        return await ask(fetcher, WATCHED._replace(url=served.url("/a")))

    busy = reply(b"", "Retry-After: 86400", status="503 Service Unavailable")
    found = fetched(parser, {"/busy": busy, "/a": page("Text")}, work, tmp_path)
    assert (found.outcome, "asks to be left alone" in str(found.message)) == (Outcome.SKIPPED, True)


def test_an_unchanged_page_has_validators_and_no_document(parser: ParsingServer, tmp_path: Path) -> None:
    tagged = page("Text", 'ETag: "v1"')
    for second in (reply(b"", status="304 Not Modified"), tagged):
        found = again(parser, tagged, second, tmp_path)
        assert (found.outcome, found.document, found.message) == (Outcome.UNCHANGED, None, None)
        assert found.validators is not None
        assert (found.validators.etag, found.validators.sha256 is None) == ('"v1"', False)


def test_a_page_whose_snapshot_was_taken_back_is_read_anew(parser: ParsingServer, tmp_path: Path) -> None:
    async def work(fetcher: Fetcher, served: Served) -> Asked:
        before = await ask(fetcher, WATCHED._replace(url=served.url("/a")))
        return await ask(fetcher, remembering(before)._replace(snapshot_id=None))

    found = fetched(parser, {"/a": page("Text", 'ETag: "v1"')}, work, tmp_path)
    assert found.outcome is Outcome.OK
    assert found.document is not None


def test_a_changed_page_is_a_document(parser: ParsingServer, tmp_path: Path) -> None:
    found = again(parser, page("Text"), page("Other"), tmp_path)
    assert found.document is not None
    assert (found.outcome, found.document.rendition.text) == (Outcome.OK, "Other")


def test_an_error_after_a_page_takes_nothing_away(parser: ParsingServer, tmp_path: Path) -> None:
    found = again(parser, page("Text"), reply(b'{"error": 1}', "Content-Type: application/json"), tmp_path)
    assert (found.outcome, found.validators) == (Outcome.FAILED, None)
    assert len(kept(tmp_path)) == 1


def test_a_feed_has_an_answer_until_it_is_the_same(parser: ParsingServer, tmp_path: Path) -> None:
    one, two = feed(item(guid="1", title="One")), feed(item(guid="2", title="Two"))
    changed = again(parser, one, two, tmp_path, "feed")
    assert changed.answer is not None
    assert (changed.outcome, [found.title for found in changed.answer.findings]) == (Outcome.OK, ["Two"])
    same = again(parser, one, one, tmp_path, "feed")
    assert (same.outcome, same.answer) == (Outcome.UNCHANGED, None)


def test_a_page_in_place_of_a_feed_fails(parser: ParsingServer, tmp_path: Path) -> None:
    found = asked(parser, {"/a": page("Our feed has moved")}, tmp_path, kind="feed")
    assert (found.outcome, "no feed but text/html: 'Our feed" in str(found.message)) == (Outcome.FAILED, True)


PLUGIN = """
from claimcheck.values import Finding, Request
interval_s, heeds_robots, key_variable = 0.0, False, None
def requests(question):
    assert question.is_query
    return [Request(url) for url in question.words.split()]
def read(page):
    return [Finding(key=page.url, title=page.body.decode())]
"""


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of an installed provider that asks wherever it is told to."""
    installed = tmp_path / "site" / "loopback-1.dist-info"
    installed.mkdir(parents=True)
    (installed / "METADATA").write_text("Name: loopback\nVersion: 1\n", encoding="utf-8")
    (installed / "entry_points.txt").write_text(
        "[claimcheck.providers]\nloopback = loopback_provider\n", encoding="utf-8"
    )
    (tmp_path / "site" / "loopback_provider.py").write_text(PLUGIN, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path / "site")
    return "loopback"


QUERIES = [
    (["/a", "/b"], Outcome.OK, ["One", "Two"], []),
    (["/a", "/none?key=s3cr3t", "/b", "/busy"], Outcome.PARTIAL, ["One", "Two"], ["404 Not Found", "; ", "503"]),
    (["/none", "/busy"], Outcome.FAILED, [], ["404 Not Found"]),
]


def test_a_query_is_as_good_as_its_requests(plugin: str, tmp_path: Path) -> None:
    busy = reply(b"", status="503 Service Unavailable")
    answers = {"/a": reply(b"One"), "/b": reply(b"Two"), "/busy": busy}

    def queried(parser: ParsingServer, paths: list[str]) -> Asked:
        async def work(fetcher: Fetcher, served: Served) -> Asked:
            query = f"{plugin}:{' '.join(map(served.url, paths))}"
            return await ask(fetcher, WATCHED._replace(kind="query", provider=plugin, url=query))

        return fetched(parser, answers, work, tmp_path / "kept")

    with ParsingServer(workers=1) as parser:
        for paths, outcome, titles, words in QUERIES:
            found = queried(parser, paths)
            assert (found.outcome, [finding.title for finding in found.findings]) == (outcome, titles)
            assert [word for word in words if word in str(found.message)] == words
            assert SECRET not in str(found.message)


def test_a_query_that_needs_what_is_not_there_is_skipped(parser: ParsingServer, tmp_path: Path) -> None:
    found = asked(parser, {}, tmp_path, "url:https://example.org/", kind="query")
    assert (found.outcome, found.findings) == (Outcome.SKIPPED, ())
    assert "nothing to ask about this" in str(found.message)


@pytest.mark.parametrize("provider", ["none", "feed_of_a_plugin_that_was_removed"])
def test_a_provider_that_is_gone_fails_alone(parser: ParsingServer, tmp_path: Path, provider: str) -> None:
    found = asked(parser, {}, tmp_path, f"{provider}:ships", kind="query")
    assert (found.outcome, f"there is no '{provider}'" in str(found.message)) == (Outcome.FAILED, True)


def test_a_key_that_no_header_holds_fails_alone(
    parser: ParsingServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMCHECK_GOOGLE_FACTCHECK_KEY", f"{SECRET}\n{SECRET}")
    found = asked(parser, {}, tmp_path, "google_factcheck:ships", kind="query")
    assert (found.outcome, SECRET in str(found.message)) == (Outcome.FAILED, False)


def test_an_archive_that_cannot_be_written_ends_the_run(parser: ParsingServer, tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    with pytest.raises(StoreError, match="cannot keep a document in"):
        asked(parser, {"/a": page("Text")}, tmp_path / "taken")
