"""Where numbers stand, with hedge, unit and range."""

import pytest

from claimcheck.quantities.values import SCORE, Qualifier
from tests.quantities.sentence import numbers, split


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("from 500 m to 2 km", 487.5, 2000, "metres"),
        ("2-3 million euros", 1.9e6, 3.15e6, "EUR"),
        ("$2 to $3 billion", 1.9e9, 3.15e9, "USD"),
        ("$2-3 billion", 1.9e9, 3.15e9, "USD"),
        ("£20-30m", 2e7, 3.05e7, "GBP"),
        ("€10 to 15 a month", 10, 15, "EUR"),
        ("$5 to $20,000", 5, 20_000, "USD"),
        ("two or three cats", 2, 3, "count"),
        ("two or three hundred cats", 200, 300, "count"),
        ("two or three million cats", 2e6, 3e6, "count"),
        ("a couple of hundred cats", 200, 300, "count"),
        ("between 5 % and 7 %", 4.5, 7.49, "percent"),
    ],
)
def test_a_range_goes_from_its_first_to_its_last_number(text: str, low: float, high: float, unit: str) -> None:
    (found,) = numbers(text)
    assert found.unit == unit
    assert found.high == pytest.approx(high, rel=0.11)
    assert found.low == pytest.approx(low, rel=0.11)


@pytest.mark.parametrize(
    "text", ["-5 degrees", "minus 5 °C", "5 degrees below zero", "about 5 °C below zero", "23 °F", "-5 °C below zero"]
)
def test_degrees_below_zero_are_negative(text: str) -> None:
    (found,) = numbers(f"It was {text} in Zenda.")
    assert found.low is not None is not found.high
    assert found.low <= -5 <= found.high < 0


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("300 cats or more came", Qualifier.AT_LEAST),
        ("300 cats at most, dogs as well", Qualifier.AT_MOST),
        ("300 cats or more than half", Qualifier.EXACT),
        ("300 cats at least 40 of them black", Qualifier.EXACT),
        ("300 cats came", Qualifier.EXACT),
    ],
)
def test_a_hedge_may_stand_behind_the_noun(text: str, qualifier: Qualifier) -> None:
    assert numbers(text)[0].qualifier is qualifier


@pytest.mark.parametrize("text", ["2 hours and 3 cats", "2 hours and 300 minutes", "5 minutes and 2 hours"])
def test_a_number_of_something_else_or_larger_is_another(text: str) -> None:
    assert len(numbers(text)) == 2


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Cases rose by 300 to 4,500", 2), ("Profits fell $1bn to $3bn", 2), ("Shares were up 5% to 30%", 2),
        ("Wages rose by 2 to 3 percent", 1), ("It takes $1bn to $3bn", 1),
    ],
)  # fmt: skip
def test_a_change_and_what_it_led_to_are_no_range(text: str, count: int) -> None:
    assert len(numbers(text)) == count


@pytest.mark.parametrize("text", ["Nobody was hurt.", "No one was hurt."])
def test_nobody_is_a_number_of_people(text: str) -> None:
    (found,) = numbers(text)
    assert (found.low, found.high) == (0, 0)


def test_what_is_paid_to_so_many_people_is_no_range() -> None:
    assert [found.unit for found in numbers("It paid $5 to 20 people")] == ["USD", "count"]


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


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("12t of sand", 12, 12, "tonnes"),
        ("a debt of $12t", 12e12, 12e12, "USD"),
        ("40C in Rome", 40, 40, "celsius"),
        ("104F in Rome", 40, 40, "celsius"),
        ("a 6-month-old calf", 0.5, 0.5, "years of age"),
        ("a 30-second film", 30 / 86_400, 30 / 86_400, "days"),
        ("40 C batteries", 40, 40, "count"),
        ("30 kilometres an hour", 30, 30, "km/h"),
        ("30 miles an hour", 48.3, 48.3, "km/h"),
    ],
)
def test_letters_and_joined_words_behind_a_number_are_units(text: str, low: float, high: float, unit: str) -> None:
    (found,) = numbers(text)
    assert found.unit == unit
    assert found.low == pytest.approx(low, rel=0.11)
    assert found.high == pytest.approx(high, rel=0.11)
