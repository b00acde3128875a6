"""Training a tagger from marked texts, for `extract --train`."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from claimcheck.cli import _open
from claimcheck.errors import EXIT_OK, EXIT_PROBLEMS

_WIDTH = 60


def train(context: typer.Context, folder: str, out: str) -> int:
    """Train a tagger from a folder, write it to `out` and say what it was made from.

    Raises:
        InputError: the folder has no marked texts, or too few.
        OutputError: the file cannot be written.
        PluginError: what that needs is not installed.
    """
    # several threads for small products take twice the time
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    from claimcheck.attribution.tagging.training import train as train_tagger

    with _told(context) as tell:
        report = train_tagger(Path(folder), Path(out), progress=tell)
    for problem in report.problems:
        _open.complain(f"left out {problem}")
    _open.say(
        f"trained on {report.attributions:,} attributions in {report.texts:,} texts: {out} ({report.size / 1e6:.1f} MB)"
    )
    return EXIT_PROBLEMS if report.problems else EXIT_OK


@contextmanager
def _told(context: typer.Context) -> Iterator[Callable[[str], None]]:
    """What is to be told how far it is: a line on stderr where somebody watches, gone at the end."""
    watched = sys.stderr.isatty() and not context.obj.quiet

    def tell(done: str) -> None:
        if watched:
            sys.stderr.write(f"\r{done:{_WIDTH}}")
            sys.stderr.flush()

    try:
        yield tell
    finally:
        tell("")
        if watched:
            sys.stderr.write("\r")
