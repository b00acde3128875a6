"""What reading one document may take, and how a process binds itself to that."""

import math
import os
import resource
import signal
from contextlib import suppress
from dataclasses import dataclass

MEBIBYTE = 1024 * 1024
MAX_OPEN_FILES = 64


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take."""

    cpu_s: float = 5.0
    wall_s: float = 15.0
    memory: int = 1024 * MEBIBYTE
    """The address space of the process in bytes, its program included; not every platform can bound it."""
    max_answer: int = 64 * MEBIBYTE
    """The length of an answer in bytes as it is sent."""
    max_outline: int = 8 * MEBIBYTE
    """The length in bytes of the JSON in it, which takes many times as much memory when it is read."""
    documents_per_process: int = 50
    advice: str = "save it as text and ingest the file"
    """What to do about a document that takes more."""


def bind_process(limits: Limits) -> None:
    """Bound the process that calls it for the rest of its life: memory, files, core dumps, CPU in all."""
    _bound(resource.RLIMIT_CORE, 0)
    _bound(resource.RLIMIT_FSIZE, 0)
    _bound(resource.RLIMIT_NOFILE, MAX_OPEN_FILES)
    _bound(resource.RLIMIT_NPROC, 0)
    _bound(resource.RLIMIT_AS, limits.memory)
    # the default action ends the process even while it is deep in a library that never comes back
    for number in (signal.SIGXCPU, signal.SIGPROF):
        signal.signal(number, signal.SIG_DFL)
    # a mask is inherited, and would hold back the very signals that end it
    signal.pthread_sigmask(signal.SIG_SETMASK, ())


def bind_document(limits: Limits) -> None:
    """Allow the process that calls it the CPU time of one document from now on; again for the next one."""
    used = sum(os.times()[:2])
    # the limit counts whole seconds, the timer does not; the limit is what stays when a timer is lost
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(used + limits.cpu_s), hard))
    signal.setitimer(signal.ITIMER_PROF, limits.cpu_s)


def _bound(what: int, value: int) -> None:
    _, hard = resource.getrlimit(what)
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    with suppress(ValueError, OSError):  # macOS has the name of a limit on memory and refuses to set it
        resource.setrlimit(what, (value, value))
