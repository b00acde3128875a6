"""What may not be written, and what the system does not grant: one line, the right exit code, nothing changed."""

import sys
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.faults import denied, memory, open_files, privileges

pytestmark = [pytest.mark.file, pytest.mark.skipif(sys.platform != "linux", reason="needs the limits of Linux")]

LEDGER = "ledger.sqlite3"
READS = [["list"], ["show", "1"], ["search", "submarine"], ["history"], ["export"], ["db", "check"]]
WRITES = [
    ["load", "rows.csv"],
    ["annotate", "1", "x"],
    ["add", "New.", "--source", "CSIS"],
    ["undo"],
    ["tag", "1", "x"],
]
MIB = 1 << 20


def there(folder: Path) -> dict[str, bytes]:
    """What every file holds; a log without a byte says nothing."""
    files = (path for path in folder.iterdir() if path.is_file() and not path.name.endswith("-shm"))
    return {path.name: path.read_bytes() for path in files if path.stat().st_size}


@pytest.fixture(autouse=True)
def rows(tmp_path: Path) -> None:
    lines = "".join(f"Claim number {number} of the day.,Source {number % 7}\n" for number in range(5_000))
    (tmp_path / "rows.csv").write_text(f"text,source\n{lines}", encoding="utf-8")


def test_a_file_that_may_not_be_written_is_read_and_never_changed(seeded: Run, tmp_path: Path) -> None:
    assert seeded("annotate", "2", "--verdict", "refuted").code == 0
    assert seeded("db", "backup", "copy").code == 0
    (tmp_path / LEDGER).chmod(0o400)
    before = there(tmp_path)
    for command in READS:
        assert denied(privileges, *command).code == 0, command
    for command in [*WRITES, ["db", "restore", "copy", "--yes"]]:
        result = denied(privileges, *command)
        assert (result.code, result.out, len(result.err.splitlines())) == (5, "", 1), command
        assert "permissions" in result.err, command
    assert there(tmp_path) == before


def test_a_folder_that_may_not_be_written_is_read_and_never_changed(seeded: Run, tmp_path: Path) -> None:
    assert seeded("annotate", "2", "--verdict", "refuted").code == 0
    assert seeded("db", "backup", "copy").code == 0
    before = there(tmp_path)
    tmp_path.chmod(0o500)
    try:
        for command in READS:
            assert denied(privileges, *command).code == 0, command
        others = [["db", "backup"], ["--db", "new", "load"], ["--db", "new", "db", "init"]]
        for command in [*WRITES, *others, ["db", "restore", "copy", "--yes"]]:
            result = denied(privileges, *command)
            assert (result.code, result.out, len(result.err.splitlines())) == (5, "", 1), command
    finally:
        tmp_path.chmod(0o700)
    assert there(tmp_path) == before


@pytest.mark.parametrize("command", [*READS, *WRITES, ["db", "backup", "copy"]], ids=" ".join)
def test_without_file_descriptors_left_nothing_changes(seeded: Run, tmp_path: Path, command: list[str]) -> None:
    assert seeded("annotate", "2", "--verdict", "refuted").code == 0
    before, failures = there(tmp_path), 0
    for left in range(40):
        result = denied(open_files(left), *command)
        if result.code == 0:
            break
        failures += 1
        assert result.code in (4, 5), result
        assert len(result.err.splitlines()) == 1, result
        assert there(tmp_path) == before, result
    assert result.code == 0
    assert failures > 0


@pytest.mark.parametrize("command", [["export"], ["load", "rows.csv"]], ids=" ".join)
def test_with_too_little_memory_nothing_is_half_stored(seeded: Run, command: list[str]) -> None:
    assert seeded("annotate", "2", "--verdict", "refuted").code == 0
    number = seeded("count").out
    for more in range(0, 64, 4):
        result = denied(memory(more * MIB), *command)
        assert "Traceback" not in result.err
        if result.code == 0:
            break
        assert (result.code, len(result.err.splitlines())) == (5, 1), result
        assert seeded("count").out == number
        assert seeded("db", "check").code == 0
