"""Plain text, as it is written."""

import pytest

from claimcheck.errors import UnusableError
from claimcheck.extractors import plain
from claimcheck.text import storable
from claimcheck.vocabulary import Outcome


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"one\r\ntwo\rthree\n\n\n  four  \n", "one\ntwo\nthree\n\n\n  four"),
        ("\ufeff\u201ca\u00ad\u00a0b\u201d".encode(), "\u201ca\u00ad\u00a0b\u201d"),
        ("\ufeffx\u4e2d".encode("utf-16-be"), "x\u4e2d"),
        ("\u201cold\u201d".encode("cp1252"), "\u201cold\u201d"),
        (b"a\x00b", "a\ufffdb"),
        (b"\n    indented", "    indented"),
    ],
)
def test_the_text_stays_as_it_is_written(content: bytes, text: str) -> None:
    assert plain.extract(content, url=None).text == storable(text)


def test_a_blank_file_is_empty() -> None:
    with pytest.raises(UnusableError) as caught:
        plain.extract(b" \r\n\t", url=None)
    assert caught.value.outcome is Outcome.EMPTY
