"""A ledger moved from one database to another and back: nothing lost, nothing added."""

from pathlib import Path

import pytest

from claimcheck.errors import StoreError
from claimcheck.store.checks import findings
from claimcheck.store.copying import copy
from claimcheck.store.target import Target, parse_target
from tests.cli.asking import providers
from tests.cli.quoting import add, bring_in
from tests.conftest import Run, here
from tests.databases import TestServer
from tests.store.ledger import content


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


def fill(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Evidence confirmed, suggested and rejected, a judgement that rests on it, watches, runs, searches, findings."""
    with providers(monkeypatch) as served:
        bring_in(run)
        bring_in(run, "Chinese firms supply Russia with microchips and semiconductors, records show.", "other.txt")
        add(run, "1", "before noon", "supports", "--note", "Why not.")
        add(run, "2", "before noon", "refutes")
        assert run("evidence", "unlink", "2", "2").code == 0
        assert run("annotate", "1", "So it is.", "--evidence", "2").code == 0
        assert run("watch", "add", served.url("/feed"), "--kind", "feed").code == 0
        assert run("watch", "add", served.url("/gone")).code == 0
        assert run("update").code == 1
        assert run("find", "1", "--url", served.url("/page"), "--url", served.url("/gone")).code == 1


FILLED = ("evidence", "link", "rendition", "watch", "run", "run_outcome", "search", "finding")


@pytest.mark.file
def test_what_was_looked_for_and_found_moves_too(
    seeded: Run, server: TestServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(seeded, monkeypatch)
    origin, back = Target(tmp_path / "ledger.sqlite3"), Target(tmp_path / "back.sqlite3")
    there = parse_target(server.address_of(server.create()))
    copied = copy(origin, there)
    assert [name for name in FILLED if not copied[name]] == []
    assert copy(there, back) == copied
    assert content(origin) == content(there) == content(back)
    assert [list(findings(place)) for place in (origin, there, back)] == [[], [], []]
    assert seeded("db", "backup", "saved.sqlite3").code == 0
    assert content(Target(tmp_path / "saved.sqlite3")) == content(origin)


def test_a_ledger_with_evidence_and_searches_is_in_order_and_is_backed_up_whole(
    seeded: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(seeded, monkeypatch)
    assert seeded("db", "check").code == 0
    before = content(here())
    assert seeded("undo").code == 0
    assert seeded("db", "check").code == 0
    assert content(here())["search"] == before["search"]


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
