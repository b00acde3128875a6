"""The limits that a process sets itself, each in a process of its own."""

import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BOUND = "from claimcheck.parsing.limits import *; bind_process(Limits(memory=200 * MEBIBYTE, cpu_s={cpu_s})); "


def run(program: str, cpu_s: float = 1) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", BOUND.format(cpu_s=cpu_s) + program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_memory_and_files_end_where_they_are_bound(tmp_path: Path) -> None:
    assert "MemoryError" in run("bytearray(300 * MEBIBYTE)").stderr
    assert "File too large" in run(f"open({str(tmp_path / 'x')!r}, 'wb', 0).write(b'x')").stderr
    assert "Too many open files" in run("import os; [os.dup(0) for _ in range(100)]").stderr


@pytest.mark.parametrize("disabled", ["", "signal.setitimer(signal.ITIMER_PROF, 0); "])
def test_processor_time_ends_even_where_the_timer_is_lost(disabled: str) -> None:
    ended = run(f"bind_document(Limits(cpu_s=0.2)); {disabled}sum(range(10**15))", cpu_s=0.2)
    assert -ended.returncode in (signal.SIGPROF, signal.SIGXCPU)
    assert ended.stderr == ""


def test_a_limit_that_the_process_has_already_is_not_raised() -> None:
    program = "resource.setrlimit(resource.RLIMIT_NOFILE, (20, 20)); bind_process(Limits()); "
    printed = run(
        f"{program}print(resource.getrlimit(resource.RLIMIT_NOFILE), resource.getrlimit(resource.RLIMIT_CORE))"
    )
    assert printed.stdout == "(20, 20) (0, 0)\n"


def test_this_process_is_not_bound_by_looking() -> None:
    import claimcheck.parsing.server  # noqa: F401 - what importing does is the matter

    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 0
