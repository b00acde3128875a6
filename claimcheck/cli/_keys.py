"""Single keys from a terminal, which is as it was before whenever somebody else uses it: a shell, a prompt, the end."""

import errno
import os
import re
import select
import signal
import sys
import termios
import tty
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import Any, Self

RESIZED = "resized"
"""Not a key: the terminal has another size now, or was away, and what it shows has to be shown again."""
END = ""
"""Not a key: nobody can press one any more."""
_ESCAPED = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|O.|[^\[O])?")
"""What a key sends that is no character: ESC alone, or with what follows it."""
_BEGUN = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*|O)?\Z")
_REST_S = 0.2
"""For how long the rest of what a key sends is waited for."""
_SIGNALS = (signal.SIGWINCH, signal.SIGTSTP, signal.SIGCONT)
_ENDING = (signal.SIGQUIT, signal.SIGHUP)
_CTRL_D = "\x04"


class Keys:
    """The keyboard of the terminal on standard input; use it in a `with` block, in the main thread.

    Ctrl-C stays an interruption, Ctrl-Z stops the process and gives the terminal back until it goes on.
    """

    def __init__(self) -> None:
        """Touch nothing yet."""
        self._descriptor = sys.stdin.fileno()
        self._woken, self._waker = -1, -1
        self._usual: list[Any] = []
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Self:
        """Take the terminal."""
        self._usual = termios.tcgetattr(self._descriptor)
        self._woken, self._waker = os.pipe()
        os.set_blocking(self._woken, False)
        os.set_blocking(self._waker, False)
        self._listen()
        self._take()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the terminal back."""
        self._give_back()
        self._ignore()
        os.close(self._woken)
        os.close(self._waker)

    @contextmanager
    def lines(self) -> Iterator[None]:
        """The terminal as it was, also for the shell while Ctrl-Z stops the process, for whoever asks for lines."""
        self._give_back()
        self._ignore()
        before = signal.signal(signal.SIGTSTP, self._stop)
        try:
            yield
        finally:
            signal.signal(signal.SIGTSTP, before)
            self._listen()
            self._take()

    def forget(self) -> None:
        """Drop what was pressed already: no key decides on what was not shown yet."""
        termios.tcflush(self._descriptor, termios.TCIFLUSH)

    def read(self) -> str:
        """The next key, in its own case; RESIZED or END. Arrows and other keys that send several bytes are passed over.

        Raises:
            KeyboardInterrupt: it was Ctrl-C.
        """
        while True:
            ready, _, _ = select.select([self._descriptor, self._woken], [], [])
            if self._woken in ready:
                os.read(self._woken, 1_000)
                return RESIZED
            sent = self._sent()
            while _BEGUN.search(sent) and select.select([self._descriptor], [], [], _REST_S)[0]:
                more = self._sent()
                if more == END:
                    break
                sent += more
            if sent in (END, _CTRL_D):
                return END
            if keys := _ESCAPED.sub("", sent):
                return keys[0]

    def _sent(self) -> str:
        """What has been sent; "" if the terminal is gone, and the sign for an unknown one for what is no UTF-8."""
        try:
            return os.read(self._descriptor, 1_000).decode("utf-8", "replace")
        except OSError:
            return END

    def _take(self) -> None:
        while True:
            try:
                tty.setcbreak(self._descriptor, termios.TCSADRAIN)
            except termios.error as error:
                # it went on in the background, had to stop for this, and goes on again
                if error.args[0] != errno.EINTR:
                    raise
            else:
                return

    def _give_back(self) -> None:
        termios.tcsetattr(self._descriptor, termios.TCSADRAIN, self._usual)

    def _listen(self) -> None:
        # by this a signal wakes even a reader that was just about to wait
        signal.set_wakeup_fd(self._waker, warn_on_full_buffer=False)
        for number in _ENDING:
            self._before[number] = signal.signal(number, self._end)
        for number in _SIGNALS:
            self._before[number] = signal.signal(number, self._stop if number == signal.SIGTSTP else self._wake)

    def _ignore(self) -> None:
        signal.set_wakeup_fd(-1)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before.clear()

    def _wake(self, number: int, _: FrameType | None) -> None:
        if number == signal.SIGCONT:
            self._take()

    def _end(self, number: int, _: FrameType | None) -> None:
        """End as anybody does, with the terminal as it was."""
        self._give_back()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    def _stop(self, number: int, _: FrameType | None) -> None:
        """Stop as anybody does, with the terminal as it was; what goes on takes it again (SIGCONT)."""
        self._give_back()
        signal.signal(number, signal.SIG_DFL)
        try:
            os.kill(os.getpid(), number)
        finally:  # going on may raise
            signal.signal(number, self._stop)
