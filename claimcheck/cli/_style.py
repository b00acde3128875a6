"""Bold and dim, where a terminal shows them and the user has not declined (NO_COLOR)."""

import os
import sys


def _styled() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def bold(text: str) -> str:
    """`text`, bold."""
    return f"\x1b[1m{text}\x1b[0m" if _styled() else text


def dim(text: str) -> str:
    """`text`, less prominent."""
    return f"\x1b[2m{text}\x1b[0m" if _styled() else text
