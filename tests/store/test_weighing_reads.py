"""What is read to weigh evidence."""

from sqlmodel import Session

from claimcheck.store.engine import session_reader
from claimcheck.store.weighing_reads import (
    aliases,
    evidence_items,
    graded_source,
    known_names,
    statements,
    unchecked_claims,
    weighed_claim,
)


def test_a_claim_with_who_made_it(session: Session) -> None:
    claim = weighed_claim(session_reader(session), 53)
    assert (claim.id, claim.source) == (53, "Center for Strategic and International Studies")
    assert "CSIS" in aliases(session_reader(session), claim.source_id)


def test_names_of_sources_come_with_the_one_to_show_in_front(session: Session) -> None:
    reader = session_reader(session)
    names = known_names(reader, limit=1_000)
    assert any(some[0] == "Center for Strategic and International Studies" and "CSIS" in some for some in names)
    assert len(known_names(reader, limit=3)) == 3


def test_a_source_and_its_grade_are_found_by_any_name(session: Session) -> None:
    found = graded_source(session_reader(session), "csis")
    assert found is not None
    assert found[1] == "Center for Strategic and International Studies"
    assert graded_source(session_reader(session), "nobody") is None


def test_statements_are_those_of_claims_that_stand(session: Session) -> None:
    reader = session_reader(session)
    assert [row[0] for row in statements(reader, [9, 7])] == [7, 9]
    assert statements(reader, []) == []
    assert evidence_items(reader, 9) == []
    assert 9 in unchecked_claims(reader)
