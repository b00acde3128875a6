"""A signal at every single line of some work, in a process of its own: `python -m tests.interrupting WORK SIGNAL`.

What a trace raises inside an `except` can stay behind as the exception that the thread handles, so this is nothing for
the process that runs other tests.
"""

import asyncio
import gc
import signal
import sys
import warnings
from collections.abc import AsyncIterator, Callable
from types import FrameType
from typing import Any

from claimcheck.cli import _web

TOO_MANY = 20_000
EXPECTED: dict[signal.Signals, type[BaseException]] = {signal.SIGINT: KeyboardInterrupt, signal.SIGTERM: SystemExit}


def _is_in_finalizer(frame: FrameType | None) -> bool:
    """Whether the interpreter drops whatever is raised there."""
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

    sys.settrace(trace)
    try:
        work()
    except BaseException as error:  # noqa: BLE001 - which one it is, is the question
        came = error
    finally:
        sys.settrace(None)
    return came, arrived


def _interrupt_everywhere(work: Callable[[], object], number: signal.Signals) -> int:
    """Interrupt the work at one line after the other; gives how many there are."""
    handlers = {each: signal.getsignal(each) for each in EXPECTED}
    for line in range(1, TOO_MANY):
        came, arrived = _interrupted(work, line, number)
        if not arrived:
            assert came is None, came
            return line
        assert type(came) is EXPECTED[number], f"line {line}: {came!r}"
        for each, handler in handlers.items():
            _require_raised(each)
            signal.signal(each, handler)
        del came
        gc.collect()
    raise AssertionError("it never came to its end")


def _require_raised(number: signal.Signals) -> None:
    try:
        signal.raise_signal(number)
    except EXPECTED[number]:
        return
    msg = f"{number.name} was swallowed"
    raise AssertionError(msg)


async def _gathered() -> list[int]:
    return await asyncio.gather(*(asyncio.sleep(0, each) for each in range(2)))


async def _items() -> AsyncIterator[int]:
    tasks = [asyncio.create_task(asyncio.sleep(0, each)) for each in range(2)]
    try:
        for task in tasks:
            yield await task
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _waiting() -> None:
    sys.settrace(None)  # what comes later finds it waiting
    await asyncio.sleep(0.2)
    sys.stdout.write("waited\n")


WORK: dict[str, Callable[[], object]] = {
    "whole": lambda: _web.run(_gathered()),
    "steps": lambda: list(_web.stepwise(_items())),  # type: ignore[arg-type]
    "waiting": lambda: _web.run(_waiting()),
}


def main(name: str, number: signal.Signals) -> None:
    """Say how many lines that work has, each of which was interrupted."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    # lines also lie between making a coroutine and handing it over
    warnings.simplefilter("ignore", RuntimeWarning)
    gc.disable()  # what is raised while garbage is collected the interpreter drops
    gc.freeze()
    sys.stdout.write(f"{_interrupt_everywhere(WORK[name], number)}\n")


if __name__ == "__main__":
    main(sys.argv[1], signal.Signals[sys.argv[2]])
