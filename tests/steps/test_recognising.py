"""What the ledger knows of what a document says."""

from sqlmodel import Session

from claimcheck.steps.annotate import annotate
from claimcheck.steps.recognising import Known, Memory, digest
from claimcheck.steps.speaking import Speakers
from claimcheck.store.engine import driver_connection
from claimcheck.store.sources import SourceBook
from tests.steps.papers import NOW, command, keep, rows
from tests.steps.sayings import said

TEXT = "Kurt Campbell said that China gives Russia the plans of a reactor. It is so.\n"
WORDS = "China gives Russia the plans of a reactor"


def known(session: Session, text: str = TEXT, words: str = WORDS, proposition: str = f"{WORDS}.") -> Known | None:
    """What is known of words of Campbell's in a new document."""
    connection = driver_connection(session)
    sources = SourceBook(connection, command(session))
    speakers = Speakers(sources, publisher_id=None, publisher=None, title="T")
    attribution = said(text, words, cue="said", source="Kurt Campbell")
    memory = Memory(connection, sources, keep(session, text).kept)
    memory.expect([attribution])
    return memory.known(attribution, speakers.of(attribution, text), proposition)


def claim_of_campbell(session: Session) -> int:
    sql = "SELECT min(claim.id) FROM claim JOIN source ON source.id = source_id WHERE name = 'Kurt Campbell'"
    return int(rows(session, sql)[0][0])


def test_words_that_nobody_said_before_are_not_known(session: Session) -> None:
    assert known(session) is None


def test_the_same_proposition_of_the_same_source_is_known_whatever_its_state(session: Session) -> None:
    claim = claim_of_campbell(session)
    for state in ("proposed", "rejected", "accepted"):
        annotate(session, claim, author="p", now=NOW, fields={"text": f"{WORDS}.", "state": state})
        assert known(session) == (claim, state)


def test_a_claim_on_the_very_words_is_known_by_them_after_it_was_worded_otherwise(session: Session) -> None:
    claim = claim_of_campbell(session)
    connection = driver_connection(session)
    connection.execute("UPDATE appearance SET span_sha256 = ? WHERE claim_id = ?", (digest(WORDS), claim))
    assert known(session) == (claim, "accepted")


def test_one_that_was_not_rejected_is_preferred(session: Session) -> None:
    claim = claim_of_campbell(session)
    annotate(session, claim, author="p", now=NOW, fields={"text": f"{WORDS}.", "state": "rejected"})
    other = claim + 1
    assert rows(session, "SELECT source_id FROM claim WHERE id = ?", (other,)) == rows(
        session, "SELECT source_id FROM claim WHERE id = ?", (claim,)
    )
    driver_connection(session).execute(
        "UPDATE appearance SET span_sha256 = ? WHERE claim_id = ?", (digest(WORDS), other)
    )
    assert known(session) == (other, "accepted")


def test_the_better_part_of_what_was_rejected_is_rejected(session: Session) -> None:
    claim = claim_of_campbell(session)
    annotate(session, claim, author="p", now=NOW, fields={"text": f"{WORDS}.", "state": "rejected"})
    part = "China gives Russia the plans"
    assert known(session, words=part, proposition=f"{part}.") == (claim, "rejected")
    assert known(session, words="gives Russia", proposition="Gives Russia.") is None


def test_what_was_added_by_the_same_command_is_known(session: Session) -> None:
    connection = driver_connection(session)
    sources = SourceBook(connection, command(session))
    speakers = Speakers(sources, publisher_id=None, publisher=None, title="T")
    attribution = said(TEXT, WORDS, cue="said", source="Kurt Campbell")
    memory = Memory(connection, sources, keep(session, TEXT).kept)
    speaker = speakers.of(attribution, TEXT)
    memory.add(speakers.stored(speaker), f"{WORDS}.", 99, is_denial=False)
    assert memory.known(attribution, speaker, f"{WORDS}.") == (99, "proposed")
