"""Claims whose review date has come without newer independent support."""

from datetime import date

import pytest
from sqlmodel import Session

from claimcheck.criteria import ClaimFilter
from claimcheck.steps.due import due_for_review
from claimcheck.store.engine import session_reader
from claimcheck.vocabulary import Stance
from tests.steps.papers import rows
from tests.steps.scales import CLAIM, put, weigher

TODAY = date(2026, 11, 28)
TEXT = "Four crates with the new engines left the eastern pier on Tuesday, the harbour master wrote in his diary."


def due(session: Session) -> list[int]:
    found = due_for_review(session_reader(session), ClaimFilter(), weigher(session), today=TODAY)
    return [one.weighing.claim.id for one in found]


@pytest.mark.parametrize(
    ("review_on", "is_due"), [(None, False), ("2026-11", True), ("2026-11-28", True), ("2026-11-29", False)]
)
def test_a_claim_is_due_from_its_review_date_on(session: Session, review_on: str | None, is_due: bool) -> None:  # noqa: FBT001
    rows(session, "UPDATE claim SET review_on = ? WHERE id = ? RETURNING id", (review_on, CLAIM))
    assert due(session) == ([CLAIM] if is_due else [])


@pytest.mark.parametrize(
    ("published_on", "stance", "is_due"),
    [
        ("2026-01-31", Stance.SUPPORTS, True),
        ("2026-02-01", Stance.SUPPORTS, False),
        ("2026-03", Stance.SUPPORTS, False),
        ("2026-03", Stance.REFUTES, True),
    ],
)
def test_newer_support_puts_a_review_off(session: Session, published_on: str, stance: Stance, is_due: bool) -> None:  # noqa: FBT001
    rows(session, "UPDATE claim SET review_on = '2026-02' WHERE id = ? RETURNING id", (CLAIM,))
    put(session, TEXT, "herald.example", stance)
    sql = "UPDATE document SET published_on = ? WHERE url = 'https://herald.example/story' RETURNING id"
    assert rows(session, sql, (published_on,))
    assert due(session) == ([CLAIM] if is_due else [])
