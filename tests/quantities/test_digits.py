"""Numbers in digits, and what was rounded to them."""

import pytest

from claimcheck.quantities.digits import MAX_DIGITS, of_digits, parsed
from tests.quantities.sentence import split


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1,500", 1500),
        ("1.5", 1.5),
        ("1,5", 1.5),
        ("1.500,50", 1500.5),
        ("1,500.50", 1500.5),
        ("1 500", 1500),
        ("1\u202f500", 1500),
        ("1.500.000", 1_500_000),
        ("1'000", 1000),
    ],
)
def test_marks_between_digits_are_told_apart(written: str, value: float) -> None:
    read = parsed(written)
    assert read is not None
    assert read[0] == value


def test_endless_digits_are_no_number() -> None:
    assert parsed("1" * (MAX_DIGITS + 1)) is None


@pytest.mark.parametrize("scales", ["thousand " * 200, "hundred " * 200])
def test_endless_scales_are_no_number(scales: str) -> None:
    assert [of_digits(split(f"{value} {scales}"), 0, money=False) for value in (0, 5)] == [None, None]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("17", 17, 17),
        ("300", 292.5, 307.5),
        ("1.2 million", 1.15e6, 1.25e6),
        ("2 million", 1.9e6, 2.1e6),
        ("0.5", 0.45, 0.55),
    ],
)
def test_the_last_digit_says_how_far_it_is_rounded(text: str, low: float, high: float) -> None:
    found = of_digits(split(text), 0, money=False)
    assert found is not None
    assert [found.low, found.high] == pytest.approx([low, high], rel=1e-3)


def test_a_letter_is_a_scale_where_money_or_a_noun_says_so() -> None:
    assert [
        found.value
        for text, money in (("5m", True), ("5m phones", False), ("5m high", False), ("5 m", False))
        if (found := of_digits(split(text), 0, money=money))
    ] == [5e6, 5e6, 5, 5]
