"""The process that reads documents: one at a time, from the socket it was given, until that closes."""

import fcntl
import importlib
import os
import pickle
import signal
import socket
import struct
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from claimcheck.errors import ClaimcheckError
from claimcheck.parsing import wire
from claimcheck.parsing.limits import Limits, bind_document, bind_process

READY = b"ready"
RENDERING = "claimcheck.parsing.rendering"
REQUEST = struct.Struct("!16sQ")
"""What stands before a request: its token, and the length of the pickle of function, arguments and names."""
CHUNK = 1024 * 1024


def serve(channel: int, lifeline: int, limits: Limits, trade: str = RENDERING) -> None:
    """Answer requests on the socket `channel` until it closes; gives nothing back.

    `lifeline` is the reading end of a pipe that the parent alone can write to and never does. `trade` is the module
    whose functions will be asked for; its `preload` is run first.
    """
    _die_with_parent(lifeline)
    os.chdir("/")
    # once what nearly every document needs, so that no document pays for it
    importlib.import_module(trade).preload()
    sys.dont_write_bytecode = True
    bind_process(limits)
    with socket.socket(fileno=channel) as connection:
        connection.sendall(READY)
        while _answer_next(connection, limits):
            pass


def _die_with_parent(lifeline: int) -> None:
    """Let the kernel end this process as soon as the pipe breaks, whatever it is doing then.

    Not PR_SET_PDEATHSIG: that fires when the thread ends that started this process.
    """
    signal.signal(signal.SIGIO, signal.SIG_DFL)
    os.set_blocking(lifeline, False)
    with suppress(OSError):  # a kernel that cannot: then the limits end it, or the closing of its socket
        fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
        fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)
    with suppress(BlockingIOError):  # nothing to read: the other end is open
        if os.read(lifeline, 1) == b"":
            os._exit(0)


def _answer_next(connection: socket.socket, limits: Limits) -> bool:
    head = _exactly(connection, REQUEST.size)
    if head is None:
        return False
    token, length = REQUEST.unpack(head)
    request = _exactly(connection, length)
    if request is None:
        return False
    bind_document(limits)
    outline, rest = _answer(request, limits)
    with suppress(BrokenPipeError, ConnectionResetError):
        connection.sendall(wire.HEADER.pack(token, len(outline), len(rest)))
        connection.sendall(outline)
        connection.sendall(rest)
        return True
    return False


def _answer(request: bytearray, limits: Limits) -> tuple[bytes, bytes]:
    """The answer to one request. Whatever is raised is an answer too, and is let go before it is sent."""
    try:
        outline, rest = _packed_result(request)
    except MemoryError:
        return wire.NO_MEMORY, b""
    if len(outline) > limits.max_outline or len(outline) + len(rest) > limits.max_answer:
        return wire.TOO_LONG, b""
    return outline, rest


def _packed_result(request: bytearray) -> tuple[bytes, bytes]:
    try:
        try:
            function, arguments, names = _loaded(request)
            return wire.packed(function(*arguments, **names))
        except ClaimcheckError as error:
            return wire.packed(error)
    except MemoryError:
        raise
    except BaseException as error:  # noqa: BLE001 - a document must not end the loop in a way of its own
        return wire.packed(wire.Failure(type(error).__name__, _place(error)))


def _loaded(request: bytearray) -> tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]:
    loaded: tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]] = pickle.loads(request)  # noqa: S301 - the parent's
    request.clear()
    return loaded


def _place(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__, limit=-1)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"


def _exactly(connection: socket.socket, length: int) -> bytearray | None:
    """So many bytes, or None if the other end closes before."""
    received = bytearray()
    while len(received) < length:
        chunk = connection.recv(min(length - len(received), CHUNK))
        if not chunk:
            return None
        received += chunk
    return received
