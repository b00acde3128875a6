"""One reviewer's way through the proposed claims."""

from sqlmodel import Session

from claimcheck.steps.annotate import annotate
from claimcheck.steps.deciding import Desk
from claimcheck.steps.walk import Walk
from claimcheck.store.engine import session_reader
from tests.steps.papers import NOW


def walk(session: Session, *ids: int) -> Walk:
    """A walk through those claims, which are made proposed ones."""
    for claim_id in ids:
        annotate(session, claim_id, author="x", now=NOW, fields={"state": "proposed"})
    return Walk(ids)


def present(session: Session, going: Walk) -> int | None:
    found = going.present(session_reader(session))
    return None if found is None else found.claim_id


def accept(session: Session, going: Walk) -> None:
    found = going.present(session_reader(session))
    assert found is not None
    going.decided(Desk(session, author="p", now=NOW).accept(found.claim_id, found.revision))


def test_each_claim_comes_once(session: Session) -> None:
    going = walk(session, 7, 5, 6)
    assert (going.position, going.total) == (1, 3)
    seen = []
    while (claim := present(session, going)) is not None:
        seen.append((going.position, claim))
        if claim == 5:
            going.skip()
        else:
            accept(session, going)
    assert seen == [(1, 7), (2, 5), (3, 6)]
    assert going.counts() == {"accepted": 2, "skipped": 1}


def test_one_that_somebody_else_decided_is_passed_over(session: Session) -> None:
    going = walk(session, 5, 6)
    annotate(session, 5, author="y", now=NOW, fields={"state": "accepted"})
    assert (present(session, going), going.position) == (6, 2)


def test_an_edited_claim_is_the_present_one_still(session: Session) -> None:
    going = walk(session, 5, 6)
    edit = Desk(session, author="p", now=NOW).edit(5, 2, fields={"text": "Other."})
    assert edit is not None
    going.decided(edit)
    assert present(session, going) == 5
    assert going.counts() == {"edited": 1}


def test_an_undone_decision_brings_its_claim_back_and_the_one_before_it_can_be_undone_next(session: Session) -> None:
    going = walk(session, 5, 6, 7)
    desk = Desk(session, author="p", now=NOW)
    accept(session, going)
    accept(session, going)
    present(session, going)
    going.skip()
    assert present(session, going) is None
    for claim_id in (6, 5):
        assert going.last is not None
        desk.take_back(going.last)
        going.went_back()
        assert present(session, going) == claim_id
    assert going.last is None
    accept(session, going)
    assert present(session, going) == 6


def test_nothing_to_walk_through_ends_at_once(session: Session) -> None:
    assert present(session, Walk([])) is None
    assert Walk([]).counts() == {}
