"""Where documents are read: so many processes at once, each killed when it goes over a limit."""

import asyncio
import os
import pickle
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import BoundedSemaphore, Lock
from types import TracebackType
from typing import Any, ParamSpec, Self, TypeVar, cast

from claimcheck.parsing.child import RENDERING
from claimcheck.parsing.limits import Limits
from claimcheck.parsing.worker import Worker

P = ParamSpec("P")
T = TypeVar("T")


class ParsingServer:
    """Runs functions on hostile input in processes of their own; use it in a `with` block, from any thread.

    A process is started when it is first needed and reads further documents as long as it answers well.
    """

    def __init__(self, *, workers: int | None = None, limits: Limits | None = None, trade: str = RENDERING) -> None:
        """Bound how many processes there are at once (as many as processors), and what one document may take.

        `trade` is the module whose functions will be asked for; each process runs its `preload` first.
        """
        self.workers = workers or os.cpu_count() or 1
        self.limits = limits or Limits()
        self._trade = trade
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()
        self._lock = Lock()
        self._free = BoundedSemaphore(self.workers)
        self._threads: ThreadPoolExecutor | None = None
        self._closed = False

    def __enter__(self) -> Self:
        """The server itself; nothing is started yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End all processes, those at work as well."""
        self.close()

    async def __aenter__(self) -> Self:
        """The server itself; nothing is started yet."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End all processes, those at work as well."""
        await asyncio.to_thread(self.close)

    def call(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What `function` gives, a function at the top of a module; it waits until a process is free.

        It gives plain values, and the values and words of claimcheck: nothing else may come back.

        Raises:
            ClaimcheckError: whatever the function raises of that kind.
            UnusableError: it went over a limit, crashed, or raised anything else.
            PluginError: no process can be started.
        """
        return cast("T", self._run(_Call(_pickled(function, args, kwargs))))

    async def call_async(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The same without blocking the event loop; a call that is cancelled has its process killed.

        Raises:
            ClaimcheckError: as `call` does.
        """
        call = _Call(_pickled(function, args, kwargs))
        try:
            return cast("T", await asyncio.get_running_loop().run_in_executor(self._executor(), self._run, call))
        except asyncio.CancelledError:
            call.cancel()
            raise

    def close(self) -> None:
        """End all processes; calls that are under way fail."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
            busy = set(self._busy)
            threads, self._threads = self._threads, None
        for worker in idle:
            worker.end()
        for worker in busy:
            worker.kill("was given up")
        if threads:
            threads.shutdown(wait=True, cancel_futures=True)

    def _executor(self) -> ThreadPoolExecutor:
        with self._lock:
            self._refuse_if_closed()
            if self._threads is None:
                self._threads = ThreadPoolExecutor(self.workers, thread_name_prefix="claimcheck-parsing")
            return self._threads

    def _run(self, call: "_Call") -> Any:
        with self._free:
            worker = self._take()
            try:
                return call.answer(worker)
            finally:
                self._give_back(worker)

    def _take(self) -> Worker:
        with self._lock:
            self._refuse_if_closed()
            while self._idle:
                worker = self._idle.pop()
                if worker.usable:
                    break
                worker.end()
            else:
                worker = Worker(self.limits, self._trade)
            self._busy.add(worker)
            return worker

    def _give_back(self, worker: Worker) -> None:
        with self._lock:
            self._busy.discard(worker)
            if worker.usable and not self._closed:
                self._idle.append(worker)
                return
        worker.end()

    def _refuse_if_closed(self) -> None:
        if self._closed:
            msg = "the server is closed"
            raise RuntimeError(msg)


class _Call:
    """One request, and the process that is at it."""

    def __init__(self, request: bytes) -> None:
        self._request = request
        self._worker: Worker | None = None
        self._cancelled = False
        self._lock = Lock()

    def answer(self, worker: Worker) -> Any:
        """What the worker answers."""
        with self._lock:
            self._worker = worker
            if self._cancelled:
                raise asyncio.CancelledError
        try:
            return worker.ask(self._request)
        finally:
            with self._lock:
                self._worker = None

    def cancel(self) -> None:
        """Kill the process that is at it, or see to it that none begins."""
        with self._lock:
            self._cancelled = True
            if self._worker is not None:
                self._worker.kill("was given up")


def _pickled(function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> bytes:
    module = sys.modules.get(function.__module__)
    if function.__module__ == "__main__" or getattr(module, function.__qualname__, None) is not function:
        msg = f"{function!r} is not at the top of a module that another process can import"
        raise TypeError(msg)
    return pickle.dumps((function, args, kwargs), protocol=pickle.HIGHEST_PROTOCOL)
