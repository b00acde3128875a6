"""One run over all watches that are due: asked at once, recorded a few at a time, so that a killed run loses little."""

import asyncio
from collections import Counter, deque
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Lock
from typing import TYPE_CHECKING

from claimcheck.steps.asking import Asked, ask
from claimcheck.steps.fetching import Fetcher
from claimcheck.steps.record import FAILURES, Notice, Recorder
from claimcheck.store.archive import Archive
from claimcheck.store.engine import driver_connection
from claimcheck.store.history import utc_text
from claimcheck.store.watches import Watched, WatchOutcome, end_run, record_outcomes, start_run
from claimcheck.vocabulary import Outcome

if TYPE_CHECKING:
    from sqlmodel import Session

BATCH_COUNT = 100
BATCH_LENGTH = 400_000
"""How many code points of text a transaction takes, unless the first document alone has more."""
BATCH_S = 1.0
"""At the latest after so many outcomes, or so many seconds, they are in the ledger."""
MAX_WAITING_LENGTH = 4_000_000
"""How many code points of text are read or wait to be recorded before whoever would read more has to wait."""
GRACE_S = 5.0
"""For how long what is being read when time is up may still come to its end, so that it was not read for nothing."""

Opened = Callable[[], AbstractContextManager["Session"]]


@dataclass(slots=True)
class RunReport:
    """What a run came to; `still_failing` counts watches that failed as they did before."""

    run_id: int | None = None
    due_count: int = 0
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    notices: list[Notice] = field(default_factory=list)
    still_failing: int = 0
    late_count: int = 0
    """How many had not answered, or were not read, when time was up; they stay due."""


class UpdateRun:
    """A run under way."""

    def __init__(
        self,
        opened: Opened,
        fetcher: Fetcher,
        archive: Archive,
        *,
        author: str,
        tell: Callable[[Notice], None] = lambda _: None,
        progress: Callable[[int], None] = lambda _: None,
    ) -> None:
        """Work with sessions that `opened` opens and commits; `tell` hears of each notice once it is recorded."""
        self._opened = opened
        self._fetcher = fetcher
        self._archive = archive
        self._author = author
        self._tell = tell
        self._progress = progress
        self._waiting: list[Asked] = []
        self._untold: deque[Notice] = deque()
        self._reserved: dict[asyncio.Task[None], int] = {}
        """Who reads now, and how many bytes."""
        self._freed = asyncio.Event()
        self._writing = Lock()
        self.report = RunReport()

    async def run(self, watches: Sequence[Watched], *, max_time_s: float | None = None) -> RunReport:
        """Ask all of them, and record what each came to; what there is no time for is skipped and stays due.

        When time is up, whatever was read is recorded, and what is being read has `GRACE_S` seconds to end.

        Raises:
            StoreError: the ledger or the archive cannot be written.
        """
        report = self.report
        report.due_count = len(watches)
        report.run_id = await asyncio.to_thread(self._start, len(watches))
        tasks = {asyncio.create_task(self._ask(watch)): watch for watch in watches}
        try:
            await self._collect(set(tasks), max_time_s)
        finally:
            errors = await _stop(tasks)
            # Also when the run is interrupted: what was asked for is not asked for again.
            self._record()
            self._tell_all()
        for error in errors:
            raise error
        await asyncio.to_thread(self._end, [watch for task, watch in tasks.items() if task.cancelled()])
        return report

    async def _ask(self, watch: Watched) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - a coroutine runs in one

        async def room(size_bytes: int) -> None:
            while self._held() and self._held() + size_bytes > MAX_WAITING_LENGTH:
                self._freed.clear()
                await self._freed.wait()
            self._reserved[task] = size_bytes

        try:
            # Nothing is awaited between an answer and its place among those that wait, so that none is ever lost.
            self._waiting.append(await ask(self._fetcher, watch, room=room))
        finally:
            if self._reserved.pop(task, None) is not None:
                self._freed.set()

    def _held(self) -> int:
        """How much text is in memory, or about to be."""
        return sum(map(_length, list(self._waiting))) + sum(self._reserved.values())

    async def _collect(self, pending: "set[asyncio.Task[None]]", max_time_s: float | None) -> None:
        """Record outcomes as they come, until all are there or time is up."""
        loop = asyncio.get_running_loop()
        ends = None if max_time_s is None else loop.time() + max_time_s
        while pending:
            left = BATCH_S if ends is None else min(BATCH_S, ends - loop.time())
            if left <= 0:
                await self._cut(pending)
                return
            done, pending = await asyncio.wait(pending, timeout=left)
            for task in done:
                task.result()
            if self._waiting:
                await asyncio.to_thread(self._record)
                self._tell_all()
                self._freed.set()

    async def _cut(self, pending: "set[asyncio.Task[None]]") -> None:
        """Give up whoever is not being read; who is may end."""
        reading = pending & self._reserved.keys()
        for task in pending - reading:
            task.cancel()
        if reading:
            await asyncio.wait(reading, timeout=GRACE_S)

    def _start(self, due_count: int) -> int:
        with self._opened() as session:
            now = utc_text(datetime.now(UTC))
            return start_run(driver_connection(session), author=self._author, started_at=now, due_count=due_count)

    def _record(self) -> None:
        """Write what waits, a transaction for each hundred; only then it may be told."""
        with self._writing:
            self._record_waiting()

    def _record_waiting(self) -> None:
        while self._waiting:
            batch = _first(self._waiting)
            with self._opened() as session:
                recorder = Recorder(session, author=self._author, now=datetime.now(UTC), archive=self._archive)
                assert self.report.run_id is not None  # noqa: S101 - the run was started
                notices, outcomes = recorder.record(self.report.run_id, batch)
                recorder.seal()
            del self._waiting[: len(batch)]
            self._count(batch, outcomes, notices)

    def _count(self, batch: Sequence[Asked], outcomes: Sequence[Outcome], notices: Sequence[Notice]) -> None:
        report = self.report
        report.outcomes.update(outcomes)
        told = {notice.watch_id for notice in notices if notice.is_trouble}
        report.still_failing += sum(
            outcome in FAILURES and asked.watch.failure_count > 0 and asked.watch.id not in told
            for asked, outcome in zip(batch, outcomes, strict=True)
        )
        report.notices += notices
        self._untold += notices

    def _tell_all(self) -> None:
        while self._untold:
            # An interruption here may let a line be told twice, but not be lost.
            self._tell(self._untold[0])
            self._untold.popleft()
        self._progress(self.report.outcomes.total())

    def _end(self, late: Sequence[Watched]) -> None:
        """Record the end, and for whom there was no time; nothing else of those changes, so that they stay due."""
        report = self.report
        skipped = [WatchOutcome(watch.id, Outcome.SKIPPED, "there was no time left", None, {}) for watch in late]
        with self._opened() as session:
            assert report.run_id is not None  # noqa: S101 - the run was started
            record_outcomes(driver_connection(session), report.run_id, skipped)
            end_run(driver_connection(session), report.run_id, utc_text(datetime.now(UTC)))
        report.late_count = len(late)
        report.outcomes[Outcome.SKIPPED] += len(late)


async def _stop(tasks: "Collection[asyncio.Task[None]]") -> list[Exception]:
    """End what is still under way, and wait until it has ended; gives what went wrong in any of them."""
    for task in tasks:
        task.cancel()
    ended = await asyncio.gather(*tasks, return_exceptions=True)
    return [error for error in ended if isinstance(error, Exception)]


def _first(waiting: Sequence[Asked]) -> list[Asked]:
    """As many of those that wait as one transaction takes, so that no other writer waits for long."""
    batch, length = [waiting[0]], _length(waiting[0])
    for asked in waiting[1:BATCH_COUNT]:
        length += _length(asked)
        if length > BATCH_LENGTH:
            break
        batch.append(asked)
    return batch


def _length(asked: Asked) -> int:
    """How many code points of text an outcome holds."""
    if asked.document is not None:
        return len(asked.document.rendition.text)
    if asked.answer is not None:
        return asked.answer.received.size_bytes + sum(len(item.text or "") for item in asked.answer.findings)
    return sum(len(item.text or "") for item in asked.findings)
