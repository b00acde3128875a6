"""Tables become records with the row numbers that a spreadsheet shows."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import BadRowsError, InputError
from claimcheck.readers.csv import read
from claimcheck.values import Record

CELL = st.text(max_size=12).filter(lambda cell: "\0" not in cell)


def records(content: str | bytes) -> list[Record]:
    data = content if isinstance(content, bytes) else content.encode()
    return list(read(io.BytesIO(data)))


def rows(content: str) -> list[dict[str, object]]:
    return [dict(record.values) for record in records(content) if record.section == "claims"]


def test_the_header_comes_first_and_rows_count_from_two() -> None:
    header, *claims = records("text,source\na,Ann\n\nb,Bob\n")
    assert (header.section, header.row, list(header.values)) == ("header", "row 1", ["text", "source"])
    assert [(claim.section, claim.row) for claim in claims] == [("claims", "row 2"), ("claims", "row 4")]


def test_a_row_of_several_lines_counts_once() -> None:
    assert [record.row for record in records('text,source\n"a\nb\r\nc",Ann\nd,Bob\n')[1:]] == ["row 2", "row 3"]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_the_one_that_yields_known_names(separator: str) -> None:
    assert rows(f"text{separator}source\na{separator}Ann\n") == [{"text": "a", "source": "Ann"}]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_end_of_line_will_do_and_the_last_may_lack(end: str) -> None:
    assert rows(f"text,source{end}a,Ann{end}b,Bob") == [{"text": "a", "source": "Ann"}, {"text": "b", "source": "Bob"}]


def test_a_byte_order_mark_and_spaces_around_names_are_no_part_of_them() -> None:
    assert rows("\ufeff text , source\na,Ann\n") == [{"text": "a", "source": "Ann"}]


def test_empty_rows_and_surplus_empty_cells_are_no_problem() -> None:
    assert rows("text,source,\n,,\na,Ann,\nb,Bob,,,\n") == [
        {"text": "a", "source": "Ann", "": ""}, {"text": "b", "source": "Bob", "": ""},
    ]  # fmt: skip


def test_the_protection_against_formulas_is_taken_off() -> None:
    assert rows('text,source\n"\t=1+1","\tAnn"\n') == [{"text": "=1+1", "source": "\tAnn"}]


@given(cells=st.lists(st.tuples(CELL, CELL).filter(any), max_size=5))
@settings(max_examples=100)
def test_what_a_csv_writer_wrote_is_read(cells: list[tuple[str, str]]) -> None:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([("text", "source"), *[(f"x{text}", f"x{source}") for text, source in cells]])
    assert rows(stream.getvalue()) == [{"text": f"x{text}", "source": f"x{source}"} for text, source in cells]


def test_rows_before_a_ragged_one_are_given_and_all_ragged_ones_reported_in_the_end() -> None:
    reading = read(io.BytesIO(b"text,source\na,Ann\nb\nc,Bob\nd,e,f\n"))
    assert [next(reading).row for _ in range(3)] == ["row 1", "row 2", "row 4"]
    with pytest.raises(BadRowsError) as caught:
        next(reading)
    assert [problem.row for problem in caught.value.problems] == ["row 3", "row 5"]


@pytest.mark.parametrize("content", [b"", b"\n", b" \n", b"text,text\n", b"text\n\xff\n", b'text\n"a"b\n'])
def test_what_is_no_table_is_refused(content: bytes) -> None:
    with pytest.raises(InputError):
        records(content)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_in_any_marked_encoding_is_the_same(encoding: str, separator: str) -> None:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=separator, lineterminator="\r\n")
    writer.writerows([("text", "source"), ('a;b,c\td\r\n\u202e🛰 "é"', "Ann")])
    mark = "\ufeff" if encoding.endswith("e") else ""
    (row,) = records((mark + stream.getvalue()).encode(encoding))[1:]
    assert (row.row, dict(row.values)) == ("row 2", {"text": 'a;b,c\td\r\n\u202e🛰 "é"', "source": "Ann"})


@pytest.mark.parametrize("line", ["sep=;\r\n", "SEP=;\n", '"sep=;"\n', "\ufeffsep=;\r\n"])
def test_a_first_line_that_names_the_separator_is_no_row(line: str) -> None:
    _, row = records(f"{line}text;source\na;Ann\n")
    assert (row.row, dict(row.values)) == ("row 2", {"text": "a", "source": "Ann"})


def test_a_header_of_one_column_needs_no_separator() -> None:
    assert rows('text\n"a,b;c"\n') == [{"text": "a,b;c"}]


def test_names_of_columns_may_be_spelled_and_ordered_anew() -> None:
    assert rows("SOURCE;Said On;\u00a0text\nAnn;2024;a\n") == [{"source": "Ann", "said_on": "2024", "text": "a"}]


def test_rows_and_columns_of_blanks_say_nothing() -> None:
    assert [dict(record.values) for record in records("text,,source,\na, ,Ann,\n \n\u00a0,,,\n , , , ,\n")[1:]] == [
        {"text": "a", "": "", "source": "Ann"}
    ]


@pytest.mark.parametrize(("separator", "share"), [(";", "0.25"), ("\t", "0.25"), (",", "0,25")])
def test_days_and_shares_of_a_locale_are_undone(separator: str, share: str) -> None:
    cells = ['"0,25"', "12.09.2024", "9/12/2024", '"0,5"']
    header = separator.join(["confidence", "said_on", "published_on", "text"])
    (row,) = rows(f"{header}\n{separator.join(cells)}\n")
    assert row == {"confidence": share, "said_on": "2024-09-12", "published_on": "9/12/2024", "text": "0,5"}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("text,source\né,Ann\n".encode("windows-1252"), "would be é in the code page Windows-1252; save"),
        ("text\nа\n".encode("utf-16-le"), "UTF-16 without its mark"),
        ("text\nа\n".encode("utf-32"), "UTF-32"),
        ("text\nа\n".encode("utf-16")[:-1], "damaged where it should be UTF-16"),
        (b";;;\ntext;source\n", "the first row is empty"),
        (b"sep=;\n", "the first row is empty"),
    ],
)  # fmt: skip
def test_what_is_not_in_unicode_is_named(content: bytes, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        records(content)
    assert reason in str(caught.value)
