"""Suggested relations as they are read: from both claims, until somebody has decided."""

from datetime import UTC, datetime

from sqlmodel import Session

from claimcheck.steps.suggested_relations import reject_suggestion, suggest_relation
from claimcheck.store.engine import driver_connection, session_reader
from claimcheck.store.history import CommandLog
from claimcheck.store.suggested_relations import suggested_relations, suggestion_state
from claimcheck.vocabulary import RelationKind

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def test_both_claims_show_what_was_suggested_until_it_is_rejected(session: Session) -> None:
    log = CommandLog(session, name="check", author="a", now=NOW)
    suggest_relation(session, log, claim_id=9, kind=RelationKind.DENIES, other_id=11, reasons="r")
    reader = session_reader(session)
    (own,), (others,) = suggested_relations(reader, 9), suggested_relations(reader, 11)
    assert (own["other_id"], own["is_outgoing"], own["reasons"]) == (11, True, "r")
    assert (others["other_id"], others["is_outgoing"]) == (9, False)
    reject_suggestion(session, log, claim_id=9, kind=RelationKind.DENIES, other_id=11)
    assert suggested_relations(reader, 9) == []
    state = suggestion_state(driver_connection(session), 9, "denies", 11)
    assert state == {"kind": "denies", "other_id": 11, "state": "rejected", "reasons": "r"}
