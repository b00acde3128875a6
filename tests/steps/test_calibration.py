"""Grouping forecasts: by source, by author, and stated ones beside computed ones."""

from datetime import UTC, datetime

from sqlmodel import Session

from claimcheck.steps.annotate import annotate
from claimcheck.steps.calibration import ALL, COMPUTED, scored
from claimcheck.store.assessments import insert_assessment
from claimcheck.store.engine import driver_connection, session_reader
from tests.test_assessment_models import ASSESSMENT

BEFORE, NOW = "2026-11-27T00:00:00.000000Z", datetime(2026, 11, 28, tzinfo=UTC)
CLAIMS = range(11, 35)
"""Claims of the seeds that state a confidence."""


def decide(session: Session) -> None:
    for claim_id in CLAIMS:
        state = {**ASSESSMENT, "claim_id": claim_id, "assessed_at": BEFORE, "confidence": 0.9}
        insert_assessment(driver_connection(session), state)
        annotate(session, claim_id, author="a", now=NOW, fields={"verdict": "supported"})


def test_all_forecasts_are_one_group(session: Session) -> None:
    decide(session)
    (group,) = scored(session_reader(session)).groups
    assert (group.name, group.forecast_count) == (ALL, len(CLAIMS))
    assert group.calibration is not None


def test_computed_confidences_stand_beside_stated_ones(session: Session) -> None:
    decide(session)
    groups = {group.name: group for group in scored(session_reader(session), "method").groups}
    assert set(groups) == {COMPUTED, "stated (load)"}
    computed = groups[COMPUTED].calibration
    assert computed is not None
    assert abs(computed.brier - 0.01) < 1e-9


def test_groups_that_are_too_small_are_named_without_scores(session: Session) -> None:
    decide(session)
    groups = scored(session_reader(session), "source").groups
    assert sum(group.forecast_count for group in groups) == len(CLAIMS)
    assert all(group.calibration is None for group in groups)
