"""Keeping what a check finds: suggestions where nobody has decided, and an assessment where something is new."""

from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from claimcheck.criteria import ClaimFilter
from claimcheck.steps.check import check, claims_to_check, keep
from claimcheck.store import weighing_reads
from claimcheck.store.engine import session_reader
from claimcheck.store.suggested_relations import suggested_relations
from claimcheck.store.weighing_reads import in_turn
from claimcheck.vocabulary import Stance
from tests.steps.papers import rows
from tests.steps.scales import CLAIM, Oracle, put, weigher

NOW = datetime(2026, 11, 28, tzinfo=UTC)
LATER = datetime(2026, 11, 29, tzinfo=UTC)
TEXT = "Four crates with the new engines left the eastern pier on Tuesday, the harbour master wrote in his diary."


def checked(session: Session, model: Oracle, now: datetime = NOW) -> list[int]:
    found = list(check(session_reader(session), [CLAIM], weigher(session, model)))
    return keep(session, found, method="oracle 1", author="a", now=now).changed


def test_a_judgement_is_kept_as_a_suggestion_with_its_reasons(session: Session) -> None:
    evidence_id = put(session, TEXT, "herald.example")
    checked(session, Oracle({"crates": Stance.SUPPORTS}))
    sql = "SELECT stance, state, probability, reasons FROM link WHERE evidence_id = ?"
    assert rows(session, sql, (evidence_id,)) == [("supports", "suggested", 0.85, "because")]


def test_a_decision_that_came_meanwhile_stands(session: Session) -> None:
    evidence_id = put(session, TEXT, "herald.example")
    found = list(check(session_reader(session), [CLAIM], weigher(session, Oracle({"crates": Stance.SUPPORTS}))))
    rows(session, "UPDATE link SET state = 'rejected' WHERE evidence_id = ? RETURNING claim_id", (evidence_id,))
    kept = keep(session, found, method="oracle 1", author="a", now=NOW)
    assert kept.links == []
    assert rows(session, "SELECT stance, state FROM link WHERE evidence_id = ?", (evidence_id,)) == [
        ("mentions", "rejected")
    ]


def test_a_claim_that_is_gone_meanwhile_is_passed_over(session: Session) -> None:
    found = list(check(session_reader(session), [CLAIM, 62], weigher(session, Oracle({}))))
    rows(session, "DELETE FROM claim WHERE id = 62 RETURNING id")
    keep(session, found, method="oracle 1", author="a", now=NOW)
    assert rows(session, "SELECT claim_id FROM assessment") == [(CLAIM,)]


def test_only_what_comes_to_something_else_is_assessed_anew(session: Session) -> None:
    put(session, TEXT, "herald.example")
    supporting, refuting = Oracle({"crates": Stance.SUPPORTS}), Oracle({"crates": Stance.REFUTES})
    assert checked(session, supporting) == [CLAIM]
    assert checked(session, supporting, LATER) == []
    assert checked(session, refuting, LATER) == [CLAIM]
    found = rows(session, "SELECT assessed_at, confidence > 0.5 FROM assessment ORDER BY assessed_at")
    assert [(at[:10], bool(is_likely)) for at, is_likely in found] == [("2026-11-28", True), ("2026-11-29", False)]


def test_the_latest_check_counts_though_a_clock_was_wrong(session: Session) -> None:
    put(session, TEXT, "herald.example")
    checked(session, Oracle({"crates": Stance.SUPPORTS}), datetime(2031, 1, 1, tzinfo=UTC))
    refuting = Oracle({"crates": Stance.REFUTES})
    assert checked(session, refuting) == [CLAIM]
    assert checked(session, refuting) == []
    (last, _) = rows(session, "SELECT confidence > 0.5 FROM assessment ORDER BY assessed_at DESC")
    assert not last[0]


def test_what_is_kept_has_no_more_digits_than_anybody_reads(session: Session) -> None:
    put(session, TEXT, "herald.example")
    checked(session, Oracle({"crates": Stance.SUPPORTS}))
    ((confidence, impact),) = rows(session, "SELECT confidence, impact FROM assessment")
    assert (confidence, impact) == (round(confidence, 4), round(impact, 4))


def test_evidence_that_is_gone_is_noticed(session: Session) -> None:
    put(session, TEXT, "herald.example")
    checked(session, Oracle({"crates": Stance.SUPPORTS}))
    rows(session, "UPDATE link SET state = 'rejected' WHERE claim_id = ? RETURNING claim_id", (CLAIM,))
    assert CLAIM in claims_to_check(session_reader(session), None)
    assert checked(session, Oracle({}), LATER) == [CLAIM]
    ((confidence, items),) = rows(
        session, "SELECT confidence, item_count FROM assessment ORDER BY assessed_at DESC LIMIT 1"
    )
    assert (confidence, items) == (None, 0)


def test_what_only_a_person_has_changed_is_no_change(session: Session) -> None:
    put(session, TEXT, "herald.example")
    checked(session, Oracle({"crates": Stance.SUPPORTS}))
    rows(session, "UPDATE claim SET confidence = 0.11 WHERE id = ? RETURNING id", (CLAIM,))
    assert checked(session, Oracle({"crates": Stance.SUPPORTS}), LATER) == []


def test_a_probability_that_hardly_moves_is_no_event(session: Session) -> None:
    evidence_id = put(session, TEXT, "herald.example")
    model = Oracle({"crates": Stance.SUPPORTS})
    checked(session, model)
    model.sure = 0.852
    found = list(check(session_reader(session), [CLAIM], weigher(session, model)))
    assert keep(session, found, method="oracle 1", author="a", now=LATER).links == []
    model.sure = 0.9
    found = list(check(session_reader(session), [CLAIM], weigher(session, model)))
    (link,) = keep(session, found, method="oracle 1", author="a", now=LATER).links
    assert (link.new["evidence_id"], link.new["probability"]) == (evidence_id, 0.9)


def test_a_suggested_relation_that_nothing_speaks_for_any_more_is_withdrawn(session: Session) -> None:
    reader = session_reader(session)
    keep(session, list(check(reader, [9], weigher(session))), method="m", author="a", now=NOW)
    assert suggested_relations(reader, 9)
    rows(session, "UPDATE claim SET text = 'Ruritania exports cashmere.' WHERE id = 9 RETURNING id")
    keep(session, list(check(reader, [9], weigher(session))), method="m", author="a", now=LATER)
    assert suggested_relations(reader, 9) == []


def test_what_was_suggested_of_a_claim_that_is_rejected_is_withdrawn(session: Session) -> None:
    reader = session_reader(session)
    keep(session, list(check(reader, [9], weigher(session))), method="m", author="a", now=NOW)
    rows(session, "UPDATE claim SET state = 'rejected' WHERE id = 9 RETURNING id")
    keep(session, list(check(reader, [9], weigher(session))), method="m", author="a", now=LATER)
    assert suggested_relations(reader, 9) == []


def test_few_claims_come_in_the_same_order_as_many(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = session_reader(session)
    put(session, TEXT, "herald.example")
    keep(session, list(check(reader, [3, 5, CLAIM], weigher(session))), method="oracle 1", author="a", now=NOW)
    few = in_turn(reader, [5, 3, 4, CLAIM])
    monkeypatch.setattr(weighing_reads, "_FEW", 0)
    assert in_turn(reader, [5, 3, 4, CLAIM]) == few == [4, CLAIM, 3, 5]
    assert in_turn(reader, []) == []


def test_without_a_filter_all_with_evidence_and_all_never_checked_are_taken(session: Session) -> None:
    reader = session_reader(session)
    every = rows(session, "SELECT id FROM claim ORDER BY id")
    assert claims_to_check(reader, None) == [number for (number,) in every]
    found = list(check(reader, claims_to_check(reader, None), weigher(session)))
    keep(session, found, method="oracle 1", author="a", now=NOW)
    assert claims_to_check(reader, None) == []
    put(session, TEXT, "herald.example")
    assert claims_to_check(reader, None) == [CLAIM]


def test_what_was_never_checked_comes_first_and_then_what_has_the_newest_evidence(session: Session) -> None:
    reader = session_reader(session)
    put(session, TEXT, "herald.example")
    keep(session, list(check(reader, [3, 5, CLAIM], weigher(session))), method="oracle 1", author="a", now=NOW)
    order = claims_to_check(reader, None)
    assert order[-1] == CLAIM
    assert order[:-1] == sorted(set(order) - {CLAIM})
    assert 3 not in order
    assert claims_to_check(reader, ClaimFilter(claim_ids=(3, 4, CLAIM))) == [4, CLAIM, 3]


def test_rejected_claims_are_checked_only_when_asked_for(session: Session) -> None:
    reader = session_reader(session)
    rows(session, "UPDATE claim SET state = 'rejected' WHERE id = 3 RETURNING id")
    assert 3 not in claims_to_check(reader, None)
    assert 3 not in claims_to_check(reader, ClaimFilter(claim_ids=(3, 4)))
    assert claims_to_check(reader, ClaimFilter(claim_ids=(3, 4), states=("rejected",))) == [3]


def test_the_denials_of_the_first_document_deny_its_accusations(session: Session) -> None:
    reader = session_reader(session)
    found = list(check(reader, [9, 10], weigher(session)))
    denied = {(one.claim_id, one.other_id) for checked in found for one in checked.opposed}
    assert {(9, 7), (9, 11)} <= denied
    assert all(one.kind in ("denies", "contradicts") for checked in found for one in checked.opposed)


def test_a_rejected_claim_is_suggested_to_deny_nothing(session: Session) -> None:
    reader = session_reader(session)
    (denial,) = (one for (one,) in rows(session, "SELECT id FROM claim WHERE text LIKE 'China does not provide%'"))
    assert [bool(one.opposed) for one in check(reader, [denial], weigher(session, Oracle({})))] == [True]
    rows(session, "UPDATE claim SET state = 'rejected' WHERE id = ? RETURNING id", (denial,))
    assert [bool(one.opposed) for one in check(reader, [denial], weigher(session, Oracle({})))] == [False]
