"""A first session: what it stores is kept with the ledger, or nothing of either is."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlmodel import Session

from claimcheck.errors import NoLedgerError
from claimcheck.store.engine import driver_connection, open_reader
from claimcheck.store.starting import create, session_or_start
from claimcheck.store.target import Ledger, Target, parse_target

if TYPE_CHECKING:
    from tests.databases import TestServer


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Ledger:
    if request.param == "sqlite":
        return Target(tmp_path / "new.sqlite3")
    server: TestServer = request.getfixturevalue("server")
    return parse_target(server.address_of(server.create()))


def tag(session: Session) -> None:
    driver_connection(session).execute("INSERT INTO tag (id, name) VALUES (1, 'a')")


def tags(place: Ledger) -> int:
    with open_reader(place) as reader:
        return int(reader.value("SELECT count(*) FROM tag"))


def test_the_first_session_starts_a_ledger_and_the_second_finds_it(place: Ledger) -> None:
    with session_or_start(place) as (session, is_new):
        assert is_new
        tag(session)
    with session_or_start(place) as (_, is_new):
        assert not is_new
    assert tags(place) == 1
    assert create(place) is False


def test_a_first_session_that_fails_leaves_no_ledger(place: Ledger) -> None:
    with suppress(ZeroDivisionError), session_or_start(place) as (session, _):
        tag(session)
        raise ZeroDivisionError
    with pytest.raises(NoLedgerError), open_reader(place):
        pass


def test_a_rehearsal_leaves_no_ledger_and_changes_none(place: Ledger) -> None:
    with session_or_start(place, keep=False) as (session, is_new):
        assert is_new
        tag(session)
    with pytest.raises(NoLedgerError), open_reader(place):
        pass
    assert create(place) is True
    with session_or_start(place, keep=False) as (session, is_new):
        assert not is_new
        tag(session)
    assert tags(place) == 0
