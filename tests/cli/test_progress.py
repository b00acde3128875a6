"""How far a long command is: on stderr, only where somebody watches, and gone at the end."""

import sys

import pytest

from claimcheck.cli import _progress
from tests.conftest import Run


def watch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let stderr be a terminal that is told after every tenth row, from the first moment on."""
    monkeypatch.setattr(_progress, "DELAY_S", -1)
    monkeypatch.setattr(_progress, "INTERVAL_S", -1)
    monkeypatch.setattr(_progress, "_ROWS_AT_ONCE", 10)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)


def test_an_export_to_a_file_is_counted_and_the_line_is_gone_in_the_end(
    seeded: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch(monkeypatch)
    told = seeded("export", "-o", "out.csv").err
    assert "\rexporting: 60 claims, " in told
    assert told.endswith("\rexported 62 claims to out.csv\n")


def test_a_load_is_counted_unless_it_has_to_be_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    watch(monkeypatch)
    assert "\rloading " in run("load").err
    assert "\r" not in run("--quiet", "load").err


def test_nobody_watches_a_pipe(seeded: Run) -> None:
    assert "\r" not in seeded("export", "-o", "out.csv").err
