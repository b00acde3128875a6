"""The command `find`: leads, and that "nothing found", "not searched" and "no answer" stay three answers."""

import json
from typing import Any

import pytest

from tests.cli.asking import ARTICLES, CLAIM, KEY, REVIEWS, add, as_html, as_json, providers, searches, shown
from tests.conftest import Run, here
from tests.store.ledger import content
from tests.web.servers import hanging, reply

ALL = ("claimreview", "gdelt", "google_factcheck", "url", "wayback")
KEY_NAME = "CLAIMCHECK_GOOGLE_FACTCHECK_KEY"
CAPTURED = "https://web.archive.org/web/20240912031500id_/https://a.org/ships"
DOWN = reply(b"broken", status="500 Internal Server Error")


def test_every_provider_is_asked_and_what_it_found_is_told_and_kept(
    seeded: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KEY_NAME, KEY)
    with providers(monkeypatch) as served:
        add(seeded, served.url("/page"))
        result = seeded("find", CLAIM)
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        f"claimreview: \"Ships were seen.\", Harbour, rated 'Mostly so', {served.url('/check')}",
        'gdelt: "Ships seen", a.org, https://a.org/ships',
        f'gdelt: "More \\x1b[31mships", b.org, {ARTICLES["articles"][1]["url"]}',
        "google_factcheck: \"Were ships seen?\", Checkers, 2024-09-13, rated 'Four Pinocchios', https://c.org/check",
        f'url: "Harbour news", {served.url("/page")}',
        f'wayback: "archived 2024-09-12 03:15:00 UTC", web.archive.org, {CAPTURED}',
    ]
    assert searches(seeded) == [(name, "ok", 2 if name == "gdelt" else 1) for name in ALL]
    view = json.loads(seeded("show", CLAIM, "--json").out)
    assert [lead["rating"] for lead in view["leads"] if lead["rating"]] == ["Mostly so", "Four Pinocchios"]
    assert (view["verdict"], view["confidence"], view["evidence"]) == (None, None, [])
    assert view["searches"][3]["query"] == served.url("/page")
    assert view["searches"][1]["query"].startswith(served.url("/gdelt?query=Reuters+"))
    assert [event["command"] for event in view["history"]] == ["load"]


def test_a_key_is_sent_in_a_header_and_stands_nowhere_else(seeded: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY_NAME, f" {KEY}\n")
    echo = reply(json.dumps({"error": {"message": f"API key {KEY} not valid."}}).encode(), status="400 Bad Request")
    outputs = []
    with providers(monkeypatch, google=[as_json(REVIEWS), echo]) as served:
        for _ in range(2):
            result = seeded("find", "1", "-p", "google_factcheck", "--json")
            outputs += [result.out, result.err]
    assert [head.count(KEY) for head in served.heads] == [1, 1]
    assert f"X-Goog-Api-Key: {KEY}\r\n" in served.heads[0]
    assert not any(KEY in path for path in served.paths)
    outputs += [seeded("show", "1").out, seeded("show", "1", "--json").out, repr(content(here()))]
    assert [text for text in outputs if KEY in text] == []
    both = [("google_factcheck", "ok", 1), ("google_factcheck", "failed", None)]
    assert (result.code, searches(seeded, "1")) == (6, both)
    assert "API key *** not valid.; check the key and the query" in outputs[3]


@pytest.mark.parametrize("key", ["", " ", None])
def test_without_a_key_a_provider_is_not_asked_and_that_is_no_failure(
    seeded: Run, monkeypatch: pytest.MonkeyPatch, key: str | None
) -> None:
    if key is not None:
        monkeypatch.setenv(KEY_NAME, key)
    with providers(monkeypatch) as served:
        result = seeded("find", "1", "-p", "google_factcheck")
    assert (result.code, result.out, served.heads) == (0, "", [])
    assert result.err == f"claimcheck: google_factcheck: not searched: needs a key; set {KEY_NAME}\n"
    assert searches(seeded, "1") == [("google_factcheck", "skipped", None)]
    assert "none; not searched (claimcheck find 1)" in shown(seeded, "1")
    assert f"not searched: needs a key; set {KEY_NAME}" in shown(seeded, "1")


def test_a_key_that_no_header_can_hold_is_said_and_hinders_nobody_else(
    seeded: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KEY_NAME, "two\r\nlines: x")
    with providers(monkeypatch) as served:
        result = seeded("find", "1", "-p", "google_factcheck", "-p", "gdelt")
    assert (result.code, len(served.heads)) == (1, 1)
    assert "X-Goog-Api-Key has characters that no header can hold" in result.err
    assert "lines" not in result.err.replace("line ends", "")


def test_nothing_found_is_an_answer(seeded: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY_NAME, KEY)
    page = as_html(b"<html><head><title>Bare</title></head><body>Nothing.</body></html>")
    with providers(monkeypatch, gdelt=as_json({}), google=as_json({}), wayback=as_json([]), page=page) as served:
        add(seeded, served.url("/page"))
        assert "none; not searched (claimcheck find 63)" in shown(seeded)
        result = seeded("find", CLAIM)
    assert (result.code, result.err) == (0, "")
    nothing = [name for name in ALL if name != "url"]
    assert [line for line in result.out.splitlines() if "nothing" in line] == [
        f"{name}: nothing found" for name in nothing
    ]
    assert searches(seeded) == [(name, "ok" if name == "url" else "empty", int(name == "url")) for name in ALL]
    assert "evidence none searched claimreview" in shown(seeded)
    assert shown(seeded).count(": nothing found") == 4


@pytest.mark.parametrize(
    ("answer", "outcome", "said"),
    [
        (DOWN, "failed", "answers 500 Internal Server Error"),
        (reply(b"", "Retry-After: 3600", status="429 Too Many Requests"), "blocked", "429 Too Many Requests"),
        (as_html(b"<b>Your query was too short or too long.</b>"), "failed", "Your query was too short"),
        (reply(b""), "failed", "empty page"),
        (as_json([1]), "failed", "no list of articles"),
        (hanging(), "failed", "took longer than 2 seconds"),
        (as_html(b"<title>Just a moment...</title>", "403 Forbidden"), "blocked", "403"),
    ],
    ids=["500", "429", "html", "blank", "list", "hung", "403"],
)
def test_no_answer_is_no_evidence_of_absence(
    seeded: Run, monkeypatch: pytest.MonkeyPatch, answer: Any, outcome: str, said: str
) -> None:
    with providers(monkeypatch, gdelt=answer) as served:
        result = seeded("find", "1", "--provider", "gdelt", "--provider", "google_factcheck")
        assert result.out == ""
        assert (result.code, len(served.heads)) == (6, 1)
    assert "claimcheck: gdelt: no answer: " in result.err
    assert said in result.err
    assert result.err.endswith(
        "claimcheck: nobody who was asked about claim 1 answered, so it is not known what there is; try again later\n"
    )
    assert searches(seeded, "1")[0] == ("gdelt", outcome, None)
    assert "evidence none; nobody who was asked answered" in shown(seeded, "1")
    assert f": no answer ({outcome}): " in shown(seeded, "1")


def test_one_that_does_not_answer_of_several_is_a_problem_but_no_failure(
    seeded: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    with providers(monkeypatch, gdelt=DOWN, page=as_html(b"", "404 Not Found")) as served:
        result = seeded("find", "1", "--url", served.url("/page"))
        assert result.code == 1
        assert "claimreview: no answer: " in result.err
        assert "url: no answer: " in result.err
        assert result.out.startswith("wayback: ")
        monkeypatch.delenv("CLAIMCHECK_ALLOW_HOSTS")
        assert seeded("find", "1").code == 6


def test_an_answer_in_part_is_told_from_a_whole_one(seeded: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with providers(monkeypatch) as served:
        pages = ("--url", served.url("/page"), "--url", served.url("/gone"))
        result = seeded("find", "1", "-p", "url", *pages)
    assert (result.code, result.out.startswith('url: "Harbour news"')) == (1, True)
    assert "url: answered in part: " in result.err
    assert searches(seeded, "1") == [("url", "partial", 1)]
    assert "url 20" in shown(seeded, "1")
    assert "1 found, in part only: " in shown(seeded, "1")


def test_what_was_found_before_is_not_stored_again_and_can_be_left_out(
    seeded: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = json.loads(json.dumps(REVIEWS).replace("Four Pinocchios", "True"))
    monkeypatch.setenv(KEY_NAME, KEY)
    with providers(monkeypatch, google=[*[as_json(REVIEWS)] * 3, as_json(later)]):
        first, second, new, changed = (
            seeded("find", "1", "-p", "google_factcheck", *options) for options in ((), (), ("--new",), ("--new",))
        )
        assert seeded("find", "2", "-p", "google_factcheck", "--new").out != "google_factcheck: nothing new\n"
    assert first.out == second.out
    assert new.out == "google_factcheck: nothing new\n"
    assert "rated 'True'" in changed.out
    view = json.loads(seeded("show", "1", "--json").out)
    assert [lead["rating"] for lead in view["leads"]] == ["Four Pinocchios", "True"]
    assert (view["verdict"], len(view["searches"])) == (None, 1)


def test_json_says_of_each_provider_how_it_answered(seeded: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with providers(monkeypatch, wayback=DOWN) as served:
        options = ("-p", "gdelt", "-p", "wayback", "-p", "google_factcheck", "--url", served.url("/page"), "--json")
        results = [seeded("find", "1", *options, *more) for more in ((), ("--new",))]
    first, again = (json.loads(result.out) for result in results)
    assert [result.code for result in results] == [1, 1]
    assert "wayback: no answer: " in results[0].err
    assert first["claim_id"] == 1
    told = [[item[name] for name in ("provider", "outcome", "hit_count", "new_count")] for item in first["searches"]]
    assert told == [["gdelt", "ok", 2, 2], ["wayback", "failed", None, 0], ["google_factcheck", "skipped", None, 0]]
    assert first["searches"][0]["findings"][0]["url"] == "https://a.org/ships"
    assert "markup" not in first["searches"][0]["findings"][0]
    assert [len(item["findings"]) for item in again["searches"]] == [0, 0, 0]
    assert again["searches"][0]["hit_count"] == 2


def test_a_feed_is_asked_only_at_the_address_that_is_named(seeded: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with providers(monkeypatch) as served:
        add(seeded, served.url("/page"))
        result = seeded("find", CLAIM, "-p", "feed", "--url", served.url("/feed"))
        assert (result.code, result.err, served.paths) == (0, "", ["/robots.txt", "/feed"])
        assert result.out == 'feed: "Ships again", https://f.org/1\n'
        unnamed = seeded("find", CLAIM, "-p", "feed")
    assert (unnamed.code, unnamed.out) == (0, "")
    assert "feed: not searched: " in unnamed.err


def test_a_secret_in_an_address_is_told_neither_the_archive_nor_the_ledger(
    seeded: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    with providers(monkeypatch) as served:
        secret = served.url("/page?token=hush-hush").replace("//", "//me:pass-word@")
        result = seeded("find", "1", "-p", "url", "-p", "wayback", "--url", secret)
        assert served.paths == ["/robots.txt", "/page?token=hush-hush"]
        down = seeded("find", "1", "-p", "url", "--url", secret.replace("/page", "/gone"))
    assert (result.code, down.code) == (0, 6)
    kept = repr(content(here()))
    for text in (kept, result.out, result.err, down.err):
        assert "hush" not in text
        assert "pass-word" not in text
    assert "/page?token=***" in kept


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("999",), 3, "there is no claim 999"),
        (("1", "-p", "gdlt"), 2, "did you mean 'gdelt'"),
        (("1", "-p", ""), 2, "known: claimreview, feed, gdelt"),
        (("1", "--url", "a.org"), 2, "--url: the URL a.org does not begin with http"),
        (("1", "--url", "file:///etc/passwd"), 2, "--url: "),
        ((), 2, "ID"),
    ],
)
def test_a_wrong_question_is_asked_of_nobody(
    seeded: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: int, said: str
) -> None:
    with providers(monkeypatch) as served:
        result = seeded("find", *arguments)
    assert (result.code, result.out, served.heads) == (code, "", [])
    assert said in result.err


def test_without_a_ledger_nobody_is_asked(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with providers(monkeypatch) as served:
        assert run("find", "1").code == 5
    assert served.heads == []


def test_an_attempt_that_asks_nobody_does_not_hide_what_was_found_before(
    seeded: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    with providers(monkeypatch):
        monkeypatch.setenv(KEY_NAME, KEY)
        assert seeded("find", "1", "-p", "google_factcheck").code == 0
        monkeypatch.delenv(KEY_NAME)
        assert seeded("find", "1", "-p", "google_factcheck").code == 0
    assert searches(seeded, "1") == [("google_factcheck", "ok", 1)]
