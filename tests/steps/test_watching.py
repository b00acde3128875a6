"""Deciding what is watched, and the list of it."""

from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from claimcheck.errors import ConflictError, NotFoundError, UsageError
from claimcheck.steps.sources import merge_sources
from claimcheck.steps.watching import WATCH_COLUMNS, WatchWish, change_state, require_watches, watch, watch_rows
from claimcheck.store.engine import driver_connection, session_reader
from claimcheck.store.lookups import source_id
from claimcheck.vocabulary import WatchState

NOW = datetime(2027, 1, 1, tzinfo=UTC)
PAGE = "https://example.org/a"


def add(session: Session, wish: WatchWish) -> int:
    return watch(session, wish, author="a", now=NOW)


def listed(session: Session) -> list[dict[str, object]]:
    return [dict(zip(WATCH_COLUMNS, row, strict=True)) for row in watch_rows(session_reader(session))]


def test_a_new_watch_is_due_at_once(session: Session) -> None:
    add(session, WatchWish(PAGE, every_s=90))
    (row,) = listed(session)
    assert (row["state"], row["due_at"], row["every"], row["failures"]) == (
        "active", "2027-01-01T00:00:00.000000Z", "1m30s", 0,
    )  # fmt: skip


@pytest.mark.parametrize("url", ["HTTPS://Example.org/a", " https://example.org/a#part ", "https://example.org:443/a"])
def test_other_spellings_of_an_address_are_the_same_watch(session: Session, url: str) -> None:
    add(session, WatchWish(PAGE))
    with pytest.raises(ConflictError, match="watch 1 watches that already"):
        add(session, WatchWish(url))


@pytest.mark.parametrize("url", ["feed:words", "url:words", "wayback:words", "claimreview:words"])
def test_a_provider_that_takes_no_words_is_refused_at_once(session: Session, url: str) -> None:
    with pytest.raises(UsageError, match="cannot be asked for words alone"):
        add(session, WatchWish(url))


def test_an_unknown_provider_is_told_the_known_ones(session: Session) -> None:
    with pytest.raises(UsageError, match=r"no provider 'gdlet' \(providers: .*gdelt"):
        add(session, WatchWish("gdlet:words"))


def test_a_watch_of_a_merged_source_is_listed_with_the_source_that_is_left(session: Session) -> None:
    reader = session_reader(session)
    first, second, third = (source_id(reader, name) for name in ("CSIS", "CEIAS", "Reuters"))
    add(session, WatchWish(PAGE, source="CSIS"))
    merge_sources(session, from_id=first, into_id=second, author="a", now=NOW)
    merge_sources(session, from_id=second, into_id=third, author="a", now=NOW)
    assert listed(session)[0]["about"] == "Reuters"


def test_a_resumed_watch_begins_anew(session: Session) -> None:
    number = add(session, WatchWish(PAGE))
    driver_connection(session).execute("UPDATE watch SET state = 'gone', failure_count = 12, failing_since = '2026'")
    assert change_state(session, number, WatchState.ACTIVE, now=NOW) is WatchState.GONE
    (row,) = listed(session)
    assert (row["state"], row["failures"], row["failing_since"]) == ("active", 0, None)


def test_what_was_removed_is_neither_listed_nor_changed_nor_asked(session: Session) -> None:
    number = add(session, WatchWish(PAGE))
    assert change_state(session, number, WatchState.REMOVED, now=NOW) is WatchState.ACTIVE
    assert listed(session) == []
    with pytest.raises(NotFoundError, match="there is no watch 1"):
        change_state(session, number, WatchState.ACTIVE, now=NOW)
    with pytest.raises(NotFoundError, match="watch 1"):
        require_watches(session_reader(session), [number])
