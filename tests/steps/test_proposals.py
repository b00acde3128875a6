"""Proposed claims as a reviewer sees them."""

import pytest
from sqlmodel import Session

from claimcheck.criteria import ClaimFilter
from claimcheck.errors import NotFoundError
from claimcheck.steps.annotate import annotate
from claimcheck.steps.context import Role
from claimcheck.steps.proposals import proposal, waiting
from claimcheck.steps.propose import propose
from claimcheck.store.engine import session_reader
from tests.steps.papers import NOW, received, rendition
from tests.steps.sayings import said

FIRST = "Last words first: the port is shut, Ann Doe said. U.S. officials denied that the port is shut.\n"
SECOND = "Kurt Campbell said that the port is open.\n"


def proposed(session: Session) -> tuple[list[int], int]:
    """The claims of two documents, those of the first in the order in which they were found; and its number."""
    found = [
        said(FIRST, "the port is shut", cue="denied", source="U.S. officials", after="U.S."),
        said(FIRST, "the port is shut", cue="said", source="Ann Doe"),
    ]
    first = propose(session, received(FIRST), rendition(FIRST, title="First"), found, author="x", now=NOW)
    other = [said(SECOND, "that the port is open", cue="said", source="Kurt Campbell")]
    second = propose(session, received(SECOND), rendition(SECOND, title="Second"), other, author="x", now=NOW)
    return first.proposed + second.proposed, first.kept.document_id


def test_they_wait_by_document_and_in_the_order_of_the_text(session: Session) -> None:
    (later, sooner, other), _ = proposed(session)
    annotate(session, 5, author="p", now=NOW, fields={"state": "proposed"})
    assert waiting(session_reader(session), ClaimFilter()) == [5, sooner, later, other]


def test_a_filter_chooses_among_them(session: Session) -> None:
    (later, sooner, other), document_id = proposed(session)
    reader = session_reader(session)
    assert waiting(reader, ClaimFilter(document_ids=(document_id,))) == [sooner, later]
    assert waiting(reader, ClaimFilter(sources=("Campbell",))) == [other]
    assert waiting(reader, ClaimFilter(states=("accepted",), sources=("Campbell",))) == [other]
    with pytest.raises(NotFoundError):
        waiting(reader, ClaimFilter(document_ids=(99,)))


def test_one_comes_with_all_that_a_decision_needs(session: Session) -> None:
    (_, sooner, _), document_id = proposed(session)
    found = proposal(session_reader(session), sooner)
    assert found is not None
    assert (found.document_id, found.revision, found.view["source"]) == (document_id, 1, "Ann Doe")
    assert [(part.role, part.text) for part in found.context if part.role is not Role.PLAIN] == [
        (Role.SAID, "the port is shut"), (Role.SOURCE, "Ann Doe"), (Role.CUE, "said"),
    ]  # fmt: skip
    assert found.similar


@pytest.mark.parametrize(("place", "name"), [(0, "U.S. officials"), (2, "Kurt Campbell")])
def test_a_source_is_seen_by_what_it_is_called_in_the_text(session: Session, place: int, name: str) -> None:
    ids, _ = proposed(session)
    found = proposal(session_reader(session), ids[place])
    assert found is not None
    assert [part.text for part in found.context if part.role is Role.SOURCE] == [name]


def test_a_claim_without_a_text_has_no_context(session: Session) -> None:
    annotate(session, 5, author="p", now=NOW, fields={"state": "proposed"})
    found = proposal(session_reader(session), 5)
    assert found is not None
    assert (found.context, found.document_id) == ([], 1)


def test_one_that_was_decided_or_is_gone_is_none(session: Session) -> None:
    assert proposal(session_reader(session), 5) is None
    assert proposal(session_reader(session), 999) is None
