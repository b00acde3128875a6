"""A reviewer's decisions, and the way back from each."""

from typing import Any

import pytest
from sqlmodel import Session

from claimcheck.errors import ConflictError, NotFoundError, UsageError
from claimcheck.steps.annotate import annotate
from claimcheck.steps.deciding import Desk
from claimcheck.steps.propose import Proposed, propose
from tests.steps.papers import NOW, received, rendition, rows
from tests.steps.sayings import said

TEXT = "Ann Doe said that the port is shut. The Kremlin said that the port is open.\n"
COPY = "So what. Ann Doe said that the port is shut. Nobody cared.\n"
STATE = "SELECT state, revision FROM claim WHERE id = ?"
PLACES = "SELECT document_id, is_first, said_on FROM appearance WHERE claim_id = ? ORDER BY id"
WHOLE = """
SELECT (SELECT count(*) FROM claim), (SELECT count(*) FROM source),
  (SELECT count(*) FROM appearance WHERE claim_id = ?), (SELECT count(*) FROM appearance WHERE claim_id = ?)
"""


def proposed(session: Session, text: str = TEXT, **fields: Any) -> Proposed:
    found = [said(text, "that the port is shut", cue="said", source="Ann Doe", **fields)]
    if text == TEXT:
        found.append(said(text, "that the port is open", cue="said", source="The Kremlin", after="The"))
    return propose(session, received(text), rendition(text, title=text[:5]), found, author="x", now=NOW)


def desk(session: Session) -> Desk:
    return Desk(session, author="rita", now=NOW)


def history(session: Session) -> tuple[Any, ...]:
    """The last command: its name, author and note."""
    return rows(session, "SELECT name, author, note FROM command ORDER BY id DESC LIMIT 1")[0]


def test_a_claim_is_accepted_in_the_reviewers_name(session: Session) -> None:
    (claim, _) = proposed(session).proposed
    done = desk(session).accept(claim, 1)
    assert (done.what, done.is_final) == ("accepted", True)
    assert rows(session, STATE, (claim,)) == [("accepted", 2)]
    assert history(session) == ("review", "rita", None)


def test_a_rejection_may_have_a_reason(session: Session) -> None:
    claim, other = proposed(session).proposed
    desk(session).reject(claim, 1)
    desk(session).reject(other, 1, "no claim")
    assert rows(session, "SELECT DISTINCT state FROM claim WHERE id IN (?, ?)", (claim, other)) == [("rejected",)]
    assert history(session) == ("review", "rita", "no claim")
    assert proposed(session).rejected == [claim, other]


def test_what_was_decided_or_changed_meanwhile_is_not_decided_again(session: Session) -> None:
    claim, other = proposed(session).proposed
    annotate(session, claim, author="paul", now=NOW, fields={"state": "accepted"})
    annotate(session, other, author="paul", now=NOW, fields={"text": "Other words."})
    with pytest.raises(ConflictError, match=f"claim {claim} was accepted meanwhile by paul"):
        desk(session).reject(claim, 1)
    with pytest.raises(ConflictError, match="was changed meanwhile by paul"):
        desk(session).merge(other, 1, 5)
    with pytest.raises(ConflictError):
        desk(session).edit(other, 1, fields={"text": "Mine."})
    with pytest.raises(NotFoundError):
        desk(session).accept(999, 1)
    desk(session).accept(other, 2)


def test_an_edit_leaves_it_waiting_with_other_words_and_another_source(session: Session) -> None:
    claim, _ = proposed(session).proposed
    done = desk(session).edit(
        claim, 1, fields={"text": "Shut.", "kind": "report", "confidence": 0.5}, source="Port Authority",
        add_tags=["port"], note="checked",
    )  # fmt: skip
    assert done is not None
    assert (done.what, done.is_final) == ("edited", False)
    assert rows(session, "SELECT text, kind, basis, state, revision FROM claim WHERE id = ?", (claim,)) == [
        ("Shut.", "report", "checked", "proposed", 2)
    ]
    new = "SELECT name, kind FROM source ORDER BY id DESC LIMIT 1"
    assert rows(session, new) == [("Port Authority", "organisation")]
    assert proposed(session).known[0] == claim
    desk(session).take_back(done)
    assert rows(session, "SELECT text FROM claim WHERE id = ?", (claim,)) == [("The port is shut.",)]
    assert rows(session, new) != [("Port Authority", "organisation")]


def test_an_edit_that_changes_nothing_is_none(session: Session) -> None:
    claim, _ = proposed(session).proposed
    before = history(session)
    assert desk(session).edit(claim, 1, fields={"text": "The port is shut."}, source="ann doe") is None
    assert history(session) == before


def test_a_merged_claim_gives_its_place_away_and_is_rejected_with_a_note(session: Session) -> None:
    done = proposed(session, said_on="2025-09")
    claim, other = done.proposed
    before = rows(session, WHOLE, (claim, 5))
    decision = desk(session).merge(claim, 1, 5)
    assert rows(session, STATE, (claim,)) == [("rejected", 2)]
    assert rows(session, PLACES, (claim,)) == []
    assert rows(session, PLACES, (5,))[-1] == (done.kept.document_id, 0, "2025-09")
    noted = "SELECT new FROM event WHERE entity_id = ? AND action = 'noted' AND entity = 'claim'"
    assert rows(session, noted, (claim,)) == [('"the same as claim 5"',)]
    again = proposed(session)
    assert (again.proposed, again.known, again.placed) == ([], [5, other], [])
    desk(session).take_back(decision)
    assert rows(session, WHOLE, (claim, 5)) == before
    assert rows(session, STATE, (claim,))[0][0] == "proposed"
    assert rows(session, PLACES, (claim,)) == [(done.kept.document_id, 1, None)]


def test_every_passage_goes_over_also_within_one_document(session: Session) -> None:
    first = proposed(session)
    claim, other = first.proposed
    second = proposed(session, COPY)
    assert second.placed == [claim]
    before = rows(session, PLACES, (claim,))
    decision = desk(session).merge(claim, 2, other)
    assert rows(session, PLACES, (claim,)) == []
    assert [place[0] for place in rows(session, PLACES, (other,))] == [
        first.kept.document_id, first.kept.document_id, second.kept.document_id,
    ]  # fmt: skip
    desk(session).take_back(decision)
    assert rows(session, PLACES, (claim,)) == before


def test_nothing_is_merged_into_what_was_rejected(session: Session) -> None:
    claim, other = proposed(session).proposed
    desk(session).reject(other, 1)
    with pytest.raises(UsageError, match="was rejected"):
        desk(session).merge(claim, 1, other)
    assert rows(session, STATE, (claim,)) == [("proposed", 1)]


def test_a_claim_without_a_place_gets_its_first(session: Session) -> None:
    claim, other = proposed(session).proposed
    desk(session).merge(claim, 1, 5)
    annotate(session, claim, author="p", now=NOW, fields={"state": "accepted"})
    desk(session).merge(other, 1, claim)
    assert [place[1] for place in rows(session, PLACES, (claim,))] == [1]


def test_a_claim_is_not_merged_with_itself_or_with_none(session: Session) -> None:
    claim, _ = proposed(session).proposed
    with pytest.raises(UsageError):
        desk(session).merge(claim, 1, claim)
    with pytest.raises(NotFoundError):
        desk(session).merge(claim, 1, 999)
    assert rows(session, STATE, (claim,)) == [("proposed", 1)]


def test_a_decision_on_which_something_stands_is_not_taken_back(session: Session) -> None:
    claim, _ = proposed(session).proposed
    done = desk(session).accept(claim, 1)
    annotate(session, claim, author="p", now=NOW, fields={"state": "rejected"})
    with pytest.raises(ConflictError):
        desk(session).take_back(done)
