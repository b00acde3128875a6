"""`db restore`: what it accepts, what it refuses and in which words."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.test_database import alter
from tests.conftest import Run
from tests.databases import TestServer

pytestmark = pytest.mark.file

LEDGER = "ledger.sqlite3"


@pytest.fixture
def backup(seeded: Run, tmp_path: Path) -> Path:
    assert seeded("db", "backup", "copy").code == 0
    return tmp_path / "copy"


def test_a_backup_is_restored_where_there_is_no_ledger(run: Run, backup: Path, tmp_path: Path) -> None:
    result = run("--db", "new.sqlite3", "db", "restore", "copy")
    assert (result.code, result.out, result.err) == (0, "restored new.sqlite3 from copy\n", "")
    assert (tmp_path / "new.sqlite3").stat().st_mode & 0o777 == 0o600
    assert run("--db", "new.sqlite3", "export").out == run("--db", str(backup), "export").out
    assert run("--db", "new.sqlite3", "annotate", "1", "works").code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy", LEDGER, "new.sqlite3"]


@pytest.mark.usefixtures("backup")
def test_a_ledger_is_replaced_only_when_that_is_said_and_is_kept(run: Run, tmp_path: Path) -> None:
    run("annotate", "1", "--verdict", "refuted")
    before = (tmp_path / LEDGER).read_bytes()
    result = run("db", "restore", "copy")
    assert (result.code, result.out, len(result.err.splitlines())) == (5, "", 1)
    assert "--yes" in result.err
    assert (tmp_path / LEDGER).read_bytes() == before
    for number in (1, 2):
        result = run("db", "restore", "copy", "--yes")
        assert (result.code, result.err) == (0, "")
        assert len(list(tmp_path.glob(f"{LEDGER}.*.replaced"))) == number
    kept = [path for path in tmp_path.glob(f"{LEDGER}.*.replaced") if str(path) not in result.out]
    assert run("--db", str(kept[0]), "count", "--verdict", "refuted").out == "1\n"
    assert run("count", "--verdict", "refuted").out == "0\n"
    assert run("db", "check").code == 0


@pytest.mark.parametrize("content", [b"", b"nonsense" * 4096])
@pytest.mark.usefixtures("backup")
def test_a_ledger_that_cannot_be_opened_any_more_is_replaced(run: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / LEDGER).write_bytes(content)
    assert run("db", "restore", "copy").code == 5
    assert run("db", "restore", "copy", "--yes").code == 0
    assert run("count").out == "62\n"
    (kept,) = tmp_path.glob(f"{LEDGER}.*.replaced")
    assert kept.read_bytes() == content


def test_a_backup_that_is_not_sound_is_refused_with_the_first_finding(run: Run, backup: Path, tmp_path: Path) -> None:
    alter(backup, "UPDATE claim SET confidence = 0.01 WHERE id = 3")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    for arguments in (["db", "restore", "copy", "--yes"], ["--db", "new", "db", "restore", "copy"]):
        result = run(*arguments)
        assert (result.code, result.out, len(result.err.splitlines())) == (5, "", 1)
        assert "the backup copy is not sound: ledger: confidence of claim 3 is 0.01" in result.err
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_what_is_no_backup_is_refused(run: Run, backup: Path, tmp_path: Path) -> None:
    (tmp_path / "text").write_text("text,source\n" * 100, encoding="utf-8")
    (tmp_path / "empty").touch()
    (tmp_path / "short").write_bytes(backup.read_bytes()[:50_000])
    with closing(sqlite3.connect(tmp_path / "foreign")) as connection:
        connection.execute("CREATE TABLE claim (id INTEGER)")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    for name in ("text", "empty", "short", "foreign", "nowhere", LEDGER, "."):
        result = run("db", "restore", name, "--yes")
        assert (result.code, result.out, len(result.err.splitlines())) == (5, "", 1), name
        assert name in result.err
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_backup_with_a_damaged_page_is_never_restored(run: Run, backup: Path) -> None:
    sound, size = backup.read_bytes(), 4096
    for page in range(1, len(sound) // size, 17):
        backup.write_bytes(sound[: page * size] + b"\xff" * size + sound[(page + 1) * size :])
        result = run("db", "restore", "copy", "--yes")
        assert (result.code, result.out, len(result.err.splitlines())) == (5, "", 1), page


def test_a_backup_of_a_newer_claimcheck_is_refused(run: Run, backup: Path) -> None:
    alter(backup, "UPDATE alembic_version SET version_num = '9999'")
    result = run("db", "restore", "copy", "--yes")
    assert (result.code, result.out, "newer claimcheck" in result.err) == (5, "", True)


def test_a_folder_is_never_replaced(run: Run, backup: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    result = run("--db", "folder", "db", "restore", str(backup), "--yes")
    assert (result.code, len(result.err.splitlines())) == (5, 1)


@pytest.mark.usefixtures("backup")
def test_a_backup_is_restored_to_a_server_without_a_ledger_only(run: Run, server: TestServer) -> None:
    address = server.address_of(server.create())
    assert run("--db", address, "db", "restore", "copy").code == 0
    assert run("--db", address, "count").out == "62\n"
    assert run("--db", address, "db", "check").code == 0
    result = run("--db", address, "db", "restore", "copy", "--yes")
    assert (result.code, "is not written over" in result.err) == (5, True)
    assert run("db", "restore", address).code == 2
