"""Items of a feed as documents: new ones, edited ones, those that come back, and those that share an address."""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session

from claimcheck.steps.asking import Asked
from claimcheck.steps.fetching import Answer, Validators
from claimcheck.steps.ingest import DocumentKeeper
from claimcheck.steps.items import keep_items
from claimcheck.store.archive import Archive
from claimcheck.store.documents import DocumentBook
from claimcheck.store.engine import driver_connection
from claimcheck.store.history import CommandLog
from claimcheck.store.sources import SourceBook
from claimcheck.values import Finding, Kept, Received
from claimcheck.vocabulary import Outcome
from tests.steps.fetchers import WATCHED, kept

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
LATER = datetime(2026, 11, 27, 12, 30, tzinfo=UTC)
FEED = "https://example.org/feed?token=s3cr3t"
ONE = Finding(key="1", url="https://example.org/1", title="One", text="The first words")


class Feed:
    """A feed that is asked again and again, each time with bytes of its own."""

    def __init__(self, session: Session, folder: Path) -> None:
        self.session = session
        self.folder = folder
        self.times = 0

    def brings(self, *items: Finding, led_to: str | None = None) -> list[Kept]:
        self.times += 1
        body = b"<rss>%d" % self.times
        came = Received(
            body, sha256(body).hexdigest(), len(body), LATER, "application/rss+xml", None, "https://example.org/feed",
            "https://example.org/feed", 203, '"v1"',
        )  # fmt: skip
        answer = Answer(items, came, Validators(url=led_to))
        asked = Asked(WATCHED._replace(kind="feed", url=FEED), NOW, Outcome.OK, None, answer.validators, answer=answer)
        log = CommandLog(self.session, name="update", author="a", now=NOW)
        keeper = DocumentKeeper(self.session, log)
        found = list(keep_items(keeper, driver_connection(self.session), Archive(self.folder), asked))
        log.seal()
        return found

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in driver_connection(self.session).execute(sql, values).fetchall()]


@pytest.fixture
def feed(session: Session, tmp_path: Path) -> Feed:
    return Feed(session, tmp_path / "snapshots")


def urls(feed: Feed, found: list[Kept]) -> list[str]:
    return [feed.rows("SELECT url FROM document WHERE id = ?", one.document_id)[0][0] for one in found]


def test_an_item_is_a_document_at_its_own_address_and_a_snapshot_of_the_feeds_bytes(feed: Feed) -> None:
    said = replace(ONE, author="A. Writer", published_on="2026-11-26", language="en", publisher="The Paper")
    (found,) = feed.brings(said)
    assert (found.text, found.title, found.is_new_document) == ("One\n\nThe first words", "One", True)
    assert feed.rows(
        "SELECT url, author, published_on, published_on_reason, language, source.name FROM document "
        "JOIN source ON source.id = publisher_id WHERE document.id = ?", found.document_id,
    ) == [(ONE.url, "A. Writer", "2026-11-26", "the document says so: the feed's date", "en", "The Paper")]  # fmt: skip
    (file,) = kept(feed.folder)
    sql = "SELECT sha256, size_bytes, retrieved_at, status, final_url, media_type, extractor FROM snapshot WHERE id = ?"
    ((digest, size, retrieved_at, *rest),) = feed.rows(sql, found.snapshot_id)
    assert (digest, size) == (file.name, file.stat().st_size)
    assert retrieved_at.startswith("2026-11-27T12:30")
    assert rest == [203, ONE.url, "application/feed+item", "feed"]


def test_an_item_that_stays_or_comes_back_is_passed_over_and_keeps_no_bytes(feed: Feed) -> None:
    assert len(feed.brings(ONE)) == 1
    assert feed.brings(ONE) == []
    assert feed.brings() == []
    assert feed.brings(ONE, replace(ONE, key="other")) == []
    assert len(kept(feed.folder)) == 1


def test_an_item_that_was_edited_is_a_new_snapshot_of_the_same_document(feed: Feed) -> None:
    (first,) = feed.brings(ONE)
    (second,) = feed.brings(replace(ONE, text="Other words"))
    assert (second.document_id, second.is_new_document, second.is_new_snapshot) == (first.document_id, False, True)
    assert second.earlier_text == first.text
    assert feed.brings(replace(ONE, text="Other words")) == []
    assert feed.brings(ONE) == []


def test_an_item_without_an_address_is_known_by_its_id_within_the_feed(feed: Feed) -> None:
    without = Finding(key="tag:example.org,2026:a b/\u00e9#?", text="Words")
    (first,) = feed.brings(without)
    assert urls(feed, [first])[0].endswith("#tag%3Aexample.org%2C2026%3Aa%20b%2F%C3%A9%23%3F")
    assert feed.brings(without, led_to="https://cdn.example.org/today/1") == []
    (edited,) = feed.brings(replace(without, text="Edited"), led_to="https://cdn.example.org/today/2")
    assert edited.document_id == first.document_id
    (other,) = feed.brings(replace(without, key="b"))
    assert (other.is_new_document, other.document_id == first.document_id) == (True, False)


def test_two_items_at_one_address_are_two_texts_of_one_document(feed: Feed) -> None:
    live = [replace(ONE, key=key, url=f"https://example.org/live#{key}", text=key) for key in ("a", "b")]
    first, second = feed.brings(*live)
    assert (first.document_id, first.snapshot_id != second.snapshot_id) == (second.document_id, True)
    assert feed.brings(*live) == []


def test_an_item_that_links_to_its_own_feed_draws_no_other_item_to_itself(feed: Feed) -> None:
    (first,) = feed.brings(replace(ONE, url=FEED))
    second, third = feed.brings(replace(ONE, key="2", url="https://example.org/2", text="b"), Finding("3", text="c"))
    assert len({first.document_id, second.document_id, third.document_id}) == 3
    assert feed.brings(replace(ONE, key="2", url="https://example.org/2", text="b")) == []


def test_items_that_say_the_same_at_two_addresses_are_two_documents(feed: Feed) -> None:
    first, second = feed.brings(ONE, replace(ONE, url="https://example.org/2"))
    assert first.document_id != second.document_id
    assert second.is_new_text is False


def test_an_item_without_words_is_no_document(feed: Feed) -> None:
    assert feed.brings(Finding("1", url="https://example.org/1"), Finding("2", title="")) == []
    assert kept(feed.folder) == []


def test_an_item_at_the_address_of_a_known_page_is_a_snapshot_of_it(feed: Feed) -> None:
    log = CommandLog(feed.session, name="x", author="a", now=NOW)
    number = DocumentBook(driver_connection(feed.session), log).create({"title": "T", "url": ONE.url})
    (found,) = feed.brings(replace(ONE, url=f"{ONE.url}?utm_source=rss#top"))
    assert (found.document_id, found.is_new_document) == (number, False)


def test_no_secret_of_the_feed_or_of_an_item_is_in_the_ledger(feed: Feed) -> None:
    hidden = replace(ONE, url="https://u:s3cr3t@example.org/1?access_token=s3cr3t&x=1")
    feed.brings(hidden, Finding("2", text="Words"), led_to="https://example.org/?sig=s3cr3t")
    stored = feed.rows("SELECT requested_url, final_url, canonical_url FROM snapshot") + feed.rows(
        "SELECT url, title FROM document"
    )
    stored += feed.rows("SELECT old, new FROM event WHERE entity = 'document'")
    assert len(stored) > 4
    assert "s3cr3t" not in repr(stored)
    assert feed.brings(hidden) == []


def test_escape_sequences_are_kept_as_the_feed_has_them(feed: Feed) -> None:
    (found,) = feed.brings(replace(ONE, title="\x1b[31mred\u202e", text="\x9b2Jx"))
    assert found.title == "\x1b[31mred\u202e"
    assert found.text == "\x1b[31mred\u202e\n\n\x9b2Jx"


def test_what_a_person_or_a_page_said_of_a_document_stays_whatever_a_feed_says(feed: Feed) -> None:
    log = CommandLog(feed.session, name="x", author="a", now=NOW)
    connection = driver_connection(feed.session)
    own = SourceBook(connection, log).find_or_create("The Right One")
    fields = {"title": "T", "url": ONE.url, "publisher_id": own, "published_on": "2020", "author": "A"}
    number = DocumentBook(connection, log).create(fields)
    (found,) = feed.brings(replace(ONE, publisher="Impostor", published_on="2021", author="B"))
    assert found.document_id == number
    assert feed.rows("SELECT title, publisher_id, published_on, author FROM document WHERE id = ?", number) == [
        ("T", own, "2020", "A")
    ]
    assert feed.rows("SELECT 1 FROM source WHERE name = 'Impostor'") == []


@pytest.mark.parametrize("link", ["https://somebody.example/1?utm_source=rss", "https://blog.example.org/1"])
def test_an_item_that_leads_to_another_host_is_a_document_of_its_own(feed: Feed, link: str) -> None:
    log = CommandLog(feed.session, name="x", author="a", now=NOW)
    books = DocumentBook(driver_connection(feed.session), log)
    theirs = books.create({"title": "One", "url": link.partition("?")[0]})
    unplaced = books.create({"title": "One"})
    passed_on = replace(ONE, url=link, publisher="Somebody")
    (found,) = feed.brings(passed_on)
    assert found.is_new_document
    assert found.document_id not in (theirs, unplaced)
    assert urls(feed, [found])[0].endswith("#1")
    assert found.text == f"One\n\nThe first words\n\n{link.partition('?')[0]}"
    assert feed.rows("SELECT count(*) FROM snapshot WHERE document_id IN (?, ?)", theirs, unplaced) == [(0,)]
    of = "SELECT source.name FROM document JOIN source ON source.id = publisher_id WHERE document.id = ?"
    assert feed.rows(of, found.document_id) == [("Somebody",)]
    assert feed.brings(passed_on) == []
    assert feed.brings(replace(passed_on, title=None, text=None)) == []


def test_an_item_is_at_home_with_and_without_www(feed: Feed) -> None:
    (found,) = feed.brings(replace(ONE, url="https://www.example.org/1"))
    assert urls(feed, [found]) == ["https://www.example.org/1"]


@pytest.mark.parametrize("name", ["x" * 121, "\u65e5" * 980, "\u200b"])
def test_a_source_that_is_no_name_is_left_to_the_address(feed: Feed, name: str) -> None:
    (found,) = feed.brings(replace(ONE, publisher=name))
    of = "SELECT source.name FROM document JOIN source ON source.id = publisher_id WHERE document.id = ?"
    assert feed.rows(of, found.document_id) == [("example.org",)]


@pytest.mark.parametrize(
    "own_id",
    [
        "https://example.org/post?token=s3cr3t", "https://u:s3cr3t@example.org/post", "post?key=s3cr3t",
        "token=s3cr3t", "https://example.org/?u=https%3A%2F%2Fe.org%2F%3Fkey%3Ds3cr3t",
    ],
)  # fmt: skip
def test_an_id_that_holds_a_secret_is_known_by_its_digest(feed: Feed, own_id: str) -> None:
    item = Finding(own_id, text="Words")
    (found,) = feed.brings(item)
    (url,) = urls(feed, [found])
    assert "#sha256:" in url
    assert "s3cr3t" not in repr(feed.rows("SELECT old, new FROM event")) + url
    assert feed.brings(item) == []
    (other,) = feed.brings(replace(item, key=own_id.replace("s3cr3t", "0ther")))
    assert other.is_new_document


def test_an_id_of_any_length_is_an_address(feed: Feed) -> None:
    (found,) = feed.brings(Finding("\u65e5" * 500, text="Words"))
    assert len(urls(feed, [found])[0]) < 200
