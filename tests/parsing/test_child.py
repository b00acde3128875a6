"""The process that reads documents, spoken to over its socket as the parent does."""

import os
import pickle
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimcheck.parsing import wire
from claimcheck.parsing.child import READY, REQUEST
from tests.parsing import misbehaving

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (
    "import sys; from claimcheck.parsing.child import serve; from claimcheck.parsing.limits import Limits;"
    "serve(int(sys.argv[1]), int(sys.argv[2]), Limits(max_answer=1000))"
)


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, int, subprocess.Popen[bytes]]]:
    """Our end of its socket, the writing end of its lifeline, and the process."""
    ours, theirs = socket.socketpair()
    reading, writing = os.pipe()
    with ours, theirs:
        ours.settimeout(30)
        with subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(theirs.fileno()), str(reading)],
            pass_fds=(theirs.fileno(), reading),
            cwd=ROOT,
        ) as process:
            theirs.close()
            os.close(reading)
            assert ours.recv(100) == READY
            yield ours, writing, process
            process.kill()
    os.close(writing)


def asked(ours: socket.socket, function: Any, *args: Any) -> tuple[bytes, Any]:
    request = pickle.dumps((function, args, {}))
    ours.sendall(REQUEST.pack(b"t" * 16, len(request)) + request)
    token, outline, rest = wire.HEADER.unpack(ours.recv(wire.HEADER.size, socket.MSG_WAITALL))
    return token, wire.unpacked(ours.recv(outline, socket.MSG_WAITALL), ours.recv(rest, socket.MSG_WAITALL))


def test_it_answers_one_request_after_another_with_their_tokens(ends: Any) -> None:
    ours, _, _ = ends
    assert asked(ours, misbehaving.echo, 1) == (b"t" * 16, [1])
    assert asked(ours, misbehaving.answer_with, 900) == (b"t" * 16, "x" * 900)
    assert asked(ours, misbehaving.answer_with, 1001)[1] == wire.Failure("size", "")
    assert asked(ours, misbehaving.fail)[1].kind == "ZeroDivisionError"


def test_it_ends_when_its_socket_closes_even_within_a_request(ends: Any) -> None:
    ours, _, process = ends
    ours.sendall(REQUEST.pack(b"t" * 16, 1000) + b"half")
    ours.shutdown(socket.SHUT_RDWR)
    assert process.wait(30) == 0


def test_a_request_that_is_none_fails_alone(ends: Any) -> None:
    ours, _, _ = ends
    ours.sendall(REQUEST.pack(b"t" * 16, 4) + b"none")
    assert ours.recv(wire.HEADER.size, socket.MSG_WAITALL)[:16] == b"t" * 16
