"""Which confidence counts as the forecast of a decided claim."""

from datetime import UTC, datetime

from sqlmodel import Session

from claimcheck.steps.annotate import annotate
from claimcheck.steps.undo import undo
from claimcheck.store.engine import session_reader
from claimcheck.store.forecasts import Decided, decided_claims

NOW = datetime(2026, 11, 28, tzinfo=UTC)


def decided(session: Session, *fields: dict[str, object]) -> list[Decided]:
    for values in fields:
        annotate(session, 17, author="a", now=NOW, fields=values)
    return list(decided_claims(session_reader(session)))


def test_the_last_confidence_before_the_verdict_counts(session: Session) -> None:
    (found,) = decided(session, {"confidence": 0.3}, {"confidence": 0.6}, {"verdict": "refuted"}, {"confidence": 0.0})
    assert (found.claim_id, found.is_true) == (17, False)
    assert found.stated is not None
    assert (found.stated.probability, found.stated.author, found.stated.command) == (0.6, "a", "annotate")
    assert not found.stated.came_with_verdict


def test_one_from_before_outweighs_one_that_came_with_the_verdict(session: Session) -> None:
    (found,) = decided(session, {"confidence": 0.3}, {"confidence": 1.0, "verdict": "supported"})
    assert found.stated is not None
    assert (found.stated.probability, found.stated.came_with_verdict) == (0.3, False)


def test_one_that_came_with_the_verdict_is_marked(session: Session) -> None:
    (found,) = decided(session, {"confidence": None}, {"confidence": 1.0, "verdict": "supported"})
    assert found.stated is not None
    assert found.stated.came_with_verdict


def test_whoever_undoes_a_confidence_has_stated_none(session: Session) -> None:
    annotate(session, 17, author="ann", now=NOW, fields={"confidence": 0.3})
    annotate(session, 17, author="eve", now=NOW, fields={"confidence": 0.9})
    undo(session, author="zed", now=NOW)
    (found,) = decided(session, {"verdict": "supported"})
    assert found.stated is not None
    assert (found.stated.probability, found.stated.author, found.stated.command) == (0.3, "ann", "annotate")


def test_other_verdicts_decide_nothing(session: Session) -> None:
    assert decided(session, {"confidence": 0.3}, {"verdict": "unverifiable"}) == []


def test_a_claim_may_be_decided_without_any_confidence(session: Session) -> None:
    (found,) = decided(session, {"confidence": None}, {"verdict": "supported"})
    assert found.stated is None
