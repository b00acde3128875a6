"""Parts of a whole."""

import pytest

from tests.quantities.sentence import numbers


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("12 of the 80 paintings are lost", [80.0, 0.0]),
        ("12 of 80 paintings are lost", [80.0, 0.0]),
        ("Of the 80 paintings, just 12 are lost", [0.0, 80.0]),
        ("Of the 80 paintings, 12 were lost and 9 frames were broken", [0.0, 80.0, 0.0]),
        ("Of the 80 paintings, 1 has been lost", [0.0, 80.0]),
        ("It owns 80 paintings; of those 12 are lost", [0.0, 0.0]),
        ("All 80 paintings are lost", [80.0]),
        ("All of the 80 paintings are lost", [80.0]),
        ("Almost all of the 80 paintings are lost", [80.0]),
        ("All but 12 of the 80 paintings are lost", [80.0, 0.0]),
        ("In all, 80 paintings are lost", [0.0]),
        ("In all 80 paintings are lost", [0.0]),
        ("90 of the 80 paintings", [0.0, 0.0]),
    ],
)
def test_a_part_knows_its_whole(text: str, wholes: list[float]) -> None:
    assert [raw.whole for raw in numbers(text)] == wholes


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("All but 12 of the 80 paintings are lost", 68, 68),
        ("All but one of the 80 paintings are lost", 79, 79),
        ("All but 15 % of them are lost", 84.5, 85.5),
        ("Almost all of the 80 paintings are lost", 72, 80),
    ],
)
def test_what_is_left_of_all_is_what_is_meant(text: str, low: float, high: float) -> None:
    found = numbers(text)[0]
    assert found.low == pytest.approx(low, rel=0.02)
    assert found.high == pytest.approx(high, rel=0.02)
