"""One process that reads documents, as the parent holds it: start it, ask it, end it."""

import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, suppress
from dataclasses import asdict
from pathlib import Path
from threading import Lock
from typing import Any

from claimcheck.errors import PluginError, UnusableError
from claimcheck.parsing import wire
from claimcheck.parsing.child import CHUNK, READY, RENDERING, REQUEST
from claimcheck.parsing.limits import MEBIBYTE, Limits
from claimcheck.vocabulary import Outcome

START_S = 60.0
"""How long a process may take to start; a machine under load is slow, and no document is involved yet."""
TOKEN_BYTES = 16
_PROGRAM = (
    "import sys, json; given = json.loads(sys.argv[1]); sys.path[:] = given['path'];"
    "from claimcheck.parsing.child import serve; from claimcheck.parsing.limits import Limits;"
    "serve(given['channel'], given['lifeline'], Limits(**given['limits']), given['trade'])"
)
_PASSED_ON = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""The only variables that a reader of hostile documents gets to see: no keys are among them."""
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
"""There is a process for each processor already, and none may start what counts as another."""
_MEMORY_KEPT = {"MALLOC_MMAP_THRESHOLD_": str(32 * MEBIBYTE), "MALLOC_TRIM_THRESHOLD_": str(128 * MEBIBYTE)}
"""What one calculation gives back the next one gets: a tenth of the time goes into fresh pages else. glibc reads it."""
_GONE_S = 1.0


class _NoAnswerError(Exception):
    """The process has closed its end, or what it says is no answer."""


class Worker:
    """A process that answers one request after another until one of them fails."""

    def __init__(self, limits: Limits, trade: str = RENDERING) -> None:
        """Start the process, for the functions of the module `trade`; it is not waited for.

        Raises:
            PluginError: the system lets no process be started.
        """
        self.limits = limits
        self._trade = trade
        self.answered = 0
        self._ready = False
        self._ended: str | None = None
        self._reaping = Lock()
        self._channel: socket.socket
        self._lifeline: int
        self._process: subprocess.Popen[bytes]
        try:
            self._start()
        except OSError as error:
            msg = f"no process that reads documents can be started: {error}; end other programs and try again"
            raise PluginError(msg) from error

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def usable(self) -> bool:
        """Whether it may get another document: it lives, has said nothing unasked, and has not read too many."""
        if self._ended or self.answered >= self.limits.documents_per_process or self._exit_code() is not None:
            return False
        return not self._ready or not select.select([self._channel], [], [], 0)[0]

    def ask(self, request: bytes) -> Any:
        """What the function of the pickled `request` gives.

        Raises:
            ClaimcheckError: whatever the function raised of that kind.
            UnusableError: it failed, or went over a limit; the process has been ended then.
            PluginError: the process did not start.
        """
        try:
            if not self._ready:
                self._await_start()
            answer = self._exchange(request, time.monotonic() + self.limits.wall_s)
        except BaseException as error:
            told = self._told(error)
            self.end()
            if told is None:
                raise
            raise told from None
        if isinstance(answer, wire.Failure):
            self.end()
            raise self._unusable(self._failed(answer))
        self.answered += 1
        if isinstance(answer, Exception):
            raise answer
        return answer

    def kill(self, why: str | None = None) -> None:
        """End the process at once, from whichever thread; who waits for its answer gets `why` as an error."""
        self._ended = self._ended or why
        # under the lock, so that no other thread gives the number of the process free between look and blow
        with self._reaping:
            if self._process.poll() is None:
                with suppress(ProcessLookupError, PermissionError):
                    os.killpg(self._process.pid, signal.SIGKILL)

    def end(self) -> None:
        """End the process and let go of all that it holds; once more does nothing."""
        self.kill("was given up")
        with self._reaping:
            self._process.wait()
        self._channel.close()
        if self._lifeline >= 0:
            os.close(self._lifeline)
            self._lifeline = -1

    def _start(self) -> None:
        with ExitStack() as unless_started:
            self._channel, theirs = socket.socketpair()
            unless_started.callback(self._channel.close)
            with theirs:
                # one pipe for each process: the kernel notes one process to be told for each
                reading, self._lifeline = os.pipe()
                unless_started.callback(os.close, self._lifeline)
                try:
                    self._process = _started(theirs.fileno(), reading, self.limits, self._trade)
                finally:
                    os.close(reading)
            unless_started.pop_all()

    def _await_start(self) -> None:
        try:
            if self._receive(len(READY), time.monotonic() + START_S) == READY:
                self._ready = True
                return
        except (OSError, _NoAnswerError) as error:
            if self._ended:
                raise
            msg = f"the process that reads documents did not start ({self._exit() or error}); reinstall claimcheck"
            raise PluginError(msg) from error
        raise _NoAnswerError

    def _exchange(self, request: bytes, deadline: float) -> Any:
        token = os.urandom(TOKEN_BYTES)
        self._channel.settimeout(max(deadline - time.monotonic(), 0.001))
        self._channel.sendall(REQUEST.pack(token, len(request)))
        self._channel.sendall(request)
        echoed, outline, rest = wire.HEADER.unpack(self._receive(wire.HEADER.size, deadline))
        if echoed != token or outline > self.limits.max_outline or outline + rest > self.limits.max_answer + CHUNK:
            raise wire.MalformedError
        return wire.unpacked(self._receive(outline, deadline), self._receive(rest, deadline))

    def _receive(self, length: int, deadline: float) -> bytes:
        received = bytearray()
        while len(received) < length:
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError
            self._channel.settimeout(left)
            chunk = self._channel.recv(min(length - len(received), CHUNK))
            if not chunk:
                raise _NoAnswerError
            received += chunk
        return bytes(received)

    def _told(self, error: BaseException) -> Exception | None:
        """What to raise in place of an error of the exchange; None to raise it as it is."""
        if isinstance(error, TimeoutError):
            return self._unusable(f"reading it took longer than {self.limits.wall_s:g} s")
        if isinstance(error, wire.MalformedError):
            return self._unusable("its reader answered in no way that can be trusted")
        if isinstance(error, OSError | _NoAnswerError):
            return self._unusable(f"reading it {self._ended}" if self._ended else self._cause(self._exit()))
        return None

    def _exit(self) -> str:
        """How the process ended, if it has by now."""
        end = time.monotonic() + _GONE_S
        while (code := self._exit_code()) is None:
            if time.monotonic() > end:
                return ""
            time.sleep(0.002)
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"

    def _exit_code(self) -> int | None:
        with self._reaping:
            return self._process.poll()

    def _cause(self, ended: str) -> str:
        if ended in (signal.SIGXCPU.name, signal.SIGPROF.name):
            return f"reading it took more than {self.limits.cpu_s:g} s of processor time"
        if ended == signal.SIGKILL.name:
            return "its reader was killed, as a system short of memory does"
        return f"its reader crashed ({ended or 'without a word'})"

    def _failed(self, failure: wire.Failure) -> str:
        if failure.kind == "memory":
            return f"reading it took more than {self.limits.memory // MEBIBYTE} MiB of memory"
        if failure.kind == "size":
            return f"its text is larger than {self.limits.max_answer // MEBIBYTE} MiB"
        return f"its reader failed with {failure.kind} at {failure.place}"

    def _unusable(self, what: str) -> UnusableError:
        return UnusableError(f"the document cannot be read: {what}; {self.limits.advice}", Outcome.FAILED)


def _started(channel: int, lifeline: int, limits: Limits, trade: str) -> subprocess.Popen[bytes]:
    given = {
        # what is relative would be looked for in whichever folder the user stands
        "path": [path for path in sys.path if Path(path).is_absolute()],
        "channel": channel,
        "lifeline": lifeline,
        "limits": asdict(limits),
        "trade": trade,
    }
    return subprocess.Popen(  # noqa: S603 - our own program, and data as an argument
        [sys.executable, "-I", "-c", _PROGRAM, json.dumps(given)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=(channel, lifeline),
        env={name: os.environ[name] for name in _PASSED_ON if name in os.environ} | _ONE_THREAD | _MEMORY_KEPT,
        start_new_session=True,  # an interrupt at the terminal is the parent's to deal with
    )
