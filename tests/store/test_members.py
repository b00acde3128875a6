"""What an entity has several of: every kind is added, taken away once, and comes back as it was."""

from typing import Any

import pytest
from sqlmodel import Session

from claimcheck.errors import ConflictError
from claimcheck.store.dialect import Connection
from claimcheck.store.engine import driver_connection
from claimcheck.store.evidence import insert_evidence
from claimcheck.store.members import MEMBERS
from claimcheck.vocabulary import Entity

PASSAGE = {"snapshot_id": 1, "span_start": 5, "span_end": 9, "exact": "seen", "prefix": "was ", "suffix": ""}
EXAMPLES: dict[tuple[Entity, str], tuple[str, Any]] = {
    (Entity.CLAIM, "tag"): ("claim_tag", "fresh"),
    (Entity.CLAIM, "relation"): ("relation", {"kind": "narrows", "other_id": 3, "note": "n"}),
    (Entity.CLAIM, "relation_suggestion"): (
        "relation_suggestion",
        {"kind": "contradicts", "other_id": 3, "state": "suggested", "reasons": "r"},
    ),
    (Entity.CLAIM, "appearance"): ("appearance", {"id": 900, "is_first": 0, "via": [{"source_id": 2, "how": "told"}]}),
    (Entity.SOURCE, "alias"): ("source_alias", "A New Name"),
    (Entity.DOCUMENT, "snapshot"): ("snapshot", {"id": 900, "text_sha256": "d" * 64}),
    (Entity.DOCUMENT, "evidence"): ("evidence", {"id": 900, **PASSAGE}),
    (Entity.CLAIM, "link"): ("link", {"evidence_id": 70, "stance": "mentions", "state": "suggested"}),
}


@pytest.fixture
def connection(session: Session) -> Connection:
    opened = driver_connection(session)
    insert_evidence(opened, {"id": 70, **PASSAGE, "span_start": 6})
    return opened


def test_every_kind_has_its_example() -> None:
    assert set(EXAMPLES) == set(MEMBERS)


@pytest.mark.parametrize("kind", EXAMPLES, ids=lambda kind: kind[1])
def test_a_member_is_added_and_taken_away_once(connection: Connection, kind: tuple[Entity, str]) -> None:
    table, value = EXAMPLES[kind]
    rows = f"SELECT * FROM {table} ORDER BY 1, 2"  # noqa: S608
    before = connection.execute(rows).fetchall()
    assert MEMBERS[kind].add(connection, 1, value) == value
    added = connection.execute(rows).fetchall()
    assert len(added) == len(before) + 1
    MEMBERS[kind].remove(connection, 1, value)
    assert connection.execute(rows).fetchall() == before
    with pytest.raises(ConflictError, match="no longer there"):
        MEMBERS[kind].remove(connection, 1, value)
    MEMBERS[kind].add(connection, 1, value)
    assert [row[:2] for row in connection.execute(rows)] == [row[:2] for row in added]


@pytest.mark.parametrize(
    "kind",
    [(Entity.CLAIM, "appearance"), (Entity.DOCUMENT, "snapshot"), (Entity.DOCUMENT, "evidence")],
    ids=["place", "bytes", "passage"],
)
def test_a_member_without_a_number_is_recorded_with_the_one_it_got(
    connection: Connection, kind: tuple[Entity, str]
) -> None:
    table, example = EXAMPLES[kind]
    value = {name: part for name, part in example.items() if name != "id"}
    last = connection.execute(f"SELECT max(id) FROM {table}").fetchone()[0]  # noqa: S608
    assert MEMBERS[kind].add(connection, 1, value) == {**value, "id": last + 1}


def test_a_member_of_another_entity_is_not_taken_away(connection: Connection) -> None:
    MEMBERS[Entity.SOURCE, "alias"].add(connection, 1, "A New Name")
    with pytest.raises(ConflictError):
        MEMBERS[Entity.SOURCE, "alias"].remove(connection, 2, "a new  NAME")
    MEMBERS[Entity.SOURCE, "alias"].remove(connection, 1, "a new  NAME")


@pytest.mark.parametrize(
    ("kind", "changed"),
    [
        ((Entity.CLAIM, "relation"), {"note": "other"}),
        ((Entity.CLAIM, "appearance"), {"cue": "said"}),
        ((Entity.CLAIM, "appearance"), {"is_first": 1}),
        ((Entity.CLAIM, "link"), {"state": "rejected"}),
        ((Entity.CLAIM, "link"), {"reasons": "a person looked"}),
        ((Entity.CLAIM, "appearance"), {"via": [{"source_id": 2, "how": None}]}),
    ],
)
def test_a_member_that_is_no_longer_as_it_was_recorded_is_not_taken_away(
    connection: Connection, kind: tuple[Entity, str], changed: dict[str, Any]
) -> None:
    _, value = EXAMPLES[kind]
    MEMBERS[kind].add(connection, 1, {**value, **changed})
    with pytest.raises(ConflictError, match="no longer as it was recorded"):
        MEMBERS[kind].remove(connection, 1, value)


def test_what_is_taken_away_is_given_as_it_was_stored(connection: Connection) -> None:
    MEMBERS[Entity.SOURCE, "alias"].add(connection, 1, "A New Name")
    assert MEMBERS[Entity.SOURCE, "alias"].remove(connection, 1, "a new  NAME") == "A New Name"


def test_what_a_state_does_not_write_out_is_no_change(connection: Connection) -> None:
    MEMBERS[Entity.CLAIM, "appearance"].add(connection, 1, {"id": 900, "is_first": False})
    written_out: dict[str, Any] = {"id": 900, "is_first": 0, "quote": None, "via": []}
    MEMBERS[Entity.CLAIM, "appearance"].remove(connection, 1, written_out)
