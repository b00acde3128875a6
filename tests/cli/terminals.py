"""A terminal with the command line on it, driven by keys as a person would."""

import fcntl
import os
import re
import select
import struct
import subprocess
import sys
import termios
import time
from types import TracebackType
from typing import Self

PATIENCE_S = 15
CTRL_C, CTRL_D, CTRL_Z, ENTER, ERASE = "\x03", "\x04", "\x1a", "\r", "\x15"
_OWN_TERMINAL = "import os, sys; os.login_tty(0); os.execv(sys.argv[1], sys.argv[1:])"
_SEQUENCE = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|[()].|[=>78])|[\x07\x0f]")


class Terminal:
    """A process with a terminal of its own; use it in a `with` block."""

    def __init__(self, *arguments: str, columns: int = 80, program: list[str] | None = None, **env: str) -> None:
        """Start `claimcheck` with those arguments, or another program."""
        self._own, theirs = os.openpty()
        self._seen = ""
        self.resize(columns)
        command = program or [sys.executable, "-m", "claimcheck", *arguments]
        self.process = subprocess.Popen(
            [sys.executable, "-c", _OWN_TERMINAL, *command],
            stdin=theirs, stdout=theirs, stderr=theirs, env={**os.environ, "TERM": "xterm", "NO_COLOR": "1", **env},
        )  # fmt: skip
        os.close(theirs)

    def __enter__(self) -> Self:
        """The terminal itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process and close the terminal."""
        self.process.kill()
        self.process.wait(PATIENCE_S)
        os.close(self._own)

    def resize(self, columns: int) -> None:
        """Make the terminal that wide; who is on it is told."""
        fcntl.ioctl(self._own, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))

    def press(self, keys: str) -> None:
        """Press keys."""
        os.write(self._own, keys.encode())

    def interrupt_line(self, words: str, key: str = CTRL_C) -> str:
        """Press Ctrl-C, or Ctrl-Z, in an edited line until the words are there, and take what is shown up to their end.

        A signal that comes in the moment between the prompt and the waiting for keys is noticed at the next key only.
        """
        for _ in range(int(PATIENCE_S)):
            self.press(key)
            moment = time.monotonic() + 1
            while words not in self._seen and self._read(moment):
                pass
            if words in self._seen:
                break
        return self.see(words)

    def see(self, words: str) -> str:
        """Wait until the words are there, and take what is shown up to their end; controls of the terminal left out."""
        deadline = time.monotonic() + PATIENCE_S
        while words not in self._seen:
            if not self._read(deadline):
                msg = f"{words!r} is not shown, but {self._seen!r}"
                raise AssertionError(msg)
        shown, _, self._seen = self._seen.partition(words)
        return shown + words

    def end(self) -> tuple[int, str]:
        """Wait for the end of the process; gives its exit code and what it has shown since."""
        deadline = time.monotonic() + PATIENCE_S
        while self._read(deadline):
            pass
        return self.process.wait(PATIENCE_S), self._seen

    @property
    def is_as_usual(self) -> bool:
        """Whether the terminal takes whole lines and shows what is typed."""
        flags = termios.tcgetattr(self._own)[3]
        return bool(flags & termios.ICANON and flags & termios.ECHO)

    def _read(self, deadline: float) -> bool:
        """Take in what is shown next; False if nothing comes any more."""
        ready, _, _ = select.select([self._own], [], [], max(0, deadline - time.monotonic()))
        try:
            shown = os.read(self._own, 100_000) if ready else b""
        except OSError:  # nobody is on it any more
            shown = b""
        self._seen = _SEQUENCE.sub("", self._seen + shown.decode(errors="replace").replace("\r", ""))
        return bool(shown)
