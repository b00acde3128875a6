"""What all tests share: a ledger of their own and the command line as a function."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlmodel import Session

from claimcheck.cli import main
from claimcheck.store.engine import open_session
from claimcheck.store.target import Target


@dataclass(frozen=True)
class Result:
    """What one command line did."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[list[str]]:
        """The cells of tab-separated output, without the header."""
        return [line.split("\t") for line in self.out.splitlines()[1:]]


Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory, a home and settings that belong to one test alone."""
    for name in ("CLAIMCHECK_DB", "CLAIMCHECK_DEBUG", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("CLAIMCHECK_DB", str(tmp_path / "ledger.sqlite3"))
    monkeypatch.setenv("CLAIMCHECK_AUTHOR", "tester")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """The command line: `run("list", "--json")` gives exit code, stdout and stderr."""

    def call(*arguments: str) -> Result:
        capsys.readouterr()
        code = main(arguments)
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return call


@pytest.fixture(scope="session")
def seeded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger file with the bundled claims, made once; copy it, do not touch it."""
    place = tmp_path_factory.mktemp("seeded") / "ledger.sqlite3"
    assert main(["--db", str(place), "--quiet", "load", "--author", "seeder"]) == 0
    return place


@pytest.fixture
def seeded(run: Run, seeded_file: Path, tmp_path: Path) -> Run:
    """The command line on a fresh copy of the ledger with the bundled claims."""
    shutil.copy(seeded_file, tmp_path / "ledger.sqlite3")
    return run


@pytest.fixture
def session(seeded_file: Path, tmp_path: Path) -> Iterator[Session]:
    """A writing session, rolled back at the end, on a fresh copy of the ledger with the bundled claims."""
    place = Target(Path(shutil.copy(seeded_file, tmp_path / "ledger.sqlite3")))
    with open_session(place, keep=False) as opened:
        yield opened
