"""Sources in a writing session: one for all spellings of a name."""

from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from claimcheck.errors import InputError
from claimcheck.store.engine import driver_connection
from claimcheck.store.history import CommandLog
from claimcheck.store.sources import SourceBook

NOW = datetime(2024, 9, 12, tzinfo=UTC)


@pytest.fixture
def book(session: Session) -> SourceBook:
    return SourceBook(driver_connection(session), CommandLog(session, name="x", author="a", now=NOW))


@pytest.mark.parametrize("written", ["CSIS", "csis", " CS\u00adIS ", "center for  strategic and INTERNATIONAL studies"])
def test_every_spelling_of_a_source_finds_it(book: SourceBook, written: str) -> None:
    assert book.find(written) == 3


def test_a_name_is_given_back_as_the_ledger_spells_it(book: SourceBook) -> None:
    assert book.spelling(" csis") == "CSIS"
    assert book.spelling("Newcomer") == "Newcomer"


def test_an_unknown_name_is_none_until_it_is_created(book: SourceBook) -> None:
    assert book.find("Newcomer") is None
    number = book.find_or_create("Newcomer")
    assert book.find("NEWCOMER") == book.find_or_create("newcomer") == number
    assert book.added == ["Newcomer"]


def test_a_grade_without_a_day_is_dated_on_the_day_of_the_command(book: SourceBook, session: Session) -> None:
    dated = book.create("A", {"reliability": "A", "reliability_on": "2020"}, ())
    undated, ungraded = book.create("B", {"reliability": "B"}, ()), book.create("C", {}, ())
    rows = driver_connection(session).execute("SELECT id, reliability_on FROM source WHERE id >= ?", (dated,))
    assert dict(rows.fetchall()) == {dated: "2020", undated: "2024-09-12", ungraded: None}


@pytest.mark.parametrize(("name", "aliases"), [("Reuters", []), ("Newcomer", ["Fresh", "reuters"])])
def test_a_spelling_of_another_source_is_refused_before_anything_is_stored(
    book: SourceBook, session: Session, name: str, aliases: list[str]
) -> None:
    with pytest.raises(InputError, match="is a name of 'Reuters' already"):
        book.create(name, {}, aliases)
    sql = "SELECT count(*) FROM source_alias WHERE alias IN ('Newcomer', 'Fresh')"
    assert driver_connection(session).execute(sql).fetchone() == (0,)


def test_two_spellings_of_the_new_name_itself_are_one(book: SourceBook, session: Session) -> None:
    number = book.create("Newcomer", {}, ["NEWCOMER", "new  comer", "Newcomer"])
    rows = driver_connection(session).execute("SELECT alias FROM source_alias WHERE source_id = ?", (number,))
    assert sorted(alias for (alias,) in rows) == ["Newcomer", "new  comer"]


@pytest.mark.parametrize("name", ["", " ", "\u200b", "\u00ad"])
def test_a_name_that_nobody_can_see_is_refused(book: SourceBook, name: str) -> None:
    with pytest.raises(InputError, match="no name"):
        book.create(name, {}, ())
    with pytest.raises(InputError, match="no name"):
        book.create("Visible", {}, (name,))
