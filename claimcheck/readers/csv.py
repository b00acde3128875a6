"""Tables: CSV from any spreadsheet, separated by comma, semicolon or tab, in UTF-8 or marked UTF-16.

What a spreadsheet's locale made of days and numbers is undone where only one can be meant; the rest is left
for the fields to refuse. Row numbers are those a spreadsheet shows: the header is row 1.
"""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO

from claimcheck.columns import CLAIM_COLUMNS
from claimcheck.errors import BadRowsError, InputError, quoted
from claimcheck.local_dates import undone
from claimcheck.spreadsheet import decimal, unprotected
from claimcheck.values import Record, RowProblem

MAX_CELL_LENGTH = 1_000_000
_DELIMITERS = (",", ";", "\t")
_DELIMITER_LINE = re.compile(r"\ufeff?\"?sep=([,;\t])\"?[,;\t]*\s*", re.IGNORECASE)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_DAYS = ("said_on", "published_on", "reliability_on")
_NUMBERS = ("confidence",)
_SAVE_AS = "save the file as CSV UTF-8"


def read(stream: BinaryIO) -> Iterator[Record]:
    """A record for the header, then one for each row that is not blank.

    Raises:
        InputError: neither UTF-8 nor marked UTF-16, no header, broken quoting, or a cell beyond all measure.
        BadRowsError: rows with more or fewer cells than the header.
    """
    csv.field_size_limit(MAX_CELL_LENGTH)
    text = io.TextIOWrapper(stream, encoding=_encoding(stream), newline="")
    try:
        header, delimiter = _header(text)
        yield Record("header", "row 1", dict.fromkeys(filter(None, header)))
        yield from _rows(text, header, delimiter)
    except UnicodeDecodeError as error:
        raise InputError(_undecodable(error)) from error
    except csv.Error as error:
        hint = "shorten that cell" if "limit" in str(error) else "look for a quotation mark that is not closed"
        msg = f"the table cannot be read: {error}; {hint}"
        raise InputError(msg) from error
    finally:
        with suppress(ValueError):  # whoever opened the file may have closed it
            text.detach()


def _encoding(stream: BinaryIO) -> str:
    """The encoding that the first bytes of a file tell; Excel marks its "Unicode Text", which is UTF-16."""
    start = stream.read(4)
    stream.seek(-len(start), io.SEEK_CUR)
    if b"\0" in start[:2] or start.endswith(b"\0\0"):
        msg = f"it is UTF-32, or UTF-16 without its mark; {_SAVE_AS}"
        raise InputError(msg)
    return "utf-16" if start[:2] in _WIDE_MARKS else "utf-8-sig"


def _undecodable(error: UnicodeDecodeError) -> str:
    byte = error.object[error.start : error.start + 1]
    if error.encoding != "utf-8":
        return f"it breaks off or is damaged where it should be UTF-16 ({error.reason}); {_SAVE_AS}"
    guess = byte.decode("windows-1252", errors="ignore")
    as_what = f", but would be {guess} in the code page Windows-1252" if guess else ""
    return f"a byte 0x{byte.hex()} in it is not UTF-8 ({error.reason}){as_what}; {_SAVE_AS}"


def _header(text: io.TextIOWrapper) -> tuple[list[str], str]:
    first_line = text.readline(MAX_CELL_LENGTH)
    told = _DELIMITER_LINE.fullmatch(first_line)
    if told:
        # A spreadsheet does not show this line, so the row after it is the first.
        first_line = text.readline(MAX_CELL_LENGTH)
    if not first_line.strip("".join(_DELIMITERS) + ' "\r\n'):
        raise InputError("the first row is empty; it has to name the columns, at least: text,source")
    known = {
        delimiter: sum(
            _column_name(cell) in CLAIM_COLUMNS for cell in next(csv.reader([first_line], delimiter=delimiter))
        )
        for delimiter in _DELIMITERS
    }
    delimiter = told[1] if told else max(_DELIMITERS, key=lambda candidate: known[candidate])
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
    days = [index for index, name in enumerate(header) if name in _DAYS]
    numbers = [index for index, name in enumerate(header) if name in _NUMBERS]
    for number, cells in enumerate(csv.reader(text, delimiter=delimiter, strict=True), start=2):
        if len(cells) != width:
            if not any(map(str.strip, cells)):
                continue
            if len(cells) < width or any(map(str.strip, cells[width:])):
                message = f"it has {len(cells)} cells, the header {width}; look for a missing or extra separator"
                problems.append(RowProblem(f"row {number}", None, message))
                continue
            del cells[width:]
        if unnamed and any(cells[index].strip() for index in unnamed):
            problems.append(RowProblem(f"row {number}", None, "a cell stands under no column name; name it in row 1"))
        elif any(map(str.strip, cells)):
            values = [unprotected(cell) if cell[:1] == "\t" else cell for cell in cells]
            for index in days:
                values[index] = undone(values[index])
            for index in numbers:
                values[index] = decimal(values[index], comma=delimiter != ",")
            yield Record("claims", f"row {number}", dict(zip(header, values, strict=True)))
    if problems:
        msg = "the table is ragged"
        raise BadRowsError(msg, problems)
