"""Ctrl-C and SIGTERM while an event loop works: what is under way is cancelled, and then the interruption goes on.

An exception that a signal raises inside a loop leaves it in the middle of its own bookkeeping; out of that come
errors that nobody can make sense of. `asyncio.Runner` guards only what is not yet done, and SIGINT alone.
"""

import asyncio
import os
import signal
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import Any, Self, TypeVar

SIGNALS = (signal.SIGTERM, signal.SIGINT)
IMPATIENCE_S = 1.0
"""Who asks again after so long waits for no more: the process ends on the spot. `timeout` asks twice at once."""

Result = TypeVar("Result")


class Interruptions:
    """Holds interruptions back as long as its `with` block lasts, and raises at its end what came in it.

    What a signal is to raise is what its handler raised before: KeyboardInterrupt or SystemExit, as a rule. Outside
    the main thread no signal arrives, and nothing is held back.
    """

    def __init__(self) -> None:
        """Nothing is held back yet."""
        self._before: dict[int, Callable[[int, FrameType | None], Any]] = {}
        self._holds = False
        self._stop: BaseException | None = None
        self._came_at = 0.0
        self._task: asyncio.Task[Any] | None = None

    def __enter__(self) -> Self:
        """Hold back from here."""
        if threading.current_thread() is threading.main_thread():
            handlers = {number: signal.getsignal(number) for number in SIGNALS}
            self._before = {number: handler for number, handler in handlers.items() if callable(handler)}
            for number in self._before:
                signal.signal(number, self._note)
            self._holds = True
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Raise what was held back, whatever else went wrong; from here on signals act at once again."""
        self._holds = False
        for number, handler in self._before.items():
            signal.signal(number, handler)
        if self._stop is not None:
            raise self._stop

    @contextmanager
    def lifted(self) -> Iterator[None]:
        """Let signals act at once for a while, in which no loop works; what came before is raised first."""
        try:
            self._holds = False
            if self._stop is not None:
                raise self._stop
            yield
        finally:
            self._holds = True

    async def cancellable(self, work: Coroutine[Any, Any, Result]) -> Result:
        """The result of the work, which is cancelled when an interruption comes, or came already."""
        self._task = asyncio.current_task()
        try:
            if self._stop is not None:
                work.close()
                raise asyncio.CancelledError
            return await work
        finally:
            self._task = None

    def _note(self, number: int, frame: FrameType | None) -> None:
        """The handler of each signal; one that stays, as restoring it was interrupted, does what was before."""
        if not self._holds:
            self._before[number](number, frame)
        elif self._stop is None:
            try:
                self._before[number](number, frame)
            except BaseException as stop:  # noqa: BLE001 - it is raised at the end of the block
                self._stop, self._came_at = stop, time.monotonic()
                if self._task is not None:
                    self._task.get_loop().call_soon_threadsafe(self._task.cancel)
        elif time.monotonic() - self._came_at > IMPATIENCE_S:
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)
