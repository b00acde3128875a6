"""Updates as whole processes: two at once, and what is left when one ends before its time."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from claimcheck.store.run_lock import run_lock
from tests.conftest import Run, here
from tests.freed import let_go
from tests.watched import COUNT, LONG_AGO, MANY, sql, watch
from tests.web.aside import allow, aside
from tests.web.servers import Served

pytestmark = pytest.mark.file
COMMAND = [sys.executable, "-m", "claimcheck", "update"]


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


@contextmanager
def running(*arguments: str) -> Iterator["subprocess.Popen[str]"]:
    """An update under way in a process of its own."""
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen([*COMMAND, *arguments], text=True, start_new_session=True, **streams) as process:  # type: ignore[call-overload]
        try:
            yield process
        finally:
            process.kill()


def children(process_id: int) -> list[int]:
    """The processes that a process has started and that still live."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == process_id and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return found


def lives(process_id: int) -> bool:
    try:
        return Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _await_end(process_ids: list[int]) -> None:
    pause = threading.Event()
    while any(map(lives, process_ids)):
        pause.wait(0.01)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_after_an_interruption_the_next_run_just_works(seeded: Run, web: Served, number: signal.Signals) -> None:
    # Two names of one server are two hosts; the second never answers.
    watch(web.url("/hang", host="localhost"), *(web.url(f"/{n}") for n in range(COUNT)))
    os.environ["CLAIMCHECK_ALLOW_HOSTS"] += f",localhost:{web.port}"
    with running() as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        readers = children(process.pid)
        process.send_signal(number)
        assert process.stderr is not None
        out, err = process.stdout.read(), process.stderr.read()
        process.wait(timeout=60)
    code = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGKILL: -9}[number]
    interrupted = "" if number == signal.SIGKILL else "claimcheck: interrupted; the change under way was not kept\n"
    assert (process.returncode, err) == (code, interrupted)
    _await_end(readers)
    archived = [path for path in Path("snapshots").rglob("*") if path.is_file()]
    if number != signal.SIGKILL:
        assert [path for path in archived if path.name.startswith(".")] == []
    recorded = {url for (url,) in sql("SELECT url FROM watch JOIN run_outcome ON watch_id = watch.id")}
    assert recorded
    if number != signal.SIGKILL:  # what is recorded was told, and the other way round
        assert len({first.strip(), *out.splitlines()}) == len(recorded)

    let_go()
    before = len(web.paths)
    result = seeded("update", "--max-time", "2s")
    assert result.code == 0
    assert not {web.url(path) for path in web.paths[before:]} & recorded
    counts = sql("SELECT count(*), count(DISTINCT watch_id) FROM run_outcome WHERE outcome = 'ok'")
    assert counts[0][0] == counts[0][1]
    assert seeded("db", "check").code == 0


def test_a_second_update_is_told_at_once_and_asks_nobody(seeded: Run, web: Served) -> None:
    watch(web.url("/1"))
    with run_lock(here()):
        done = subprocess.run(COMMAND, check=False, capture_output=True, text=True, timeout=60)
        assert (done.returncode, done.stdout) == (75, "")
        assert "another update of" in done.stderr
        assert web.connections == 0
    assert seeded("update").code == 0


def test_time_that_is_up_ends_the_process_although_servers_hang(seeded: Run, web: Served) -> None:
    os.environ["CLAIMCHECK_ALLOW_HOSTS"] += f",localhost:{web.port}"
    watch(web.url("/1"), web.url("/hang"), web.url("/2"), web.url("/hang", host="localhost"))
    assert seeded("count").code == 0
    done = subprocess.run([*COMMAND, "--max-time", "2s", "--json"], check=False, capture_output=True, timeout=25)
    summary = json.loads(done.stdout)
    assert (done.returncode, summary["is_cut"], summary["due"]) == (0, True, 4)
    assert summary["outcomes"]["ok"] + summary["outcomes"]["skipped"] == summary["due"]
    assert sql(f"SELECT count(*) FROM watch WHERE due_at = '{LONG_AGO}'") == [(summary["outcomes"]["skipped"],)]  # noqa: S608


def test_who_does_not_listen_is_no_reason_to_ask_again(seeded: Run, web: Served) -> None:
    watch(*(web.url(f"/{n}") for n in range(5)))
    with running() as process:
        assert process.stdout is not None
        process.stdout.close()
        process.wait(timeout=60)
    assert process.returncode == 141
    recorded = {url for (url,) in sql("SELECT url FROM watch JOIN run_outcome ON watch_id = watch.id")}
    before = len(web.paths)
    assert seeded("update").code == 0
    assert not {web.url(path) for path in web.paths[before:]} & recorded
    assert sql("SELECT count(*) FROM run_outcome WHERE outcome = 'ok'") == [(5,)]
