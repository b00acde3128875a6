"""How far a long command is, on stderr, where somebody watches and only after a second."""

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import typer

DELAY_S = 1.0
INTERVAL_S = 0.2
_ROWS_AT_ONCE = 1_000
Row = TypeVar("Row")


class Progress:
    """The line that says how far it is: call it with the number of things done so far."""

    def __init__(self, label: str, what: str, *, watched: bool) -> None:
        """Begin now; nothing is shown unless it is `watched`."""
        self._label = label
        self._what = what
        self._watched = watched
        self._start = time.monotonic()
        self._shown_at = 0.0

    def __call__(self, done: int) -> None:
        """Show how far it is, not too often."""
        at = time.monotonic()
        if self._watched and at - self._start > DELAY_S and at - self._shown_at > INTERVAL_S:
            self._shown_at = at
            rate = f"{done / (at - self._start):,.0f}/s"
            sys.stderr.write(f"\r{self._label}: {done:,} {self._what}, {rate}   ")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away, for another one or for good."""
        if self._shown_at:
            sys.stderr.write("\r" + " " * (len(self._label) + len(self._what) + 32) + "\r")
            sys.stderr.flush()
            self._shown_at = 0.0


@contextmanager
def progress(context: typer.Context, label: str, what: str = "claims", *, hidden: bool = False) -> Iterator[Progress]:
    """What is to be told the number of claims, or of `what`, done so far; the line is gone when the work is."""
    from claimcheck.text import one_line

    watched = sys.stderr.isatty() and not context.obj.quiet and not hidden
    shown = Progress(one_line(label), what, watched=watched)
    try:
        yield shown
    finally:
        shown.clear()


def counted(context: typer.Context, rows: Iterable[Row], label: str) -> Iterable[Row]:
    """The same rows, counted on stderr while they are taken, if somebody watches there and not on stdout."""
    if context.obj.quiet or not sys.stderr.isatty() or sys.stdout.isatty():
        return rows
    return _told(context, rows, label)


def _told(context: typer.Context, rows: Iterable[Row], label: str) -> Iterator[Row]:
    with progress(context, label) as tell:
        for number, row in enumerate(rows, start=1):
            if number % _ROWS_AT_ONCE == 0:
                tell(number)
            yield row
