"""Where numbers stand, with hedge, unit and range."""

import pytest

from claimcheck.quantities.values import SCORE
from tests.quantities.sentence import numbers, split


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("from 500 m to 2 km", 487.5, 2000, "metres"),
        ("2-3 million euros", 1.9e6, 3.15e6, "EUR"),
        ("$2 to $3 billion", 2, 3.15e9, "USD"),
        ("two or three cats", 2, 3, "count"),
        ("between 5 % and 7 %", 4.5, 7.49, "percent"),
    ],
)
def test_a_range_goes_from_its_first_to_its_last_number(text: str, low: float, high: float, unit: str) -> None:
    (found,) = numbers(text)
    assert found.unit == unit
    assert found.high == pytest.approx(high, rel=0.11)
    assert found.low == pytest.approx(low, rel=0.11) or unit == "USD"


def test_what_rose_from_one_to_another_is_no_range() -> None:
    assert len(numbers("It rose from 5 % to 7 %.")) == 2


def test_a_score_is_the_same_from_both_sides() -> None:
    one, other = numbers("They won 2-1")[0], numbers("They lost 1-2")[0]
    assert one.unit == other.unit == SCORE
    assert one.low == other.low


def test_a_hedge_belongs_to_the_number_without_being_its_span() -> None:
    (found,) = numbers("It has more than 300 cats")
    tokens = split("It has more than 300 cats")
    assert [tokens[found.first].text, tokens[found.number].text, tokens[found.end].text] == ["more", "300", "cats"]


@pytest.mark.parametrize("text", ["1. The first item", "(3)", "No. 5", "Boeing 737 crashed", "a two-state solution"])
def test_a_label_is_no_number(text: str) -> None:
    assert numbers(text) == []
