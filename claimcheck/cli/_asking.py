"""Questions to a person on a terminal: a line with the present value in it, to be edited or left as it is."""

import signal
import sys
from collections.abc import Callable, Sequence
from typing import Any

from claimcheck.errors import InputError, quoted
from claimcheck.text import one_line

CLEAR = "none"
MAX_EDITED = 2_000
"""The code points of the longest value that can be edited in a line; a longer one is kept or replaced."""
MAX_SHOWN = 100
_ENOUGH = "\x04"
_CTRL_D_ENTERS_ITSELF = r'"\C-d": "\C-v\C-d\C-m"'
"""In an empty line Ctrl-D ends it before this is looked at."""


class Abandoned(Exception):  # noqa: N818 - nothing is wrong
    """The person does not want to answer after all (Ctrl-C)."""


class _Resumed(Exception):  # noqa: N818 - nothing is wrong
    """The process was stopped in the middle of a line, and goes on."""


def ask(label: str, present: str = "") -> str | None:
    """What the person writes, without the spaces around it; "" for nothing, None if they want no more questions.

    Where lines can be edited, the present value is in the line; where not, it stands before it. A line in which
    something was changed is not lost by Ctrl-D: it is shown again.

    Raises:
        Abandoned: by Ctrl-C.
    """
    readline = _editor()
    begun = present if readline and present == one_line(present) and len(present) <= MAX_EDITED else ""
    shown = "" if begun == present else f" [{one_line(present[:MAX_SHOWN])}{'...' * (len(present) > MAX_SHOWN)}]"
    written = begun
    while True:
        answer = _line(f"{label}{shown}: ", written, readline)
        if answer is None or _ENOUGH not in answer:
            return None if answer is None else answer.strip()
        written = answer.replace(_ENOUGH, "")
        if written == begun:
            return None
        remark("Enter takes what was written in this line; Ctrl-D ends the questions in one that is as it was or empty")


def ask_value(
    label: str, parse: Callable[[str], Any], *, present: str = "", clearable: bool = False, hint: Sequence[str] = ()
) -> tuple[bool, Any]:
    """Whether the person gave another value, and which; "none" clears one that can be.

    What cannot be is asked for again, with what is wrong with it; an emptied line keeps what there was before.

    Raises:
        Abandoned: by Ctrl-C.
        EOFError: by Ctrl-D.
    """
    if hint:
        remark(f"{label}: {', '.join(hint)}")
    written = present
    while True:
        answer = ask(label, written)
        if answer is None:
            raise EOFError
        if answer in ("", present):
            return False, None
        is_clear = answer.lower() == CLEAR
        if is_clear and clearable:
            return bool(present), None
        try:
            if is_clear:
                msg = f"there has to be a {label}, and {quoted(answer)} is none"
                raise InputError(msg)  # noqa: TRY301 - told like all that cannot be
            return True, parse(answer)
        except InputError as error:
            kept = f"keeps {quoted(present)}" if present else "leaves it open"
            remark(f"{error}; an emptied line {kept}")
            written = answer


def remark(message: str) -> None:
    """Say something between two questions."""
    sys.stdout.write(f"  {one_line(message)}\n")


def _line(prompt: str, written: str, readline: Any) -> str | None:
    """One line, begun with what is `written` if lines can be edited; begun again where a stopped process goes on."""
    is_waiting = True

    def resume(*_: object) -> None:
        if is_waiting:
            raise _Resumed

    before = signal.signal(signal.SIGCONT, resume)
    try:
        while True:
            if readline:
                readline.set_startup_hook(lambda begun=written: readline.insert_text(begun))
            try:
                return input(prompt)
            except _Resumed:
                written = readline.get_line_buffer() if readline else written
    except EOFError:
        sys.stdout.write("\n")
        return None
    except KeyboardInterrupt:
        sys.stdout.write("\n")
        raise Abandoned from None
    finally:
        is_waiting = False
        signal.signal(signal.SIGCONT, before)
        if readline:
            readline.set_startup_hook()


def _editor() -> Any:
    """The library that edits lines; None where Python was built without it."""
    try:
        import readline
    except ImportError:
        return None
    readline.set_auto_history(False)
    if "libedit" not in (readline.__doc__ or ""):
        readline.parse_and_bind(_CTRL_D_ENTERS_ITSELF)
    return readline
