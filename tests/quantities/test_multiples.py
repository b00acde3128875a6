"""How many times, and the numbers of matches and votes."""

import pytest

from claimcheck.quantities.values import COUNT, PERCENT, SCORE, TIMES
from tests.quantities.sentence import numbers


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("They crossed it twice in March", COUNT, 2.0),
        ("They crossed it only once", COUNT, 1.0),
        ("They crossed it 14 times", COUNT, 14.0),
        ("It is twice as large", TIMES, 2.0),
        ("They owe 1.8 times their income", TIMES, 1.8),
        ("Output doubled", PERCENT, 100.0),
        ("The bill passed by 61 votes to 38", SCORE, 61_038.0),
        ("They won by three goals to one", SCORE, 3_001.0),
        ("The bill passed with 54 votes in favour and 46 against", SCORE, 54_046.0),
    ],
)
def test_times_and_votes_are_told_by_what_stands_beside_them(text: str, unit: str, value: float) -> None:
    (found,) = numbers(text)
    assert found.unit == unit
    assert found.low is not None
    assert found.high is not None
    assert found.low <= value <= found.high


def test_once_may_be_no_number() -> None:
    assert not numbers("Once it was built, they left")
