"""JSON Lines: one object a line, tags and hops as lists, what is not known as null."""

from collections.abc import Iterable, Sequence
from typing import TextIO

from claimcheck.columns import Column
from claimcheck.exporters.json import objects

preamble = ""


def write(columns: Sequence[Column], rows: Iterable[Sequence[object]], stream: TextIO, *, headers: bool = True) -> int:
    """Write all rows; gives their number. Headers are part of the format, so `headers` is not looked at."""
    del headers
    count = 0
    for count, line in enumerate(objects(columns, rows), start=1):  # noqa: B007 - the last one is the answer
        stream.write(line + "\n")
    return count
