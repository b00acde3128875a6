"""JSON Lines: one claim, as an object, on each line."""

from collections.abc import Iterator
from typing import BinaryIO

from claimcheck.errors import BadRowsError, InputError
from claimcheck.readers.json import parse
from claimcheck.values import Record, RowProblem

MAX_LINE_BYTES = 4_000_000


def read(stream: BinaryIO) -> Iterator[Record]:
    """One record a line; blank lines are skipped.

    Raises:
        InputError: a line beyond all measure.
        BadRowsError: lines that are not an object of JSON.
    """
    problems: list[RowProblem] = []
    number = 0
    while line := stream.readline(MAX_LINE_BYTES + 1):
        number += 1
        if len(line) > MAX_LINE_BYTES:
            msg = f"line {number} is longer than {MAX_LINE_BYTES:,} bytes; give one claim a line"
            raise InputError(msg)
        if not line.strip():
            continue
        place = f"line {number}"
        try:
            value = parse(line, "it")
        except InputError as error:
            problems.append(RowProblem(place, None, str(error)))
            continue
        if isinstance(value, dict):
            yield Record("claims", place, value)
        else:
            problems.append(RowProblem(place, None, "it is not an object; write {" + '"text": ..., "source": ...}'))
    if problems:
        msg = "some lines are not claims"
        raise BadRowsError(msg, problems)
