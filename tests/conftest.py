"""What all tests share: a ledger of their own and the command line as a function."""

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlmodel import Session

from claimcheck.cli import main
from claimcheck.store.engine import open_session
from claimcheck.store.target import Ledger, Target, parse_target
from tests import databases
from tests.databases import KINDS, TestServer

# Whoever runs the tests in the background has SIGINT ignored, and so would every process that a test interrupts.
signal.signal(signal.SIGINT, signal.default_int_handler)


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


def here() -> Ledger:
    """The ledger that the command line uses in this test."""
    return parse_target(os.environ["CLAIMCHECK_DB"])


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run every test that uses a ledger on each database, unless it is about the file itself."""
    if "database" in metafunc.fixturenames and metafunc.definition.get_closest_marker("file") is None:
        metafunc.parametrize("database", KINDS, indirect=True, ids=lambda kind: kind)


@pytest.fixture(scope="session")
def server() -> Iterator[TestServer]:
    """A PostgreSQL server."""
    with databases.server() as running:
        yield running


@pytest.fixture(scope="session")
def seeded_database(server: TestServer) -> str:
    """The name of a database with the bundled claims, made once; use it as a template, do not touch it."""
    name = server.create()
    assert main(["--db", server.address_of(name), "--quiet", "load", "--author", "seeder"]) == 0
    return name


@pytest.fixture
def database(request: pytest.FixtureRequest) -> str:
    """Which database the test runs on."""
    return getattr(request, "param", "sqlite")


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory, a home and settings that belong to one test alone."""
    ours = [name for name in os.environ if name.startswith("CLAIMCHECK_")]
    for name in (*ours, "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("CLAIMCHECK_DB", str(tmp_path / "ledger.sqlite3"))
    monkeypatch.setenv("CLAIMCHECK_AUTHOR", "tester")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _caller(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str) -> Result:
        capsys.readouterr()
        code = main(arguments)
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return call


@contextmanager
def _own_database(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, template: str | None
) -> Iterator[str]:
    """The address of a new database that the command line uses, gone after the test."""
    running: TestServer = request.getfixturevalue("server")
    name = running.create(template or "template0")
    monkeypatch.setenv("CLAIMCHECK_DB", running.address_of(name))
    yield running.address_of(name)
    running.drop(name)


@pytest.fixture
def run(
    database: str,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Iterator[Run]:
    """The command line: `run("list", "--json")` gives exit code, stdout and stderr."""
    if database == "sqlite" or "seeded" in request.fixturenames:
        yield _caller(capsys)
    else:
        with _own_database(request, monkeypatch, None):
            yield _caller(capsys)


@pytest.fixture(scope="session")
def blank_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger file that holds nothing yet, made once; copy it, do not touch it."""
    place = tmp_path_factory.mktemp("blank") / "ledger.sqlite3"
    assert main(["--db", str(place), "--quiet", "db", "init"]) == 0
    return place


@pytest.fixture(scope="session")
def blank_database(server: TestServer) -> str:
    """The name of a database with such a ledger, made once; use it as a template, do not touch it."""
    name = server.create()
    assert main(["--db", server.address_of(name), "--quiet", "db", "init"]) == 0
    return name


@pytest.fixture
def blank(
    database: str,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Iterator[Run]:
    """The command line on a ledger that is there and holds nothing yet: starting one takes as long as ten commands."""
    if database == "sqlite":
        shutil.copy(request.getfixturevalue("blank_file"), tmp_path / "ledger.sqlite3")
        yield _caller(capsys)
    else:
        with _own_database(request, monkeypatch, request.getfixturevalue("blank_database")):
            yield _caller(capsys)


@pytest.fixture(scope="session")
def seeded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger file with the bundled claims, made once; copy it, do not touch it."""
    place = tmp_path_factory.mktemp("seeded") / "ledger.sqlite3"
    assert main(["--db", str(place), "--quiet", "load", "--author", "seeder"]) == 0
    return place


@pytest.fixture
def seeded(
    database: str, run: Run, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Run]:
    """The command line on a fresh copy of the ledger with the bundled claims."""
    if database == "sqlite":
        shutil.copy(request.getfixturevalue("seeded_file"), tmp_path / "ledger.sqlite3")
        yield run
    else:
        with _own_database(request, monkeypatch, request.getfixturevalue("seeded_database")):
            yield run


@pytest.fixture
def session(
    database: str, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Session]:
    """A writing session, rolled back at the end, on a fresh copy of the ledger with the bundled claims."""
    if database == "sqlite":
        place = Target(Path(shutil.copy(request.getfixturevalue("seeded_file"), tmp_path / "ledger.sqlite3")))
        with open_session(place, keep=False) as opened:
            yield opened
    else:
        template = request.getfixturevalue("seeded_database")
        with (
            _own_database(request, monkeypatch, template) as address,
            open_session(parse_target(address), keep=False) as opened,
        ):
            yield opened
