"""The step `annotate`: what it gives, and what it leaves to its caller."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlmodel import Session

from claimcheck.errors import NotFoundError
from claimcheck.steps.annotate import annotate
from claimcheck.store import documents, evidence
from claimcheck.store.engine import driver_connection, open_session, session_reader
from claimcheck.store.timeline import events, remarks
from claimcheck.values import Change
from claimcheck.vocabulary import Entity
from tests.conftest import here

NOW = datetime(2024, 9, 12, 8, 30, tzinfo=UTC)


def test_it_gives_every_change_with_old_and_new(session: Session) -> None:
    changes = annotate(session, 2, author="a", now=NOW, fields={"kind": "denial"}, add_tags=["x", "x"])
    assert changes == [
        Change(Entity.CLAIM, 2, "kind", "assertion", "denial"),
        Change(Entity.CLAIM, 2, "tag", None, "x"),
    ]


def test_it_commits_nothing_itself(session: Session) -> None:
    annotate(session, 2, author="a", now=NOW, fields={"kind": "denial"})
    session.rollback()
    with open_session(here(), keep=False) as other:
        kind = driver_connection(other).execute("SELECT kind FROM claim WHERE id = 2").fetchone()
    assert kind == ("assertion",)


def test_the_moment_is_recorded_in_utc_whatever_its_zone(session: Session) -> None:
    moment = NOW.astimezone(timezone(timedelta(hours=5, minutes=30)))
    annotate(session, 2, author="a", now=moment, note="n", command="custom")
    row = driver_connection(session).execute("SELECT name, recorded_at FROM command ORDER BY id DESC LIMIT 1")
    assert row.fetchone() == ("custom", "2024-09-12T08:30:00.000000Z")


def test_a_new_day_moves_the_days_that_filters_compare(session: Session) -> None:
    annotate(session, 2, author="a", now=NOW, fields={"said_on": "2024-02"})
    row = driver_connection(session).execute("SELECT said_earliest, said_latest FROM claim WHERE id = 2")
    assert row.fetchone() == ("2024-02-01", "2024-02-29")


def test_an_unknown_claim_is_not_found(session: Session) -> None:
    with pytest.raises(NotFoundError):
        annotate(session, 999, author="a", now=NOW, fields={"kind": "denial"})


def test_evidence_that_a_judgement_rests_on_is_kept_with_the_remark_and_has_to_bear_on_the_claim(
    session: Session,
) -> None:
    connection = driver_connection(session)
    snapshot_id = documents.insert_snapshot(connection, 1, {"text_sha256": "0" * 64})
    passage = {"snapshot_id": snapshot_id, "span_start": 0, "span_end": 1, "exact": "x", "prefix": "", "suffix": ""}
    first, second = (evidence.insert_evidence(connection, {**passage, "span_end": end}) for end in (1, 2))
    for number, state in ((first, "suggested"), (second, "confirmed")):
        evidence.insert_link(connection, 2, {"evidence_id": number, "stance": "mixed", "state": state})
    assert annotate(session, 2, author="a", now=NOW, evidence_ids=[second, first, second], note="n") == []
    found = remarks(events(session_reader(session), entity=Entity.CLAIM, entity_id=2))
    assert [(remark["text"], remark["evidence"]) for remark in found] == [("n", [first, second])]
    with pytest.raises(NotFoundError, match=f"evidence {first} is not linked to claim 3"):
        annotate(session, 3, author="a", now=NOW, evidence_ids=[first], fields={"kind": "denial"})
