"""Questions to a person on a terminal: a line with the present value in it, to be edited or left as it is."""

import sys
from collections.abc import Callable, Sequence
from typing import Any

from claimcheck.errors import InputError
from claimcheck.text import one_line

CLEAR = "none"
MAX_EDITED = 2_000
"""The code points of the longest value that can be edited in a line; a longer one is kept or replaced."""
MAX_SHOWN = 100


class Abandoned(Exception):  # noqa: N818 - nothing is wrong
    """The person does not want to answer after all (Ctrl-C)."""


def ask(label: str, present: str = "") -> str | None:
    """What the person writes, without the spaces around it; "" for nothing, None if they want no more questions.

    Where lines can be edited, the present value is in the line; where not, it stands before it.

    Raises:
        Abandoned: by Ctrl-C.
    """
    readline = _editor() if present == one_line(present) and len(present) <= MAX_EDITED else None
    shown = "" if readline or not present else f" [{one_line(present[:MAX_SHOWN])}{'...' * (len(present) > MAX_SHOWN)}]"
    if readline:
        readline.set_startup_hook(lambda: readline.insert_text(present))
    try:
        return input(f"{label}{shown}: ").strip()
    except EOFError:
        sys.stdout.write("\n")
        return None
    except KeyboardInterrupt:
        sys.stdout.write("\n")
        raise Abandoned from None
    finally:
        if readline:
            readline.set_startup_hook()


def ask_value(
    label: str, parse: Callable[[str], Any], *, present: str = "", clearable: bool = False, hint: Sequence[str] = ()
) -> tuple[bool, Any]:
    """Whether the person gave another value, and which; "none" clears one that can be.

    What cannot be is asked for again, with what is wrong with it.

    Raises:
        Abandoned: by Ctrl-C, or with Ctrl-D.
    """
    if hint:
        sys.stdout.write(f"  {label}: {', '.join(hint)}\n")
    written = present
    while True:
        answer = ask(label, written)
        if answer is None:
            raise EOFError
        if answer in ("", present):
            return False, None
        if clearable and answer.lower() == CLEAR:
            return bool(present), None
        try:
            return True, parse(answer)
        except InputError as error:
            sys.stdout.write(f"  {one_line(str(error))}\n")
            written = answer


def _editor() -> Any:
    """The library that edits lines; None where Python was built without it."""
    try:
        import readline
    except ImportError:
        return None
    readline.set_auto_history(False)
    return readline
