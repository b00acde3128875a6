"""The step `relate`: what it gives when a relation is stated, restated, missing or impossible."""

from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from claimcheck.errors import NotFoundError, UsageError
from claimcheck.steps.relate import relate

NOW = datetime(2024, 9, 12, tzinfo=UTC)


def test_a_relation_is_a_change_of_the_claim_that_states_it(session: Session) -> None:
    (done,) = relate(session, claim_id=2, kind="denies", other_id=3, author="a", now=NOW, note="n")
    assert (done.entity_id, done.field, done.old) == (2, "relation", None)
    assert done.new == {"kind": "denies", "other_id": 3, "note": "n"}


def test_what_stands_already_gives_nothing(session: Session) -> None:
    relate(session, claim_id=2, kind="denies", other_id=3, author="a", now=NOW)
    assert relate(session, claim_id=2, kind="denies", other_id=3, author="a", now=NOW) == []


def test_both_directions_are_two_relations(session: Session) -> None:
    assert relate(session, claim_id=2, kind="contradicts", other_id=3, author="a", now=NOW)
    assert relate(session, claim_id=3, kind="contradicts", other_id=2, author="a", now=NOW)


def test_a_claim_and_itself_is_refused(session: Session) -> None:
    with pytest.raises(UsageError):
        relate(session, claim_id=2, kind="denies", other_id=2, author="a", now=NOW, remove=True)


def test_a_relation_that_is_not_there_cannot_be_removed(session: Session) -> None:
    with pytest.raises(NotFoundError):
        relate(session, claim_id=2, kind="denies", other_id=3, author="a", now=NOW, remove=True)
