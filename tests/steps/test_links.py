"""A person's word on evidence: what the steps give, keep and refuse."""

from datetime import UTC, datetime
from hashlib import sha256

import pytest
from sqlmodel import Session

from claimcheck.errors import InputError, NotFoundError
from claimcheck.steps.links import add_evidence, chosen_snapshot, link, require_links, unlink
from claimcheck.store import documents, evidence
from claimcheck.store.document_reads import FEED_EXTRACTOR
from claimcheck.store.engine import driver_connection, session_reader
from claimcheck.values import Change
from claimcheck.vocabulary import Entity, Stance

NOW = datetime(2024, 9, 12, 8, 30, tzinfo=UTC)
TEXT = (
    "About 150 ships were sighted.\n\nIt is illegal to export them, and nobody exports them. "
    "\u8239\u5728\u6e2f\u53e3\u3002 Nobody at all exported a single one of the ships. "
    "Nobody at all exported a single one of the boats."
)


def kept(session: Session, text: str | None = TEXT, document_id: int = 1) -> int:
    """A snapshot; gives its id."""
    connection = driver_connection(session)
    digest = sha256((text or "").encode()).hexdigest()
    if text is not None:
        evidence.keep_text(connection, digest, text)
    return documents.insert_snapshot(connection, document_id, {"text_sha256": digest})


def added(session: Session, snapshot_id: int, quote: str, *, claim_id: int = 1, stance: Stance = Stance.MIXED) -> int:
    done = add_evidence(session, claim_id, snapshot_id=snapshot_id, quote=quote, stance=stance, author="a", now=NOW)
    assert evidence.evidence_at(driver_connection(session), snapshot_id, (done.start, done.end)) == done.evidence_id
    return done.evidence_id


def stored(session: Session, claim_id: int, evidence_id: int) -> dict[str, object]:
    return evidence.link_state(driver_connection(session), claim_id, evidence_id) or {}


def test_evidence_is_a_span_of_the_text_with_its_surroundings(session: Session) -> None:
    snapshot_id = kept(session)
    done = add_evidence(
        session, 1, snapshot_id=snapshot_id, quote="ships were sighted", stance=Stance.SUPPORTS, author="a", now=NOW,
        reasons="r",
    )  # fmt: skip
    assert (done.start, done.end) == (10, 28)
    expected = {"evidence_id": done.evidence_id, "stance": "supports", "state": "confirmed", "reasons": "r"}
    assert done.changes == [Change(Entity.CLAIM, 1, "link", None, expected)]
    row = driver_connection(session).execute("SELECT exact, prefix, suffix FROM evidence").fetchone()
    assert tuple(row) == ("ships were sighted", "About 150 ", TEXT[28:60])


def test_one_passage_of_two_snapshots_is_two_pieces_of_evidence(session: Session) -> None:
    first, second = kept(session), kept(session, "Later: " + TEXT)
    assert added(session, first, "ships were sighted") != added(session, second, "ships were sighted")


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("legal to export", "only; quote whole ones: 'illegal to export'"),
        ("50 ships were", "only; quote whole ones: '150 ships were'"),
        ("About 150 ships were sight", "only; quote whole ones: 'About 150 ships were sighted.'"),
        ("nothing of the kind", "'nothing of the kind' does not stand in snapshot"),
        ("ships", "more than one passage of snapshot"),
        ("Nobody at all exported a single one of the", "more than one passage of snapshot"),
        ("It is not illegal to export them, and nobody exports them", "only; quote what is there, if you mean it: 'It"),
    ],
)
def test_a_quotation_has_to_be_there_once_and_in_whole_words(session: Session, quote: str, said: str) -> None:
    snapshot_id = kept(session)
    with pytest.raises(InputError) as caught:
        added(session, snapshot_id, quote)
    assert said in str(caught.value)
    assert driver_connection(session).execute("SELECT count(*) FROM evidence").fetchone()[0] == 0


def test_a_script_without_spaces_has_no_words_to_divide(session: Session) -> None:
    assert added(session, kept(session), "\u5728\u6e2f")


def test_only_the_beginning_of_a_long_passage_that_is_alike_is_shown(session: Session) -> None:
    words = " ".join(f"word{number}" for number in range(400))
    with pytest.raises(InputError) as caught:
        added(session, kept(session, words), words.replace("word200", "other"))
    assert len(str(caught.value)) < 800
    assert "word0 word1 word2" in str(caught.value)


def test_a_snapshot_without_a_text_cannot_be_quoted(session: Session) -> None:
    with pytest.raises(NotFoundError, match="only its hash; `claimcheck ingest` the document"):
        added(session, kept(session, None), "ships")


def test_the_latest_snapshot_with_a_text_is_quoted_unless_one_is_named(session: Session) -> None:
    reader = session_reader(session)
    with pytest.raises(NotFoundError, match="no text of document 1 is kept"):
        chosen_snapshot(reader, document_id=1, snapshot_id=None)
    first, second, bare = kept(session), kept(session, "Later."), kept(session, None)
    assert chosen_snapshot(reader, document_id=1, snapshot_id=None) == second
    assert chosen_snapshot(reader, document_id=None, snapshot_id=first) == first
    assert chosen_snapshot(reader, document_id=None, snapshot_id=bare) == bare
    for document_id, snapshot_id in ((99, None), (None, 99)):
        with pytest.raises(NotFoundError):
            chosen_snapshot(reader, document_id=document_id, snapshot_id=snapshot_id)


def test_reasons_and_probability_hold_as_long_as_the_stance_does(session: Session) -> None:
    evidence_id = added(session, kept(session), "ships were sighted")
    machine = {"evidence_id": evidence_id, "stance": "mentions", "state": "suggested"}
    extra = {"probability": 0.25, "reasons": "shares ships"}
    evidence.insert_link(driver_connection(session), 2, {**machine, **extra})
    (done,) = link(session, 2, [evidence_id], stance=None, author="a", now=NOW)
    assert done.new == {**machine, **extra, "state": "confirmed"}
    assert link(session, 2, [evidence_id, evidence_id], stance=Stance.MENTIONS, author="a", now=NOW) == []
    link(session, 2, [evidence_id], stance=Stance.REFUTES, author="a", now=NOW)
    assert stored(session, 2, evidence_id) == {**machine, "stance": "refutes", "state": "confirmed"}
    unlink(session, 2, [evidence_id], author="a", now=NOW, reasons="Misread.")
    rejected = {**machine, "stance": "refutes", "state": "rejected", "reasons": "Misread."}
    assert stored(session, 2, evidence_id) == rejected
    assert unlink(session, 2, [evidence_id], author="a", now=NOW) == []
    (gone,) = unlink(session, 2, [evidence_id], author="a", now=NOW, forget=True)
    assert (gone.old, gone.new) == (rejected, None)


def test_what_is_not_linked_cannot_be_confirmed_without_a_stance_or_unlinked(session: Session) -> None:
    evidence_id = added(session, kept(session), "ships were sighted")
    with pytest.raises(InputError, match="not linked to claim 2 yet"):
        link(session, 2, [evidence_id], stance=None, author="a", now=NOW)
    with pytest.raises(NotFoundError, match="there is no evidence 99"):
        link(session, 2, [99], stance=Stance.MIXED, author="a", now=NOW)
    for forget in (True, False):
        with pytest.raises(NotFoundError, match="claim 2 has no link to evidence"):
            unlink(session, 2, [evidence_id], author="a", now=NOW, forget=forget)


def test_a_judgement_rests_only_on_what_bears_on_its_claim(session: Session) -> None:
    evidence_id = added(session, kept(session), "ships were sighted")
    require_links(session, 1, [evidence_id])
    require_links(session, 2, [])
    with pytest.raises(NotFoundError, match="is not linked to claim 2"):
        require_links(session, 2, [evidence_id])
    unlink(session, 1, [evidence_id], author="a", now=NOW)
    with pytest.raises(NotFoundError, match="was rejected for claim 1; see `claimcheck evidence list 1`"):
        require_links(session, 1, [evidence_id])


def test_what_changes_nothing_is_no_command(session: Session) -> None:
    def commands() -> int:
        return int(driver_connection(session).execute("SELECT count(*) FROM command").fetchone()[0])

    before, snapshot_id = commands(), kept(session)
    evidence_id = added(session, snapshot_id, "ships were sighted")
    assert added(session, snapshot_id, "ships were  sighted") == evidence_id
    link(session, 1, [evidence_id], stance=Stance.MIXED, author="a", now=NOW)
    link(session, 1, [evidence_id], stance=None, author="a", now=NOW)
    assert commands() == before + 1


def test_an_item_of_a_feed_is_quoted_only_where_nothing_else_is_kept(session: Session) -> None:
    connection, reader = driver_connection(session), session_reader(session)
    item = {"text_sha256": sha256(b"Item.").hexdigest(), "extractor": FEED_EXTRACTOR, "retrieved_at": "2026"}
    evidence.keep_text(connection, str(item["text_sha256"]), "Item.")
    number = documents.insert_snapshot(connection, 1, item)
    assert chosen_snapshot(reader, document_id=1, snapshot_id=None) == number
    page = kept(session)
    assert page > number
    latest = documents.insert_snapshot(connection, 1, {**item, "sha256": "a" * 64, "retrieved_at": "2027"})
    assert chosen_snapshot(reader, document_id=1, snapshot_id=None) == page
    assert chosen_snapshot(reader, document_id=None, snapshot_id=latest) == latest
