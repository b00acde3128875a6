"""Suggesting relations: once, in one direction where there is none, and never against a person's word."""

from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from claimcheck.errors import NotFoundError
from claimcheck.steps.relate import relate
from claimcheck.steps.suggested_relations import reject_suggestion, suggest_relation, withdraw_suggestion
from claimcheck.store.history import CommandLog
from claimcheck.vocabulary import RelationKind

NOW = datetime(2026, 1, 1, tzinfo=UTC)
CONTRADICTS, DENIES = RelationKind.CONTRADICTS, RelationKind.DENIES


@pytest.fixture
def log(session: Session) -> CommandLog:
    return CommandLog(session, name="check", author="a", now=NOW)


def test_a_relation_without_direction_goes_out_from_the_smaller_number(session: Session, log: CommandLog) -> None:
    done = suggest_relation(session, log, claim_id=30, kind=CONTRADICTS, other_id=20, reasons="r")
    assert done is not None
    assert (done.entity_id, done.new["other_id"], done.new["state"]) == (20, 30, "suggested")
    assert suggest_relation(session, log, claim_id=20, kind=CONTRADICTS, other_id=30, reasons="again") is None


def test_a_denial_keeps_its_direction(session: Session, log: CommandLog) -> None:
    done = suggest_relation(session, log, claim_id=30, kind=DENIES, other_id=20, reasons="r")
    assert done is not None
    assert (done.entity_id, done.new["other_id"]) == (30, 20)
    assert suggest_relation(session, log, claim_id=20, kind=DENIES, other_id=30, reasons="r") is not None


def test_what_a_person_has_stated_is_not_suggested(session: Session, log: CommandLog) -> None:
    relate(session, claim_id=30, kind="contradicts", other_id=20, author="a", now=NOW)
    assert suggest_relation(session, log, claim_id=20, kind=CONTRADICTS, other_id=30, reasons="r") is None


def test_what_a_person_has_rejected_is_never_suggested_again(session: Session, log: CommandLog) -> None:
    suggest_relation(session, log, claim_id=20, kind=CONTRADICTS, other_id=30, reasons="r")
    assert reject_suggestion(session, log, claim_id=30, kind=CONTRADICTS, other_id=20) is not None
    assert reject_suggestion(session, log, claim_id=20, kind=CONTRADICTS, other_id=30) is None
    assert suggest_relation(session, log, claim_id=20, kind=CONTRADICTS, other_id=30, reasons="r") is None


def test_only_what_was_suggested_can_be_rejected(session: Session, log: CommandLog) -> None:
    with pytest.raises(NotFoundError, match="nobody has suggested that claim 30 denies claim 20"):
        reject_suggestion(session, log, claim_id=30, kind=DENIES, other_id=20)


def test_a_suggestion_is_gone_once_the_relation_is_stated(session: Session, log: CommandLog) -> None:
    suggest_relation(session, log, claim_id=20, kind=CONTRADICTS, other_id=30, reasons="r")
    relate(session, claim_id=20, kind="contradicts", other_id=30, author="a", now=NOW)
    assert withdraw_suggestion(session, log, claim_id=20, kind=CONTRADICTS, other_id=30) is None
