"""The one way in which something stored is changed: what else moves with a field, and what is refused."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlmodel import Session

from claimcheck.errors import ConflictError, NotFoundError
from claimcheck.store.changes import change, parts, value_of
from claimcheck.store.engine import driver_connection
from claimcheck.store.history import CommandLog
from claimcheck.text import fingerprint
from claimcheck.vocabulary import Entity

NOW = datetime(2024, 9, 12, tzinfo=UTC)


@pytest.fixture
def log(session: Session) -> CommandLog:
    return CommandLog(session, name="test", author="a", now=NOW)


def one(session: Session, sql: str) -> tuple[Any, ...]:
    row: tuple[Any, ...] = driver_connection(session).execute(sql).fetchone()
    return row


def test_a_value_is_given_as_an_event_would_record_it(session: Session) -> None:
    values = [value_of(session, Entity.CLAIM, 2, field) for field in ("kind", "verdict", "confidence")]
    assert values == ["assertion", None, 0.9]
    assert type(values[0]) is str


def test_a_change_rests_on_what_the_field_holds_now(session: Session, log: CommandLog) -> None:
    with pytest.raises(ConflictError, match="kind of claim 2 is 'assertion' now, no longer 'denial'"):
        change(session, log, Entity.CLAIM, 2, "kind", old="denial", new="report")
    assert value_of(session, Entity.CLAIM, 2, "kind") == "assertion"
    assert one(session, "SELECT count(*) FROM event WHERE command_id = 2") == (0,)


def test_what_is_gone_cannot_be_changed(session: Session, log: CommandLog) -> None:
    with pytest.raises(NotFoundError, match="claim 999"):
        change(session, log, Entity.CLAIM, 999, "kind", old=None, new="report")


def test_the_revision_rises_once_for_all_changes_of_a_command(session: Session, log: CommandLog) -> None:
    change(session, log, Entity.CLAIM, 2, "kind", old="assertion", new="report")
    change(session, log, Entity.CLAIM, 2, "tag", old=None, new="x")
    assert one(session, "SELECT revision FROM claim WHERE id = 2") == (2,)
    later = CommandLog(session, name="test", author="a", now=NOW)
    change(session, later, Entity.CLAIM, 2, "tag", old="x", new=None)
    assert one(session, "SELECT revision FROM claim WHERE id = 2") == (3,)


def test_new_words_are_found_by_their_fingerprint(session: Session, log: CommandLog) -> None:
    old = value_of(session, Entity.CLAIM, 2, "text")
    change(session, log, Entity.CLAIM, 2, "text", old=old, new="Other  Words")
    assert one(session, "SELECT text_fingerprint FROM claim WHERE id = 2") == (fingerprint("other words"),)


def test_a_new_date_moves_its_bounds(session: Session, log: CommandLog) -> None:
    old = value_of(session, Entity.DOCUMENT, 1, "published_on")
    change(session, log, Entity.DOCUMENT, 1, "published_on", old=old, new="2024-02")
    bounds = one(session, "SELECT published_earliest, published_latest FROM document WHERE id = 1")
    assert bounds == ("2024-02-01", "2024-02-29")
    change(session, log, Entity.DOCUMENT, 1, "published_on", old="2024-02", new=None)
    assert one(session, "SELECT published_earliest, published_latest FROM document WHERE id = 1") == (None, None)


def test_a_new_title_or_publisher_is_another_identity_until_it_is_taken_back(session: Session, log: CommandLog) -> None:
    sql = "SELECT identity FROM document WHERE id = 1"
    before, publisher = one(session, sql), value_of(session, Entity.DOCUMENT, 1, "publisher_id")
    change(session, log, Entity.DOCUMENT, 1, "url", old=None, new="https://example.org/1")
    assert one(session, sql) != before
    change(session, log, Entity.DOCUMENT, 1, "url", old="https://example.org/1", new=None)
    assert one(session, sql) == before
    change(session, log, Entity.DOCUMENT, 1, "publisher_id", old=publisher, new=publisher + 1)
    assert one(session, sql) != before


def test_a_hop_moves_only_from_the_source_it_names(session: Session, log: CommandLog) -> None:
    sql = "SELECT source_id FROM via WHERE appearance_id = 1 AND position = 1"
    (source,) = one(session, sql)
    place = {"appearance_id": 1, "position": 1}
    old, new = {**place, "source_id": source}, {**place, "source_id": source + 1}
    change(session, log, Entity.CLAIM, 1, "via", old=old, new=new)
    assert one(session, sql) == (source + 1,)
    with pytest.raises(ConflictError, match="names another source now"):
        change(session, log, Entity.CLAIM, 1, "via", old=old, new=new)


def test_a_member_is_replaced_by_taking_the_old_one_away(session: Session, log: CommandLog) -> None:
    first = {"kind": "denies", "other_id": 3, "note": "a"}
    change(session, log, Entity.CLAIM, 2, "relation", old=None, new=first)
    done = change(session, log, Entity.CLAIM, 2, "relation", old=first, new={**first, "note": "b"})
    assert (done.old, done.new) == (first, {**first, "note": "b"})
    assert one(session, "SELECT note FROM relation WHERE claim_id = 2 AND kind = 'denies' AND other_id = 3") == ("b",)


@pytest.mark.parametrize(
    ("entity", "field", "values", "concerned"),
    [
        (Entity.CLAIM, None, [None, {"text": "T"}], {()}),
        (Entity.CLAIM, "verdict", [None, "refuted"], {("verdict",)}),
        (Entity.CLAIM, "tag", [None, "x"], {("tag", "x")}),
        (
            Entity.CLAIM,
            "relation",
            [{"kind": "denies", "other_id": 3, "note": "n"}, None],
            {("relation", ("denies", 3))},
        ),
        (Entity.SOURCE, "alias", ["The  CENTER", None], {("alias", "the center")}),
        (Entity.DOCUMENT, "snapshot", [None, {"id": 4, "sha256": "0"}], {("snapshot", 4)}),
        (Entity.CLAIM, "appearance", [{"id": 4}, {"id": 4, "cue": "said"}], {("appearance", 4)}),
        (Entity.CLAIM, "via", [{"appearance_id": 4, "position": 2, "source_id": 1}], {("appearance", 4, 2)}),
        (Entity.CLAIM, "first_appearance", [4, 5], {("first_appearance",), ("appearance", 4), ("appearance", 5)}),
    ],
)
def test_a_change_concerns_the_field_or_the_members_that_it_names(
    entity: Entity, field: str | None, values: list[Any], concerned: set[Any]
) -> None:
    assert parts(entity, field, *values) == concerned
