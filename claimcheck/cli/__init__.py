"""The command line: `main(argv)` gives an exit code, and is the one place where errors become lines."""

import errno
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from claimcheck.errors import (
    EXIT_BROKEN_PIPE,
    EXIT_BUG,
    EXIT_INTERRUPTED,
    EXIT_OK,
    EXIT_TERMINATED,
    EXIT_USAGE,
    ClaimcheckError,
    OutputError,
    StoreError,
    UsageError,
)

GRACE_PERIOD_S = 5


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line; nothing that a user can cause ends in a traceback."""
    try:
        code = _call(sys.argv[1:] if argv is None else list(argv))
        sys.stdout.flush()
    except SystemExit as stop:
        code = _stopped(stop)
    except KeyboardInterrupt:
        code = EXIT_INTERRUPTED
    except ClaimcheckError as error:
        return _explain(error)
    except OSError as error:
        return _output_failed(error)
    except MemoryError:
        return _explain(StoreError("there is not enough memory; the change under way was not kept, free some first"))
    except Exception as error:  # noqa: BLE001 - the last line of defence: a user never sees a traceback
        return _unexpected(error)
    if code in (EXIT_INTERRUPTED, EXIT_TERMINATED):
        _say("interrupted; the change under way was not kept", code)
    return code


def run() -> None:
    """The installed command: `main` on the process's own arguments, then exit."""
    import gc
    import signal

    # Nearly everything that a command makes is needed to its end; looking for garbage costs a tenth of its time.
    gc.set_threshold(100_000, 50, 100)
    if signal.getsignal(signal.SIGTERM) is not signal.SIG_IGN:  # whoever started it may not want it to end
        signal.signal(signal.SIGTERM, _terminate)
    _secure_streams()
    code = main()
    with suppress(OSError, ValueError):
        sys.stdout.flush()
    gc.freeze()  # what is left goes with the process; to look for garbage in it takes a sixth of a command's time
    sys.exit(code)


def _terminate(*_: object) -> None:
    """Leave in good order, and within seconds.

    The interpreter loses an exception that a signal raises in the middle of a clean-up of its own; then
    the alarm ends the process. The database rolls back by itself.
    """
    import signal

    signal.signal(signal.SIGALRM, lambda *_: os._exit(EXIT_TERMINATED))
    signal.alarm(GRACE_PERIOD_S)
    sys.exit(EXIT_TERMINATED)


def _call(arguments: list[str]) -> int:
    """Let the parser find the command and run it."""
    for argument in arguments:
        try:
            argument.encode()
        except UnicodeEncodeError as error:
            msg = f"the argument {argument!r} is not UTF-8 text; write it in the terminal's encoding"
            raise UsageError(msg) from error
    if arguments == ["--version"]:  # a script asks often, and the parser takes longer to import than all the rest
        from claimcheck import __version__

        sys.stdout.write(f"claimcheck {__version__}\n")
        return EXIT_OK
    from claimcheck.cli._app import build, hoisted

    arguments = hoisted(arguments)
    code = build(arguments)(arguments, standalone_mode=False, prog_name="claimcheck")
    return code if isinstance(code, int) else EXIT_OK


def _secure_streams() -> None:
    """Let the three standard streams exist, and let data leave in UTF-8.

    A closed one would otherwise lend its number to the next file that is opened, the ledger perhaps,
    and everything that is printed would go there.
    """
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    sys.stdin = sys.stdin or open(0, closefd=False)  # noqa: SIM115
    sys.stdout = sys.stdout or open(1, "w", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stderr or open(2, "w", closefd=False)  # noqa: SIM115
    with suppress(AttributeError):
        encoding = None if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")  # type: ignore[union-attr]
        sys.stderr.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def _stopped(stop: SystemExit) -> int:
    """The exit code of a SystemExit; the parser turns a broken pipe into one of 1."""
    cause = stop.__context__
    if isinstance(cause, OSError) and cause.errno == errno.EPIPE:
        _silence_stdout()
        return EXIT_BROKEN_PIPE
    return stop.code if isinstance(stop.code, int) else EXIT_OK


def _output_failed(error: OSError) -> int:
    _silence_stdout()
    if error.errno == errno.EPIPE:
        return EXIT_BROKEN_PIPE
    return _explain(OutputError(f"cannot write the output: {error.strerror or error}; what was asked for may be done"))


def _explain(error: ClaimcheckError) -> int:
    for problem in getattr(error, "problems", ()):
        _say(str(problem), 0)
    return _say(str(error), error.exit_code)


def _unexpected(error: Exception) -> int:
    """Usage errors and aborts of the option parser, which has no public class for them; else a bug."""
    describe = getattr(error, "format_message", None)
    if type(error).__name__ == "NoArgsIsHelpError" and describe is not None:
        with suppress(OSError):
            sys.stderr.write(f"{describe()}\n")
        return EXIT_USAGE
    if describe is not None:
        context = getattr(error, "ctx", None)
        where = context.command_path if context else "claimcheck"
        message = " ".join(str(describe()).split()).rstrip(".")
        return _say(f"{message}; see `{where} --help`", EXIT_USAGE)
    if type(error).__name__ == "Abort":
        return _say("interrupted; the change under way was not kept", EXIT_INTERRUPTED)
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
