"""Files to load, by name or by format."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from claimcheck.errors import InputError, UsageError, near_names
from claimcheck.shelf import find, names
from claimcheck.values import Record

STDIN = Path("-")
_ALIASES = {"ndjson": "jsonl", "tsv": "csv", "txt": "csv"}


@contextmanager
def opened_records(path: Path, format_name: str | None) -> Iterator[Iterator[Record]]:
    """The records of a file; - is standard input, which needs a format.

    Raises:
        InputError: the file cannot be opened.
        UsageError: no reader for a file of that name or format.
    """
    reader = find("readers", format_name or _format_of(path))
    if path == STDIN:
        yield reader.read(sys.stdin.buffer)
        return
    try:
        stream = path.open("rb")
    except OSError as error:
        msg = f"it cannot be read: {error.strerror}; check the path and its permissions"
        raise InputError(msg) from error
    with stream:
        yield _translated(reader.read(stream))


def _translated(records: Iterator[Record]) -> Iterator[Record]:
    try:
        yield from records
    except OSError as error:
        msg = f"it cannot be read: {error.strerror or error}; give a regular file"
        raise InputError(msg) from error


def _format_of(path: Path) -> str:
    if path == STDIN:
        raise UsageError("standard input has no name to tell its format; add --format csv, json, jsonl or toml")
    suffix = path.suffix.removeprefix(".").lower()
    known = names("readers")
    name = _ALIASES.get(suffix, suffix)
    if name not in known:
        what = f"a {path.suffix!r} file" if suffix else "a file without an ending"
        hint = f"{near_names(suffix, known)} (formats: {', '.join(known)}; --format sets one)"
        msg = f"{what} is none that claimcheck loads{hint}"
        raise UsageError(msg)
    return name
