"""Who reads slowly, in a pager or at the end of a pipe, holds nobody up."""

import io
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from claimcheck.cli import _open, main
from tests.conftest import Run

pytestmark = pytest.mark.file

COMMANDS = [
    ["list"],
    ["list", "--limit", "50"],
    ["search", "submarine"],
    ["export"],
    ["count", "--by", "source"],
    ["show", "1"],
    ["history"],
    ["history", "1"],
    ["source", "list"],
    ["source", "show", "CSIS"],
    ["tag"],
]


class Pager(io.StringIO):
    """A standard output before which somebody else writes, and folds the write-ahead log into the file."""

    def __init__(self, ledger: Path, *, is_terminal: bool) -> None:
        super().__init__()
        self._ledger = ledger
        self._is_terminal = is_terminal
        self.was_in_the_way: bool | None = None

    def isatty(self) -> bool:
        return self._is_terminal

    def write(self, text: str) -> int:
        if self.was_in_the_way is None:
            with closing(sqlite3.connect(self._ledger, timeout=0.1, isolation_level=None)) as other:
                other.execute("INSERT INTO tag (name) VALUES ('written meanwhile')")
                self.was_in_the_way = bool(other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0])
        return super().write(text)


def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], *, is_terminal: bool) -> Pager:
    pager = Pager(tmp_path / "ledger.sqlite3", is_terminal=is_terminal)
    monkeypatch.setattr(sys, "stdout", pager)
    assert main(command) == 0
    assert pager.getvalue()
    return pager


@pytest.mark.usefixtures("seeded")
@pytest.mark.parametrize("is_terminal", [True, False], ids=["terminal", "pipe"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_ledger_is_closed_before_the_first_word_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], *, is_terminal: bool
) -> None:
    assert shown(tmp_path, monkeypatch, command, is_terminal=is_terminal).was_in_the_way is False


@pytest.mark.usefixtures("seeded")
@pytest.mark.parametrize(
    ("command", "is_terminal", "is_streamed"),
    [
        (["list"], True, False),
        (["list", "--limit", "50"], False, False),
        (["search", "submarine", "--limit", "50"], False, False),
        (["export"], True, False),
        (["export"], False, True),
        (["list"], False, True),
    ],
)
def test_only_many_rows_without_a_limit_are_read_while_a_pipe_takes_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], *, is_terminal: bool, is_streamed: bool
) -> None:
    monkeypatch.setattr(_open, "MAX_HELD_ROWS", 2)
    pager = shown(tmp_path, monkeypatch, command, is_terminal=is_terminal)
    assert pager.was_in_the_way is is_streamed


@pytest.mark.parametrize("most", [1, 61, 62, 63, 1000])
def test_no_row_is_lost_where_holding_ends_and_reading_begins(
    seeded: Run, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    expected = seeded("export").out
    monkeypatch.setattr(_open, "MAX_HELD_ROWS", most)
    assert seeded("export").out == expected
    assert len(seeded("list").rows) == 62
