"""Rows for people and programs: a table on a terminal, plain lines in a pipe, or the format asked for."""

import io
import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TextIO, cast

from claimcheck.cli._options import Output

if TYPE_CHECKING:
    from pathlib import Path

    from rich.text import Text

    from claimcheck.columns import Column

MAX_TABLE_ROWS = 500
TABLE_FORMATS = ("table", "plain")
Row = Sequence[object]
_MARKS = "[\ufdd0\ufdd1]"
MIN_TABLE_WIDTH = 60
ROOMY_WIDTH, NARROW_COLUMN = 120, 14
_LONGEST_WHOLE = 11
"""A longer word of a narrow column is broken behind its underscores, not anywhere."""
_LONG = (
    "text",
    "basis",
    "attribution_note",
    "quote",
    "note",
    "role",
    "value",
    "url",
    "exact",
    "message",
    "content_text",
)
"""Columns that get what room the others leave."""
_TWO_WORDS = ("not_enough_evidence", "numeric_conflict")
_FORMATS_BY_SUFFIX = {"csv": "csv", "tsv": "tsv", "json": "json", "jsonl": "jsonl", "md": "markdown"}


def chosen_format(output: Output, default: str | None = None) -> str:
    """The format asked for, or that of the file's ending; a table only where somebody looks.

    Raises:
        UsageError: there is no such format.
    """
    if output.format is None:
        suffix = (output.path or "").rpartition(".")[2].lower()
        if suffix in _FORMATS_BY_SUFFIX:
            return _FORMATS_BY_SUFFIX[suffix]
        return default or ("table" if is_for_a_terminal(output) else "plain")
    from claimcheck.shelf import has_own, names

    if output.format not in TABLE_FORMATS and not has_own("exporters", output.format):
        from claimcheck.errors import UsageError, near_names

        known = [*TABLE_FORMATS, *names("exporters")]
        if output.format not in known:
            msg = (
                f"there is no format {output.format!r}{near_names(output.format, known)} (formats: {', '.join(known)})"
            )
            raise UsageError(msg)
    return output.format


def is_for_a_terminal(output: Output) -> bool:
    """Whether somebody looks at what is written while it is."""
    return output.path in (None, "-") and sys.stdout.isatty()


def write_rows(
    columns: Sequence["Column"], rows: Iterable[Row], output: Output, *, format_name: str, preamble: bool = False
) -> int:
    """Write rows where and how they are wanted; gives their number."""
    with opened(output.path) as stream:
        if format_name == "table":
            return _write_table(columns, rows, stream, headers=output.headers, keep_all=output.columns is not None)
        from claimcheck.shelf import find

        exporter = find("exporters", "tsv" if format_name == "plain" else format_name)
        shown = cast("TextIO", _Harmless(stream)) if stream.isatty() else stream
        if preamble and shown is stream:
            stream.write(exporter.preamble)
        count: int = exporter.write(columns, rows, shown, headers=output.headers)
        return count


def write_chosen(
    columns: Sequence["Column"],
    rows: Iterable[Row],
    output: Output,
    *,
    format_name: str | None = None,
    in_table: str | None = None,
) -> int:
    """Write those of the columns that are asked for, in a table without any asked for `in_table`; gives the row count.

    Raises:
        UsageError: one that is asked for is not there.
    """
    format_name = format_name or chosen_format(output)
    places = chosen_places(columns, output, format_name=format_name, in_table=in_table)
    chosen = ([row[place] for place in places] for row in rows)
    return write_rows([columns[place] for place in places], chosen, output, format_name=format_name)


def chosen_places(
    columns: Sequence["Column"], output: Output, *, format_name: str, in_table: str | None = None
) -> Sequence[int]:
    """Which of the columns are asked for, in a table without any asked for `in_table`, by their places.

    Raises:
        UsageError: one that is asked for is not there.
    """
    asked = output.columns if output.columns is not None or format_name != "table" else in_table
    if asked is None:
        return range(len(columns))
    from claimcheck.errors import UsageError, near_names

    names = [column.name for column in columns]
    wanted = [name.strip() for name in asked.split(",") if name.strip()]
    unknown = next((name for name in wanted if name not in names), "" if not wanted else None)
    if unknown is not None:
        msg = f"there is no column {unknown!r}{near_names(unknown, names)} (columns: {', '.join(names)})"
        raise UsageError(msg)
    return [names.index(name) for name in wanted]


def text_columns(*names: str, numbers: Sequence[str] = ()) -> list["Column"]:
    """Columns for rows that are not claims."""
    from claimcheck.columns import Column, Form

    forms = {name: Form.NUMBER if name in numbers else Form.TEXT for name in names}
    return [Column(name, form) for name, form in forms.items()]


@contextmanager
def opened(path: str | None) -> Iterator[TextIO]:
    """Where to write: standard output, or a file that appears only when it is complete.

    Raises:
        OutputError: the file cannot be written, or is a ledger.
    """
    if path is None or path == "-":
        yield sys.stdout
        return
    from pathlib import Path

    from claimcheck.errors import OutputError

    place = Path(path)
    try:
        if place.exists() and not place.is_file():
            with place.open("w", encoding="utf-8", newline="") as device:
                yield device
        else:
            _refuse_ledger(place)
            yield from _drafted(place.resolve())
    except OSError as error:
        msg = f"cannot write {path}: {error.strerror}; nothing was written, choose another place"
        raise OutputError(msg) from error


def _refuse_ledger(place: "Path") -> None:
    if place.exists():
        with place.open("rb") as file:
            if file.read(16) == b"SQLite format 3\0":
                from claimcheck.errors import OutputError

                msg = f"{place} is a database, a ledger perhaps, and is not written over; choose another name"
                raise OutputError(msg)


def _drafted(place: "Path") -> Iterator[TextIO]:
    """A draft beside `place` that takes its name once it is written and on the disk."""
    from pathlib import Path
    from tempfile import mkstemp

    mode = place.stat().st_mode & 0o777 if place.exists() else 0o666 & ~_umask()
    handle, name = mkstemp(dir=place.parent, prefix=f".{place.name}.")
    draft = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        draft.chmod(mode)
        draft.replace(place)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


class _Harmless(io.TextIOBase):
    """A terminal that is shown the controls of a format for programs instead of obeying them."""

    def __init__(self, stream: TextIO) -> None:
        """Write to `stream`."""
        super().__init__()
        self._stream = stream

    def write(self, text: str) -> int:
        """Write `text`, everything but line feeds and tabs made visible."""
        from claimcheck.text import visible

        return self._stream.write(visible(text.replace("\r\n", "\n")))


def _write_table(
    columns: Sequence["Column"], rows: Iterable[Row], stream: TextIO, *, headers: bool, keep_all: bool
) -> int:
    """Write a table for a person; a narrow one leaves out the columns that are empty and were not asked for."""
    from itertools import chain, islice

    from claimcheck.exporters import tsv

    waiting = iter(rows)
    first = list(islice(waiting, MAX_TABLE_ROWS + 1))
    if len(first) > MAX_TABLE_ROWS:
        return tsv.write(columns, _unmarked(chain(first, waiting)), stream, headers=headers)
    if first:
        width = max(shutil.get_terminal_size().columns, MIN_TABLE_WIDTH)
        shown: Sequence[Row] = first
        if width < ROOMY_WIDTH and not keep_all:
            places = [place for place in range(len(columns)) if any(row[place] not in (None, "") for row in first)]
            columns, shown = [columns[place] for place in places], [[row[place] for place in places] for row in first]
        _write_rich(columns, shown, stream, headers=headers, width=width)
    return len(first)


def _unmarked(rows: Iterable[Row]) -> Iterator[Row]:
    """Rows without the marks of a search, which only a table shows."""
    for row in rows:
        yield [re.sub(_MARKS, "", cell) if isinstance(cell, str) else cell for cell in row]


def _write_rich(columns: Sequence["Column"], rows: Sequence[Row], stream: TextIO, *, headers: bool, width: int) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    from claimcheck.cli._style import is_styled
    from claimcheck.columns import Form

    box = SIMPLE_HEAD if headers else None
    style = "bold" if is_styled() else ""
    table = Table(box=box, show_header=headers, pad_edge=False, show_edge=False, header_style=style)
    is_tight = width < ROOMY_WIDTH and any(column.name in _LONG for column in columns)
    for column in columns:
        right = column.form in (Form.INTEGER, Form.NUMBER) and column.name != "confidence"
        whole = column.name in ("id", "said_on") or column.name.endswith("_at")
        is_long = column.name in _LONG
        narrow = is_tight and not (whole or is_long)
        table.add_column(
            _broken(column.name) if narrow else column.name, justify="right" if right else "left", overflow="fold",
            ratio=1 if is_long else None, max_width=NARROW_COLUMN if narrow else None, no_wrap=whole,
        )  # fmt: skip
    for row in rows:
        cells = [_cell(column, value) for column, value in zip(columns, row, strict=True)]
        table.add_row(*[_broken(one.plain) if is_tight and one.plain in _TWO_WORDS else one for one in cells])
    Console(file=stream, highlight=False, width=width).print(table)


def _broken(name: str) -> str:
    """A name of several words, on several lines if it is long."""
    return name.replace("_", "_\n") if len(name) > _LONGEST_WHOLE else name


def _cell(column: "Column", value: object) -> "Text":
    from rich.text import Text

    from claimcheck.cli._style import is_styled
    from claimcheck.columns import plain
    from claimcheck.text import visible
    from claimcheck.vocabulary import likelihood

    if column.name == "confidence" and isinstance(value, float):
        return Text(f"{value:.2f} {likelihood(value)}")
    if column.name.endswith("_at") and isinstance(value, str) and value.endswith("Z"):
        value = value[:16].replace("T", " ") + "Z"
    text = Text()
    for index, part in enumerate(re.split(_MARKS, str(plain(value, column.form)))):
        text.append(visible(part), style="bold yellow" if index % 2 and is_styled() else "")
    return text
