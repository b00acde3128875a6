"""Tab-separated lines: one a row, as many cells as columns."""

import io

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.columns import FIELD_MARK, Column, Form
from claimcheck.exporters.tsv import write

COLUMNS = (Column("id", Form.INTEGER), Column("text", Form.TEXT), Column("via", Form.HOPS))


def written(*rows: tuple[object, ...], headers: bool = True) -> str:
    stream = io.StringIO()
    assert write(COLUMNS, rows, stream, headers=headers) == len(rows)
    return stream.getvalue()


def test_a_row_is_a_line_and_nothing_is_an_empty_cell() -> None:
    assert written((1, "a", f"told{FIELD_MARK}Ann"), (2, None, None)) == ("id\ttext\tvia\n1\ta\t[told] Ann\n2\t\t\n")
    assert written((2, None, None), headers=False) == "2\t\t\n"


@given(texts=st.lists(st.text() | st.sampled_from(["a\tb\nc", "\x1b[31m", "\u202e"]), max_size=4))
def test_whatever_a_cell_holds_the_lines_and_cells_can_be_counted(texts: list[str]) -> None:
    content = written(*[(1, text, None) for text in texts], headers=False)
    lines = content.splitlines()
    assert len(lines) == len(texts)
    assert all(line.count("\t") == 2 for line in lines)
    assert not set(content) & set("\x1b\x7f\x9b\u202e\u2028\r")
