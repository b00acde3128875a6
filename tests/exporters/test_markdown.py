"""A Markdown table that shows what is stored and interprets none of it."""

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.columns import FIELD_MARK, Column, Form
from claimcheck.exporters.markdown import write

COLUMNS = (Column("id", Form.INTEGER), Column("text", Form.TEXT), Column("via", Form.HOPS))


def written(*rows: tuple[object, ...], headers: bool = True) -> str:
    stream = io.StringIO()
    assert write(COLUMNS, rows, stream, headers=headers) == len(rows)
    return stream.getvalue()


def test_a_table_has_a_header_a_rule_and_rows() -> None:
    assert written((1, "a", None)) == "| id | text | via |\n| --- | --- | --- |\n| 1 | a |  |\n"
    assert written((1, "a", None), headers=False) == "| 1 | a |  |\n"
    assert written() == "| id | text | via |\n| --- | --- | --- |\n"


@pytest.mark.parametrize("mark", "\\`*_{}[]<>|#~!&")
def test_a_mark_of_markdown_or_html_is_written_out(mark: str) -> None:
    assert written((1, f"a{mark}b", None), headers=False) == f"| 1 | a\\{mark}b |  |\n"


def test_hops_are_one_line_and_line_breaks_become_spaces() -> None:
    assert written((1, "a\nb", f"told{FIELD_MARK}Ann"), headers=False) == "| 1 | a b | \\[told\\] Ann |\n"


@given(text=st.text())
def test_a_row_is_one_line_of_as_many_cells_without_controls(text: str) -> None:
    line = written((1, text, None), headers=False)
    assert line.endswith("\n")
    assert len(line.splitlines()) == 1
    assert len(re.split(r"(?<!\\)(?:\\\\)*\|", line)) == 5
    assert not set(line) & set("\x1b\x7f\x9b\u202e\u2028\r")
