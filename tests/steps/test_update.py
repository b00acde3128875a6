"""A run and what may happen meanwhile: others write, take back, or stand in the way."""

import asyncio
import json
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimcheck.store import sqlite
from claimcheck.store.engine import open_session
from tests import faults
from tests.conftest import Run, here
from tests.watched import COUNT, MANY, sql, watch
from tests.web.aside import allow, article, aside
from tests.web.servers import Answer, Behaviour, Served, reply

pytestmark = pytest.mark.file


@pytest.fixture(autouse=True)
def _own_places(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CLAIMCHECK_INTERVAL_S", "0")
    monkeypatch.setenv("CLAIMCHECK_SNAPSHOTS", str(tmp_path / "snapshots"))


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    """A server with many pages, and one that never comes."""
    with aside(MANY) as served:
        allow(monkeypatch, served)
        yield served


def test_many_watches_of_few_hosts_are_each_asked_once(
    seeded: Run, web: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    hosts = ("127.0.0.1", "localhost")
    monkeypatch.setenv("CLAIMCHECK_ALLOW_HOSTS", ",".join(f"{host}:{web.port}" for host in hosts))
    watch(*(web.url(f"/{n % COUNT}?{n}", host=hosts[n % 2]) for n in range(300)))
    result = seeded("update", "--json")
    summary = json.loads(result.out)
    assert (result.code, summary["due"], summary["outcomes"]["failed"]) == (1, 300, 300)
    assert set(Counter(path for path in web.paths if path != "/robots.txt").values()) == {1}
    assert sql("SELECT count(*), count(ended_at) FROM run") == [(1, 1)]
    assert sql("SELECT count(*) FROM run_outcome") == [(300,)]


def after(action: str, answer: bytes) -> Behaviour:
    """Change the ledger while a run waits for the answer, and then give it."""

    async def behave(writer: Any) -> None:
        await asyncio.to_thread(sql, action)
        writer.write(answer)
        await writer.drain()

    return behave


@pytest.mark.parametrize("state", ["paused", "removed"])
def test_a_watch_that_is_given_up_during_the_run_stays_given_up(
    seeded: Run, state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    action = f"UPDATE watch SET state = '{state}'"  # noqa: S608 - a test's own
    with aside({"/a": after(action, reply(status="410 Gone"))}) as served:
        allow(monkeypatch, served)
        watch(served.url("/a"))
        assert seeded("update").code == 1
    assert sql("SELECT state FROM watch") == [(state,)]


@pytest.mark.parametrize(
    ("about", "command"),
    [
        (["--claim"], ["undo"]),
        (["--source", "CSIS"], ["source", "merge", "CSIS", "Reuters"]),
        (["--tag", "lighthouses"], ["undo"]),
    ],
    ids=["a claim", "a source", "a tag"],
)
def test_what_a_watch_is_about_may_go_during_the_run(
    seeded: Run, about: list[str], command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def behave(writer: Any) -> None:
        words = [sys.executable, "-m", "claimcheck", *command]
        await asyncio.to_thread(subprocess.run, words, check=True, capture_output=True, timeout=60)
        writer.write(article("News", "one"))
        await writer.drain()

    added = seeded("add", "The lighthouse was dark.", "--source", "Harbour Master", "--tag", "lighthouses")
    assert added.code == 0, added.err
    if about == ["--claim"]:
        about = ["--claim", str(sql("SELECT max(id) FROM claim")[0][0])]
    with aside({"/a": [behave, article("News", "two")]}) as served:
        allow(monkeypatch, served)
        assert seeded("watch", "add", served.url("/a"), *about).code == 0
        first, second = seeded("update"), seeded("update", "1")
    assert (first.code, first.out, first.err) == (0, 'first read: "News" (document 2)\n', "")
    if about[0] == "--claim":
        # what was watched for it alone does not go on for everything
        assert (second.code, "watch 1 is removed" in second.err) == (3, True)
    else:
        assert (second.code, second.out, second.err) == (0, 'changed: "News" (document 2)\n', "")


def test_a_ledger_that_somebody_else_holds_is_one_line_and_the_next_run_works(
    seeded: Run, web: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_TIMEOUT_MS", 100)
    watch(*(web.url(f"/{n}") for n in range(5)))
    with open_session(here()):
        result = seeded("update")
    assert (result.code, result.out, len(result.err.splitlines())) == (5, "", 1)
    assert "try again" in result.err
    assert len(seeded("update").out.splitlines()) == 5


def test_a_batch_that_cannot_be_saved_is_one_line_and_the_next_run_works(
    seeded: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_TIMEOUT_MS", 100)
    held, free = threading.Event(), threading.Event()

    def hold() -> None:
        with open_session(here()):
            held.set()
            free.wait(60)

    async def behave(writer: Any) -> None:
        holder.start()
        await asyncio.to_thread(held.wait, 60)
        writer.write(article("News", "one"))
        await writer.drain()

    holder = threading.Thread(target=hold)
    with aside({"/a": [behave, article("News", "one")]}) as served:
        allow(monkeypatch, served)
        watch(served.url("/a"))
        result = seeded("update")
        free.set()
        holder.join()
        assert (result.code, result.out, len(result.err.splitlines())) == (5, "", 1)
        assert seeded("update").out == 'first read: "News" (document 2)\n'


def test_a_folder_of_documents_that_cannot_be_written_is_one_line_and_the_next_run_works(
    seeded: Run, web: Served, tmp_path: Path
) -> None:
    watch(*(web.url(f"/{n}") for n in range(20)))
    folder = tmp_path / "snapshots"
    folder.mkdir(mode=0o500)
    result = faults.denied(faults.privileges, "update")
    assert (result.code, len(result.err.splitlines())) == (5, 1)
    assert "CLAIMCHECK_SNAPSHOTS" in result.err
    folder.chmod(0o700)
    assert seeded("update").code == 0
    assert sql("SELECT count(DISTINCT watch_id) FROM run_outcome") == [(20,)]


@pytest.mark.parametrize("folder_mode", [0o500, 0o700])
def test_a_ledger_that_cannot_be_written_is_one_line(
    seeded: Run, web: Served, tmp_path: Path, folder_mode: int
) -> None:
    assert seeded("count").code == 0
    watch(web.url("/1"))
    place = tmp_path / "ledger.sqlite3"
    place.chmod(0o400)
    tmp_path.chmod(folder_mode)
    try:
        result = faults.denied(faults.privileges, "update")
    finally:
        tmp_path.chmod(0o700)
    assert (result.code, result.out, len(result.err.splitlines())) == (5, "", 1)
    assert web.connections == 0


def test_a_page_that_only_has_another_nonce_each_time_leaves_its_bytes_once(
    seeded: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def page(nonce: int, words: str) -> Answer:
        return article("News", f"{words}<script nonce={nonce}></script>")

    answers = [*(page(number, "one") for number in range(6)), page(6, "two"), page(7, "two")]
    with aside({"/a": answers}) as served:
        allow(monkeypatch, served)
        watch(served.url("/a"))
        counts = []
        for _ in answers:
            assert seeded("update", "1").code == 0
            counts.append(sum(path.is_file() for path in (tmp_path / "snapshots").rglob("*")))
    assert counts == [1, 1, 1, 1, 1, 1, 2, 2]
    kept = {path.name for path in (tmp_path / "snapshots").rglob("*") if path.is_file()}
    assert kept == {digest for (digest,) in sql("SELECT sha256 FROM snapshot WHERE size_bytes IS NOT NULL")}
    outcomes = [outcome for (outcome,) in sql("SELECT outcome FROM run_outcome ORDER BY run_id")]
    assert outcomes == ["ok", *["unchanged"] * 5, "ok", "unchanged"]
