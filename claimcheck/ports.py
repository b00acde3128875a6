"""What a plug-in has to look like: a module (or any object) with these names."""

from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO, Protocol, TextIO

from claimcheck.columns import Column
from claimcheck.values import Record


class Reader(Protocol):
    """Reads one file format into records."""

    def read(self, stream: BinaryIO) -> Iterator[Record]:
        """The records of a file: documents, sources, claims, relations, in that order.

        Raises:
            InputError: the file is not of this format.
        """


class Exporter(Protocol):
    """Writes rows in one file format."""

    preamble: str
    """What stands before the first row of a file, and not in front of rows shown on a terminal."""

    def write(
        self, columns: Sequence[Column], rows: Iterable[Sequence[object]], stream: TextIO, *, headers: bool = True
    ) -> int:
        """Write all rows as they come, in flat memory; gives their number."""
