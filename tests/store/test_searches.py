"""Searches and findings as rows: about a claim by a provider, or for a watch."""

from typing import Any

import pytest
from sqlmodel import Session

from claimcheck.store.dialect import Connection
from claimcheck.store.engine import driver_connection
from claimcheck.store.searches import FINDING_FIELDS, add_finding, add_search, known_findings
from claimcheck.store.watches import add_watch
from claimcheck.values import Finding
from claimcheck.vocabulary import Outcome

AT = "2026-11-27T12:00:00Z"
HASH = "a" * 64


@pytest.fixture
def connection(session: Session) -> Connection:
    return driver_connection(session)


def search(connection: Connection, provider: str = "gdelt", **about: Any) -> int:
    return add_search(connection, provider=provider, query="ships", asked_at=AT, outcome=Outcome.OK, **about)


def test_a_finding_is_kept_with_all_that_it_says(connection: Connection) -> None:
    own_id = search(connection, claim_id=1, hit_count=1)
    said = {name: f"{name} \U0001f6a2\x1b" for name in FINDING_FIELDS}
    add_finding(connection, own_id, 1, Finding("k", **said), HASH)
    sql = f"SELECT key, content_sha256, {', '.join(FINDING_FIELDS)} FROM finding WHERE search_id = ?"  # noqa: S608 - our own names
    assert tuple(connection.execute(sql, (own_id,)).fetchone()) == ("k", HASH, *said.values())


def test_what_was_found_before_is_known_for_the_same_claim_and_provider_or_the_same_watch(
    connection: Connection,
) -> None:
    definition = {"kind": "query", "url": "gdelt:ships", "provider": "gdelt", "every_s": 60}
    watch_id = add_watch(connection, definition, author="a", recorded_at=AT)
    for number, own_id in enumerate(
        [search(connection, claim_id=1), search(connection, claim_id=1), search(connection, claim_id=2),
         search(connection, "url", claim_id=1), search(connection, watch_id=watch_id)]
    ):  # fmt: skip
        add_finding(connection, own_id, 1, Finding(str(number)), HASH)
    assert known_findings(connection, claim_id=1, provider="gdelt") == {("0", HASH), ("1", HASH)}
    assert known_findings(connection, claim_id=2, provider="gdelt") == {("2", HASH)}
    assert known_findings(connection, watch_id=watch_id) == {("4", HASH)}
    assert known_findings(connection, watch_id=watch_id + 1) == set()


def test_a_search_without_an_answer_has_no_number_of_hits(connection: Connection) -> None:
    own_id = add_search(
        connection, provider="gdelt", query="ships", asked_at=AT, outcome=Outcome.FAILED, claim_id=1, message="down"
    )
    row = connection.execute("SELECT outcome, hit_count, message FROM search WHERE id = ?", (own_id,)).fetchone()
    assert tuple(row) == ("failed", None, "down")
