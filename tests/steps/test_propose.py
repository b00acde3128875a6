"""Proposing what a document attributes: each claim once, none that is known, none that was rejected."""

from collections.abc import Sequence
from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest
from sqlmodel import Session

from claimcheck.attribution.values import Attribution
from claimcheck.errors import InputError, NotFoundError
from claimcheck.steps.annotate import annotate
from claimcheck.steps.propose import Proposed, propose, propose_from
from claimcheck.steps.undo import undo
from claimcheck.store.documents import insert_snapshot
from claimcheck.store.engine import driver_connection
from claimcheck.values import Hop
from claimcheck.vocabulary import ClaimKind, Directness
from tests.steps.papers import NOW, keep, received, rendition, rows
from tests.steps.sayings import said

TEXT = (
    "Ann Doe said on Monday that the harbour had been closed to foreign ships.\n\n"
    "\u201cWe saw nothing of the kind,\u201d said Joe Roe of the harbour office.\n\n"
    "It is believed that the port opens in May.\n"
)
URL = "https://a.example/1"
TABLES = ("claim", "appearance", "source", "document", "snapshot", "event", "command")
COPY = "https://b.example/2"
PLACE = """
SELECT document_id, snapshot_id, is_first, directness, cue, cue_start, span_start, span_end, span_sha256, quote,
  quote_start
FROM appearance WHERE claim_id = ?
"""
HOPS = """
SELECT name, how FROM via JOIN source ON source.id = source_id JOIN appearance ON appearance.id = appearance_id
WHERE claim_id = ? ORDER BY position
"""


def sayings(text: str = TEXT) -> list[Attribution]:
    return [
        said(
            text, "that the harbour had been closed to foreign ships", cue="said", source="Ann Doe", said_on="2024-09",
        ),
        said(
            text, "\u201cWe saw nothing of the kind,\u201d", cue="said", source="Joe Roe", after="\u201cWe",
            directness=Directness.DIRECT, kind=ClaimKind.DENIAL, hops=(Hop("Reuters", "told"),),
        ),
        said(text, "the port opens in May", cue="is believed"),
    ]  # fmt: skip


def run(
    session: Session, text: str = TEXT, url: str | None = URL, found: Sequence[Attribution] | None = None, **said: Any
) -> Proposed:
    """Propose what a text says, as it came from `url`."""
    return propose(
        session, received(text, url), rendition(text, **said), sayings(text) if found is None else found, author="x",
        now=NOW,
    )  # fmt: skip


def reject(session: Session, claim_id: int, **fields: Any) -> None:
    annotate(session, claim_id, author="p", now=NOW, fields={"state": "rejected", **fields})


def size(session: Session) -> list[tuple[Any, ...]]:
    """How much the ledger holds, its history included."""
    return [tuple(rows(session, f"SELECT count(*) FROM {table}")[0][0] for table in TABLES)]  # noqa: S608 - our own


def test_each_attribution_becomes_a_proposed_claim_of_its_source(session: Session) -> None:
    done = run(session)
    assert (len(done.proposed), done.known, done.rejected) == (3, [], [])
    found = rows(
        session,
        "SELECT text, name, claim.kind, said_on, state, source.kind FROM claim JOIN source ON source.id = source_id "
        "WHERE claim.id >= ? ORDER BY claim.id",
        done.proposed[:1],
    )
    assert found == [
        ("The harbour had been closed to foreign ships.", "Ann Doe", "assertion", "2024-09", "proposed", None),
        ("We saw nothing of the kind.", "Joe Roe", "denial", None, "proposed", None),
        ("The port opens in May.", "Unattributed in a.example", "assertion", None, "proposed", "unnamed"),
    ]


def test_a_claim_is_anchored_where_it_stands(session: Session) -> None:
    done = run(session)
    (place,) = rows(session, PLACE, done.proposed[1:2])
    words = "\u201cWe saw nothing of the kind,\u201d"
    start = TEXT.index(words)
    assert place == (
        done.kept.document_id, done.kept.snapshot_id, 1, "direct", "said", TEXT.rindex("said"), start,
        start + len(words), sha256(words.encode()).hexdigest(), words[1:-2], start + 1,
    )  # fmt: skip
    assert rows(session, HOPS, done.proposed[1:2]) == [
        ("Reuters", "told"),
        ("a.example", "quoted by"),
    ]


def test_the_same_again_changes_nothing(session: Session) -> None:
    first = run(session)
    before = size(session)
    again = run(session)
    assert (again.proposed, again.known, again.placed) == ([], first.proposed, [])
    assert size(session) == before


def test_it_is_one_command_that_undo_takes_back_with_the_document(session: Session) -> None:
    before = size(session)[0][:5]
    run(session)
    undone = undo(session, author="p", now=NOW)
    assert undone.command == "extract"
    assert size(session)[0][:5] == before
    assert len(run(session).proposed) == 3


def test_what_nobody_says_anything_in_is_not_kept(session: Session) -> None:
    before = size(session)
    with pytest.raises(InputError, match="nothing was kept"):
        run(session, found=[])
    assert size(session) == before


def test_words_without_a_letter_are_no_claim(session: Session) -> None:
    assert run(session, "Ann said: \u2026", found=[said("Ann said: \u2026", "\u2026", cue="said")]).proposed == []


def test_a_claim_that_was_rejected_is_not_proposed_again(session: Session) -> None:
    first = run(session)
    reject(session, first.proposed[0])
    again = run(session)
    assert (again.proposed, again.known, again.rejected) == ([], first.proposed[1:], first.proposed[:1])


def test_nor_after_an_edit_elsewhere_with_a_span_that_differs_a_little(session: Session) -> None:
    first = run(session)
    reject(session, first.proposed[0], text="Other words.")
    edited = f"Corrected.\n\n{TEXT}"
    found = [said(edited, "the harbour had been closed", cue="said on Monday", source="Ann Doe")]
    again = run(session, edited, found=found)
    assert (again.proposed, again.rejected) == ([], first.proposed[:1])
    assert again.kept.document_id == first.kept.document_id


@pytest.mark.parametrize("text", [TEXT, f"Corrected.\n\n{TEXT}"], ids=["same", "edited"])
def test_nor_from_another_address(session: Session, text: str) -> None:
    first = run(session)
    reject(session, first.proposed[0], text="Other words.")
    found = [said(text, "the harbour had been closed to foreign ships", cue="said", source="Ann Doe")]
    again = run(session, text, COPY, found=found)
    assert again.kept.document_id != first.kept.document_id
    assert (again.proposed, again.rejected) == ([], first.proposed[:1])


def test_a_sentence_that_says_something_else_now_is_proposed(session: Session) -> None:
    first = run(session)
    reject(session, first.proposed[0])
    text = TEXT.replace("had been closed", "had never been closed")
    found = [said(text, "that the harbour had never been closed to foreign ships", cue="said", source="Ann Doe")]
    assert len(run(session, text, found=found).proposed) == 1


def test_the_edits_of_a_person_are_neither_overwritten_nor_doubled(session: Session) -> None:
    first = run(session)
    other = rows(session, "SELECT id FROM source WHERE name = 'Politico'")[0][0]
    edits = {"text": "The harbour is closed.", "source_id": other, "kind": "report"}
    annotate(session, first.proposed[0], author="p", now=NOW, fields=edits)
    before = size(session)
    assert run(session).known == first.proposed
    assert size(session) == before


def test_the_same_claim_in_another_document_has_one_more_place(session: Session) -> None:
    first = run(session)
    text = "Ann Doe said it again.\n\nAnn Doe said that the harbour had been closed to foreign ships. So what.\n"
    found = [said(text, "the harbour had been closed to foreign ships", cue="said", source="Ann Doe", after="\n\n")]
    again = run(session, text, COPY, found=found)
    assert (again.proposed, again.known, again.placed) == ([], first.proposed[:1], first.proposed[:1])
    places = "SELECT document_id, is_first FROM appearance WHERE claim_id = ? ORDER BY id"
    assert rows(session, places, first.proposed[:1]) == [(first.kept.document_id, 1), (again.kept.document_id, 0)]
    before = size(session)
    assert run(session, text, COPY, found=found).placed == []
    assert size(session) == before


def test_the_earlier_of_two_places_is_the_first(session: Session) -> None:
    first = run(session)
    text = "In May Ann Doe said that the harbour had been closed to foreign ships. So what.\n"
    found = [
        said(text, "the harbour had been closed to foreign ships", cue="said", source="Ann Doe", said_on="2024-05")
    ]
    again = run(session, text, COPY, found=found)
    assert rows(session, "SELECT said_on FROM claim WHERE id = ?", first.proposed[:1]) == [("2024-05",)]
    places = "SELECT document_id, said_on FROM appearance WHERE claim_id = ? ORDER BY is_first DESC"
    assert rows(session, places, first.proposed[:1]) == [
        (again.kept.document_id, None),
        (first.kept.document_id, "2024-09"),
    ]


def test_what_is_said_twice_in_one_document_is_one_claim(session: Session) -> None:
    text = "Harbour closed, says Ann Doe.\n\nAnn Doe: \u201cHarbour closed\u201d.\n"
    found = [
        said(text, "Harbour closed", cue="says", source="Ann Doe"),
        said(text, "\u201cHarbour closed\u201d", source="Ann Doe", after="\n\n"),
    ]
    done = run(session, text, found=found)
    assert (len(done.proposed), done.repeated, done.known) == (1, done.proposed, [])
    again = run(session, text, found=found)
    assert (again.proposed, again.repeated, again.known) == ([], [], done.proposed * 2)


def test_what_has_no_word_in_it_is_counted_and_not_proposed(session: Session) -> None:
    text = "Ann Doe said: \u201c...\u201d\n\nJoe Roe said that ships left.\n"
    found = [
        said(text, "\u201c...\u201d", cue="said", source="Ann Doe"),
        said(text, "that ships left", cue="said", source="Joe Roe", after="Joe"),
    ]
    done = run(session, text, found=found)
    assert (len(done.proposed), done.wordless) == (1, 1)


def test_a_day_that_is_none_is_left_out(session: Session) -> None:
    done = run(session, found=[said(TEXT, "the port opens in May", cue="is believed", said_on="yesterday")])
    assert rows(session, "SELECT said_on FROM claim WHERE id = ?", done.proposed) == [(None,)]


def test_passages_are_proposed_to_other_claims_as_when_a_document_is_ingested(session: Session) -> None:
    text = TEXT + "\nChina ships drones to Russia in the drone project, said the White House of direct evidence.\n"
    done = run(session, text)
    assert done.suggested
    assert set(done.suggested).isdisjoint(done.proposed)


def test_the_text_of_a_snapshot_that_is_there_can_be_proposed_from(session: Session) -> None:
    kept = keep(session, TEXT, URL).kept
    done = propose_from(session, kept.snapshot_id, sayings(), author="x", now=NOW + timedelta(hours=1))
    assert (len(done.proposed), done.kept.document_id) == (3, kept.document_id)
    assert run(session).known == done.proposed


def test_a_snapshot_without_its_text_or_without_attributions_is_refused(session: Session) -> None:
    bare = insert_snapshot(driver_connection(session), 1, {"text_sha256": "0" * 64})
    for snapshot_id in (bare, 999):
        with pytest.raises(NotFoundError):
            propose_from(session, snapshot_id, sayings(), author="x", now=NOW)
    with pytest.raises(InputError):
        propose_from(session, bare, [], author="x", now=NOW)
