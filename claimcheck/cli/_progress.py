"""How far a long command is, on stderr, where somebody watches and only after a second."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

DELAY_S = 1.0
INTERVAL_S = 0.2


@contextmanager
def progress(context: typer.Context, label: str) -> Iterator[Callable[[int], None]]:
    """A function to be told the number of claims done so far; the line is gone when the work is."""
    from claimcheck.text import one_line

    watched = sys.stderr.isatty() and not context.obj.quiet
    start = time.monotonic()
    shown_at = 0.0

    def tell(done: int) -> None:
        nonlocal shown_at
        at = time.monotonic()
        if watched and at - start > DELAY_S and at - shown_at > INTERVAL_S:
            shown_at = at
            sys.stderr.write(f"\r{one_line(label)}: {done:,} claims, {done / (at - start):,.0f}/s   ")
            sys.stderr.flush()

    try:
        yield tell
    finally:
        if shown_at:
            sys.stderr.write("\r" + " " * (len(label) + 40) + "\r")
            sys.stderr.flush()
