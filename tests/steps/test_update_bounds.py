"""What a run holds in memory, and what it still keeps when its time is up; nobody real is asked and nothing written."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, cast

import pytest

from claimcheck.errors import UnusableError
from claimcheck.steps import update
from claimcheck.steps.asking import Asked
from claimcheck.steps.fetching import Document, Fetcher, Room, Validators
from claimcheck.steps.record import Notice
from claimcheck.steps.update import MAX_WAITING_LENGTH, RunReport, UpdateRun
from claimcheck.store.watches import WatchOutcome
from claimcheck.values import Received, Rendition
from claimcheck.vocabulary import Outcome
from tests.steps.fetchers import WATCHED

NOW = datetime(2027, 1, 1, tzinfo=UTC)
Answering = Callable[[str, Room], Awaitable[int]]


class Ledger:
    """A ledger that only counts."""

    def __init__(self) -> None:
        self.recorded: list[str] = []
        self.length = 0
        self.late: list[int] = []

    def record(self, _: int, batch: Sequence[Asked]) -> tuple[list[Notice], list[Outcome]]:
        self.recorded += [asked.watch.url for asked in batch]
        self.length += sum(len(asked.document.rendition.text) for asked in batch if asked.document is not None)
        return [], [asked.outcome for asked in batch]

    def seal(self) -> None: ...

    def skip(self, _: object, __: int, outcomes: Sequence[WatchOutcome]) -> None:
        self.late += [outcome.watch_id for outcome in outcomes]


class Web:
    """Pages as long as `answering` says."""

    def __init__(self, answering: Answering, ledger: Ledger) -> None:
        self.answering = answering
        self.ledger = ledger
        self.read = 0
        self.most_held = 0

    async def document(self, url: str, _: Validators, *, known_text_sha256: str | None, room: Room) -> Document:
        assert known_text_sha256 is None
        text = "x" * await self.answering(url, room)
        self.read += len(text)
        self.most_held = max(self.most_held, self.read - self.ledger.length)
        received = Received(b"", "0" * 64, len(text), NOW)
        return Document(received, Rendition(text, "html", "1", "text/html"), Validators())


@pytest.fixture
def ledger(monkeypatch: pytest.MonkeyPatch) -> Ledger:
    found = Ledger()
    monkeypatch.setattr(update, "Recorder", lambda *_, **__: found)
    monkeypatch.setattr(update, "driver_connection", lambda _: None)
    monkeypatch.setattr(update, "start_run", lambda *_, **__: 1)
    monkeypatch.setattr(update, "end_run", lambda *_: None)
    monkeypatch.setattr(update, "record_outcomes", found.skip)
    return found


@contextmanager
def opened() -> Iterator[Any]:
    yield None


def updated(
    web: Web, count: int, *, max_time_s: float | None = None, watching: Callable[[UpdateRun], None] = lambda _: None
) -> RunReport:
    """The report of a run over so many watches, of which each URL is its number."""

    async def work() -> RunReport:
        run = UpdateRun(opened, cast("Fetcher", web), cast("Any", None), author="a")
        watching(run)
        watches = [WATCHED._replace(id=number, url=str(number), snapshot_id=1) for number in range(count)]
        return await run.run(watches, max_time_s=max_time_s)

    return asyncio.run(work())


def pages(length: int) -> Answering:
    async def answering(_: str, room: Room) -> int:
        await room(length)
        await asyncio.sleep(0)
        return length

    return answering


@pytest.mark.parametrize(("count", "length"), [(40, 1_000_000), (40, 390_000), (5, 2 * MAX_WAITING_LENGTH)])
def test_of_large_texts_only_a_few_are_held_at_once(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, count: int, length: int
) -> None:
    monkeypatch.setattr(update, "BATCH_S", 0.01)
    web = Web(pages(length), ledger)
    assert updated(web, count).outcomes == {Outcome.OK: count, Outcome.SKIPPED: 0}
    assert (len(set(ledger.recorded)), ledger.length) == (count, count * length)
    assert web.most_held <= max(MAX_WAITING_LENGTH, length)


def test_small_texts_never_wait_for_each_other(ledger: Ledger) -> None:
    def watching(run: UpdateRun) -> None:
        async def waiting() -> bool:
            raise AssertionError

        run._freed.wait = waiting  # type: ignore[assignment,method-assign]

    assert updated(Web(pages(2_000), ledger), 1_000, watching=watching).outcomes[Outcome.OK] == 1_000


def test_room_that_was_taken_for_what_cannot_be_read_is_free_again(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def answering(_: str, room: Room) -> int:
        await room(MAX_WAITING_LENGTH)
        await asyncio.sleep(0)
        raise UnusableError("broken")

    monkeypatch.setattr(update, "BATCH_S", 0.01)
    assert updated(Web(answering, ledger), 20).outcomes[Outcome.FAILED] == 20


def test_what_was_read_when_time_is_up_is_recorded_and_only_the_others_are_late(ledger: Ledger) -> None:
    is_up = asyncio.Event()

    async def answering(url: str, room: Room) -> int:
        if url == "0":
            return 10
        if url == "1":  # what is being read ends a little later
            await room(MAX_WAITING_LENGTH - 10)
            await is_up.wait()
            return 20
        if url == "2":
            await room(20)
            pytest.fail("there is no room for it")
        try:
            return await asyncio.Event().wait()
        finally:
            is_up.set()

    report = updated(Web(answering, ledger), 4, max_time_s=0.05)
    assert (sorted(ledger.recorded), sorted(ledger.late), report.late_count) == (["0", "1"], [2, 3], 2)
    assert report.outcomes == {Outcome.OK: 2, Outcome.SKIPPED: 2}


def test_reading_that_does_not_end_is_given_up(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    async def answering(_: str, room: Room) -> int:
        await room(1)
        return await asyncio.Event().wait()

    monkeypatch.setattr(update, "GRACE_S", 0.01)
    assert updated(Web(answering, ledger), 2, max_time_s=0.01).late_count == 2
    assert (ledger.recorded, sorted(ledger.late)) == ([], [0, 1])
