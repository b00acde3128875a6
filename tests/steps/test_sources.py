"""The steps on sources: what a merge changes, in which order, and what stays."""

from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from claimcheck.errors import InputError, UsageError
from claimcheck.steps.sources import merge_sources, set_source
from claimcheck.store.engine import driver_connection, session_reader
from claimcheck.store.lookups import source_id

NOW = datetime(2024, 9, 12, tzinfo=UTC)


def number(session: Session, name: str) -> int:
    return source_id(session_reader(session), name)


def test_a_grade_is_dated_on_the_day_of_the_command(session: Session) -> None:
    changes = set_source(session, number(session, "CSIS"), author="a", now=NOW, fields={"reliability": "E"})
    assert {change.field: change.new for change in changes} == {
        "reliability": "E",
        "reliability_on": "2024-09-12",
        "reliability_reason": None,
    }


def test_an_alias_of_another_source_is_bad_input(session: Session) -> None:
    with pytest.raises(InputError, match="'Reuters'"):
        set_source(session, number(session, "CSIS"), author="a", now=NOW, fields={}, add_aliases=["Reuters"])


def test_the_own_name_is_not_removed(session: Session) -> None:
    with pytest.raises(UsageError, match="own name"):
        set_source(session, number(session, "Reuters"), author="a", now=NOW, fields={}, remove_aliases=["REUTERS"])


def test_a_spelling_is_taken_away_as_it_is_spelled_in_the_ledger(session: Session) -> None:
    source = number(session, "CSIS")
    (change,) = set_source(session, source, author="a", now=NOW, fields={}, remove_aliases=["  csis"])
    assert (change.old, change.new) == ("CSIS", None)


def test_a_merged_source_keeps_its_row_and_says_into_which(session: Session) -> None:
    one, other = number(session, "CSIS"), number(session, "Reuters")
    changes = merge_sources(session, from_id=one, into_id=other, author="a", now=NOW)
    assert (changes[-1].entity_id, changes[-1].field, changes[-1].new) == (one, "merged_into_id", other)
    row = driver_connection(session).execute("SELECT name, merged_into_id FROM source WHERE id = ?", (one,)).fetchone()
    assert row == ("Center for Strategic and International Studies", other)


def test_after_a_merge_nothing_names_the_merged_source(session: Session) -> None:
    one, other = number(session, "CEIAS"), number(session, "Reuters")
    merge_sources(session, from_id=one, into_id=other, author="a", now=NOW)
    connection = driver_connection(session)
    places = {"claim": "source_id", "document": "publisher_id", "via": "source_id", "source_alias": "source_id"}
    for table, column in places.items():
        left = connection.execute(f"SELECT count(*) FROM {table} WHERE {column} = ?", (one,)).fetchone()  # noqa: S608
        assert left == (0,), table


def test_both_names_of_one_source_cannot_be_merged(session: Session) -> None:
    with pytest.raises(UsageError):
        merge_sources(session, from_id=3, into_id=3, author="a", now=NOW)
