r"""Tab-separated lines for cut, sort and awk: one row a line, with tab, line feed and controls written out."""

from collections.abc import Iterable, Sequence
from typing import TextIO

from claimcheck.columns import Column, plain
from claimcheck.text import one_line

preamble = ""


def write(columns: Sequence[Column], rows: Iterable[Sequence[object]], stream: TextIO, *, headers: bool = True) -> int:
    """Write all rows; gives their number."""
    if headers:
        stream.write("\t".join(column.name for column in columns) + "\n")
    forms = [column.form for column in columns]
    count = 0
    for count, row in enumerate(rows, start=1):  # noqa: B007 - the last one is the answer
        cells = (one_line(str(plain(value, form))) for value, form in zip(row, forms, strict=True))
        stream.write("\t".join(cells) + "\n")
    return count
