"""Files to load, by name or by format."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from claimcheck.errors import InputError, UsageError, near_names
from claimcheck.shelf import find, names
from claimcheck.values import Record

if TYPE_CHECKING:
    from io import BufferedReader

STDIN = Path("-")
MAX_MEMORY_BYTES = 16_000_000
_ALIASES = {"ndjson": "jsonl", "tsv": "csv", "txt": "csv"}


@contextmanager
def opened_records(path: Path, format_name: str | None) -> Iterator[Iterator[Record]]:
    """The records of a file; - is standard input, which needs a format.

    Raises:
        InputError: the file cannot be opened.
        UsageError: no reader for a file of that name or format.
    """
    name = _ALIASES.get(format_name, format_name) if format_name else _format_of(path)
    reader = find("readers", name)
    try:
        stream = sys.stdin.buffer if path == STDIN else path.open("rb")
    except OSError as error:
        msg = f"it cannot be read: {error.strerror}; check the path and its permissions"
        raise InputError(msg) from error
    with stream if path != STDIN else nullcontext(), _at_hand(stream, is_file=path.is_file()) as content:
        yield _translated(reader.read(content))


@contextmanager
def _at_hand(stream: BinaryIO, *, is_file: bool) -> Iterator[BinaryIO]:
    """The stream itself if it is a file; else a copy, so that no slow pipe makes other writers wait."""
    if is_file:
        yield stream
        return
    from tempfile import SpooledTemporaryFile

    with SpooledTemporaryFile(MAX_MEMORY_BYTES) as copy:
        try:
            # A read of a full block would begin again inside the interpreter, deaf to a signal that came in between.
            while block := cast("BufferedReader", stream).read1():
                copy.write(block)
        except OSError as error:
            msg = f"it cannot be read: {error.strerror or error}; give a regular file"
            raise InputError(msg) from error
        copy.seek(0)
        yield cast("BinaryIO", copy)


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
