"""Bold, where a terminal shows it and the user has not declined (NO_COLOR)."""

import os
import sys


def is_styled() -> bool:
    """Whether standard output shows bold and colours, and nobody has declined them."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def bold(text: str) -> str:
    """`text`, bold."""
    return f"\x1b[1m{text}\x1b[0m" if is_styled() else text
