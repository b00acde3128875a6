"""Whole claims: what is stored from a state is read back as that state."""

from typing import Any

import pytest
from sqlmodel import Session

from claimcheck.store.claims import TagBook, appearance_state, claim_state, insert_appearance, insert_claims
from claimcheck.store.dialect import Connection
from claimcheck.store.engine import driver_connection

STATE: dict[str, Any] = {
    "public_id": "01900000-0000-7000-8000-000000000001",
    "source_id": 1,
    "text": "New words.",
    "kind": "estimate",
    "said_on": "2024-02",
    "confidence": 0.25,
    "state": "proposed",
    "revision": 4,
    "recorded_at": "2024-09-12T08:30:00.000000Z",
    "tags": ["a", "b"],
    "appearances": [
        {
            "id": 500,
            "document_id": 1,
            "is_first": 1,
            "span_start": 3,
            "span_end": 9,
            "via": [{"source_id": 2, "how": "told"}, {"source_id": 3, "how": None}],
        }
    ],
}


@pytest.fixture
def connection(session: Session) -> Connection:
    return driver_connection(session)


def test_a_state_comes_back_as_it_was_stored(connection: Connection) -> None:
    insert_claims(connection, [(100, STATE)], TagBook(connection))
    assert claim_state(connection, 100) == STATE


def test_what_is_not_known_is_not_in_a_state(connection: Connection) -> None:
    needed = {"public_id", "source_id", "text", "kind", "state", "revision", "recorded_at"}
    bare = {name: STATE[name] for name in needed}
    insert_claims(connection, [(100, bare)], TagBook(connection))
    assert claim_state(connection, 100) == {**bare, "tags": [], "appearances": []}


def test_the_bounds_of_a_day_are_stored_beside_it(connection: Connection) -> None:
    insert_claims(connection, [(100, STATE)], TagBook(connection))
    row = connection.execute("SELECT said_earliest, said_latest FROM claim WHERE id = 100").fetchone()
    assert row == ("2024-02-01", "2024-02-29")


def test_one_more_appearance_keeps_its_number_and_the_order_of_its_hops(connection: Connection) -> None:
    state = {"id": 700, "is_first": 0, "via": [{"source_id": 3, "how": None}, {"source_id": 1, "how": "quoted by"}]}
    assert insert_appearance(connection, 1, state) == 700
    assert appearance_state(connection, 700) == state
    assert insert_appearance(connection, 1, {"is_first": 0}) == 701


def test_a_tag_is_made_once(connection: Connection) -> None:
    book = TagBook(connection)
    first = book.find_or_create("fresh")
    assert first == book.find_or_create("fresh") == TagBook(connection).find_or_create("fresh")
    assert connection.execute("SELECT count(*) FROM tag WHERE name = 'fresh'").fetchone() == (1,)
