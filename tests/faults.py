"""The command line in a child process to which something is denied: disk, files, memory, or the rights of root."""

import ctypes
import io
import json
import os
import resource
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path

from claimcheck.cli import main
from tests.conftest import Result

_CAPABILITIES_3 = 0x20080522


def file_size(limit: int) -> Callable[[], None]:
    """Fail every write beyond that many bytes of a file, as a full disk does."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))


def open_files(left: int) -> Callable[[], None]:
    """Let no more than so many files be opened."""

    def deny() -> None:
        highest = max(int(path.name) for path in Path("/proc/self/fd").iterdir())
        resource.setrlimit(resource.RLIMIT_NOFILE, (highest + 1 + left, highest + 1 + left))
        spare = []
        with suppress(OSError):
            while True:
                spare.append(os.open(os.devnull, os.O_RDONLY))
        for descriptor in spare[len(spare) - left :]:
            os.close(descriptor)

    return deny


def memory(more: int) -> Callable[[], None]:
    """Grant that many bytes beyond what the process has already."""

    def deny() -> None:
        has = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (has + more, has + more))

    return deny


def privileges() -> None:
    """Let permissions hold for root, too."""
    header = (ctypes.c_uint32 * 2)(_CAPABILITIES_3, 0)
    assert ctypes.CDLL(None).capset(header, (ctypes.c_uint32 * 6)()) == 0


def denied(deny: Callable[[], None], *arguments: str) -> Result:
    """What a command line does where something is denied to it."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        out, err = io.StringIO(), io.StringIO()
        try:
            os.close(reading)
            deny()
            with redirect_stdout(out), redirect_stderr(err):
                code = main(arguments)
            os.write(writing, json.dumps([code, out.getvalue(), err.getvalue()]).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    return Result(*json.loads(told))
