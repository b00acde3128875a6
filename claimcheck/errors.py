"""Every error a user can meet, and the exit code that a script sees.

ClaimcheckError            70  a bug in claimcheck, if nothing more precise applies
├── UsageError              2  the command line cannot be carried out as written
├── NotFoundError           3  an id or a name that the ledger does not have
├── InputError              4  a file or value that cannot be read as what it should be
│   └── BadRowsError        4  rows of a file, each with its problem; nothing of the file was kept
├── StoreError              5  the ledger cannot be opened, read or written
│   ├── NoLedgerError       5  there is no ledger yet
│   └── ConflictError       5  the change contradicts what the ledger holds
├── OutputError             5  what was asked for cannot be written where it was to go
├── FetchError              6  a document could not be fetched
├── UnusableError           6  what came is no document, or no answer: an error page, a broken or hostile file
├── PluginError             7  a plug-in is missing or broken
├── AlreadyRunningError    75  another run has the same work in hand; nothing was done
└── StoppedError          130  somebody ended a command that had kept something (143: by a signal from elsewhere)

A message is one line: what happened, the value, what to do next.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.values import RowProblem
    from claimcheck.vocabulary import FetchFailure, Outcome

MAX_QUOTED_LENGTH = 80
MAX_NEAR_NAMES = 3

EXIT_OK = 0
EXIT_PROBLEMS = 1
EXIT_USAGE = 2
EXIT_BUG = 70
EXIT_INTERRUPTED = 130
EXIT_BROKEN_PIPE = 141
EXIT_TERMINATED = 143


class ClaimcheckError(Exception):
    """The root of the tree."""

    exit_code = EXIT_BUG


class UsageError(ClaimcheckError):
    """The command line cannot be carried out as written."""

    exit_code = EXIT_USAGE


class NotFoundError(ClaimcheckError):
    """An id or a name that the ledger does not have."""

    exit_code = 3


class InputError(ClaimcheckError):
    """A file or value that cannot be read as what it should be."""

    exit_code = 4


class BadRowsError(InputError):
    """Rows that cannot be taken; carries every problem found, so that one run names them all."""

    def __init__(self, message: str, problems: "list[RowProblem]") -> None:
        """Keep the problems beside the one-line summary."""
        super().__init__(message)
        self.problems = problems


class StoreError(ClaimcheckError):
    """The ledger cannot be opened, read or written."""

    exit_code = 5


class NoLedgerError(StoreError):
    """There is no ledger at the place asked for."""


class ConflictError(StoreError):
    """The change contradicts what the ledger holds."""


class OutputError(ClaimcheckError):
    """What was asked for cannot be written where it was to go."""

    exit_code = 5


class FetchError(ClaimcheckError):
    """A document could not be fetched; carries why, and the status if the server had answered with one."""

    exit_code = 6
    retry_after_s: float | None = None
    """For how many seconds the server asks to be left alone."""

    def __init__(
        self, message: str, failure: "FetchFailure", status: int | None = None, retry_after_s: float | None = None
    ) -> None:
        """Keep the reason beside the one-line message, which shows no secret, and for how long to leave it alone."""
        super().__init__(message)
        self.failure = failure
        self.status = status
        self.retry_after_s = retry_after_s


class UnusableError(ClaimcheckError):
    """What came is not what was asked for, or cannot be read; nothing of it is evidence."""

    exit_code = 6
    retry_after_s: float | None = None
    """For how many seconds the server asks to be left alone; not known of what another process could not read."""

    def __init__(self, message: str, outcome: "Outcome | None" = None, retry_after_s: float | None = None) -> None:
        """Keep beside the one-line message what a run records: empty, blocked, or else failed; and until when."""
        super().__init__(message)
        self.outcome = outcome
        self.retry_after_s = retry_after_s


class PluginError(ClaimcheckError):
    """A plug-in is missing or broken."""

    exit_code = 7


class AlreadyRunningError(ClaimcheckError):
    """Another run has the same work in hand; nothing was done."""

    exit_code = 75


class StoppedError(ClaimcheckError):
    """Somebody ended a command that keeps its work piece by piece; the message says what is kept."""

    exit_code = EXIT_INTERRUPTED

    def __init__(self, message: str, stop: BaseException) -> None:
        """Keep beside the one-line message how it was ended: KeyboardInterrupt, or SystemExit with its code."""
        super().__init__(message)
        if isinstance(stop, SystemExit) and isinstance(stop.code, int):
            self.exit_code = stop.code


def quoted(value: object) -> str:
    """A value as a message shows it: as Python writes it, and cut when it is long."""
    try:
        text = repr(value)
    except ValueError:  # a number with more digits than Python writes out
        text = "a number of thousands of digits"
    return text if len(text) <= MAX_QUOTED_LENGTH else f"{text[: MAX_QUOTED_LENGTH - 3]}..."


def near_names(name: str, known: Iterable[str]) -> str:
    """The sentence ending that names what was probably meant: "; did you mean X?", or ""."""
    import difflib

    folded = {word.casefold(): word for word in known}
    wanted = name.casefold()[:MAX_QUOTED_LENGTH]
    close = difflib.get_close_matches(wanted, folded, n=MAX_NEAR_NAMES, cutoff=0.6)
    close += [word for word in folded if wanted and wanted in word and word not in close]
    if not close:
        return ""
    return "; did you mean " + " or ".join(repr(folded[word]) for word in close[:MAX_NEAR_NAMES]) + "?"
