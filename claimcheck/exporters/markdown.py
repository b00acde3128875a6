"""A Markdown table, with everything that Markdown or HTML would interpret written out."""

import re
from collections.abc import Iterable, Sequence
from typing import TextIO

from claimcheck.columns import Column, plain
from claimcheck.text import one_line

preamble = ""
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~!&])")


def write(columns: Sequence[Column], rows: Iterable[Sequence[object]], stream: TextIO, *, headers: bool = True) -> int:
    """Write all rows; gives their number."""
    if headers:
        stream.write("| " + " | ".join(column.name for column in columns) + " |\n")
        stream.write("|" + " --- |" * len(columns) + "\n")
    forms = [column.form for column in columns]
    count = 0
    for count, row in enumerate(rows, start=1):  # noqa: B007 - the last one is the answer
        cells = (_cell(str(plain(value, form))) for value, form in zip(row, forms, strict=True))
        stream.write("| " + " | ".join(cells) + " |\n")
    return count


def _cell(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", one_line(" ".join(text.split("\n"))))
