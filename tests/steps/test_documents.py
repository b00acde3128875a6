"""Documents looked at: which state is the latest, what changed between two, and what no longer stands."""

from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session

from claimcheck.errors import NotFoundError
from claimcheck.steps.documents import Changes, document_changes, document_view
from claimcheck.steps.evidence import find_or_add_evidence
from claimcheck.store import documents
from claimcheck.store.archive import Archive
from claimcheck.store.document_reads import FEED_EXTRACTOR
from claimcheck.store.engine import driver_connection, session_reader
from claimcheck.vocabulary import AnchorState
from tests.steps.papers import SITE, command, keep

PAGE = f"{SITE}/a"
ONE = "The harbour was closed for three weeks in May. Nobody was hurt."
TWO = "The harbour was closed for seven weeks in May. Nobody was hurt."
THREE = "Nothing is known of it. Nobody was hurt."


def view(session: Session, document_id: int, folder: Path = Path("nowhere")) -> dict[str, Any]:
    return document_view(session_reader(session), Archive(folder), document_id)


def changes(session: Session, document_id: int, old: int | None = None, new: int | None = None) -> Changes:
    return document_changes(session_reader(session), document_id, old, new)


def kept(session: Session, *texts: str) -> list[int]:
    """The snapshots of a page that says these texts one after the other."""
    return [keep(session, text, PAGE, hour=hour).kept.snapshot_id for hour, text in enumerate(texts)]


def quote(session: Session, snapshot_id: int, text: str, exact: str) -> None:
    start = text.index(exact)
    find_or_add_evidence(
        session, command(session), snapshot_id=snapshot_id, text=text, start=start, end=start + len(exact)
    )


def ids(session: Session, document_id: int) -> list[int]:
    return [found["id"] for found in view(session, document_id)["snapshots"]]


def test_a_document_that_is_known_by_a_hash_only_has_nothing_to_check(session: Session) -> None:
    found = view(session, 1)
    assert (found["text"], found["checked_snapshot"], found["anchors"]) == (None, None, [])
    assert [snapshot["bytes"] for snapshot in found["snapshots"]] == ["missing"]


def test_quotations_are_checked_in_the_latest_text(session: Session) -> None:
    one, two = kept(session, ONE, TWO)
    quote(session, one, ONE, "The harbour was closed for three weeks in May.")
    found = view(session, 2)
    assert (found["text"], found["checked_snapshot"]) == (TWO, two)
    assert [check["state"] for check in found["anchors"]] == [AnchorState.DRIFTED]
    assert [passage["exact"] for passage in found["evidence"]] == ["The harbour was closed for three weeks in May."]


def test_a_page_that_is_again_as_it_was_is_so_now(session: Session) -> None:
    one, two, again = kept(session, ONE, TWO, ONE)
    assert again == one
    found = view(session, 2)
    assert (found["text"], found["checked_snapshot"]) == (ONE, one)
    assert ids(session, 2) == [two, one]
    assert [snapshot["returned_at"] is not None for snapshot in found["snapshots"]] == [False, True]
    between = changes(session, 2)
    assert (between.old["id"], between.new["id"]) == (two, one)
    assert "-The harbour was closed for seven weeks in May." in between.lines


def test_an_item_of_a_feed_is_not_what_a_page_is_checked_against(session: Session) -> None:
    one = keep(session, ONE, PAGE).kept
    item = keep(session, "The harbour.", PAGE, hour=1, extractor=FEED_EXTRACTOR).kept
    assert (item.document_id, view(session, 2)["checked_snapshot"]) == (one.document_id, one.snapshot_id)
    with pytest.raises(NotFoundError, match="has not two snapshots"):
        changes(session, 2)
    two = keep(session, TWO, PAGE, hour=2).kept
    between = changes(session, 2)
    assert (between.old["id"], between.new["id"]) == (one.snapshot_id, two.snapshot_id)


def test_a_document_known_from_a_feed_alone_is_checked_against_that(session: Session) -> None:
    item = keep(session, ONE, PAGE, extractor=FEED_EXTRACTOR).kept
    assert view(session, 2)["checked_snapshot"] == item.snapshot_id


def test_what_became_of_the_bytes_is_said(session: Session, tmp_path: Path) -> None:
    digest = Archive(tmp_path).keep(ONE.encode())
    keep(session, ONE, PAGE)
    assert [item["bytes"] for item in view(session, 2, tmp_path)["snapshots"]] == ["kept"]
    (tmp_path / digest[:2] / digest).write_bytes(b"other")
    assert [item["bytes"] for item in view(session, 2, tmp_path)["snapshots"]] == ["changed"]
    documents.insert_snapshot(driver_connection(session), 2, {"text_sha256": "e" * 64})
    assert [item["bytes"] for item in view(session, 2, tmp_path)["snapshots"]] == [None, "changed"]


def test_what_changed_is_told_by_sentence_and_what_no_longer_stands_by_name(session: Session) -> None:
    one, two, three = kept(session, ONE, TWO, THREE)
    quote(session, one, ONE, "The harbour was closed for three weeks in May.")
    quote(session, one, ONE, "Nobody was hurt.")
    drifted = changes(session, 2, one, two)
    assert [(item.before.state, item.after.state) for item in drifted.moved] == [
        (AnchorState.ANCHORED, AnchorState.DRIFTED)
    ]
    assert [line for line in drifted.lines if line[0] in "+-"][2:] == [
        "-The harbour was closed for three weeks in May.",
        "+The harbour was closed for seven weeks in May.",
    ]
    gone = changes(session, 2, one, three)
    assert [item.after.state for item in gone.moved] == [AnchorState.ORPHANED]
    back = changes(session, 2, three, one)
    assert [(item.before.state, item.after.state) for item in back.moved] == [
        (AnchorState.ORPHANED, AnchorState.ANCHORED)
    ]


def test_with_one_snapshot_named_the_other_is_its_neighbour(session: Session) -> None:
    one, two, three = kept(session, ONE, TWO, THREE)
    for old, new, expected in (
        (None, None, (two, three)),
        (one, None, (one, three)),
        (None, two, (one, two)),
        (three, one, (three, one)),
    ):
        between = changes(session, 2, old, new)
        assert (between.old["id"], between.new["id"]) == expected


def test_a_snapshot_and_itself_differ_in_nothing(session: Session) -> None:
    (one,) = kept(session, ONE)
    between = changes(session, 2, one, one)
    assert (between.lines, between.moved) == ([], [])


def test_without_two_texts_nothing_is_compared(session: Session) -> None:
    (one,) = kept(session, ONE)
    for document_id, old, new, message in (
        (99, None, None, "there is no document 99"),
        (1, None, None, "has not two snapshots"),
        (1, 1, None, "snapshot 1 is known by its hash only"),
        (2, None, None, "has not two snapshots"),
        (2, None, one, "has not two snapshots"),
        (2, 1, None, "snapshot 1 is of another document"),
        (2, one, 99, "there is no snapshot 99"),
    ):
        with pytest.raises(NotFoundError, match=message):
            changes(session, document_id, old, new)


def test_a_document_that_is_not_there_cannot_be_shown(session: Session) -> None:
    with pytest.raises(NotFoundError, match="there is no document 99"):
        view(session, 99)
