"""A ledger moved from one database to another and back: nothing lost, nothing added."""

from pathlib import Path

import pytest

from claimcheck.errors import StoreError
from claimcheck.store.checks import findings
from claimcheck.store.copying import NUMBERED, copy
from claimcheck.store.engine import open_reader
from claimcheck.store.target import Ledger, Target, parse_target
from tests.conftest import Run
from tests.databases import TestServer


def content(place: Ledger) -> dict[str, object]:
    from claimcheck.models import metadata

    with open_reader(place) as reader:
        rows = {
            table.name: sorted(
                reader.all(f"SELECT {', '.join(table.columns.keys())} FROM {table.name}"),  # noqa: S608 - our own names
                key=repr,
            )
            for table in metadata.sorted_tables
        }
        return {**rows, "last ids": {name: reader.last_id(name) for name in NUMBERED}}


@pytest.mark.file
def test_a_ledger_goes_to_a_server_and_comes_back_whole(seeded: Run, server: TestServer, tmp_path: Path) -> None:
    seeded("source", "merge", "CSIS", "Reuters")
    seeded("annotate", "3", "Ünïcode\n\ttab", "--confidence", "0.1", "--basis", "b", "--verdict", "refuted")
    seeded("add", "Soon gone.", "--source", "Nobody")
    seeded("undo")
    origin, back = Target(tmp_path / "ledger.sqlite3"), Target(tmp_path / "back.sqlite3")
    there = parse_target(server.address_of(server.create()))
    copied = copy(origin, there)
    assert (copied["claim"], copied["relation"]) == (62, 15)
    assert copy(there, back) == copied
    assert content(origin) == content(there) == content(back)
    assert [list(findings(place)) for place in (there, back)] == [[], []]


@pytest.mark.file
def test_the_command_says_what_it_moved_and_the_copy_goes_on_as_the_origin_would(
    seeded: Run, server: TestServer
) -> None:
    address = server.address_of(server.create())
    result = seeded("db", "copy", "ledger.sqlite3", address)
    assert result.code == 0
    assert "62 claim, 1 document" in result.out
    for db in ("ledger.sqlite3", address):
        assert seeded("--db", db, "add", "One more.", "--source", "CSIS", "--tag", "new").out == "added claim 63\n"
        assert seeded("--db", db, "db", "check").code == 0
    views = [seeded("--db", db, "list", "--json", "-c", "id,text,tags").out for db in ("ledger.sqlite3", address)]
    assert views[0] == views[1]


def test_a_ledger_that_is_there_is_not_written_over(seeded: Run, tmp_path: Path) -> None:
    assert seeded("--db", "other.sqlite3", "db", "init").code == 0
    result = seeded("db", "copy", "other.sqlite3", "other.sqlite3")
    assert (result.code, "is not written over" in result.err) == (5, True)
    with pytest.raises(StoreError, match="not written over"):
        copy(Target(tmp_path / "other.sqlite3"), Target(tmp_path / "other.sqlite3"))
