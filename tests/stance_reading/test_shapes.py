"""Documents, headlines and passages by their looks."""

import pytest

from claimcheck.stance_reading.reading import read
from claimcheck.stance_reading.shapes import Shape, shape_of
from tests.stance_reading.texts import SUPPORTING, document


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        (document(SUPPORTING), Shape.DOCUMENT), ("word " * 300, Shape.DOCUMENT),
        ("Crocodile escapes from zoo, keepers say", Shape.HEADLINE), ("Did a crocodile escape?", Shape.HEADLINE),
        ("A crocodile has escaped.", Shape.PASSAGE), (SUPPORTING, Shape.PASSAGE),
    ],
)  # fmt: skip
def test_the_shape_of_a_text(text: str, shape: Shape) -> None:
    assert shape_of(read(text)) is shape
