"""JSON Lines hold one claim a line."""

import io

import pytest

from claimcheck.errors import BadRowsError, InputError
from claimcheck.readers.jsonl import MAX_LINE_BYTES, read


def test_lines_are_numbered_and_blank_ones_skipped() -> None:
    found = list(read(io.BytesIO(b'{"text": "a"}\n\n  \r\n{"text": "b"}')))
    assert [(record.section, record.row, record.values["text"]) for record in found] == [
        ("claims", "line 1", "a"), ("claims", "line 4", "b"),
    ]  # fmt: skip


def test_line_separators_of_other_kinds_end_no_line() -> None:
    (found,) = read(io.BytesIO('{"text": "a\u2028b\u0085c"}\n'.encode()))
    assert found.values == {"text": "a\u2028b\u0085c"}


def test_good_lines_are_given_before_bad_ones_are_reported() -> None:
    reading = read(io.BytesIO(b'[1]\n{"text": "a"}\n{\n\xff\n'))
    assert next(reading).row == "line 2"
    with pytest.raises(BadRowsError) as caught:
        next(reading)
    assert [problem.row for problem in caught.value.problems] == ["line 1", "line 3", "line 4"]


def test_a_line_beyond_all_measure_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(InputError, match=r"^line 2 is longer"):
        list(read(io.BytesIO(b"{}\n" + b'"' * (MAX_LINE_BYTES + 1))))
    assert len(list(read(io.BytesIO(b"{}" + b" " * (MAX_LINE_BYTES - 2))))) == 1
