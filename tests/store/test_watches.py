"""Watches and runs as rows: what is due, what is the same, and what is remembered of an outcome."""

from typing import Any

import pytest
from sqlmodel import Session

from claimcheck.store.dialect import Connection
from claimcheck.store.engine import driver_connection, session_reader
from claimcheck.store.watches import (
    MAX_MESSAGE_LENGTH,
    Watched,
    WatchOutcome,
    add_watch,
    due_watches,
    end_run,
    record_outcomes,
    same_watch,
    set_state,
    start_run,
)
from claimcheck.vocabulary import Outcome, WatchState

EARLY, AT, LATE = "2026-11-27T11:00:00Z", "2026-11-27T12:00:00Z", "2026-11-27T13:00:00Z"
PAGE = {"kind": "page", "url": "https://example.org/a", "every_s": 3600}


@pytest.fixture
def connection(session: Session) -> Connection:
    return driver_connection(session)


def add(connection: Connection, at: str = AT, **definition: Any) -> int:
    return add_watch(connection, {**PAGE, **definition}, author="a", recorded_at=at)


def one(session: Session, watch_id: int) -> Watched:
    (found,) = due_watches(session_reader(session), EARLY, [watch_id])
    return found


def outcome(watch_id: int, result: Outcome = Outcome.OK, message: str | None = None, **working: Any) -> WatchOutcome:
    return WatchOutcome(watch_id, result, message, AT, working)


def test_a_new_watch_is_due_at_once_and_knows_nothing(session: Session, connection: Connection) -> None:
    watch_id = add(connection, claim_id=1, source_id=2)
    found = one(session, watch_id)
    assert found[:9] == (watch_id, "page", PAGE["url"], None, 1, 2, None, 3600, AT)
    assert set(found[9:]) == {None, 0}
    assert due_watches(session_reader(session), AT) == [found]
    assert due_watches(session_reader(session), EARLY) == []


def test_the_longest_waiting_come_first(session: Session, connection: Connection) -> None:
    ids = [add(connection, at, url=f"https://example.org/{at}") for at in (LATE, EARLY, AT)]
    assert [found.id for found in due_watches(session_reader(session), LATE)] == [ids[1], ids[2], ids[0]]


def test_named_watches_are_asked_due_or_not_once_each_and_only_if_active(
    session: Session, connection: Connection
) -> None:
    late, paused = add(connection, LATE), add(connection, url="https://example.org/b")
    set_state(connection, paused, WatchState.PAUSED)
    assert [found.id for found in due_watches(session_reader(session), EARLY, [paused, late, late, 999])] == [late]


def test_the_same_page_for_the_same_claims_is_watched_once(connection: Connection) -> None:
    watch_id = add(connection, claim_id=1)
    assert same_watch(connection, {**PAGE, "claim_id": 1, "every_s": 7}) == watch_id
    for other in ({}, {"claim_id": 2}, {"claim_id": 1, "source_id": 1}, {"claim_id": 1, "kind": "feed"}):
        assert same_watch(connection, {**PAGE, **other}) is None
    assert same_watch(connection, {**PAGE, "claim_id": 1, "url": "https://example.org/%' OR 1=1 --"}) is None
    set_state(connection, watch_id, WatchState.GONE)
    assert same_watch(connection, {**PAGE, "claim_id": 1}) == watch_id
    set_state(connection, watch_id, WatchState.REMOVED)
    assert same_watch(connection, {**PAGE, "claim_id": 1}) is None


def test_a_number_is_never_given_twice(connection: Connection) -> None:
    first = add(connection)
    connection.execute("DELETE FROM watch WHERE id = ?", (first,))
    assert add(connection) == first + 1


def test_a_watch_that_is_resumed_begins_anew(session: Session, connection: Connection) -> None:
    watch_id = add(connection)
    run_id = start_run(connection, author="a", started_at=AT, due_count=1)
    failed = outcome(watch_id, Outcome.FAILED, failure_count=3, failing_since=EARLY, due_at=LATE, etag='"v1"')
    record_outcomes(connection, run_id, [failed])
    set_state(connection, watch_id, WatchState.PAUSED)
    assert due_watches(session_reader(session), LATE) == []
    set_state(connection, watch_id, WatchState.ACTIVE, due_at=AT)
    found = one(session, watch_id)
    assert (found.due_at, found.failure_count, found.failing_since, found.etag) == (AT, 0, None, '"v1"')


def test_an_outcome_is_in_the_run_and_the_watch_remembers_what_changes(
    session: Session, connection: Connection
) -> None:
    watch_id = add(connection)
    run_id = start_run(connection, author="a", started_at=AT, due_count=1)
    record_outcomes(
        connection, run_id, [outcome(watch_id, etag='W/"\x1b\u00e9"', content_sha256="a" * 64, due_at=LATE)]
    )
    rows = connection.execute("SELECT run_id, watch_id, outcome, message, asked_at FROM run_outcome").fetchall()
    assert [tuple(row) for row in rows] == [(run_id, watch_id, "ok", None, AT)]
    found = one(session, watch_id)
    assert (found.etag, found.content_sha256, found.due_at) == ('W/"\x1b\u00e9"', "a" * 64, LATE)
    assert (found.asked_at, found.last_outcome, found.last_message) == (AT, "ok", None)
    later = start_run(connection, author="a", started_at=LATE, due_count=1)
    record_outcomes(connection, later, [outcome(watch_id, Outcome.BLOCKED, "no" * 999, failure_count=1)])
    found = one(session, watch_id)
    assert (found.etag, found.due_at, found.failure_count, found.last_outcome) == (
        'W/"\x1b\u00e9"', LATE, 1, "blocked",
    )  # fmt: skip
    assert len(found.last_message or "") == MAX_MESSAGE_LENGTH


def test_an_outcome_sets_nothing_but_working_state(session: Session, connection: Connection) -> None:
    watch_id = add(connection)
    run_id = start_run(connection, author="a", started_at=AT, due_count=1)
    record_outcomes(connection, run_id, [outcome(watch_id, url="https://example.org/other", every_s=1)])
    assert (one(session, watch_id).url, one(session, watch_id).every_s) == (PAGE["url"], 3600)


@pytest.mark.parametrize("state", [WatchState.PAUSED, WatchState.REMOVED])
def test_whoever_paused_or_removed_it_in_the_meantime_has_the_last_word(
    connection: Connection, state: WatchState
) -> None:
    watch_id = add(connection)
    run_id = start_run(connection, author="a", started_at=AT, due_count=1)
    set_state(connection, watch_id, state)
    record_outcomes(connection, run_id, [outcome(watch_id, Outcome.FAILED, "gone")._replace(is_gone=True)])
    row = connection.execute("SELECT state, asked_at FROM watch WHERE id = ?", (watch_id,)).fetchone()
    assert tuple(row) == (state.value, None)
    assert tuple(connection.execute("SELECT outcome FROM run_outcome").fetchone()) == ("failed",)


def test_what_is_gone_is_not_asked_again(session: Session, connection: Connection) -> None:
    watch_id = add(connection)
    run_id = start_run(connection, author="a", started_at=AT, due_count=1)
    record_outcomes(connection, run_id, [outcome(watch_id, Outcome.FAILED, "gone")._replace(is_gone=True)])
    assert due_watches(session_reader(session), LATE) == []
    assert tuple(connection.execute("SELECT state FROM watch").fetchone()) == ("gone",)


def test_a_run_without_an_end_was_interrupted(connection: Connection) -> None:
    first = start_run(connection, author="a", started_at=EARLY, due_count=3)
    second = start_run(connection, author="b", started_at=AT, due_count=0)
    end_run(connection, second, LATE)
    rows = connection.execute("SELECT id, author, started_at, ended_at, due_count FROM run ORDER BY id").fetchall()
    assert [tuple(row) for row in rows] == [(first, "a", EARLY, None, 3), (second, "b", AT, LATE, 0)]
