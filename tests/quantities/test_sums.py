"""Numbers in two units."""

import pytest

from tests.quantities.sentence import numbers


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("1 hour and 50 minutes", "110 minutes"),
        ("2 hours, 15 minutes", "135 minutes"),
        ("2 years and 6 months", "30 months"),
        ("5 feet 11 inches", "180 cm"),
        ("a year and a half", "18 months"),
        ("two hours and a half", "150 minutes"),
        ("a day and six hours", "30 hours"),
    ],
)
def test_a_number_and_one_of_a_smaller_unit_are_one(text: str, other: str) -> None:
    (one,), (same,) = numbers(text), numbers(other)
    assert one.low is not None is not one.high
    assert same.low is not None is not same.high
    assert one.low <= same.high
    assert same.low <= one.high
