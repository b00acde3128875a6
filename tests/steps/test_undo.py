"""The step `undo`: which events it takes back, and in which order."""

from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from claimcheck.errors import ConflictError, NotFoundError
from claimcheck.steps.annotate import annotate
from claimcheck.steps.undo import undo
from claimcheck.store.engine import driver_connection
from claimcheck.vocabulary import Action

NOW = datetime(2024, 9, 12, tzinfo=UTC)


def test_the_events_of_a_command_are_taken_back_latest_first(session: Session) -> None:
    annotate(session, 2, author="a", now=NOW, fields={"kind": "denial", "verdict": "refuted"}, note="n")
    undone = undo(session, author="b", now=NOW)
    assert (undone.command_id, undone.command) == (2, "annotate")
    assert [event.field for event in undone.events] == [None, "verdict", "kind"]
    assert [event.id for event in undone.events] == sorted((event.id for event in undone.events), reverse=True)


def test_only_what_is_still_in_force_of_a_command_is_taken_back(session: Session) -> None:
    annotate(session, 2, author="a", now=NOW, fields={"kind": "denial", "verdict": "refuted"})
    first = driver_connection(session).execute("SELECT min(id) FROM event WHERE command_id = 2").fetchone()[0]
    undo(session, author="b", now=NOW, event_id=first)
    assert [event.field for event in undo(session, author="b", now=NOW, command_id=2).events] == ["verdict"]


def test_what_is_taken_back_already_is_a_conflict(session: Session) -> None:
    annotate(session, 2, author="a", now=NOW, note="n")
    undo(session, author="b", now=NOW)
    with pytest.raises(ConflictError, match="taken back already"):
        undo(session, author="b", now=NOW, command_id=2)


def test_undoing_a_load_removes_everything_it_created(session: Session) -> None:
    undone = undo(session, author="b", now=NOW)
    assert {event.action for event in undone.events} == {Action.CREATED, Action.CHANGED}
    connection = driver_connection(session)
    for table in ("claim", "appearance", "via", "claim_tag", "relation", "document", "snapshot", "source_alias"):
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table  # noqa: S608
    with pytest.raises(NotFoundError, match="nothing to undo"):
        undo(session, author="b", now=NOW)


def test_what_comes_back_has_the_number_it_had(session: Session) -> None:
    connection = driver_connection(session)
    numbers = "SELECT id, public_id, source_id, recorded_at FROM claim ORDER BY id"
    places = "SELECT id, claim_id, document_id, snapshot_id FROM appearance ORDER BY id"
    before = [connection.execute(sql).fetchall() for sql in (numbers, places)]
    undo(session, author="b", now=NOW)
    undo(session, author="b", now=NOW, command_id=2)
    assert [connection.execute(sql).fetchall() for sql in (numbers, places)] == before


def test_a_conflict_is_said_in_words_and_not_in_those_of_the_database(session: Session) -> None:
    annotate(session, 2, author="a", now=NOW, add_tags=["x"])
    annotate(session, 2, author="a", now=NOW, remove_tags=["x"])
    annotate(session, 2, author="a", now=NOW, add_tags=["x"])
    with pytest.raises(ConflictError) as caught:
        undo(session, author="b", now=NOW, command_id=3)
    assert "constraint" not in str(caught.value).lower()


def test_nothing_is_done_again_under_a_later_change_that_counts(session: Session) -> None:
    annotate(session, 2, author="a", now=NOW, fields={"verdict": "supported"})
    undo(session, author="b", now=NOW)
    annotate(session, 2, author="a", now=NOW, fields={"verdict": "refuted"})
    annotate(session, 2, author="a", now=NOW, fields={"verdict": None})
    with pytest.raises(ConflictError, match="changed since"):
        undo(session, author="b", now=NOW, command_id=3)
    assert [undo(session, author="b", now=NOW).command_id for _ in range(2)] == [5, 4]
    undo(session, author="b", now=NOW, command_id=3)
    value = driver_connection(session).execute("SELECT verdict FROM claim WHERE id = 2").fetchone()
    assert value == ("supported",)
