"""Functions that do to their process what a hostile document might make a reader do."""

import ctypes
import os
import resource
import signal
import socket
import sys
import time
from pathlib import Path
from typing import Any

from claimcheck.errors import FetchError, NotFoundError, UnusableError
from claimcheck.values import Finding, Rendition
from claimcheck.vocabulary import FetchFailure, Outcome


def echo(*values: Any, **names: Any) -> Any:
    return [*values, names] if names else list(values)


def process() -> int:
    return os.getpid()


def loop() -> None:
    while True:
        pass


def loop_inside_a_library() -> int:
    return sum(range(10**15))


def sleep(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def tell_and_sleep(place: str, seconds: float) -> None:
    """Say which process this is through a socket, since no file can be written."""
    with socket.socket(socket.AF_UNIX) as told:
        told.connect(place)
        told.sendall(f"{os.getpid()}\n".encode())
        time.sleep(seconds)


def tell_and_loop(place: str) -> int:
    with socket.socket(socket.AF_UNIX) as told:
        told.connect(place)
        told.sendall(f"{os.getpid()}\n".encode())
    return loop_inside_a_library()


def hoard() -> int:
    return len([bytearray(1024 * 1024 * 64) for _ in range(1000)])


def leave(code: int) -> None:
    os._exit(code)


def kill_itself() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def crash() -> None:
    ctypes.string_at(0)


def answer_with(length: int) -> str:
    return "x" * length


def answer_with_an_object() -> object:
    return object()


def answer_what_was_never_asked() -> int:
    with socket.socket(fileno=os.dup(channel())) as connection:
        connection.sendall(b"a second answer")
    return 1


def answer_with_rubbish() -> None:
    with socket.socket(fileno=os.dup(channel())) as connection:
        connection.sendall(os.urandom(1000))
    time.sleep(60)


def hang_up() -> None:
    os.close(channel())
    time.sleep(60)


def channel() -> int:
    """The only socket that this process has."""
    found = []
    for number in range(3, 64):
        try:
            if Path(f"/dev/fd/{number}").is_socket():
                found.append(number)
        except OSError:
            continue
    (only,) = found
    return only


def fail() -> None:
    msg = "what a document says must not be told as what we say"
    raise ZeroDivisionError(msg)


def leave_by_exception() -> None:
    sys.exit(3)


def find_nothing() -> None:
    msg = "there is nothing"
    raise NotFoundError(msg)


def find_it_empty() -> None:
    msg = "it is empty"
    raise UnusableError(msg, Outcome.EMPTY)


def fetch() -> None:
    msg = "no answer"
    raise FetchError(msg, FetchFailure.LATER, 503)


def findings(count: int) -> list[Finding]:
    return [Finding(str(number), title="t\u05e9", text="\u05d0" * 5000) for number in range(count)]


def a_rendition_of_numbers() -> Rendition:
    return Rendition(5, "x", "1", "text/plain")  # type: ignore[arg-type]


def surroundings() -> dict[str, Any]:
    """What this process has got from the one that started it."""
    return {
        "variables": sorted(os.environ),
        "standard": [Path(f"/dev/fd/{number}").resolve().as_posix() for number in range(3)],
        "sockets": 1 if channel() else 0,
        "session": os.getsid(0) == os.getpid(),
        "folder": Path.cwd().as_posix(),
        "core": resource.getrlimit(resource.RLIMIT_CORE),
    }


def write(path: str) -> None:
    Path(path).write_text("x", encoding="utf-8")


def spend(seconds: float) -> int:
    """Use so much processor time, and say in which process."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass
    return os.getpid()
