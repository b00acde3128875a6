"""Bringing pages in from a server: which document each is, and what never becomes one."""

import json
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.cli.loopback import HTML, Serve, allow, on_loopback, page
from tests.conftest import Run
from tests.web.servers import Answer, Served, closing, redirect, reply

ONE = "The harbour was closed for three weeks in May, said the harbour master on Monday."
TWO = "The harbour was closed for seven weeks in May, said the harbour master on Monday."
SECRET = "hunter2hunter2"  # noqa: S105 - nobody's
ARTICLE = Path(__file__).resolve().parents[2] / "../shared/seeds/ceias-sino-russian-military-nexus.txt"
Ingest = Callable[..., dict[str, Any]]


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Servers that the command line may reach, until the end of the test."""
    with ExitStack() as running:

        def start(answers: Mapping[str, Answer | list[Answer]]) -> Served:
            return allow(monkeypatch, running.enter_context(on_loopback(answers)))

        yield start


@pytest.fixture
def ingest(run: Run) -> Ingest:
    """One document that can be kept, as JSON."""

    def call(*arguments: str) -> dict[str, Any]:
        result = run("--quiet", "ingest", "--json", *arguments)
        assert (result.code, result.err) == (0, "")
        view: dict[str, Any] = json.loads(result.out)
        return view

    return call


def test_a_page_is_kept_with_how_it_came(run: Run, serve: Serve) -> None:
    head = '<meta property="article:published_time" content="2024-05-06T10:00:00Z"><meta name="author" content="Ann">'
    served = serve({"/a": page("Harbour", ONE, head=head)})
    result = run("ingest", served.url("/a"))
    assert 'document 1 (new): "Harbour", snapshot 1 (new)' in result.out
    view = json.loads(run("document", "show", "1", "--json").out)
    assert (view["url"], view["author"], view["published_on"]) == (served.url("/a"), "Ann", "2024-05-06")
    assert view["published_on_reason"].startswith("the document says so: ")
    (snapshot,) = view["snapshots"]
    assert (snapshot["status"], snapshot["media_type"], snapshot["bytes"]) == (200, "text/html", "kept")
    assert (snapshot["requested_url"], snapshot["final_url"]) == (served.url("/a"), served.url("/a"))


def test_a_page_that_changes_and_changes_back_is_one_document(run: Run, ingest: Ingest, serve: Serve) -> None:
    url = serve({"/a": [page("One", ONE), page("Two", TWO), page("One", ONE)]}).url("/a")
    views = [ingest(url) for _ in range(3)]
    assert [view["document_id"] for view in views] == [1, 1, 1]
    assert [view["snapshot_id"] for view in views] == [1, 2, 1]
    assert [view["back_after"] for view in views] == [None, None, 2]
    assert {view["title"] for view in views} == {"One"}
    changed = run("document", "diff", "1").out
    assert f"-{TWO}" in changed.splitlines()
    assert f"+{ONE}" in changed.splitlines()


@pytest.mark.parametrize("asked", ["/b?utm_source=mail&fbclid=x", "/b#part", "/moved", "/printed", "/b"])
def test_one_page_under_several_addresses_is_one_document(ingest: Ingest, serve: Serve, asked: str) -> None:
    served = serve({
        "/b": page("B", ONE),
        "/b?utm_source=mail&fbclid=x": page("B", ONE),
        "/moved": redirect("/b"),
        "/printed": page("B", ONE, "Printed.", head='<link rel="canonical" href="/b">'),
    })  # fmt: skip
    first, second = ingest(served.url("/b")), ingest(served.url(asked))
    assert (second["document_id"], second["is_new_document"]) == (first["document_id"], False)
    assert second["is_new_snapshot"] is (asked == "/printed")


def test_the_same_bytes_at_two_addresses_are_two_documents(ingest: Ingest, serve: Serve) -> None:
    served = serve({"/a": page("A", ONE), "/b": page("A", ONE)})
    views = [ingest(served.url(path)) for path in ("/a", "/b")]
    assert [view["document_id"] for view in views] == [1, 2]
    assert views[0]["sha256"] == views[1]["sha256"]


def test_a_file_that_was_saved_from_a_page_and_the_page_are_one_document(ingest: Ingest, serve: Serve) -> None:
    served = serve({"/a": page("A", TWO)})
    saved = page("A", ONE).partition(b"\r\n\r\n")[2]
    Path("saved.html").write_bytes(saved)
    by_file = ingest("saved.html", "--url", served.url("/a?utm_source=x"))
    by_page = ingest(served.url("/a"))
    assert (by_page["document_id"], by_page["is_new_snapshot"]) == (by_file["document_id"], True)


def test_what_is_no_document_is_never_kept(run: Run, serve: Serve) -> None:
    challenge = b"<html><head><title>Just a moment...</title></head><body>cf-chl Enable JavaScript</body></html>"
    answers: dict[str, tuple[Answer, str]] = {
        "/error": (reply(b'{"error": "no"}', "Content-Type: application/json"), "JSON"),
        "/cut": (closing(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<html><p>cut"), "stops before its end"),
        "/gone": (reply(b"<p>gone</p>", HTML, status="404 Not Found"), "404"),
        "/challenge": (reply(challenge, HTML, "cf-mitigated: challenge", status="403 Forbidden"), "instead of"),
        "/image": (reply(b"\x89PNG\r\n\x1a\n" + bytes(99), "Content-Type: image/png"), "image"),
        "/empty": (reply(b"", HTML), "empty"),
        "/elsewhere": (redirect("http://127.0.0.1:9/"), "127.0.0.1:9"),
    }
    served = serve({path: answer for path, (answer, _) in answers.items()} | {"/good": page("Good", ONE)})
    result = run("ingest", *(served.url(path) for path in [*answers, "/good"]))
    assert result.code == 1
    assert result.out.startswith('document 1 (new): "Good"')
    for (path, (_, words)), line in zip(answers.items(), result.err.splitlines(), strict=False):
        assert served.url(path) in line
        assert words in line
    assert len(run("document", "list").rows) == 1
    for path in answers:
        result = run("ingest", served.url(path))
        assert (result.code, result.out) == (6, "")


def test_secrets_of_an_address_reach_neither_screen_nor_ledger_nor_history(run: Run, serve: Serve) -> None:
    paths = [f"/{name}?token={SECRET}" for name in ("good", "bad", "json")]
    served = serve({
        paths[0]: page("Good", ONE), paths[2]: reply(b"{}", "Content-Type: application/json"),
    })  # fmt: skip
    urls = [served.url(path, host=f"ann:{SECRET}@127.0.0.1") for path in paths]
    told = [run("ingest", *urls), run("ingest", urls[1]), run("ingest", urls[0], "--json")]
    told += [run("document", "list", "--json"), run("document", "show", "1", "--json"), run("document", "show", "1")]
    told += [run("history", "--command", "1", "--json"), run("export", "--format", "json")]
    assert [result.code for result in told] == [1, 6, 0, 0, 0, 0, 0, 0]
    assert SECRET in "".join(served.heads)
    assert [result for result in told if SECRET in result.out + result.err] == []


def test_the_article_served_by_somebody_is_another_document_of_the_same_text(seeded: Run, serve: Serve) -> None:
    if not ARTICLE.is_file():
        pytest.skip("the article is not part of the repository and there is no copy beside it")
    served = serve({"/article": reply(ARTICLE.read_bytes(), "Content-Type: text/plain; charset=utf-8")})
    result = seeded("ingest", served.url("/article"))
    assert result.code == 0
    assert "snapshot 1 (known by its hash, its text is kept now)" in result.out
    assert "65 passages anchored" in result.out
    assert "suggested" not in result.out
    assert json.loads(seeded("document", "show", "1", "--json").out)["url"] == served.url("/article")
