"""One update at a time: whoever comes second is told at once, and a killed one leaves nothing behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.errors import AlreadyRunningError, StoreError
from claimcheck.store.run_lock import run_lock
from claimcheck.store.target import Target, parse_target
from tests.conftest import Run, here
from tests.freed import let_go

HOLD = """
import sys
from claimcheck.store.run_lock import run_lock
from claimcheck.store.target import parse_target
with run_lock(parse_target(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_the_second_is_told_at_once_and_the_next_has_it(seeded: Run) -> None:
    assert seeded("count").code == 0
    with (
        run_lock(here()),
        pytest.raises(AlreadyRunningError, match=r"another update of .* is running"),
        run_lock(here()),
    ):
        pass
    with run_lock(here()):
        pass


def test_a_process_that_is_killed_lets_go(seeded: Run) -> None:
    assert seeded("count").code == 0
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, os.environ["CLAIMCHECK_DB"]], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(AlreadyRunningError), run_lock(here()):
            pass
        holder.send_signal(signal.SIGKILL)
        holder.wait(timeout=30)
        let_go()


@pytest.mark.file
def test_a_ledger_has_one_lock_under_all_its_names(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "alias").symlink_to("real")
    first, second = (parse_target(str(tmp_path / name / "ledger.sqlite3")) for name in ("real", "alias"))
    with run_lock(first), pytest.raises(AlreadyRunningError), run_lock(second):
        pass


@pytest.mark.file
def test_a_folder_that_cannot_be_written_is_one_plain_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot lock"), run_lock(Target(tmp_path / "file" / "ledger.sqlite3")):
        pass
