"""Temperatures and how far they differ."""

import pytest

from tests.quantities.sentence import numbers


@pytest.mark.parametrize(
    ("text", "celsius"),
    [
        ("It was 41 degrees Fahrenheit.", 5),
        ("It rose to 41 °F.", 5),
        ("It rose above 41 °F.", 5),
        ("It rose by 9 degrees Fahrenheit.", 5),
        ("The sea warmed by about 9 °F.", 5),
        ("A rise of 9 degrees Fahrenheit.", 5),
        ("It rose by 9 to 18 degrees Fahrenheit.", 5),
        ("It was 9 °F warmer.", 5),
        ("It was 9 °F above normal.", 5),
    ],
)
def test_what_a_temperature_rose_by_has_no_zero_of_its_own(text: str, celsius: float) -> None:
    (found,) = numbers(text)
    assert found.unit == "celsius"
    assert found.low == pytest.approx(celsius, abs=0.6)
