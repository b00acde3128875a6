"""How far a long command is, on stderr, where somebody watches and only after a second."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import typer

DELAY_S = 1.0
INTERVAL_S = 0.2
_ROWS_AT_ONCE = 1_000
Row = TypeVar("Row")


@contextmanager
def progress(context: typer.Context, label: str, what: str = "claims") -> Iterator[Callable[[int], None]]:
    """A function to be told the number of claims, or of `what`, done so far; the line is gone when the work is."""
    from claimcheck.text import one_line

    watched = sys.stderr.isatty() and not context.obj.quiet
    start = time.monotonic()
    shown_at = 0.0

    def tell(done: int) -> None:
        nonlocal shown_at
        at = time.monotonic()
        if watched and at - start > DELAY_S and at - shown_at > INTERVAL_S:
            shown_at = at
            sys.stderr.write(f"\r{one_line(label)}: {done:,} {what}, {done / (at - start):,.0f}/s   ")
            sys.stderr.flush()

    try:
        yield tell
    finally:
        if shown_at:
            sys.stderr.write("\r" + " " * (len(label) + 40) + "\r")
            sys.stderr.flush()


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
