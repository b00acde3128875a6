"""CSV for spreadsheets: UTF-8 with a byte-order mark, CRLF, no cell that evaluates.

Only numbers stand without quotation marks, so a lone CR or a leading tab survives inside a cell.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from claimcheck.columns import Column, Form, plain
from claimcheck.spreadsheet import protected

preamble = "\ufeff"
_SAFE_FORMS = (Form.INTEGER, Form.NUMBER, Form.WORD)


def write(columns: Sequence[Column], rows: Iterable[Sequence[object]], stream: TextIO, *, headers: bool = True) -> int:
    """Write all rows; gives their number."""
    writer = csv.writer(stream, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    if headers:
        writer.writerow([column.name for column in columns])
    count = 0

    def counted() -> Iterator[Sequence[object]]:
        nonlocal count
        for count, cells in enumerate(_cells(columns, rows), start=1):  # noqa: B007 - the last one is the answer
            yield cells

    writer.writerows(counted())
    return count


def _cells(columns: Sequence[Column], rows: Iterable[Sequence[object]]) -> Iterator[list[object]]:
    lists = [index for index, column in enumerate(columns) if column.form in (Form.HOPS, Form.SPANS)]
    free = [index for index, column in enumerate(columns) if column.form not in _SAFE_FORMS]
    for row in rows:
        cells = list(row)
        for index in lists:
            cells[index] = plain(row[index], columns[index].form)
        for index in free:
            cell = cells[index]
            if cell and not cell[0].isalnum():  # type: ignore[index]
                cells[index] = protected(str(cell))
        yield cells
