"""What the evidence for claims came to: the latest counts, and the earlier ones are remembered."""

from sqlmodel import Session

from claimcheck.store.assessments import assessments_before, insert_assessment, latest_assessments
from claimcheck.store.engine import driver_connection, session_reader
from tests.test_assessment_models import ASSESSMENT

DAYS = [f"2026-01-0{day}T00:00:00.000000Z" for day in (1, 2, 3)]


def test_the_latest_assessment_of_each_claim_that_has_one(session: Session) -> None:
    connection = driver_connection(session)
    for day, confidence in zip(DAYS, (0.1, 0.2, 0.3), strict=True):
        insert_assessment(connection, {**ASSESSMENT, "assessed_at": day, "confidence": confidence})
    insert_assessment(connection, {**ASSESSMENT, "claim_id": 2})
    found = latest_assessments(session_reader(session), [1, 2, 3])
    assert {claim_id: state["confidence"] for claim_id, state in found.items()} == {1: 0.3, 2: 0.5}


def test_the_assessments_from_before_a_moment(session: Session) -> None:
    connection = driver_connection(session)
    for day in DAYS:
        insert_assessment(connection, {**ASSESSMENT, "assessed_at": day})
    found = assessments_before(session_reader(session), 1, DAYS[2])
    assert [state["assessed_at"] for state in found] == DAYS[:2]
