"""Servers that want to bring down a run, or what reads its output: each is one outcome, and the others go on."""

import json

import pytest

from tests.conftest import Run
from tests.web.aside import article, aside
from tests.web.servers import Answer, closing, redirect, reply

MAX_LENGTH = 800
ODD = "&#0; &#xD800; \x1b[31m &#8238; [red] &#10; =1+1 \ufeff"
LONGER_THAN_KEPT = "/end?" + "&".join(["key=1"] * 1_200)
PAGES: dict[str, Answer | list[Answer]] = {
    "/title": article(ODD, ODD),
    "/long": article("long " * 20_000, "one " * 20_000),
    "/nul": reply(b"plain\0text " * 99, "Content-Type: text/plain"),
    "/latin": reply("caf\xe9 \xff\xfe ".encode("latin-1") * 99, "Content-Type: text/plain; charset=utf-8"),
    "/surrogate": reply(b"\xed\xa0\x80 words " * 99, "Content-Type: text/plain; charset=utf-8"),
    "/empty": reply(b"", "Content-Type: text/html"),
    "/etag": article("Etag", "one", "ETag: \x01\xff'\"\\", "Last-Modified: never\x02"),
    "/type": reply(b"words " * 99, "Content-Type: \xff\x01; charset=nonsense"),
}
BROKEN: dict[str, Answer | list[Answer]] = {
    "/cut": closing(reply(b"short", length=10_000)),
    "/raw": closing(b"\x00\xff\x00\r\n\r\n"),
    "/loop": redirect("/loop"),
    "/grows": redirect(LONGER_THAN_KEPT),
    LONGER_THAN_KEPT: article("Grown", "Secrets are kept as digests, which are longer than they are."),
    "/inward": redirect("http://127.0.0.1:9/"),
    "/late": reply(b"", "Retry-After: 99999999999999999999999999", status="503 Busy"),
    "/never": reply(b"", "Retry-After: Fri, 99 Foo 9999 99:99:99 GMT", status="429 Slow"),
    "/deep": reply(b"<div>" * 50_000 + b"words " * 99, "Content-Type: text/html"),
}
ITEM = (
    f"<item><title>{ODD}</title><guid>{'x' * 9_000}</guid><link>javascript:alert(1)</link>"
    f"<pubDate>Fri, 99 Foo 99999</pubDate><description>{ODD} {'words ' * 99}</description></item>"
)
FEEDS: dict[str, Answer | list[Answer]] = {
    "/odd": reply(f'<rss version="2.0"><channel><title>{ODD}</title>{ITEM * 3}</channel></rss>'.encode()),
    "/none": reply(b'<rss version="2.0"><channel><title>None</title></channel></rss>'),
    "/bomb": reply(
        b'<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss version="2.0"><channel>'
        b"<item><title>&b;</title></item></channel></rss>"
    ),
    "/page": article("No feed", "at all"),
}


def ask_all(run: Run, kind: str, answers: dict[str, Answer | list[Answer]], monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask them twice, beside one that is well."""
    monkeypatch.setenv("CLAIMCHECK_INTERVAL_S", "0")
    with aside({**answers, "/good": article("Good", "one")}) as served:
        monkeypatch.setenv("CLAIMCHECK_ALLOW_HOSTS", f"127.0.0.1:{served.port},localhost:{served.port}")
        for path in answers:
            assert run("watch", "add", "--kind", kind, served.url(path)).code == 0
        run("watch", "add", served.url("/good", host="localhost"))
        first = run("update")
        second = run("update", "--json", *map(str, range(1, len(answers) + 2)))
    assert first.code == 1
    assert 'first read: "Good"' in first.out
    lines = [*first.out.splitlines(), *first.err.splitlines()]
    assert all(line.isprintable() and len(line) < MAX_LENGTH for line in lines)
    outcomes = json.loads(second.out)["outcomes"]
    assert sum(outcomes.values()) == len(answers) + 1
    assert outcomes["ok"] == 0
    assert json.loads(run("watch", "list", "--json").out)
    assert run("db", "check").code == 0


@pytest.mark.parametrize(("kind", "answers"), [("page", PAGES), ("feed", FEEDS)])
def test_whatever_a_server_sends_is_an_outcome(
    seeded: Run, kind: str, answers: dict[str, Answer | list[Answer]], monkeypatch: pytest.MonkeyPatch
) -> None:
    ask_all(seeded, kind, answers, monkeypatch)


@pytest.mark.file
def test_however_a_server_fails_is_an_outcome(seeded: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    ask_all(seeded, "page", BROKEN, monkeypatch)
