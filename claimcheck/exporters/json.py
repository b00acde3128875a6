"""JSON: a list of objects, tags and hops as lists, what is not known as null."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from claimcheck.columns import Column, native
from claimcheck.text import escaped_json

preamble = ""


def write(columns: Sequence[Column], rows: Iterable[Sequence[object]], stream: TextIO, *, headers: bool = True) -> int:
    """Write all rows; gives their number. Headers are part of the format, so `headers` is not looked at."""
    del headers
    count = 0
    stream.write("[")
    for count, line in enumerate(objects(columns, rows), start=1):
        stream.write("\n  " if count == 1 else ",\n  ")
        stream.write(line)
    stream.write("\n]\n" if count else "]\n")
    return count


def objects(columns: Sequence[Column], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Each row as the text of a JSON object."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    for row in rows:
        pairs = zip(columns, row, strict=True)
        yield escaped_json(encode({column.name: native(value, column.form) for column, value in pairs}))
