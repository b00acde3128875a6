"""Parts of a whole."""

import pytest

from claimcheck.quantities.wholes import with_wholes
from tests.quantities.sentence import numbers, split


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("12 of the 80 paintings are lost", [80.0, 0.0]),
        ("12 of 80 paintings are lost", [80.0, 0.0]),
        ("Of the 80 paintings, just 12 are lost", [0.0, 80.0]),
        ("It owns 80 paintings; of those 12 are lost", [0.0, 0.0]),
        ("All 80 paintings are lost", [80.0]),
        ("All of the 80 paintings are lost", [80.0]),
        ("In all, 80 paintings are lost", [0.0]),
        ("90 of the 80 paintings", [0.0, 0.0]),
    ],
)
def test_a_part_knows_its_whole(text: str, wholes: list[float]) -> None:
    assert [raw.whole for raw in with_wholes(split(text), numbers(text))] == wholes
