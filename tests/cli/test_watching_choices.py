"""What is watched and what is not: add, list, pause, remove, and settings that cannot be."""

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import Run
from tests.web.aside import allow, article, aside

if TYPE_CHECKING:
    from tests.web.servers import Answer

HERE = "http://127.0.0.1:9/"


def listed(run: Run) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("watch", "list", "--json").out)
    return found


def test_a_watch_is_listed_with_what_it_is_about_and_when_it_is_due(seeded: Run) -> None:
    assert seeded("watch", "add", HERE, "--every", "1d12h", "--source", "csis").out == "watch 1: every 1d12h, due now\n"
    assert seeded("watch", "add", "gdelt:  ghost   ships", "--claim", "1", "--tag", "maritime").code == 3
    assert seeded("watch", "add", "gdelt:  ghost   ships", "--claim", "1").code == 0
    first, second = listed(seeded)
    assert (first["kind"], first["every"], first["state"]) == ("page", "1d12h", "active")
    assert first["about"] == "Center for Strategic and International Studies"
    assert first["due_at"] is not None
    assert (second["kind"], second["url"], second["about"]) == ("query", "gdelt:ghost ships", "claim 1")


def test_the_same_is_not_watched_twice_but_for_others_it_is(seeded: Run) -> None:
    assert seeded("watch", "add", HERE).code == 0
    again = seeded("watch", "add", HERE, "--every", "1h")
    assert (again.code, again.out) == (5, "")
    assert "watch 1 watches that already" in again.err
    assert seeded("watch", "add", HERE, "--claim", "1").code == 0
    seeded("watch", "remove", "1")
    assert seeded("watch", "add", HERE).code == 0
    assert [item["id"] for item in listed(seeded)] == [2, 3]


@pytest.mark.file
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["ftp://example.org/"], 4),
        (["example.org"], 4),
        (["--kind", "feed", "gdelt:ships"], 4),
        (["--kind", "query", HERE], 2),
        (["--kind", "pages", HERE], 4),
        (["nobody:words"], 2),
        (["gdelt:"], 2),
        (["wayback:words"], 2),
        ([HERE, "--every", "soon"], 4),
        ([HERE, "--every", "0s"], 4),
        ([HERE, "--claim", "9999"], 3),
        ([HERE, "--source", "Nobody At All"], 3),
        ([HERE, "--tag", "no-such-tag"], 3),
    ],
)
def test_what_cannot_be_watched_is_one_line_and_no_watch(seeded: Run, arguments: list[str], code: int) -> None:
    result = seeded("watch", "add", *arguments)
    assert (result.out, len(result.err.splitlines())) == ("", 1)
    assert result.code in (2, code)
    assert listed(seeded) == []


@pytest.mark.parametrize("number", ["7", "99999999999999999999"])
def test_a_watch_that_is_not_there_is_not_found(seeded: Run, number: str) -> None:
    for words in (["watch", "remove"], ["watch", "pause"], ["update"]):
        result = seeded(*words, number)
        assert result.code in (2, 3)
        assert len(result.err.splitlines()) == 1


@pytest.mark.file
def test_all_watches_of_a_command_change_or_none(seeded: Run) -> None:
    seeded("watch", "add", HERE)
    assert seeded("watch", "pause", "1", "7").code == 3
    assert listed(seeded)[0]["state"] == "active"


def test_a_paused_watch_is_neither_due_nor_asked(seeded: Run) -> None:
    seeded("watch", "add", HERE)
    assert seeded("watch", "pause", "1").out == "watch 1: paused\n"
    assert seeded("watch", "pause", "1").out == "watch 1: is paused already\n"
    assert (listed(seeded)[0]["state"], listed(seeded)[0]["due_at"]) == ("paused", None)
    assert seeded("update", "--dry-run").out == ""
    result = seeded("update", "1")
    assert (result.code, result.err) == (3, "claimcheck: watch 1 is paused; see `claimcheck watch list`\n")
    seeded("watch", "pause", "1", "--resume")
    assert seeded("update", "--dry-run").out.startswith("watch 1: page http://127.0.0.1:9/, due since ")


@pytest.mark.file
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("INTERVAL_S", "x"),
        ("INTERVAL_S", "-1"),
        ("INTERVAL_S", "nan"),
        ("INTERVAL_S", "1_0"),
        ("INTERVAL_S", "\u0661"),
        ("INTERVAL_S", "1e9"),
        ("ALLOW_HOSTS", "garbage"),
        ("ALLOW_HOSTS", "host:99999"),
        ("PROXY", "garbage"),
        ("PROXY", "socks5://user:s3cr3t@localhost:1"),
        ("CONTACT", "a\nb"),
    ],
)
def test_a_setting_that_cannot_be_is_one_line_and_no_run(
    seeded: Run, name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeded("watch", "add", HERE)
    monkeypatch.setenv(f"CLAIMCHECK_{name}", value)
    result = seeded("update")
    assert (result.code, result.out, len(result.err.splitlines())) == (2, "", 1)
    assert name.lower() in result.err.lower()
    assert "s3cr3t" not in result.err
    assert listed(seeded)[0]["outcome"] is None


@pytest.mark.file
def test_a_proxy_that_cannot_be_is_not_blamed_on_another_setting(seeded: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    seeded("watch", "add", HERE)
    monkeypatch.setenv("CLAIMCHECK_ALLOW_HOSTS", "127.0.0.1:9")
    monkeypatch.setenv("CLAIMCHECK_PROXY", "garbage")
    assert seeded("update").err.startswith("claimcheck: CLAIMCHECK_PROXY ")


@pytest.mark.file
def test_a_query_that_needs_a_key_says_so_and_waits(seeded: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from claimcheck.providers.google_factcheck import key_variable

    assert key_variable is not None
    monkeypatch.delenv(key_variable, raising=False)
    assert seeded("watch", "add", "google_factcheck:ships").code == 0
    told = f"claimcheck: watch 1 is not asked: google_factcheck needs a key; set {key_variable}\n"
    first, second = seeded("update"), seeded("update", "1")
    assert [(result.code, result.out, result.err) for result in (first, second)] == [(1, "", told), (0, "", "")]
    (found,) = listed(seeded)
    assert (found["outcome"], found["message"]) == ("skipped", f"google_factcheck needs a key; set {key_variable}")


def test_the_summary_is_stable_json(seeded: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_INTERVAL_S", "0")
    with aside({"/a": article("News", "Nothing of note.")}) as served:
        allow(monkeypatch, served)
        seeded("watch", "add", served.url("/a"))
        seeded("watch", "add", served.url("/b"))
        result = seeded("update", "--json")
    assert result.code == 1
    summary = json.loads(result.out)
    assert sorted(summary.pop("notices"), key=lambda item: item["watch_id"]) == [
        {
            "kind": "changed", "watch_id": 1, "message": 'first read: "News" (document 2)', "document_id": 2,
            "snapshot_id": 2, "suggested_claims": [],
        },
        {
            "kind": "failing", "watch_id": 2, "document_id": None, "snapshot_id": None, "suggested_claims": [],
            "message": (
                f"watch 2 begins to fail: {served.url('/b')} answers 404 Not Found; look at it in a browser"
            ),
        },
    ]  # fmt: skip
    counts = {"ok": 1, "unchanged": 0, "empty": 0, "partial": 0, "blocked": 0, "failed": 1, "skipped": 0}
    assert summary == {"run_id": 1, "due": 2, "outcomes": counts, "still_failing": 0, "is_cut": False}


@pytest.mark.parametrize("url", ["ftp://example.org/a", "file:///etc/passwd"])
def test_what_is_no_web_address_is_not_watched(seeded: Run, url: str) -> None:
    result = seeded("watch", "add", url)
    assert (result.code, result.out, len(result.err.splitlines())) == (4, "", 1)


def test_a_page_behind_a_password_is_asked_for_with_it_and_shown_without(
    seeded: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMCHECK_INTERVAL_S", "0")
    with aside({"/a": article("News", "Nothing of note.")}) as served:
        allow(monkeypatch, served)
        address = served.url("/a").replace("//", "//me:pass@")
        shown = [seeded("watch", "add", address), seeded("update"), seeded("watch", "list", "--json")]
    assert [result.code for result in shown] == [0, 0, 0]
    assert "Authorization: Basic bWU6cGFzcw==" in served.heads[-1]
    assert not any("pass" in result.out + result.err for result in shown)


@pytest.mark.file
def test_a_change_that_does_away_with_a_quotation_is_told_with_where_to_look(
    seeded: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMCHECK_INTERVAL_S", "0")
    said = [(12, "A."), (12, "B."), (2, "B.")]
    pages: list[Answer] = [article("Troops", f"The office counted {number} troops. {rest}") for number, rest in said]
    with aside({"/a": pages}) as served:
        allow(monkeypatch, served)
        assert seeded("watch", "add", served.url("/a")).code == 0
        first = seeded("update", "1")
        added = ("--document", "2", "--quote", "counted 12 troops", "--stance", "supports")
        assert seeded("evidence", "add", "1", *added).code == 0
        second, third = seeded("update", "1"), seeded("update", "1")
    assert [result.out for result in (first, second, third)] == [
        'first read: "Troops" (document 2)\n',
        'changed: "Troops" (document 2)\n',
        'changed: "Troops" (document 2); 1 quotation no longer stands there, see `claimcheck document diff 2`\n',
    ]
    assert "anchored -> orphaned: evidence 1: " in seeded("document", "diff", "2").out
