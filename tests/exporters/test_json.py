"""JSON that means what is stored and steers no terminal."""

import io
import json

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.columns import FIELD_MARK, ITEM_MARK, Column, Form
from claimcheck.exporters.json import write

COLUMNS = (Column("id", Form.INTEGER), Column("text", Form.TEXT), Column("tags", Form.TAGS), Column("via", Form.HOPS))


def written(rows: list[tuple[object, ...]]) -> tuple[int, str]:
    stream = io.StringIO()
    return write(COLUMNS, rows, stream), stream.getvalue()


def test_no_rows_are_an_empty_list() -> None:
    assert written([]) == (0, "[]\n")


def test_rows_are_objects_one_a_line_with_lists_and_null() -> None:
    hops = f"told{FIELD_MARK}Reuters{ITEM_MARK}{FIELD_MARK}CEIAS"
    number, text = written([(1, "é", "a,b", hops), (2, None, None, None)])
    assert number == 2
    assert text.splitlines()[1] == (
        '  {"id": 1, "text": "é", "tags": ["a", "b"], '
        '"via": [{"source": "Reuters", "how": "told"}, {"source": "CEIAS", "how": null}]},'
    )
    assert json.loads(text)[1] == {"id": 2, "text": None, "tags": [], "via": []}


def test_headers_are_part_of_the_format() -> None:
    stream = io.StringIO()
    write(COLUMNS[:1], [(1,)], stream, headers=False)
    assert json.loads(stream.getvalue()) == [{"id": 1}]


@given(texts=st.lists(st.text() | st.sampled_from(["\x1b[31m", "\u202e", "\x9b", "\U000e0041", "\u2028"]), max_size=4))
def test_text_comes_back_and_no_control_is_written(texts: list[str]) -> None:
    _, written_text = written([(1, text, None, None) for text in texts])
    assert [row["text"] for row in json.loads(written_text)] == texts
    assert not set(written_text) & set("\x1b\x7f\x9b\u202e\u2028\ufeff\U000e0041")
