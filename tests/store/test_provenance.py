"""Who wrote what stands in the ledger now."""

from collections.abc import Iterator

import pytest

from claimcheck.store import provenance, timeline
from claimcheck.store.dialect import Connection
from claimcheck.store.engine import Reader, driver_connection, open_session
from claimcheck.vocabulary import Entity
from tests.conftest import Run, here


@pytest.fixture
def connection(seeded: Run) -> Iterator[Connection]:
    """A ledger in which people have judged the loaded claim 2 and added claim 63."""
    seeded("annotate", "2", "--kind", "denial", "--tag", "kept", "--tag", "gone")
    seeded("annotate", "2", "--kind", "report", "--untag", "gone")
    seeded("add", "By hand.", "--source", "Reuters")
    with open_session(here(), keep=False) as session:
        yield driver_connection(session)


def test_the_last_writer_is_the_command_that_changed_a_field(connection: Connection) -> None:
    assert provenance.last_writer(connection, Entity.CLAIM, 2, "kind") == "annotate"
    assert provenance.last_writer(connection, Entity.CLAIM, 2, "basis") is None
    assert provenance.last_writer(connection, Entity.SOURCE, 2, "kind") is None


def test_the_creator_is_the_command_that_brought_an_entity(connection: Connection) -> None:
    assert provenance.creator(connection, Entity.CLAIM, 2) == "load"
    assert provenance.creator(connection, Entity.CLAIM, 63) == "add"
    assert provenance.creator(connection, Entity.CLAIM, 64) is None


@pytest.mark.parametrize(("name", "removed"), [("gone", True), ("kept", False), ("never", False)])
def test_a_member_was_removed_if_the_last_word_on_it_says_so(
    connection: Connection, name: str, *, removed: bool
) -> None:
    assert provenance.was_removed(connection, Entity.CLAIM, 2, "tag", name) is removed


@pytest.mark.parametrize(("value", "had"), [("assertion", True), ("denial", True), ("report", False), (None, False)])
def test_a_field_had_a_value_before_if_it_moved_on_from_it(
    connection: Connection, value: str | None, *, had: bool
) -> None:
    assert provenance.had_before(connection, Entity.CLAIM, 2, "kind", value) is had


def later(connection: Connection, command: int, field: str | None, value: object = None) -> tuple[object, ...]:
    """What came later about the event of that command, as command, field and the new value."""
    (event,) = [
        event
        for event in timeline.events(Reader(connection), command_id=command)
        if event.field == field and (value is None or event.new == value)
    ]
    found = provenance.later_change(connection, event)
    return (found.command_id, found.field, found.new) if found else ()


def test_the_later_change_is_one_of_the_same_field_or_member(connection: Connection) -> None:
    assert later(connection, 2, "kind") == (3, "kind", "report")
    assert later(connection, 2, "tag", "gone") == (3, "tag", None)
    assert later(connection, 2, "tag", "kept") == ()
    assert later(connection, 3, "kind") == later(connection, 4, None) == ()


def test_of_what_was_created_every_later_change_is_one_until_it_is_undone(seeded: Run) -> None:
    seeded("add", "By hand.", "--source", "Reuters")
    seeded("annotate", "63", "a note")
    for expected in ((3, None, "a note"), ()):
        with open_session(here(), keep=False) as session:
            assert later(driver_connection(session), 2, None) == expected
        seeded("undo", "--command", "3")


def test_a_value_that_was_undone_was_lost_all_the_same(seeded: Run) -> None:
    seeded("annotate", "2", "--verdict", "refuted")
    seeded("undo")
    with open_session(here(), keep=False) as session:
        opened = driver_connection(session)
        lost = [provenance.ever_lost(opened, Entity.CLAIM, 2, "verdict", word) for word in ("refuted", "supported")]
    assert lost == [True, False]
