"""Removing what nothing else needs, and the whole states from which it can come back."""

from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from claimcheck.errors import ConflictError
from claimcheck.store.claims import claim_state
from claimcheck.store.documents import DocumentBook
from claimcheck.store.engine import driver_connection
from claimcheck.store.history import CommandLog
from claimcheck.store.removal import delete_entity, document_state, source_state
from claimcheck.store.sources import SourceBook
from claimcheck.store.watches import add_watch
from claimcheck.vocabulary import Entity

NOW = datetime(2024, 9, 12, tzinfo=UTC)


@pytest.mark.parametrize("entity", [Entity.SOURCE, Entity.DOCUMENT])
@pytest.mark.file
def test_what_claims_refer_to_is_not_removed(session: Session, entity: Entity) -> None:
    with pytest.raises(ConflictError, match="referred to"):
        delete_entity(session, entity, 1)
    assert driver_connection(session).execute(f"SELECT id FROM {entity} WHERE id = 1").fetchone()  # noqa: S608


@pytest.mark.file
def test_a_claim_goes_with_what_belongs_to_it_alone(session: Session) -> None:
    connection = driver_connection(session)
    (claim,) = connection.execute(
        "SELECT min(id) FROM claim WHERE id NOT IN (SELECT other_id FROM relation)"
    ).fetchone()
    delete_entity(session, Entity.CLAIM, claim)
    for table in ("appearance", "claim_tag", "relation"):
        sql = f"SELECT count(*) FROM {table} WHERE claim_id = ?"  # noqa: S608
        assert connection.execute(sql, (claim,)).fetchone() == (0,)
    found = connection.execute("SELECT count(*), (SELECT count(*) FROM claim_search_docsize) FROM claim").fetchone()
    assert found == (61, 61)


def test_a_source_comes_back_from_its_state(session: Session) -> None:
    connection = driver_connection(session)
    book = SourceBook(connection, CommandLog(session, name="x", author="a", now=NOW))
    number = book.create("Newcomer", {"kind": "person", "reliability": "B"}, ["Newbie"])
    state = source_state(connection, number)
    assert state["aliases"] == ["Newbie", "Newcomer"]
    assert state["reliability_on"] == "2024-09-12"
    delete_entity(session, Entity.SOURCE, number)
    book.restore(state, number)
    assert source_state(connection, number) == state


def test_a_document_comes_back_from_its_state_with_its_snapshots(session: Session) -> None:
    connection = driver_connection(session)
    book = DocumentBook(connection, CommandLog(session, name="x", author="a", now=NOW))
    number = book.create({"title": "T", "published_on": "2024", "publisher_id": 1})
    book.find_or_create_snapshot(number, {"text_sha256": "b" * 64})
    state = document_state(connection, number)
    assert [snapshot["text_sha256"] for snapshot in state["snapshots"]] == ["b" * 64]
    delete_entity(session, Entity.DOCUMENT, number)
    book.restore(state, number)
    assert document_state(connection, number) == state


def test_the_state_of_a_claim_is_all_that_its_removal_takes(session: Session) -> None:
    state = claim_state(driver_connection(session), 2)
    assert {"tags", "appearances", "public_id", "recorded_at", "revision"} <= set(state)
    assert state["appearances"][0]["via"]


@pytest.mark.file
def test_a_watch_for_a_claim_that_goes_ends_instead_of_proposing_to_all(session: Session) -> None:
    connection = driver_connection(session)
    (claim,) = connection.execute(
        "SELECT min(id) FROM claim WHERE id NOT IN (SELECT other_id FROM relation)"
    ).fetchone()
    definition = {"kind": "page", "url": "https://example.org/", "every_s": 60}
    for claim_id in (claim, None):
        add_watch(connection, definition | {"claim_id": claim_id}, author="a", recorded_at="2024")
    delete_entity(session, Entity.CLAIM, claim)
    found = connection.execute("SELECT state, claim_id FROM watch ORDER BY id").fetchall()
    assert found == [("removed", None), ("active", None)]
