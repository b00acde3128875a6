"""Keeping documents: which document it is, what is new of it, and what is proposed from it."""

from typing import Any

import pytest
from sqlmodel import Session

from claimcheck.errors import ConflictError, NotFoundError
from claimcheck.steps.links import add_evidence
from claimcheck.steps.undo import undo
from claimcheck.store.document_reads import FEED_EXTRACTOR, snapshots
from claimcheck.store.engine import driver_connection, session_reader
from claimcheck.store.evidence import text_of
from claimcheck.store.replay import differences
from claimcheck.vocabulary import Stance
from tests.steps.papers import NOW, SITE, keep, rows

ONE, TWO = "The harbour was closed in May.", "The harbour was closed in June."
PAGE = f"{SITE}/a"


def document(session: Session, document_id: int) -> dict[str, Any]:
    sql = "SELECT title, url, published_on, published_on_reason, language, author, revision FROM document WHERE id = ?"
    (row,) = rows(session, sql, (document_id,))
    names = ("title", "url", "published_on", "published_on_reason", "language", "author", "revision")
    return dict(zip(names, row, strict=True))


def publisher(session: Session, document_id: int) -> str | None:
    sql = "SELECT name FROM source JOIN document ON publisher_id = source.id WHERE document.id = ?"
    return next((name for (name,) in rows(session, sql, (document_id,))), None)


def test_a_document_is_kept_with_what_it_says_of_itself_and_how_that_is_known(session: Session) -> None:
    said: dict[str, Any] = {"title": "Harbour", "author": "Ann", "language": "en", "publisher": "The News"}
    kept = keep(session, ONE, PAGE, published_on="2024-05", published_how="JSON-LD datePublished", **said).kept
    assert (kept.is_new_document, kept.is_new_snapshot, kept.is_new_text, kept.back_after) == (True, True, True, None)
    assert document(session, kept.document_id) == {
        "title": "Harbour", "url": PAGE, "published_on": "2024-05", "language": "en", "author": "Ann", "revision": 1,
        "published_on_reason": "the document says so: JSON-LD datePublished",
    }  # fmt: skip
    assert text_of(session_reader(session), kept.snapshot_id) == ONE
    sql = "SELECT extractor, extractor_version, media_type, size_bytes, final_url FROM snapshot WHERE id = ?"
    assert rows(session, sql, (kept.snapshot_id,)) == [("html", "1", "text/html", len(ONE), PAGE)]


@pytest.mark.parametrize(
    ("site_name", "name"), [("Example", "Example"), ("Reuters", "news.example.org"), (None, "news.example.org")]
)
def test_a_page_is_published_by_whom_its_address_bears_out(session: Session, site_name: str | None, name: str) -> None:
    assert publisher(session, keep(session, ONE, PAGE, publisher=site_name).kept.document_id) == name


def test_what_a_file_says_of_its_publisher_is_not_believed(session: Session) -> None:
    assert publisher(session, keep(session, ONE, publisher="Reuters").kept.document_id) is None


def test_a_file_without_a_title_has_its_name(session: Session) -> None:
    for name, title in (("harbour.txt", "harbour"), (".notes", ".notes"), ("a.b.md", "a.b")):
        assert keep(session, name, came={"file_name": name}).kept.title == title


def test_what_is_given_comes_before_what_the_document_says(session: Session) -> None:
    given: dict[str, str | None] = {"title": "Mine", "published_on": "2023", "publisher": "Ann"}
    kept = keep(session, ONE, PAGE, given=given, title="Its", published_on="2024").kept
    found = document(session, kept.document_id)
    assert (found["title"], found["published_on"], found["published_on_reason"]) == ("Mine", "2023", "given by hand")
    assert publisher(session, kept.document_id) == "Ann"


def test_what_is_known_stays_and_what_is_not_is_filled(session: Session) -> None:
    first = keep(session, ONE, PAGE, title="Harbour", published_on="2024").kept
    again = keep(session, TWO, PAGE, title="Port", published_on="2025", published_how="x", author="Ann").kept
    assert again.document_id == first.document_id
    found = document(session, first.document_id)
    assert (found["title"], found["published_on"], found["author"]) == ("Harbour", "2024", "Ann")
    assert found["published_on_reason"] == "the document says so: in its text"
    assert found["revision"] == 2


def test_the_same_again_changes_nothing(session: Session) -> None:
    first = keep(session, ONE, PAGE, title="Harbour").kept
    before = rows(session, "SELECT count(*) FROM command")
    again = keep(session, ONE, PAGE, hour=1, title="Harbour").kept
    assert (again.is_new_document, again.is_new_snapshot, again.is_new_text) == (False, False, False)
    assert (again.snapshot_id, again.back_after) == (first.snapshot_id, None)
    assert rows(session, "SELECT count(*) FROM command") == before


def test_a_page_that_changed_is_a_new_snapshot_of_the_same_document(session: Session) -> None:
    first, second = (keep(session, text, PAGE, hour=hour).kept for hour, text in enumerate((ONE, TWO)))
    assert (second.document_id, second.is_new_document, second.is_new_snapshot) == (first.document_id, False, True)
    assert second.earlier_text == ONE


def test_a_page_that_is_again_as_it_was_has_no_new_snapshot_and_is_so_now(session: Session) -> None:
    one, two, three = (keep(session, text, PAGE, hour=hour).kept for hour, text in enumerate((ONE, TWO, ONE)))
    assert (three.snapshot_id, three.is_new_snapshot, three.back_after) == (one.snapshot_id, False, two.snapshot_id)
    assert three.earlier_text == TWO
    four = keep(session, ONE, PAGE, hour=3).kept
    assert (four.snapshot_id, four.back_after) == (one.snapshot_id, None)
    five = keep(session, TWO, PAGE, hour=4).kept
    assert (five.snapshot_id, five.back_after) == (two.snapshot_id, one.snapshot_id)


def test_one_text_in_other_bytes_is_another_snapshot_and_one_text(session: Session) -> None:
    first = keep(session, ONE, PAGE).kept
    again = keep(session, ONE, PAGE, came={"content": b"<p>"}).kept
    assert (again.document_id, again.is_new_snapshot, again.is_new_text) == (first.document_id, True, False)


@pytest.mark.parametrize("url", [f"{SITE}/asked", PAGE])
def test_a_page_is_known_by_where_it_was_asked_for_too(session: Session, url: str) -> None:
    first = keep(session, ONE, url).kept
    moved = keep(session, TWO, PAGE, came={"requested_url": f"{SITE}/asked"}).kept
    assert moved.document_id == first.document_id


@pytest.mark.parametrize(
    ("declared", "is_same"),
    [(f"{PAGE}?utm_source=x", True), (f"{SITE}/", False), ("mailto:a@b", False), (f"{SITE}/other", False)],
)
def test_a_page_is_known_by_the_address_that_it_declares(session: Session, declared: str, *, is_same: bool) -> None:
    first = keep(session, ONE, PAGE).kept
    keep(session, "The front page.", f"{SITE}/")
    other = keep(session, TWO, f"{SITE}/print/a", canonical_url=declared).kept
    assert (other.document_id == first.document_id) is is_same


def test_the_same_bytes_at_two_addresses_are_two_documents_and_one_text(session: Session) -> None:
    first, second = keep(session, ONE, PAGE).kept, keep(session, ONE, f"{SITE}/b").kept
    assert second.document_id != first.document_id
    assert (second.is_new_document, second.is_new_text) == (True, False)
    assert keep(session, ONE).kept.document_id == first.document_id


def test_a_file_and_the_page_it_was_saved_from_are_one_document(session: Session) -> None:
    by_file = keep(session, ONE, title="Harbour").kept
    by_page = keep(session, ONE, PAGE, title="Harbour").kept
    assert by_page.document_id == by_file.document_id
    found = document(session, by_file.document_id)
    assert (found["url"], publisher(session, by_file.document_id)) == (PAGE, "news.example.org")
    assert keep(session, TWO, PAGE).kept.document_id == by_file.document_id


def test_without_an_address_title_and_publisher_make_a_document(session: Session) -> None:
    given: dict[str, str | None] = {"title": "Harbour", "publisher": "Ann"}
    first = keep(session, ONE, given=given).kept
    assert keep(session, TWO, given=given).kept.document_id == first.document_id
    assert keep(session, "Other.", given={**given, "publisher": "Bea"}).kept.document_id != first.document_id
    assert keep(session, "Third.", title="Harbour").kept.is_new_document


def test_a_document_that_is_named_takes_any_address(session: Session) -> None:
    first = keep(session, ONE, PAGE).kept
    second = keep(session, TWO, "https://elsewhere.example/x", document_id=first.document_id).kept
    assert (second.document_id, second.is_new_snapshot) == (first.document_id, True)
    assert document(session, first.document_id)["url"] == PAGE


def test_a_document_that_is_named_has_to_be_there(session: Session) -> None:
    with pytest.raises(NotFoundError, match="there is no document 999"):
        keep(session, ONE, document_id=999)


def test_the_history_records_each_part_and_an_undo_takes_all_of_it_back(session: Session) -> None:
    kept = keep(session, ONE, PAGE, title="Harbour").kept
    assert [event.field for event in undo(session, author="b", now=NOW).events] == ["snapshot", None, None]
    assert rows(session, "SELECT 1 FROM document WHERE id = ?", (kept.document_id,)) == []
    again = keep(session, ONE, PAGE, title="Harbour").kept
    assert (again.is_new_document, again.is_new_text) == (True, False)
    assert again.document_id > kept.document_id


def test_what_was_undone_and_done_again_has_its_text(session: Session) -> None:
    kept = keep(session, ONE, PAGE).kept
    undone = undo(session, author="b", now=NOW)
    (last,) = rows(session, "SELECT max(id) FROM command")
    undo(session, author="b", now=NOW, command_id=last[0])
    assert undone.command == "ingest"
    assert text_of(session_reader(session), kept.snapshot_id) == ONE


def test_nothing_is_proposed_from_what_was_read_before(session: Session) -> None:
    text = "Vlasiuk said that components, mostly Western-made, come to Russia from China."
    done = keep(session, text, PAGE)
    assert done.claim_ids != []
    assert keep(session, text, PAGE, came={"content": b"<p>"}).claim_ids == []


def test_what_is_given_holds_against_what_was_known(session: Session) -> None:
    known = keep(session, ONE, PAGE, title="Harbour", published_on="2024").kept.document_id
    given: dict[str, str | None] = {"title": "Mine", "published_on": "2023", "publisher": "Ann"}
    keep(session, ONE, PAGE, given=given)
    found = document(session, known)
    assert (found["title"], found["published_on"], found["published_on_reason"]) == ("Mine", "2023", "given by hand")
    assert publisher(session, known) == "Ann"


def test_nobody_is_added_to_the_sources_who_is_not_needed(session: Session) -> None:
    first = keep(session, ONE, PAGE, given={"publisher": "Ann"}).kept
    before = rows(session, "SELECT count(*) FROM source")
    keep(session, TWO, PAGE, document_id=first.document_id, publisher="Example")
    keep(session, ONE, PAGE)
    assert rows(session, "SELECT count(*) FROM source") == before


def test_no_page_can_declare_itself_to_be_one_of_another_host(session: Session) -> None:
    theirs = keep(session, ONE, "https://alice.example.org/a").kept
    other = keep(session, TWO, "https://mallory.example.org/b", canonical_url="https://alice.example.org/a").kept
    assert (other.is_new_document, other.document_id == theirs.document_id) == (True, False)
    same = keep(session, f"{TWO} too", "https://m.alice.example.org/a/1", canonical_url="https://alice.example.org/a")
    assert same.kept.document_id == theirs.document_id


def test_an_item_of_a_feed_is_no_state_of_the_page(session: Session) -> None:
    page = keep(session, ONE, PAGE).kept
    item = keep(session, TWO, PAGE, hour=1, extractor=FEED_EXTRACTOR).kept
    assert (item.document_id, item.earlier_text) == (page.document_id, ONE)
    again = keep(session, ONE, PAGE, hour=2).kept
    assert (again.earlier_text, again.back_after) == (ONE, None)
    back = keep(session, TWO, PAGE, hour=3, extractor=FEED_EXTRACTOR).kept
    assert (back.snapshot_id, back.back_after) == (item.snapshot_id, None)


def test_that_a_page_is_again_as_it_was_is_part_of_the_history(session: Session) -> None:
    one, two = (keep(session, text, PAGE, hour=hour).kept.snapshot_id for hour, text in enumerate((ONE, TWO)))
    reader = session_reader(session)
    held = "SELECT id FROM snapshot WHERE returned_at IS NOT NULL"

    def states() -> list[int]:
        return [found["id"] for found in snapshots(reader, 2)]

    keep(session, ONE, PAGE, hour=2)
    assert (states(), rows(session, held)) == ([two, one], [(one,)])
    keep(session, ONE, PAGE, hour=3)
    keep(session, TWO, PAGE, hour=4)
    keep(session, ONE, PAGE, hour=5)
    assert (states(), list(differences(session_reader(session)))) == ([two, one], [])
    for expected in ([one, two], [two, one], [one, two]):
        assert [event.field for event in undo(session, author="b", now=NOW).events] == ["snapshot"]
        assert (states(), list(differences(session_reader(session)))) == (expected, [])
    assert rows(session, held) == []
    (last,) = rows(session, "SELECT max(id) FROM command")
    undo(session, author="b", now=NOW, command_id=last[0])
    assert (states(), list(differences(session_reader(session)))) == ([two, one], [])
    driver_connection(session).execute("UPDATE snapshot SET returned_at = NULL")
    (told,) = differences(session_reader(session))
    assert "returned_at of snapshot" in told


def test_what_was_quoted_stays_when_a_page_is_again_as_it_was(session: Session) -> None:
    one = keep(session, ONE, PAGE).kept.snapshot_id
    add_evidence(session, 1, snapshot_id=one, quote=ONE, stance=Stance.MENTIONS, author="a", now=NOW)
    keep(session, TWO, PAGE, hour=1)
    keep(session, ONE, PAGE, hour=2)
    assert rows(session, "SELECT snapshot_id FROM evidence") == [(one,)]
    (first,) = rows(session, "SELECT min(command_id) FROM event WHERE field = 'snapshot'")
    with pytest.raises(ConflictError, match="was changed since"):
        undo(session, author="b", now=NOW, command_id=first[0])
