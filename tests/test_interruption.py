"""Interruptions at every single line that an event loop runs: none is lost, and none becomes another error."""

import asyncio
import signal
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from claimcheck.cli import _web
from claimcheck.interruption import Interruptions

ROOT = Path(__file__).resolve().parents[1]


def interrupted_everywhere(work: str, number: str) -> list[str]:
    """What the process says that interrupts the work at each of its lines."""
    command = [sys.executable, "-m", "tests.interrupting", work, number]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True, timeout=300)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.split()


@pytest.mark.parametrize("number", ["SIGINT", "SIGTERM"])
@pytest.mark.parametrize("work", ["whole", "steps"])
def test_a_signal_at_any_line_ends_the_work_of_a_loop_as_its_handler_says(work: str, number: str) -> None:
    (lines,) = interrupted_everywhere(work, number)
    assert int(lines) > 300


def test_work_that_waits_is_not_waited_for() -> None:
    waited, lines = interrupted_everywhere("waiting", "SIGINT")
    assert waited == "waited", "once, when no signal came"
    assert int(lines) > 100


def test_a_signal_outside_a_loop_acts_at_once() -> None:
    taken = []

    async def items() -> Any:
        yield 1
        yield 2

    def take() -> None:
        for item in _web.stepwise(items()):
            taken.append(item)
            signal.raise_signal(signal.SIGINT)
            taken.append(0)

    with pytest.raises(KeyboardInterrupt):
        take()
    assert taken == [1]


def test_a_second_signal_while_what_gives_items_is_closed_is_held_back() -> None:
    async def items() -> Any:
        try:
            signal.raise_signal(signal.SIGINT)
            yield 1
        finally:
            signal.raise_signal(signal.SIGINT)
            await asyncio.sleep(0)
            left.append(True)

    left: list[bool] = []
    with pytest.raises(KeyboardInterrupt):
        list(_web.stepwise(items()))
    assert left == [True]


def test_what_went_wrong_besides_does_not_hide_the_interruption() -> None:
    async def work() -> None:
        signal.raise_signal(signal.SIGINT)
        raise ValueError("and now this")

    with pytest.raises(KeyboardInterrupt) as raised:
        _web.run(work())
    assert isinstance(raised.value.__context__, ValueError)


def test_a_handler_that_raises_nothing_cancels_nothing() -> None:
    async def work() -> int:
        signal.raise_signal(signal.SIGINT)
        await asyncio.sleep(0)
        return 1

    seen: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: seen.append(number))
    try:
        assert _web.run(work()) == 1
    finally:
        signal.signal(signal.SIGINT, before)
    assert seen == [signal.SIGINT]


def test_in_another_thread_no_signal_is_touched() -> None:
    async def work() -> None:
        results.append(signal.getsignal(signal.SIGINT))

    results: list[Any] = []
    thread = Thread(target=lambda: _web.run(work()))
    thread.start()
    thread.join()
    assert results == [signal.default_int_handler]


def test_a_signal_that_is_ignored_stays_ignored() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with Interruptions():
            signal.raise_signal(signal.SIGINT)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


STUBBORN = """
import asyncio, signal, sys
from claimcheck import interruption
interruption.IMPATIENCE_S = {patience}

async def work():
    try:
        print("at work", flush=True)
        await asyncio.sleep(60)
    finally:
        print("leaving", flush=True)
        await asyncio.sleep({leaving})
        print("left", flush=True)

from claimcheck.cli import _web
_web.run(work())
"""


@pytest.mark.parametrize(
    ("patience", "leaving", "rest"),
    [
        pytest.param(60, 0.2, "left\n", id="asking twice at once changes nothing"),
        pytest.param(0, 60, "", id="asking again later ends the process on the spot"),
    ],
)
def test_a_second_interruption(patience: float, leaving: float, rest: str) -> None:
    program = STUBBORN.format(patience=patience, leaving=leaving)
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "at work\n"
        process.send_signal(signal.SIGINT)
        assert process.stdout.readline() == "leaving\n"
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=60)
    assert (process.returncode, out) == (-signal.SIGINT, rest)
