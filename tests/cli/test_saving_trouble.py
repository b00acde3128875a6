"""Keeping what many documents attribute, and what is said when that ends in the middle."""

import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from hashlib import sha256
from pathlib import Path

import pytest

from claimcheck.cli import _progress, main
from claimcheck.store import sqlite
from claimcheck.store.target import Target
from tests.cli.test_saving import TEXT, snapshots, written
from tests.conftest import Run

__all__ = ["snapshots"]
pytestmark = pytest.mark.file
LONG = "".join(f"Ann Doe{number} said that ship {number} had left the harbour of the town.\n" for number in range(60))


def test_where_the_disk_is_full_in_the_middle_it_is_said_what_was_kept_before(
    seeded: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite.connect

    def cramped(target: Target, *, writable: bool) -> sqlite3.Connection:
        connection = connect(target, writable=writable)
        pages = connection.execute("PRAGMA page_count").fetchone()[0] + 10
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    with monkeypatch.context() as patched:
        patched.setattr(sqlite, "connect", cramped)
        result = seeded("extract", written("one.txt"), written("two.txt", LONG), "--save")
    assert (result.code, result.out.partition(":")[0]) == (5, "document 2 (new)")
    assert "two.txt: " in result.err
    assert "the disk is full; this change was not kept" in result.err
    assert result.err.endswith("; documents kept before: 1; the same command goes on from there\n")
    assert "nothing was kept" not in result.err
    again = seeded("extract", "one.txt", "two.txt", "--save")
    assert again.code == 0
    assert [line.partition(":")[0] for line in again.out.splitlines()] == ["document 2 (known)", "document 3 (new)"]


def test_the_ids_of_what_was_kept_before_are_given_as_json(seeded: Run, snapshots: Path) -> None:
    other = TEXT.replace("Doe", "Poe")
    snapshots.mkdir()
    (snapshots / sha256(other.encode()).hexdigest()[:2]).write_text("in the way")
    result = seeded("extract", written("one.txt"), written("two.txt", other), "--save", "--json")
    assert result.code == 5
    assert [view["doc_id"] for view in json.loads(result.out)] == ["one"]
    assert "two.txt: cannot keep a document" in result.err
    assert "documents kept before: 1" in result.err
    alone = seeded("extract", "two.txt", "--save", "--json")
    assert (alone.code, alone.out) == (5, "")
    assert "before" not in alone.err


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_who_interrupts_is_told_how_many_were_kept(seeded: Run, sent: signal.Signals, code: int) -> None:
    assert seeded("count").out == "62\n"
    written("long.txt", "Ann said that the ferry that left at noon was late. " * 30_000)
    command = [sys.executable, "-m", "claimcheck", "extract", written("one.txt"), "long.txt", "--save"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("document 2 (new)")
        process.send_signal(sent)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (code, "")
    assert err == "claimcheck: interrupted; documents kept before: 1; the same command goes on from there\n"
    assert seeded("document", "list").code == 0


def test_the_line_that_says_how_far_it_is_stands_in_no_other_line(seeded: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    assert seeded("count").out == "62\n"
    monkeypatch.setattr(_progress, "DELAY_S", -1)
    monkeypatch.setattr(_progress, "INTERVAL_S", -1)
    names = [written(f"{number}.txt", TEXT.replace("Doe", f"Doe{number}")) for number in range(3)]
    screen = Screen()
    with redirect_stdout(screen), redirect_stderr(screen):
        assert main(["extract", *names, "--save"]) == 0
    shown = screen.getvalue()
    assert "\rextracting: 2 of 3 documents" in shown
    kept = [line.rpartition("\r")[2] for line in shown.splitlines(keepends=True) if "proposed" in line]
    assert [line.partition(":")[0] for line in kept] == [f"document {number} (new)" for number in (2, 3, 4)]
