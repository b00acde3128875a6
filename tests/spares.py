"""Processes that read documents, kept from one command of the tests to the next.

A command ends those that it started, and starting one takes longer than all else that a test of it does. Here the
next command gets those that would be idle, as a command gives its next document to a process that has read one.
"""

import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import pytest

from claimcheck.parsing import server, worker
from claimcheck.parsing.child import RENDERING
from claimcheck.parsing.limits import Limits
from claimcheck.parsing.server import ParsingServer
from claimcheck.parsing.worker import Worker

_Kind = tuple[Limits, str, tuple[str, ...], tuple[str | None, ...]]
"""What a process is bound by and made for, and what it takes over from its surroundings."""


class Spares:
    """The processes that no server has any use for at the moment."""

    def __init__(self) -> None:
        """Keep none yet."""
        self._spare: dict[_Kind, list[Worker]] = defaultdict(list)
        self._lock = Lock()

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Servers take their processes from here, and leave here those that are idle when they close."""
        close = ParsingServer.close

        def leave_and_close(leaving: ParsingServer) -> None:
            with leaving._lock:
                idle, leaving._idle = leaving._idle, []
            with self._lock:
                for one in idle:
                    self._spare[_kind(one.limits, one._trade)].append(one)
            close(leaving)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(server, "Worker", self._taken)
            patch.setattr(ParsingServer, "close", leave_and_close)
            yield

    def _taken(self, limits: Limits, trade: str = RENDERING) -> Worker:
        kind = _kind(limits, trade)
        while True:
            with self._lock:
                spare = self._spare[kind].pop() if self._spare[kind] else None
            if spare is None:
                return Worker(limits, trade)
            if spare.usable:
                return spare
            spare.end()

    def end(self) -> None:
        """End all that are kept."""
        for spare in self._spare.values():
            for one in spare:
                one.end()
        self._spare.clear()


def _kind(limits: Limits, trade: str) -> _Kind:
    return limits, trade, tuple(sys.path), tuple(map(os.environ.get, worker._PASSED_ON))
