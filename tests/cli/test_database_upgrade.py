"""A ledger of another schema: refused by name by every command, and brought up to date by `db upgrade`."""

import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from claimcheck.store.engine import REVISIONS, open_reader
from claimcheck.store.target import Server
from tests.conftest import Run, here
from tests.upgrading import NEWER, newer

__all__ = ["newer"]

COMMANDS = [
    ["load"],
    ["load", "--dry-run"],
    ["add", "New.", "--source", "CSIS"],
    ["list"],
    ["count"],
    ["show", "1"],
    ["search", "submarine"],
    ["annotate", "1", "x"],
    ["tag", "1", "x"],
    ["tag"],
    ["relate", "1", "denies", "2"],
    ["history"],
    ["undo"],
    ["source", "list"],
    ["source", "show", "CSIS"],
    ["source", "set", "CSIS", "--reliability", "B"],
    ["source", "merge", "CSIS", "Reuters"],
    ["export"],
    ["db", "init"],
    ["db", "check"],
]


def state() -> tuple[str, int, int]:
    """The revision, the coloured tags and the number of claims."""
    with open_reader(here(), revision=NEWER) as reader:
        revision = str(reader.value("SELECT version_num FROM alembic_version"))
        coloured = int(reader.value("SELECT count(*) FROM tag WHERE colour = 'red'"))
        return revision, coloured, int(reader.value("SELECT count(*) FROM later"))


def set_revision(revision: str) -> None:
    """Say that the ledger has another revision, behind claimcheck's back."""
    place = here()
    if isinstance(place, Server):
        with psycopg.connect(place.url) as server:
            server.execute("UPDATE claimcheck.alembic_version SET version_num = %s", (revision,))
    else:
        with closing(sqlite3.connect(place.path)) as file:
            file.execute("UPDATE alembic_version SET version_num = ?", (revision,))
            file.commit()


@pytest.mark.usefixtures("newer")
def test_every_command_refuses_an_older_schema_and_names_the_upgrade(seeded: Run) -> None:
    for command in COMMANDS:
        result = seeded(*command)
        assert (result.code, result.out, len(result.err.splitlines())) == (5, "", 1), command
        assert f"older schema {REVISIONS[-1]}; run `claimcheck db upgrade` first" in result.err, command


def test_every_command_refuses_a_newer_schema(seeded: Run) -> None:
    set_revision(NEWER)
    for command in [*COMMANDS, ["db", "upgrade"]]:
        result = seeded(*command)
        assert (result.code, result.out, len(result.err.splitlines())) == (5, "", 1), command
        assert f"unknown schema {NEWER}, from a newer claimcheck; update claimcheck" in result.err, command


@pytest.mark.usefixtures("newer")
def test_an_upgrade_changes_the_schema_and_keeps_what_is_there(seeded: Run) -> None:
    result = seeded("db", "upgrade")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("upgraded ")
    assert state()[0] == NEWER
    assert (state()[1] > 0, state()[2]) == (True, 62)
    for command in (["annotate", "1", "works"], ["add", "New.", "--source", "CSIS"], ["search", "submarine"]):
        assert seeded(*command).code == 0
    assert seeded("db", "upgrade").out.endswith("has the current schema already\n")


@pytest.mark.usefixtures("newer")
def test_the_backup_goes_where_it_is_told_and_can_be_restored(seeded: Run, tmp_path: Path) -> None:
    result = seeded("db", "upgrade", "--backup", "before")
    assert result.code == 0
    assert result.out.endswith("the ledger as it was is in before\n")
    with closing(sqlite3.connect(tmp_path / "before")) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (REVISIONS[-1],)
        assert connection.execute("SELECT count(*) FROM event").fetchone()[0] > 62
    assert "older schema" in seeded("--db", "before", "list").err
    assert seeded("--db", "again.sqlite3", "db", "restore", "before").code == 0
    assert seeded("--db", "again.sqlite3", "count").out == "62\n"


@pytest.mark.usefixtures("newer")
def test_an_upgrade_whose_backup_fails_changes_nothing(seeded: Run, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("precious", encoding="utf-8")
    result = seeded("db", "upgrade", "--backup", "taken")
    assert (result.code, result.out, len(result.err.splitlines())) == (5, "", 1)
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "precious"
    assert "older schema" in seeded("list").err


def test_a_migration_that_fails_changes_nothing(seeded: Run, newer: Path) -> None:
    script = next((newer / "versions").glob(f"{NEWER}_*.py"))
    last_line = "    op.execute('DELETE FROM nowhere')\n"
    script.write_text(script.read_text(encoding="utf-8") + last_line, encoding="utf-8")
    result = seeded("db", "upgrade")
    assert (result.code, result.out, len(result.err.splitlines())) == (5, "", 1)
    assert "nowhere" in result.err
    assert "older schema" in seeded("list").err


@pytest.mark.usefixtures("newer")
def test_a_server_is_upgraded_without_a_backup_and_says_so(seeded: Run) -> None:
    result = seeded("db", "upgrade")
    told = "no backup was made" in result.out
    assert told == isinstance(here(), Server)


def test_an_upgrade_needs_a_ledger(run: Run) -> None:
    result = run("db", "upgrade")
    assert (result.code, result.out, len(result.err.splitlines())) == (5, "", 1)
    assert "there is no ledger" in result.err
