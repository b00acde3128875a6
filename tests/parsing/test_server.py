"""The server of documents: limits, crashes, cancelling, and what is left afterwards."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from claimcheck.errors import FetchError, NotFoundError, UnusableError
from claimcheck.parsing.limits import MEBIBYTE, Limits
from claimcheck.parsing.server import ParsingServer
from claimcheck.values import Finding
from claimcheck.vocabulary import FetchFailure, Outcome
from tests.parsing import misbehaving

SMALL = Limits(cpu_s=60, wall_s=60, memory=256 * MEBIBYTE, max_answer=MEBIBYTE, documents_per_process=3)
"""Limits on what is held, with so much time that on a busy machine no other limit is reached first."""
SHORT_OF_PROCESSOR_TIME = Limits(cpu_s=1, wall_s=60)
SHORT_OF_TIME = Limits(cpu_s=60, wall_s=3)
ROOT = Path(__file__).resolve().parents[2]
PARENT = """
import sys
from claimcheck.parsing.limits import Limits
from claimcheck.parsing.server import ParsingServer
from tests.parsing import misbehaving
with ParsingServer(workers=1, limits=Limits(cpu_s=60, wall_s=60)) as server:
    server.call(getattr(misbehaving, sys.argv[1]), *sys.argv[2:3], *map(float, sys.argv[3:]))
"""


@pytest.fixture(scope="module")
def server() -> Iterator[ParsingServer]:
    with ParsingServer(workers=1, limits=SMALL) as running:
        yield running


@pytest.fixture
def telling(tmp_path: Path) -> Iterator[socket.socket]:
    """A socket through which a process can say that it has begun."""
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "t"))
        listening.listen()
        listening.settimeout(30)
        yield listening


def told_by(telling: socket.socket) -> int:
    with telling.accept()[0] as connection:
        return int(connection.recv(100))


def gone(pid: int) -> bool:
    """Whether a process has ended; one that nobody has waited for yet has as well."""
    for _ in range(1000):
        try:
            if Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.01)
    return False


@pytest.mark.parametrize(
    ("function", "arguments", "what"),
    [
        (misbehaving.hoard, (), "more than 256 MiB of memory"),
        (misbehaving.leave, (0,), "crashed (exit code 0)"),
        (misbehaving.leave, (3,), "crashed (exit code 3)"),
        (misbehaving.leave_by_exception, (), "failed with SystemExit at misbehaving.py"),
        (misbehaving.kill_itself, (), "was killed"),
        (misbehaving.crash, (), "crashed (SIGSEGV)"),
        (misbehaving.answer_with, (2 * MEBIBYTE,), "larger than 1 MiB"),
        (misbehaving.answer_with_an_object, (), "failed with TypeError"),
        (misbehaving.answer_with_rubbish, (), "in no way that can be trusted"),
        (misbehaving.hang_up, (), "crashed (without a word)"),
        (misbehaving.fail, (), "failed with ZeroDivisionError at misbehaving.py"),
        (misbehaving.a_rendition_of_numbers, (), "in no way that can be trusted"),
    ],
)
def test_what_goes_over_a_limit_or_crashes_is_an_outcome_and_the_next_is_read(
    server: ParsingServer, function: Callable[..., Any], arguments: tuple[Any, ...], what: str
) -> None:
    fails_by_itself(server, function, arguments, what)


@pytest.mark.parametrize(
    ("limits", "function", "arguments", "what"),
    [
        (SHORT_OF_PROCESSOR_TIME, misbehaving.loop, (), "more than 1 s of processor time"),
        (SHORT_OF_PROCESSOR_TIME, misbehaving.loop_inside_a_library, (), "more than 1 s of processor time"),
        (SHORT_OF_TIME, misbehaving.sleep, (60.0,), "longer than 3 s"),
    ],
)
def test_what_takes_too_long_is_an_outcome_and_the_next_is_read(
    limits: Limits, function: Callable[..., Any], arguments: tuple[Any, ...], what: str
) -> None:
    with ParsingServer(workers=1, limits=limits) as server:
        fails_by_itself(server, function, arguments, what)


def fails_by_itself(server: ParsingServer, function: Callable[..., Any], arguments: tuple[Any, ...], what: str) -> None:
    with pytest.raises(UnusableError) as caught:
        server.call(function, *arguments)
    assert what in str(caught.value)
    assert "must not be told" not in str(caught.value)
    assert str(caught.value).endswith("; save it as text and ingest the file")
    assert "\n" not in str(caught.value)
    assert caught.value.outcome is Outcome.FAILED
    assert server.call(misbehaving.echo, 1) == [1]


def test_plain_values_and_those_of_claimcheck_come_back_as_they_are(server: ParsingServer) -> None:
    values = [None, True, 3, 2.5, "\u05e9\u00ad\u2028", "y" * 1000, b"\x00\xff", (1, ("2",)), {"a": [1], 2: None}]
    assert server.call(misbehaving.echo, *values, named=1) == [*values, {"named": 1}]
    assert server.call(misbehaving.findings, 2) == misbehaving.findings(2)
    assert isinstance(server.call(misbehaving.findings, 1)[0], Finding)


def test_errors_of_claimcheck_come_back_with_what_they_carry(server: ParsingServer) -> None:
    with pytest.raises(NotFoundError, match="there is nothing"):
        server.call(misbehaving.find_nothing)
    with pytest.raises(UnusableError, match="it is empty") as empty:
        server.call(misbehaving.find_it_empty)
    assert empty.value.outcome is Outcome.EMPTY
    with pytest.raises(FetchError, match="no answer") as failed:
        server.call(misbehaving.fetch)
    assert (failed.value.failure, failed.value.status) == (FetchFailure.LATER, 503)


def test_a_process_reads_further_documents_and_is_replaced_in_time() -> None:
    with ParsingServer(workers=1, limits=SMALL) as server:
        processes = [server.call(misbehaving.process) for _ in range(7)]
    assert [len(set(part)) for part in (processes[:3], processes[3:6], processes[6:])] == [1, 1, 1]
    assert len(set(processes)) == 3
    assert all(gone(pid) for pid in processes)


def test_every_document_has_the_processor_time_of_one() -> None:
    with ParsingServer(workers=1, limits=Limits(cpu_s=1, documents_per_process=10)) as server:
        assert len({server.call(misbehaving.spend, 0.4) for _ in range(4)}) == 1


def test_what_a_process_says_unasked_is_not_taken_for_the_next_answer() -> None:
    with ParsingServer(workers=1, limits=SMALL) as server:
        with pytest.raises(UnusableError):
            server.call(misbehaving.answer_what_was_never_asked)
        assert server.call(misbehaving.echo, "own") == ["own"]


def test_a_process_inherits_no_keys_files_or_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_SOME_KEY", "secret")
    with socket.socket() as kept, ParsingServer(workers=1) as server:
        os.set_inheritable(kept.fileno(), True)  # noqa: FBT003 - positional only
        found = server.call(misbehaving.surroundings)
    assert "CLAIMCHECK_SOME_KEY" not in found["variables"]
    assert found["standard"] == ["/dev/null"] * 3
    assert (found["sockets"], found["session"], found["folder"], found["core"]) == (1, True, "/", (0, 0))


def test_a_process_can_write_no_file(server: ParsingServer, tmp_path: Path) -> None:
    with pytest.raises(UnusableError, match="failed with OSError"):
        server.call(misbehaving.write, str(tmp_path / "x"))
    assert not (tmp_path / "x").exists() or (tmp_path / "x").read_text(encoding="utf-8") == ""


def test_only_so_many_processes_work_at_once() -> None:
    with ParsingServer(workers=2) as server:
        processes: list[int] = []
        threads = [
            threading.Thread(target=lambda: processes.append(server.call(misbehaving.spend, 0.05))) for _ in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(processes) == 8
    assert len(set(processes)) <= 2


def test_calls_of_an_event_loop_run_side_by_side() -> None:
    async def run() -> list[Any]:
        async with ParsingServer(workers=2, limits=SMALL) as server:
            calls = [server.call_async(misbehaving.echo, number) for number in range(6)]
            return await asyncio.gather(*calls, server.call_async(misbehaving.leave, 1), return_exceptions=True)

    *answers, failed = asyncio.run(run())
    assert answers == [[number] for number in range(6)]
    assert isinstance(failed, UnusableError)


def test_a_call_that_is_cancelled_has_its_process_killed(telling: socket.socket) -> None:
    async def run() -> int:
        async with ParsingServer(workers=1) as server:
            call = asyncio.create_task(server.call_async(misbehaving.tell_and_sleep, telling.getsockname(), 600.0))
            pid = await asyncio.to_thread(told_by, telling)
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                await call
            assert await server.call_async(misbehaving.echo, 1) == [1]
            return pid

    assert gone(asyncio.run(run()))


def test_closing_ends_what_is_at_work(telling: socket.socket) -> None:
    failed: list[BaseException] = []

    def work(server: ParsingServer) -> None:
        try:
            server.call(misbehaving.tell_and_sleep, telling.getsockname(), 600.0)
        except UnusableError as error:
            failed.append(error)

    with ParsingServer(workers=1) as server:
        thread = threading.Thread(target=work, args=(server,))
        thread.start()
        pid = told_by(telling)
    thread.join()
    assert gone(pid)
    assert "given up" in str(failed[0])
    with pytest.raises(RuntimeError, match="closed"):
        server.call(misbehaving.echo)


@pytest.mark.parametrize("arguments", [["tell_and_loop"], ["tell_and_sleep", "600"]], ids=lambda words: words[0])
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_no_process_outlives_its_parent(telling: socket.socket, arguments: list[str], number: signal.Signals) -> None:
    command = [sys.executable, "-c", PARENT, arguments[0], telling.getsockname(), *arguments[1:]]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, start_new_session=True) as parent:
        pid = told_by(telling)
        os.killpg(parent.pid, number)
        _, complaint = parent.communicate(timeout=30)
    assert gone(pid)
    assert complaint.count(b"Traceback") == (number == signal.SIGINT)


@pytest.mark.parametrize("function", [lambda: 1, ParsingServer.close])
def test_what_another_process_cannot_import_is_refused_at_once(
    server: ParsingServer, function: Callable[..., Any]
) -> None:
    with pytest.raises(TypeError, match="top of a module"):
        server.call(function)
