"""The group `db`: init, upgrade, backup, check."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import Run

pytestmark = pytest.mark.file

LEDGER = "ledger.sqlite3"


def alter(path: Path, *statements: str, protected: bool = True) -> None:
    """Change a ledger behind claimcheck's back; `protected` puts its triggers back as they were."""
    with closing(sqlite3.connect(path)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            assert connection.execute(statement).rowcount != 0, statement
        for _, sql in triggers if protected else ():
            connection.execute(sql)
        connection.commit()


def test_init_starts_an_empty_private_ledger(run: Run, tmp_path: Path) -> None:
    result = run("db", "init")
    assert (result.code, result.out, result.err) == (0, f"started a new ledger at {tmp_path / LEDGER}\n", "")
    assert (tmp_path / LEDGER).stat().st_mode & 0o777 == 0o600
    assert run("count").out == "0\n"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_init_leaves_a_ledger_that_is_there_as_it_is(seeded: Run, tmp_path: Path) -> None:
    before = (tmp_path / LEDGER).read_bytes()
    result = seeded("db", "init")
    assert result.code == 0
    assert "already" in result.out
    assert (tmp_path / LEDGER).read_bytes() == before


def test_init_never_writes_over_another_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / LEDGER).write_text("precious", encoding="utf-8")
    result = run("db", "init")
    assert (result.code, result.out, len(result.err.splitlines())) == (5, "", 1)
    assert (tmp_path / LEDGER).read_text(encoding="utf-8") == "precious"


def test_init_makes_the_folders_above_the_ledger(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "a folder" / "100% other?#" / LEDGER
    assert run("--db", str(place), "db", "init").code == 0
    assert run("--db", str(place), "db", "check").code == 0
    assert place.is_file()


def test_upgrade_leaves_a_ledger_of_the_current_schema_alone(seeded: Run, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    result = seeded("db", "upgrade")
    assert result.code == 0
    assert "current schema already" in result.out
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("verb", ["upgrade", "check", "backup"])
def test_every_verb_but_init_needs_a_ledger(run: Run, tmp_path: Path, verb: str) -> None:
    result = run("db", verb)
    assert (result.code, result.out) == (5, "")
    assert "claimcheck load" in result.err
    assert not (tmp_path / LEDGER).exists()


@pytest.mark.parametrize("verb", ["upgrade", "check"])
def test_a_ledger_of_a_newer_claimcheck_is_refused(seeded: Run, tmp_path: Path, verb: str) -> None:
    alter(tmp_path / LEDGER, "UPDATE alembic_version SET version_num = '9999'")
    before = sorted(tmp_path.iterdir())
    result = seeded("db", verb)
    assert result.code == 5
    assert "newer claimcheck" in result.err
    assert sorted(tmp_path.iterdir()) == before


def test_a_backup_is_a_private_working_copy(seeded: Run, tmp_path: Path) -> None:
    place = tmp_path / "copy.sqlite3"
    assert seeded("db", "backup", str(place)).code == 0
    assert place.stat().st_mode & 0o777 == 0o600
    assert seeded("--db", str(place), "export").out == seeded("export").out
    assert seeded("--db", str(place), "db", "check").code == 0
    assert seeded("--db", str(place), "annotate", "1", "works").code == 0


def test_a_backup_holds_what_another_connection_has_just_committed(seeded: Run, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / LEDGER)) as other:
        other.execute("SELECT count(*) FROM claim").fetchone()
        seeded("annotate", "1", "--verdict", "refuted")
        seeded("db", "backup", "copy.sqlite3")
    assert seeded("--db", "copy.sqlite3", "count", "--verdict", "refuted").out == "1\n"


def test_a_backup_without_a_name_lies_beside_the_ledger_with_the_time(seeded: Run, tmp_path: Path) -> None:
    result = seeded("db", "backup")
    (copy,) = tmp_path.glob(f"{LEDGER}.*Z.backup")
    assert result.out == f"backed up {tmp_path / LEDGER} to {copy}\n"


def test_a_backup_never_replaces_a_file(seeded: Run, tmp_path: Path) -> None:
    place = tmp_path / "there"
    place.write_text("precious", encoding="utf-8")
    for destination in (place, tmp_path, tmp_path / LEDGER, tmp_path / "no such folder" / "copy"):
        result = seeded("db", "backup", str(destination))
        assert (result.code, result.out, len(result.err.splitlines())) == (5, "", 1)
    assert place.read_text(encoding="utf-8") == "precious"
    assert seeded("db", "check").code == 0


def test_check_says_that_a_sound_ledger_is_in_order(
    seeded: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version", "3.51.3")
    before = (tmp_path / LEDGER).read_bytes()
    result = seeded("db", "check")
    assert (result.code, result.out, result.err) == (0, f"{tmp_path / LEDGER} is in order\n", "")
    assert (tmp_path / LEDGER).read_bytes() == before


@pytest.mark.parametrize(
    ("statements", "finding"),
    [
        (
            ("UPDATE event SET new = '\"x\"' WHERE id = 3",),
            "history: command 1 (load) or one of its events was changed",
        ),
        (("UPDATE event SET entity_id = 9 WHERE id = 3",), "history: command 1 (load) or one of its events"),
        (("DELETE FROM event WHERE id = 3",), "history: command 1 (load) or one of its events was changed"),
        (("UPDATE command SET author = 'nobody' WHERE id = 2",), "history: command 2 (annotate)"),
        (("UPDATE command SET recorded_at = '2020-01-01T00:00:00.000000Z' WHERE id = 1",), "history: command 1"),
        (("UPDATE command SET note = 'another' WHERE id = 2",), "history: command 2"),
        (
            ("DELETE FROM event WHERE command_id = 2", "DELETE FROM command WHERE id = 2"),
            "history: command 3 does not follow the one before it",
        ),
        (("DELETE FROM event WHERE command_id = 3", "DELETE FROM command WHERE id = 3"), "rows of command are gone"),
        (("DELETE FROM command WHERE id = 3",), "events belong to no command"),
        (("UPDATE claim SET text = 'other words' WHERE id = 1",), "search: the full-text index does not agree"),
        (("DELETE FROM source_alias WHERE alias = 'CSIS'",), "search: the full-text index does not agree"),
        (("DELETE FROM claim WHERE id = 1",), "search: 62 of 61 claims are in the full-text index"),
        (("UPDATE appearance SET is_first = 0 WHERE claim_id = 5",), "appearance: claim 5 has 0 first appearances"),
        (
            ("UPDATE via SET source_id = 999 WHERE appearance_id = 4",),
            "reference: row None of via points at a row of source that is not there",
        ),
    ],
)
def test_check_finds_what_was_changed_behind_its_back(
    seeded: Run, tmp_path: Path, statements: tuple[str, ...], finding: str
) -> None:
    seeded("annotate", "1", "one")
    seeded("annotate", "1", "two")
    alter(tmp_path / LEDGER, *statements)
    result = seeded("db", "check")
    assert result.code == 1
    assert finding in result.out
    assert result.err.startswith(f"{len(result.out.splitlines())} problem")


def drop(name: str) -> Callable[[Path], None]:
    def act(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"DROP TRIGGER {name}")
            connection.commit()

    return act


@pytest.mark.parametrize(
    "name", ["event_append_only_update", "command_append_only_delete", "claim_search_after_insert"]
)
def test_check_finds_a_trigger_that_was_dropped_or_defused(seeded: Run, tmp_path: Path, name: str) -> None:
    drop(name)(tmp_path / LEDGER)
    result = seeded("db", "check")
    assert (result.code, result.out) == (1, f"trigger: {name} is missing\n")
    with closing(sqlite3.connect(tmp_path / LEDGER)) as connection:
        connection.execute(f"CREATE TRIGGER {name} AFTER INSERT ON tag BEGIN SELECT 1; END")
        connection.commit()
    result = seeded("db", "check")
    assert (result.code, result.out) == (1, f"trigger: {name} is not as claimcheck made it\n")


def test_check_does_not_pass_a_ledger_with_a_damaged_page(seeded: Run, tmp_path: Path) -> None:
    path = tmp_path / LEDGER
    sound = path.read_bytes()
    size = 4096
    for page in range(1, len(sound) // size, 9):
        path.write_bytes(sound[: page * size] + b"\xff" * size + sound[(page + 1) * size :])
        result = seeded("db", "check")
        assert result.code in (1, 5), page
        assert "is in order" not in result.out
        assert "Traceback" not in result.err
