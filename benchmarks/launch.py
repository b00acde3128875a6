"""Run one command and report what it cost: CPU and wall seconds, ru_maxrss, wait status, on the last line of stderr.

    python -I -S launch.py COMMAND [ARGUMENT...]

The kernel charges a new process for the memory of the one that starts it. So commands are started from
this one, which holds as little as an interpreter can: what a command needs beyond 5 MiB is its own.
"""

import os
import sys
import time

CANNOT_START = 127


def main() -> None:
    """Start, wait, report."""
    started = time.perf_counter()
    child = os.fork()
    if child == 0:
        try:
            os.execv(sys.argv[1], sys.argv[1:])  # noqa: S606 - no shell is wanted
        except OSError as error:
            os.write(2, f"{error.strerror}\n".encode())
        finally:
            os._exit(CANNOT_START)
    _, status, usage = os.wait4(child, 0)
    wall_s = time.perf_counter() - started
    os.write(2, f"\n{usage.ru_utime + usage.ru_stime} {wall_s} {usage.ru_maxrss} {status}".encode())


if __name__ == "__main__":
    main()
