"""Where a ledger is; what a file can be instead of one is tested with the engine."""

from pathlib import Path

import pytest

from claimcheck.errors import NoLedgerError, StoreError, UsageError
from claimcheck.store.target import Target, inspect_file, is_sqlite_file, parse_target


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("a.sqlite3", "a.sqlite3"),
        ("sqlite:///a.sqlite3", "a.sqlite3"),
        ("sqlite:////a.sqlite3", "/a.sqlite3"),
    ],
)
def test_a_path_and_a_url_name_the_same_file(written: str, path: str) -> None:
    assert str(parse_target(written)) == path


def test_a_tilde_is_the_home_directory() -> None:
    assert parse_target("~/a.sqlite3") == Target(Path.home() / "a.sqlite3")


@pytest.mark.parametrize("written", ["mysql://host/db", "a\0b", "~no-such-user-at-all/a"])
def test_what_cannot_be_a_place_is_refused(written: str) -> None:
    with pytest.raises(UsageError):
        parse_target(written)


def test_nothing_and_something_else_are_two_answers(tmp_path: Path) -> None:
    with pytest.raises(NoLedgerError):
        inspect_file(Target(tmp_path / "none"))
    (tmp_path / "text").write_text("words")
    with pytest.raises(StoreError, match="not a SQLite file"):
        inspect_file(Target(tmp_path / "text"))


def test_a_sqlite_file_is_known_by_its_first_bytes(seeded_file: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    assert is_sqlite_file(seeded_file)
    assert not is_sqlite_file(tmp_path / "empty")
