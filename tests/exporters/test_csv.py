"""CSV that a spreadsheet opens without evaluating anything, and that comes back exactly."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.columns import FIELD_MARK, ITEM_MARK, Column, Form
from claimcheck.exporters.csv import preamble, write
from claimcheck.readers.csv import read
from claimcheck.spreadsheet import unprotected

COLUMNS = (Column("id", Form.INTEGER), Column("text", Form.TEXT), Column("tags", Form.TAGS), Column("via", Form.HOPS))
FIRST_CHARACTERS = set("=+-@\t\r\n＝＋－＠")


def written(rows: list[tuple[object, ...]], *, headers: bool = True) -> tuple[int, str]:
    stream = io.StringIO(newline="")
    number = write(COLUMNS, rows, stream, headers=headers)
    return number, stream.getvalue()


def test_words_are_quoted_numbers_are_not_and_lines_end_in_crlf() -> None:
    hops = f"told{FIELD_MARK}Reuters{ITEM_MARK}{FIELD_MARK}CEIAS"
    assert written([(1, 'say "a"', "x,y", hops), (2, "b", None, None)]) == (
        2,
        '"id","text","tags","via"\r\n1,"say ""a""","x,y","[told] Reuters > CEIAS"\r\n2,"b","",""\r\n',
    )
    assert written([], headers=False) == (0, "")
    assert written([(1, "a", None, None)], headers=False) == (1, '1,"a","",""\r\n')


def test_a_file_begins_with_a_byte_order_mark() -> None:
    assert preamble.encode() == b"\xef\xbb\xbf"


@given(text=st.text(max_size=20), tag=st.text(min_size=1, max_size=5).filter(lambda tag: "," not in tag))
def test_no_cell_can_be_taken_for_a_formula_and_every_cell_comes_back(text: str, tag: str) -> None:
    hop = f"{FIELD_MARK}=Ann"
    _, content = written([(-1, text, tag, hop)], headers=False)
    (row,) = csv.reader(io.StringIO(content, newline=""))
    assert [unprotected(cell) for cell in row] == ["-1", text, tag, "=Ann"]
    for cell in row[1:]:
        assert cell[:1] not in FIRST_CHARACTERS or (cell[0] == "\t" and cell != unprotected(cell))


@given(text=st.text(max_size=20).filter(lambda text: "\0" not in text))
def test_the_reader_takes_what_the_exporter_writes(text: str) -> None:
    _, content = written([(1, text, None, None)])
    (_header, record) = read(io.BytesIO((preamble + content).encode()))
    assert record.values == {"id": "1", "text": text, "tags": "", "via": ""}
