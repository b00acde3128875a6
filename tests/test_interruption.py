"""Interruptions at every single line that an event loop runs: none is lost, and none becomes another error."""

import asyncio
import gc
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from threading import Thread
from types import FrameType
from typing import Any

import pytest

from claimcheck.cli import _web
from claimcheck.interruption import Interruptions

TOO_MANY = 20_000
pytestmark = [
    # lines also lie between making a coroutine and handing it over
    pytest.mark.filterwarnings("ignore:coroutine:RuntimeWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


def _leave(*_: object) -> None:
    sys.exit(143)


@pytest.fixture(autouse=True)
def _termination_raises() -> Iterator[None]:
    before = signal.signal(signal.SIGTERM, _leave)
    gc.disable()  # what is raised while garbage is collected the interpreter drops
    gc.freeze()
    yield
    gc.unfreeze()
    gc.enable()
    signal.signal(signal.SIGTERM, before)
    gc.collect()


def _is_in_finalizer(frame: FrameType | None) -> bool:
    """Whether the interpreter drops whatever is raised there as well."""
    while frame is not None and frame.f_code.co_name not in ("__del__", "_remove"):
        frame = frame.f_back
    return frame is not None


def _interrupted(work: Callable[[], object], line: int, number: signal.Signals) -> tuple[BaseException | None, bool]:
    """What the work ends with if the signal arrives before that line, and whether it came so far."""
    passed = 0
    arrived = False
    came: BaseException | None = None

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal passed, arrived
        passed += event in ("line", "call")
        if passed >= line and not _is_in_finalizer(frame):
            arrived = True
            sys.settrace(None)
            signal.raise_signal(number)
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    except BaseException as error:  # noqa: BLE001 - which one it is, is the question
        came = error
    finally:
        sys.settrace(before)
    return came, arrived


def _interrupt_everywhere(work: Callable[[], object], number: signal.Signals, expected: type[BaseException]) -> int:
    """Interrupt the work at one line after the other; gives how many there are."""
    handlers = {each: signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)}
    for line in range(1, TOO_MANY):
        came, arrived = _interrupted(work, line, number)
        if not arrived:
            assert came is None
            return line
        assert type(came) is expected, f"line {line}: {came!r}"
        del came
        gc.collect()
        for each, handler in handlers.items():
            with pytest.raises((KeyboardInterrupt, SystemExit)):
                signal.raise_signal(each)
            signal.signal(each, handler)
    raise AssertionError("it never came to its end")


SIGNALS = pytest.mark.parametrize(
    ("number", "expected"), [(signal.SIGINT, KeyboardInterrupt), (signal.SIGTERM, SystemExit)]
)


@SIGNALS
def test_a_signal_at_any_line_ends_the_work_of_a_loop(number: signal.Signals, expected: type[BaseException]) -> None:
    async def work() -> list[int]:
        return await asyncio.gather(*(asyncio.sleep(0, each) for each in range(2)))

    assert _interrupt_everywhere(lambda: _web.run(work()), number, expected) > 300


@SIGNALS
def test_a_signal_at_any_line_ends_what_comes_step_by_step(
    number: signal.Signals, expected: type[BaseException]
) -> None:
    async def items() -> Any:
        tasks = [asyncio.create_task(asyncio.sleep(0, each)) for each in range(2)]
        try:
            for task in tasks:
                yield await task
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    assert _interrupt_everywhere(lambda: list(_web.stepwise(items())), number, expected) > 300


def test_work_that_waits_is_not_waited_for() -> None:
    waited = []

    async def work() -> None:
        sys.settrace(None)  # what comes later finds it waiting
        await asyncio.sleep(0.2)
        waited.append(True)

    lines = _interrupt_everywhere(lambda: _web.run(work()), signal.SIGINT, KeyboardInterrupt)
    assert lines > 100
    assert waited == [True], "once, when no signal came"


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


def test_what_went_wrong_besides_does_not_hide_the_interruption() -> None:
    async def work() -> None:
        signal.raise_signal(signal.SIGINT)
        raise ValueError("and now this")

    with pytest.raises(KeyboardInterrupt) as raised:
        _web.run(work())
    assert isinstance(raised.value.__context__, ValueError)


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
