"""Tables: CSV from any spreadsheet, separated by comma, semicolon or tab.

Row numbers are those a spreadsheet shows: the header is row 1.
"""

import csv
import io
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO

from claimcheck.columns import CLAIM_COLUMNS
from claimcheck.errors import BadRowsError, InputError, quoted
from claimcheck.spreadsheet import unprotected
from claimcheck.values import Record, RowProblem

MAX_CELL_LENGTH = 1_000_000
_DELIMITERS = (",", ";", "\t")


def read(stream: BinaryIO) -> Iterator[Record]:
    """A record for the header, then one for each row that is not blank.

    Raises:
        InputError: not UTF-8, no header, broken quoting, or a cell beyond all measure.
        BadRowsError: rows with more or fewer cells than the header.
    """
    csv.field_size_limit(MAX_CELL_LENGTH)
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    try:
        header, delimiter = _header(text)
        yield Record("header", "row 1", dict.fromkeys(filter(None, header)))
        yield from _rows(text, header, delimiter)
    except UnicodeDecodeError as error:
        msg = (
            f"a byte 0x{error.object[error.start]:02x} in it is not UTF-8 ({error.reason}); save the file as CSV UTF-8"
        )
        raise InputError(msg) from error
    except csv.Error as error:
        hint = "shorten that cell" if "limit" in str(error) else "look for a quotation mark that is not closed"
        msg = f"the table cannot be read: {error}; {hint}"
        raise InputError(msg) from error
    finally:
        with suppress(ValueError):  # whoever opened the file may have closed it
            text.detach()


def _header(text: io.TextIOWrapper) -> tuple[list[str], str]:
    first_line = text.readline(MAX_CELL_LENGTH)
    if not first_line.strip():
        raise InputError("the first row is empty; it has to name the columns, at least: text,source")
    known = {
        delimiter: sum(
            _column_name(cell) in CLAIM_COLUMNS for cell in next(csv.reader([first_line], delimiter=delimiter))
        )
        for delimiter in _DELIMITERS
    }
    delimiter = max(_DELIMITERS, key=lambda candidate: known[candidate])
    header = [_column_name(cell) for cell in next(csv.reader([first_line], delimiter=delimiter, strict=True))]
    seen = set()
    for cell in filter(None, header):
        if cell in seen:
            msg = f"the first row names the column {quoted(cell)} twice; rename or remove one"
            raise InputError(msg)
        seen.add(cell)
    return header, delimiter


def _column_name(cell: str) -> str:
    """The column that a header cell means, however it is spelled: "Said on" is said_on."""
    folded = "_".join(cell.lower().split())
    return folded if folded in CLAIM_COLUMNS else cell.strip()


def _rows(text: io.TextIOWrapper, header: list[str], delimiter: str) -> Iterator[Record]:
    problems: list[RowProblem] = []
    unnamed = [index for index, name in enumerate(header) if not name]
    width = len(header)
    for number, cells in enumerate(csv.reader(text, delimiter=delimiter, strict=True), start=2):
        if len(cells) != width:
            if not any(cells):
                continue
            if len(cells) < width or any(cells[width:]):
                message = f"it has {len(cells)} cells, the header {width}; look for a missing or extra separator"
                problems.append(RowProblem(f"row {number}", None, message))
                continue
            del cells[width:]
        if unnamed and any(cells[index] for index in unnamed):
            problems.append(RowProblem(f"row {number}", None, "a cell stands under no column name; name it in row 1"))
        elif any(cells):
            values = [unprotected(cell) if cell[:1] == "\t" else cell for cell in cells]
            yield Record("claims", f"row {number}", dict(zip(header, values, strict=True)))
    if problems:
        msg = "the table is ragged"
        raise BadRowsError(msg, problems)
