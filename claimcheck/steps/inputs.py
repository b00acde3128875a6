"""What the user names to be read: files, folders, addresses, documents of the ledger, standard input."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from claimcheck.errors import InputError
from claimcheck.media_types import SUFFIXES
from claimcheck.redaction import redacted, shown
from claimcheck.text import printable

STDIN = "-"
_MAX_DIGITS = 15


class InputKind(StrEnum):
    """Where one of them is."""

    FILE = "file"
    FOLDER = "folder"
    """One without any document; all others stand for their files."""
    URL = "url"
    STDIN = "stdin"
    DOCUMENT = "document"


ON_DISK = (InputKind.FILE, InputKind.FOLDER)


class Input(NamedTuple):
    """One thing to be read."""

    kind: InputKind
    name: str
    """As the user wrote it, or the path of a file in a folder."""
    doc_id: str
    """What it is called in the results, unlike any other of the same run."""

    @property
    def called(self) -> str:
        """What messages call it, without the secrets of an address."""
        if self.kind in ON_DISK:
            return printable(self.name)
        return f"document {self.name}" if self.kind is InputKind.DOCUMENT else self.doc_id


def inputs(names: Sequence[str]) -> list[Input]:
    """What `names` mean, in their order, each once; a folder stands for the documents in it and below, by path.

    A number is a document of the ledger, unless there is a file of that name. The `doc_id` of a file is its name
    without the ending, or its path where several would be called the same.

    A folder without any document is an input of its own, which cannot be read.

    Raises:
        InputError: an address of another kind than http.
    """
    first: dict[tuple[InputKind, str], tuple[InputKind, str]] = {}
    for kind, meant in (pair for name in names for pair in _meant(name)):
        first.setdefault((kind, os.path.realpath(meant) if kind in ON_DISK else meant), (kind, meant))
    found = list(first.values())
    shorts = [_short_id(kind, name) for kind, name in found]
    times = Counter(shorts)
    given: set[str] = set()
    made = []
    for short, (kind, name) in zip(shorts, found, strict=True):
        doc_id = short if times[short] == 1 else _whole_id(kind, name)
        while doc_id in given:
            doc_id += "+"
        given.add(doc_id)
        made.append(Input(kind, name, doc_id))
    return made


def _meant(name: str) -> Iterator[tuple[InputKind, str]]:
    if name == STDIN:
        yield InputKind.STDIN, name
    elif name.lower().startswith(("http://", "https://")):
        yield InputKind.URL, name
    elif "://" in name or name.lower().startswith("file:"):
        msg = f"{shown(name)} is no http or https URL; fetch it yourself and give the file"
        raise InputError(msg)
    elif os.path.isdir(name):  # noqa: PTH112 - unlike a Path, it does not raise for a name that cannot be
        yield from _within(Path(name))
    elif name.isascii() and name.isdigit() and len(name) <= _MAX_DIGITS and not os.path.exists(name):  # noqa: PTH110
        yield InputKind.DOCUMENT, str(int(name))
    else:
        yield InputKind.FILE, name


def _within(folder: Path) -> Iterator[tuple[InputKind, str]]:
    try:
        next(folder.iterdir(), None)
    except OSError:
        # the reading of it tells why, and the others are read
        yield InputKind.FILE, str(folder)
        return
    paths = [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in SUFFIXES
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]
    if not paths:
        yield InputKind.FOLDER, str(folder)
    for path in paths:
        yield InputKind.FILE, str(path)


def _short_id(kind: InputKind, name: str) -> str:
    return printable(Path(name).stem or name) if kind in ON_DISK else _whole_id(kind, name)


def _whole_id(kind: InputKind, name: str) -> str:
    return redacted(name) if kind is InputKind.URL else printable(name)
