"""Links, searches and findings as they are read."""

import pytest
from sqlmodel import Session

from claimcheck.store import documents, evidence, searches
from claimcheck.store.engine import Reader, driver_connection, session_reader
from claimcheck.store.evidence_reads import (
    FINDING_NAMES,
    LINK_COLUMNS,
    SEARCH_NAMES,
    claim_links,
    findings,
    latest_searches,
    links,
)
from claimcheck.values import Finding
from claimcheck.vocabulary import Outcome

LINKS = [
    (2, 1, "supports", "confirmed"),
    (1, 2, "refutes", "suggested"),
    (1, 1, "mixed", "rejected"),
    (1, 3, "mentions", "confirmed"),
]


@pytest.fixture
def reader(session: Session) -> Reader:
    """Three passages of the first document, linked to two claims."""
    connection = driver_connection(session)
    snapshot_id = documents.insert_snapshot(connection, 1, {"text_sha256": "0" * 64})
    for start in range(3):
        passage = {"span_start": start, "span_end": start + 1, "exact": "x", "prefix": "", "suffix": ""}
        evidence.insert_evidence(connection, {"snapshot_id": snapshot_id, **passage})
    for claim_id, evidence_id, stance, state in LINKS:
        evidence.insert_link(connection, claim_id, {"evidence_id": evidence_id, "stance": stance, "state": state})
    return session_reader(session)


def test_links_come_by_claim_and_passage_without_what_was_rejected(reader: Reader) -> None:
    assert [row[:4] for row in links(reader)] == [
        (1, 2, "refutes", "suggested"),
        (1, 3, "mentions", "confirmed"),
        (2, 1, "supports", "confirmed"),
    ]
    assert {len(row) for row in links(reader)} == {len(LINK_COLUMNS)}


def test_links_are_chosen_by_claim_document_and_state_together(reader: Reader) -> None:
    assert [row[1] for row in links(reader, claim_id=1)] == [2, 3]
    assert [row[1] for row in links(reader, claim_id=1, document_id=1, states=("rejected", "confirmed"))] == [1, 3]
    assert links(reader, claim_id=1, document_id=2) == []
    assert links(reader, claim_id=3) == []


def test_a_claim_has_all_its_links_with_what_they_come_from(reader: Reader) -> None:
    found = claim_links(reader, 1)
    assert [(link["evidence_id"], link["state"]) for link in found] == [
        (1, "rejected"),
        (2, "suggested"),
        (3, "confirmed"),
    ]
    assert tuple(found[0]) == LINK_COLUMNS
    assert (found[0]["document_id"], found[0]["publisher"], found[0]["span_start"]) == (1, "CEIAS", 0)


def test_the_latest_search_of_each_provider_counts_and_every_finding_is_kept(session: Session) -> None:
    connection = driver_connection(session)
    for number, (claim_id, provider, outcome) in enumerate(
        [(1, "gdelt", Outcome.OK), (1, "gdelt", Outcome.FAILED), (1, "feed", Outcome.OK), (2, "gdelt", Outcome.EMPTY)]
    ):
        search_id = searches.add_search(
            connection, provider=provider, claim_id=claim_id, query="q", asked_at=f"2024-09-1{number}", outcome=outcome
        )
        if outcome is Outcome.OK:
            finding = Finding(key=str(number), title=provider, url="https://a.org/")
            searches.add_finding(connection, search_id, 1, finding, "0" * 64)
    reader = session_reader(session)
    latest = latest_searches(reader, 1)
    assert [(item["provider"], item["outcome"], item["asked_at"]) for item in latest] == [
        ("feed", "ok", "2024-09-12"),
        ("gdelt", "failed", "2024-09-11"),
    ]
    assert tuple(latest[0]) == SEARCH_NAMES
    found = findings(reader, 1)
    assert [(item["provider"], item["found_at"]) for item in found] == [("gdelt", "2024-09-10"), ("feed", "2024-09-12")]
    assert tuple(found[0]) == FINDING_NAMES
    assert (latest_searches(reader, 3), findings(reader, 3)) == ([], [])
