"""The command line: `main(argv)` gives an exit code, and is the one place where errors become lines."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from claimcheck.errors import EXIT_BUG, EXIT_INTERRUPTED, EXIT_OK, EXIT_TERMINATED, EXIT_USAGE, ClaimcheckError

EXIT_BROKEN_PIPE = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line; nothing that a user can cause ends in a traceback."""
    from claimcheck.cli._app import build, hoisted

    arguments = hoisted(sys.argv[1:] if argv is None else argv)
    try:
        code = build(arguments)(arguments, standalone_mode=False, prog_name="claimcheck")
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _say("interrupted; nothing of the command was kept", EXIT_INTERRUPTED)
    except BrokenPipeError:
        _silence_stdout()
        return EXIT_BROKEN_PIPE
    except ClaimcheckError as error:
        return _explain(error)
    except Exception as error:  # noqa: BLE001 - the last line of defence: a user never sees a traceback
        return _unexpected(error)
    return code if isinstance(code, int) else EXIT_OK


def run() -> None:
    """The installed command: `main` on the process's own arguments, then exit."""
    import signal

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(EXIT_TERMINATED))
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(main())


def _explain(error: ClaimcheckError) -> int:
    for problem in getattr(error, "problems", ()):
        _say(str(problem), 0)
    return _say(str(error), error.exit_code)


def _unexpected(error: Exception) -> int:
    """Usage errors and aborts of the option parser, which has no public class for them; else a bug."""
    describe = getattr(error, "format_message", None)
    if describe is not None:
        context = getattr(error, "ctx", None)
        where = context.command_path if context else "claimcheck"
        message = " ".join(str(describe()).split()).rstrip(".")
        return _say(f"{message}; see `{where} --help`", EXIT_USAGE)
    if type(error).__name__ == "Abort":
        return _say("interrupted; nothing of the command was kept", EXIT_INTERRUPTED)
    if os.environ.get("CLAIMCHECK_DEBUG"):
        raise error
    what = f"{type(error).__name__}: {error}"
    return _say(f"a bug in claimcheck: {what}; please report it (CLAIMCHECK_DEBUG=1 shows where)", EXIT_BUG)


def _say(message: str, code: int) -> int:
    from claimcheck.text import one_line

    with suppress(OSError):
        sys.stderr.write(f"claimcheck: {one_line(message)}\n")
    return code


def _silence_stdout() -> None:
    """Keep the interpreter from failing once more when it flushes what nobody reads."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
