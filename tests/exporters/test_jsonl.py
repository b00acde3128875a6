"""JSON Lines: one object a line, whatever it holds."""

import io
import json

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.columns import Column, Form
from claimcheck.exporters.jsonl import write


@given(texts=st.lists(st.text() | st.sampled_from(["a\nb", "\r\n", "\u2028", "\u0085"]), max_size=4))
def test_each_row_is_one_line_that_the_reader_takes(texts: list[str]) -> None:
    stream = io.StringIO()
    assert write([Column("text", Form.TEXT)], [(text,) for text in texts], stream) == len(texts)
    lines = stream.getvalue().splitlines()
    assert [json.loads(line) for line in lines] == [{"text": text} for text in texts]
