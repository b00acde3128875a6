"""Watches and `update` as a user and cron meet them; the servers are real, on loopback."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from claimcheck.redaction import HIDDEN
from claimcheck.store.engine import driver_connection, open_session
from tests.conftest import Run, here
from tests.web.aside import allow, article, aside, feed
from tests.web.servers import Answer, Served, hanging, reply

NOTHING = (0, "", "")
SECRET = "s3cr3t"  # noqa: S105 - none, but must be treated as one


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_INTERVAL_S", "0")


@pytest.fixture
def answers() -> dict[str, Answer | list[Answer]]:
    """What the server answers, unless the test says something else."""
    return {}


@pytest.fixture
def web(answers: dict[str, Answer | list[Answer]], monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    """A server that `update` may reach."""
    with aside(answers) as served:
        allow(monkeypatch, served)
        yield served


def listed(run: Run) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("watch", "list", "--json").out)
    return found


def sql(statement: str, *values: object) -> list[tuple[Any, ...]]:
    """Rows of the ledger, or a change of it that no command makes."""
    with open_session(here()) as session:
        done = driver_connection(session).execute(statement, values)
        return done.fetchall() if statement.startswith("SELECT") else []


def outcomes() -> list[tuple[int, str]]:
    return [(row[0], row[1]) for row in sql("SELECT watch_id, outcome FROM run_outcome ORDER BY run_id, watch_id")]


def watch(run: Run, *arguments: str) -> None:
    result = run("watch", "add", *arguments)
    assert (result.code, result.err) == (0, "")


def make_all_due() -> None:
    sql("UPDATE watch SET due_at = '2000-01-01T00:00:00.000000Z'")


def test_without_watches_update_is_silent_and_no_run(seeded: Run) -> None:
    result = seeded("update")
    assert (result.code, result.out, result.err) == NOTHING
    assert sql("SELECT count(*) FROM run") == [(0,)]
    summary = json.loads(seeded("update", "--json").out)
    assert (summary["run_id"], summary["due"], summary["notices"]) == (None, 0, [])


@pytest.mark.file
def test_without_a_ledger_update_says_so_and_leaves_nothing(run: Run) -> None:
    result = run("update")
    assert (result.code, result.out) == (5, "")
    assert "there is no ledger" in result.err
    assert not list(here().path.parent.glob("*ledger*"))  # type: ignore[union-attr]


@pytest.mark.file
@pytest.mark.parametrize("answers", [{"/a": [article("News", "one"), article("News", "one"), article("News", "two")]}])
def test_only_another_text_is_a_change(seeded: Run, web: Served) -> None:
    watch(seeded, web.url("/a"))
    first, second, third = (seeded("update", "1") for _ in range(3))
    assert first.out == 'first read: "News" (document 2)\n'
    assert (second.code, second.out, second.err) == NOTHING
    assert third.out == 'changed: "News" (document 2)\n'
    assert outcomes() == [(1, "ok"), (1, "unchanged"), (1, "ok")]


@pytest.mark.file
@pytest.mark.parametrize(
    "answers",
    [{"/a": [article("News", "one", 'ETag: "1"'), reply(status="500 Oops"), reply(status="304 Not Modified")]}],
)
def test_a_failure_leaves_the_validators_that_were_there(seeded: Run, web: Served) -> None:
    watch(seeded, web.url("/a"))
    assert seeded("update", "1").code == 0
    snapshot = sql("SELECT snapshot_id FROM watch")
    assert seeded("update", "1").code == 1
    result = seeded("update", "1")
    assert (result.code, result.out) == (1, "")
    assert "recovers" in result.err
    assert ["if-none-match" in head.lower() for head in web.heads if " /a " in head] == [False, True, True]
    assert sql("SELECT snapshot_id FROM watch") == snapshot
    assert outcomes() == [(1, "ok"), (1, "failed"), (1, "unchanged")]


@pytest.mark.file
@pytest.mark.parametrize("answers", [{"/a": reply(status="304 Not Modified")}])
def test_whoever_says_that_nothing_changed_without_being_asked_fails(seeded: Run, web: Served) -> None:
    watch(seeded, web.url("/a"))
    assert "begins to fail" in seeded("update").err


@pytest.mark.parametrize("answers", [{"/f": [feed("One", "Two"), feed("Two", "Three")]}])
def test_of_a_feed_each_new_item_is_a_line(seeded: Run, web: Served) -> None:
    watch(seeded, web.url("/f"), "--kind", "feed")
    assert [line.partition(" (")[0] for line in seeded("update", "1").out.splitlines()] == [
        'new item: "One"',
        'new item: "Two"',
    ]
    result = seeded("update", "1")
    assert [line.partition(" (")[0] for line in result.out.splitlines()][-1] == 'new item: "Three"'


@pytest.mark.parametrize("answers", [{"/ok": article("News", "one"), "/other": reply(status="500 Oops")}])
def test_a_failure_is_told_once_and_so_is_its_end(seeded: Run, web: Served) -> None:
    watch(seeded, web.url("/gone-astray"))
    watch(seeded, web.url("/other"))
    first = seeded("update")
    assert (first.code, first.out, len(first.err.splitlines())) == (1, "", 2)
    make_all_due()
    second = seeded("update")
    assert (second.code, second.out, second.err) == NOTHING
    sql(f"UPDATE watch SET url = '{web.url('/ok')}' WHERE id = 1")  # noqa: S608 - a test's own
    make_all_due()
    third = seeded("update")
    assert third.code == 1
    assert third.err.splitlines() == [
        f"claimcheck: watch 1 recovers: {web.url('/ok')}",
        "claimcheck: 1 other watch is still failing; see `claimcheck watch list`",
    ]
    assert outcomes() == [(1, "failed"), (2, "failed"), (1, "failed"), (2, "failed"), (1, "ok"), (2, "failed")]


@pytest.mark.file
@pytest.mark.parametrize("answers", [{"/a": reply(status="500 Oops")}])
def test_failures_wait_an_hour_then_twice_that_up_to_a_day(seeded: Run, web: Served) -> None:
    watch(seeded, web.url("/a"), "--every", "30m")
    waits = []
    for _ in range(11):
        seeded("update", "1")
        ((asked, due),) = sql("SELECT asked_at, due_at FROM watch")
        waits.append((datetime.fromisoformat(due) - datetime.fromisoformat(asked)) / timedelta(hours=1))
    assert waits == [1, 2, 4, 8, 16, 24, 24, 24, 24, 24, 24]
    assert listed(seeded)[0]["state"] == "dead"


@pytest.mark.file
@pytest.mark.parametrize("answers", [{"/a": reply(status="500 Oops")}])
def test_a_watch_beyond_hope_is_flagged_once_with_what_to_do(seeded: Run, web: Served) -> None:
    watch(seeded, web.url("/a"))
    told = [seeded("update", "1").err for _ in range(11)]
    assert "is dead" in told[9]
    assert "`claimcheck watch remove 1`" in told[9]
    assert "".join(told[1:9]) + told[10] == ""


@pytest.mark.file
@pytest.mark.parametrize("answers", [{"/a": article("News", "one")}])
def test_a_watch_is_due_a_moment_early_so_that_the_next_cron_run_does_not_miss_it(seeded: Run, web: Served) -> None:
    watch(seeded, web.url("/a"), "--every", "1h")
    seeded("update")
    ((asked, due),) = sql("SELECT asked_at, due_at FROM watch")
    assert datetime.fromisoformat(due) - datetime.fromisoformat(asked) == timedelta(minutes=59)


@pytest.mark.file
@pytest.mark.parametrize("answers", [{"/a": reply(status="410 Gone")}])
def test_what_is_gone_is_not_asked_again_until_it_is_resumed(seeded: Run, web: Served) -> None:
    watch(seeded, web.url("/a"))
    first = seeded("update")
    assert (first.code, first.out) == (1, "")
    assert first.err.startswith("claimcheck: watch 1 is gone: ")
    make_all_due()
    assert seeded("update").code == 0
    assert "watch 1 is gone" in seeded("update", "1").err
    assert web.paths.count("/a") == 1
    assert seeded("watch", "pause", "1", "--resume").out == "watch 1: resumed, due now\n"
    assert seeded("update").code == 1
    assert web.paths.count("/a") == 2


@pytest.mark.file
@pytest.mark.parametrize("answers", [{"/a": reply(b"", "Retry-After: 90000", status="429 Slow"), "/b": reply()}])
def test_who_asks_to_be_left_alone_is_and_for_as_long_as_that(seeded: Run, web: Served) -> None:
    for path in ("/a", "/b"):
        watch(seeded, web.url(path))
    result = seeded("update", "--json")
    assert json.loads(result.out)["outcomes"] | {"blocked": 1, "skipped": 1} == json.loads(result.out)["outcomes"]
    soonest = datetime.now(UTC) + timedelta(hours=24)
    assert all(datetime.fromisoformat(item["due_at"]) > soonest for item in listed(seeded))
    assert web.paths.count("/a") == 1


@pytest.mark.file
@pytest.mark.parametrize("answers", [{"/robots.txt": reply(b"User-agent: *\nDisallow: /a")}])
def test_robots_are_heeded(seeded: Run, web: Served) -> None:
    watch(seeded, web.url("/a"))
    assert "begins to fail (blocked)" in seeded("update").err
    assert web.paths == ["/robots.txt"]


@pytest.mark.file
def test_loopback_is_out_of_reach_unless_it_is_allowed(
    seeded: Run, web: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CLAIMCHECK_ALLOW_HOSTS")
    watch(seeded, web.url("/a"))
    result = seeded("update")
    assert "CLAIMCHECK_ALLOW_HOSTS" in result.err
    assert web.connections == 0


@pytest.mark.file
@pytest.mark.parametrize("path", ["/ok", "/bad", "/moved"])
def test_secrets_of_addresses_are_shown_nowhere(seeded: Run, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    query = f"?token={SECRET}"
    answers = {
        f"/ok{query}": article("News", "one"),
        f"/moved{query}": reply(b"", f"Location: /ok{query}", status="302 Found"),
    }
    with aside(answers) as served:
        allow(monkeypatch, served)
        address = served.url(path + query).replace("//", f"//user:{SECRET}@")
        shown = [seeded("watch", "add", address), seeded("watch", "add", address)]
        shown += [seeded("update", "--dry-run"), seeded("update", "--json")]
    shown += [seeded("watch", "list", "--json"), seeded("history", "--json"), seeded("document", "list", "--json")]
    shown += [seeded("export", "--json")]
    assert all(SECRET not in result.out + result.err for result in shown)
    assert HIDDEN in shown[2].out
    for table in ("run_outcome", "document", "snapshot", "event"):
        assert SECRET not in repr(sql(f"SELECT * FROM {table}"))  # noqa: S608 - our own names


@pytest.mark.file
@pytest.mark.parametrize("answers", [{"/hang": hanging(), "/ok": article("News", "one")}])
def test_time_that_is_up_ends_the_run_and_the_rest_stays_due(seeded: Run, web: Served) -> None:
    for path in ("/ok", "/hang", "/ok?2"):
        watch(seeded, web.url(path))
    before = listed(seeded)
    result = seeded("update", "--max-time", "3s")
    assert (result.code, result.out) == (0, 'first read: "News" (document 2)\n')
    assert result.err == "time was up: 2 of 3 watches stay due\n"
    assert listed(seeded)[1:] == before[1:]
    assert outcomes() == [(1, "ok"), (2, "skipped"), (3, "skipped")]
    ((ended_at,),) = sql("SELECT ended_at FROM run")
    assert ended_at is not None
