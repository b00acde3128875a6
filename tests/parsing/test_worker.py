"""One process as the parent holds it: starting, ending, and being of no further use."""

import os
import pickle
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimcheck.errors import PluginError, UnusableError
from claimcheck.parsing.limits import Limits
from claimcheck.parsing.worker import Worker
from tests.parsing import misbehaving


def request(function: Callable[..., Any], *args: Any) -> bytes:
    return pickle.dumps((function, args, {}))


def test_it_is_of_use_until_it_has_read_so_many_documents() -> None:
    worker = Worker(Limits(documents_per_process=2))
    assert worker.usable
    assert worker.ask(request(misbehaving.process)) == worker.pid
    assert worker.usable
    worker.ask(request(misbehaving.process))
    assert not worker.usable
    worker.end()


def test_one_that_was_killed_while_it_waited_is_of_no_use() -> None:
    worker = Worker(Limits())
    worker.ask(request(misbehaving.process))
    os.kill(worker.pid, signal.SIGKILL)
    while worker.usable:
        time.sleep(0.01)
    worker.end()


def test_one_that_says_something_unasked_is_of_no_use() -> None:
    worker = Worker(Limits())
    with pytest.raises(UnusableError, match="in no way that can be trusted"):
        worker.ask(request(misbehaving.answer_what_was_never_asked))
    assert not worker.usable


def test_ending_it_again_does_nothing() -> None:
    worker = Worker(Limits())
    worker.end()
    worker.kill()
    worker.end()
    assert not worker.usable


def test_one_that_does_not_start_is_no_fault_of_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [])
    worker = Worker(Limits())
    with pytest.raises(PluginError, match=r"did not start \(exit code 1\); reinstall claimcheck"):
        worker.ask(request(misbehaving.process))
    assert not worker.usable


def test_a_system_that_starts_no_process_is_told_and_nothing_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    before = len(list(Path("/dev/fd").iterdir()))
    with pytest.raises(PluginError, match="can be started"):
        Worker(Limits())
    assert len(list(Path("/dev/fd").iterdir())) == before


def test_a_folder_that_one_happens_to_stand_in_is_not_imported_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "selectolax.py").write_text("raise SystemExit(9)", encoding="utf-8")
    monkeypatch.syspath_prepend("")
    worker = Worker(Limits())
    assert worker.ask(request(misbehaving.process)) == worker.pid
    worker.end()
