"""Evidence and links as part of a command: once, from old to new, and never proposed against a person's word."""

import pytest
from sqlmodel import Session

from claimcheck.errors import ConflictError, NotFoundError
from claimcheck.steps.evidence import find_or_add_evidence, remove_link, set_link
from claimcheck.steps.load import load
from claimcheck.steps.undo import undo
from claimcheck.store.claims import insert_appearance
from claimcheck.store.engine import driver_connection
from claimcheck.values import Record
from claimcheck.vocabulary import LinkState, Stance
from tests.steps.papers import NOW, SITE, command, keep, rows

CLAIM = "The Belgorod left Severodvinsk with Poseidon torpedoes on board."
PASSAGE = "The Belgorod, with Poseidon torpedoes, was seen by many people near Severodvinsk on Monday."
FILLER = "Nothing of interest happened in the other places."
PAGE = f"{SITE}/a"
TEXT = f"{FILLER}\n\n{PASSAGE}"
LINKS = "SELECT claim_id, stance, link.state, reasons FROM link WHERE claim_id = ?"


@pytest.fixture
def claim_id(session: Session) -> int:
    record = Record("claims", "row 1", {"text": CLAIM, "source": "Ann"})
    return load(session, [record], author="a", now=NOW).first_id or 0


def snapshot(session: Session) -> int:
    return keep(session, "One two three. Four five six.", f"{SITE}/b").kept.snapshot_id


def passage(session: Session, snapshot_id: int, start: int = 0, end: int = 14) -> tuple[int, bool]:
    text = "One two three. Four five six."
    return find_or_add_evidence(session, command(session), snapshot_id=snapshot_id, text=text, start=start, end=end)


def link(session: Session, evidence_id: int, state: LinkState, stance: Stance = Stance.MENTIONS) -> None:
    set_link(session, command(session), claim_id=1, evidence_id=evidence_id, stance=stance, state=state)


def test_a_passage_exists_once(session: Session) -> None:
    own = snapshot(session)
    first, is_new = passage(session, own)
    assert is_new
    assert passage(session, own) == (first, False)
    assert passage(session, own, 15, 29) == (first + 1, True)
    found = rows(session, "SELECT exact, prefix, suffix FROM evidence ORDER BY id")
    assert found == [("One two three.", "", " Four five six."), ("Four five six.", "One two three. ", "")]


def test_a_link_goes_from_old_to_new_and_says_nothing_twice(session: Session) -> None:
    number, _ = passage(session, snapshot(session))
    log = command(session)
    done = set_link(
        session, log, claim_id=1, evidence_id=number, stance=Stance.MENTIONS, state=LinkState.SUGGESTED, reasons="why"
    )
    assert done is not None
    assert done.old is None
    again = set_link(session, log, claim_id=1, evidence_id=number, stance=Stance.MENTIONS, state=LinkState.SUGGESTED)
    assert again is None
    done = set_link(session, log, claim_id=1, evidence_id=number, stance=Stance.REFUTES, state=LinkState.CONFIRMED)
    assert done is not None
    assert (done.old["stance"], done.old["reasons"], done.new["stance"]) == ("mentions", "why", "refutes")
    assert rows(session, LINKS, (1,)) == [(1, "refutes", "confirmed", None)]


def test_a_link_needs_a_passage_and_a_claim_that_are_there(session: Session) -> None:
    number, _ = passage(session, snapshot(session))
    with pytest.raises(NotFoundError, match="there is no evidence 99"):
        link(session, 99, LinkState.CONFIRMED)
    with pytest.raises(NotFoundError, match="claim 999"):
        set_link(
            session, command(session), claim_id=999, evidence_id=number, stance=Stance.MENTIONS,
            state=LinkState.CONFIRMED,
        )  # fmt: skip


def test_a_link_that_is_taken_away_is_gone(session: Session) -> None:
    number, _ = passage(session, snapshot(session))
    link(session, number, LinkState.CONFIRMED)
    remove_link(session, command(session), claim_id=1, evidence_id=number)
    assert rows(session, LINKS, (1,)) == []
    with pytest.raises(NotFoundError, match="claim 1 has no link to evidence"):
        remove_link(session, command(session), claim_id=1, evidence_id=number)


def test_a_new_passage_is_proposed_once_and_its_reasons_are_kept(session: Session, claim_id: int) -> None:
    done = keep(session, TEXT, PAGE)
    assert done.claim_ids == [claim_id]
    reasons = "shares Belgorod, Severodvinsk, Poseidon, torpedoes"
    assert rows(session, LINKS, (claim_id,)) == [(claim_id, "mentions", "suggested", reasons)]
    assert rows(session, "SELECT exact FROM evidence") == [(PASSAGE,)]


@pytest.mark.parametrize("state", LinkState)
@pytest.mark.parametrize(
    "edited",
    [
        f"A new lead.\n\n{PASSAGE}\n\n{FILLER}",
        f"{FILLER} {PASSAGE}",
        f"{FILLER}\n\n{PASSAGE.replace('many', 'some')}",
        f"{FILLER}\n\nLATEST: {PASSAGE}",
        f"{FILLER}\n\n{PASSAGE.replace(' ', chr(0xA0))}",
    ],
    ids=["elsewhere", "in one paragraph", "another word", "one word more", "other spaces"],
)
def test_an_edited_page_does_not_propose_a_passage_to_the_same_claim_again(
    session: Session, claim_id: int, state: LinkState, edited: str
) -> None:
    keep(session, TEXT, PAGE)
    ((number,),) = rows(session, "SELECT id FROM evidence")
    set_link(session, command(session), claim_id=claim_id, evidence_id=number, stance=Stance.MENTIONS, state=state)
    assert keep(session, edited, PAGE, hour=1).claim_ids == []
    assert keep(session, f"Only this: {PASSAGE} And so on.", PAGE, hour=2).claim_ids == []
    assert [row[2] for row in rows(session, LINKS, (claim_id,))] == [state.value]


def test_another_passage_of_an_edited_page_is_proposed_to_the_same_claim(session: Session, claim_id: int) -> None:
    keep(session, TEXT, PAGE)
    more = "Later its torpedoes, of the kind called Poseidon, were taken off the Belgorod in Severodvinsk again."
    assert keep(session, f"{TEXT}\n\n{more}", PAGE, hour=1).claim_ids == [claim_id]
    assert len(rows(session, LINKS, (claim_id,))) == 2


def test_the_same_passage_in_another_document_is_proposed_too(session: Session, claim_id: int) -> None:
    keep(session, TEXT, PAGE)
    assert keep(session, f"Reprint.\n\n{TEXT}", f"{SITE}/b").claim_ids == [claim_id]


def test_what_was_forgotten_or_undone_may_be_proposed_again(session: Session, claim_id: int) -> None:
    keep(session, TEXT, PAGE)
    undo(session, author="b", now=NOW)
    assert keep(session, TEXT, f"{SITE}/b").claim_ids == [claim_id]


def test_a_document_is_no_evidence_for_what_it_says_itself(session: Session, claim_id: int) -> None:
    document_id = keep(session, FILLER, PAGE).kept.document_id
    insert_appearance(driver_connection(session), claim_id, {"document_id": document_id, "is_first": False})
    assert keep(session, TEXT, PAGE, hour=1).claim_ids == []
    assert keep(session, TEXT, f"{SITE}/copy").claim_ids == []
    assert keep(session, f"Other. {TEXT}", f"{SITE}/other").claim_ids == [claim_id]


def test_a_suggestion_is_taken_back_alone_and_done_again(session: Session, claim_id: int) -> None:
    keep(session, TEXT, PAGE)
    ((event,),) = rows(session, "SELECT max(id) FROM event WHERE field = 'link'")
    undo(session, author="b", now=NOW, event_id=event)
    assert rows(session, LINKS, (claim_id,)) == []
    ((last,),) = rows(session, "SELECT max(id) FROM command")
    undo(session, author="b", now=NOW, command_id=last)
    assert [row[2] for row in rows(session, LINKS, (claim_id,))] == ["suggested"]


def test_an_ingest_is_not_taken_back_under_a_link_that_somebody_confirmed(session: Session, claim_id: int) -> None:
    keep(session, TEXT, PAGE)
    ((number,),) = rows(session, "SELECT id FROM evidence")
    ((ingested,),) = rows(session, "SELECT max(id) FROM command")
    log = command(session)
    set_link(
        session, log, claim_id=claim_id, evidence_id=number, stance=Stance.SUPPORTS,
        state=LinkState.CONFIRMED,
    )  # fmt: skip
    log.seal()
    with pytest.raises(ConflictError, match=r"link of claim .* was changed since"):
        undo(session, author="b", now=NOW, command_id=ingested)
