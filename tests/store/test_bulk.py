"""What a load asks for thousands of claims at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck.store import bulk
from claimcheck.store.dialect import Connection
from claimcheck.store.engine import driver_connection, open_session
from claimcheck.text import fingerprint
from claimcheck.values import ClaimIn
from tests.conftest import Run, here

MANY = 900  # more than go into one statement


@pytest.fixture
def connection(run: Run) -> Iterator[Connection]:
    """A writing connection to a ledger of many claims of one source."""
    rows = "".join(f"Claim {number},Ann\n" for number in range(MANY))
    Path("claims.csv").write_text("text,source\n" + rows, encoding="utf-8")
    assert run("load", "claims.csv").code == 0
    with open_session(here(), keep=False) as session:
        yield driver_connection(session)


def test_public_ids_that_are_known_get_their_numbers(connection: Connection) -> None:
    stored: dict[str, int] = dict(connection.execute("SELECT public_id, id FROM claim"))
    assert bulk.known_public_ids(connection, [*stored, "unknown"]) == stored
    assert bulk.known_public_ids(connection, []) == {}


def test_claims_are_known_by_public_id_or_by_source_and_words(connection: Connection) -> None:
    public_id = connection.execute("SELECT public_id FROM claim WHERE id = 5").fetchone()[0]
    wanted = [(ClaimIn(f"row {number}", "Ann", {}), (1, fingerprint(f"CLAIM  {number}"))) for number in range(MANY)]
    wanted += [
        (ClaimIn("a", "Ann", {}, public_id=public_id), (0, 0)), (ClaimIn("b", "Bob", {}), (2, fingerprint("Claim 1"))),
    ]  # fmt: skip
    found = bulk.known_claims(connection, wanted)
    assert found.pop(public_id) == 5
    assert found == {(1, fingerprint(f"Claim {number}")): number + 1 for number in range(MANY)}


def test_the_first_of_two_claims_with_the_same_words_is_the_known_one(connection: Connection) -> None:
    connection.execute(
        "UPDATE claim SET text_fingerprint = (SELECT text_fingerprint FROM claim WHERE id = 3) WHERE id > 2"
    )
    key = (1, fingerprint("Claim 2"))
    assert bulk.known_claims(connection, [(ClaimIn("row 1", "Ann", {}), key)]) == {key: 3}


def test_rows_of_any_number_of_ids_come_from_one_statement(connection: Connection) -> None:
    ids = list(range(1, MANY + 50))
    rows = bulk.rows_by_id(connection, "SELECT id, text FROM claim WHERE id IN ({marks})", ids)
    assert dict(rows) == {number: f"Claim {number - 1}" for number in range(1, MANY + 1)}
    assert list(bulk.rows_by_id(connection, "SELECT id FROM claim WHERE id IN ({marks})", [])) == []


def test_a_relation_is_known_with_its_direction_and_kind(connection: Connection) -> None:
    connection.execute("INSERT INTO relation (claim_id, kind, other_id) VALUES (1, 'denies', 2)")
    assert bulk.has_relation(connection, 1, "denies", 2)
    assert not bulk.has_relation(connection, 2, "denies", 1)
    assert not bulk.has_relation(connection, 1, "repeats", 2)


@pytest.mark.file
def test_an_index_that_was_put_off_is_brought_up_to_date_once(connection: Connection) -> None:
    hits = "SELECT count(*) FROM claim_search WHERE claim_search MATCH 'late'"
    index = bulk.DeferredIndex(connection)
    for number in (1, 2):
        index.suspend()
        connection.execute(
            "INSERT INTO claim (public_id, source_id, text, text_fingerprint, kind, state, revision, recorded_at) "
            "VALUES (?, 1, 'Late', 0, 'denial', 'accepted', 1, '')",
            (f"late {number}",),
        )
        assert connection.execute(hits).fetchone()[0] == 0
    index.resume()
    index.resume()
    assert connection.execute(hits).fetchone()[0] == 2
    connection.execute("DELETE FROM claim WHERE text = 'Late'")
    assert connection.execute(hits).fetchone()[0] == 0
    assert connection.execute("SELECT count(*) FROM sqlite_stat1").fetchone()[0]


def test_claims_are_known_by_public_id_and_the_moment_of_recording(connection: Connection) -> None:
    marks = {row[:2]: row[2:] for row in connection.execute("SELECT public_id, recorded_at, id, revision FROM claim")}
    assert bulk.known_revisions(connection, [public_id for public_id, _ in marks] + ["x"]) == marks
