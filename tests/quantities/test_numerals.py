"""Numbers in words, fractions and shares."""

import pytest

from claimcheck.quantities.numerals import numeral_at
from tests.quantities.sentence import split


@pytest.mark.parametrize(
    ("text", "value", "form"),
    [
        ("seventeen", 17, "plain"),
        ("twenty-five", 25, "plain"),
        ("twenty-five thousand", 25_000, "plain"),
        ("one hundred and ten thousand", 110_000, "plain"),
        ("two and a half billion", 2.5e9, "plain"),
        ("a hundred", 100, "plain"),
        ("a million and a half", 1.5e6, "plain"),
        ("two million and a half", 2.5e6, "plain"),
        ("every fifth child", 20, "share"),
        ("a couple of", 2, "plain"),
        ("half a million", 5e5, "plain"),
        ("a quarter of a million", 2.5e5, "plain"),
        ("three quarters of a million", 7.5e5, "plain"),
        ("a quarter of a percentage point", 0.25, "plain"),
        ("three quarters of a mile", 0.75, "plain"),
        ("a quarter of a point", 0.25, "plain"),
        ("a quarter of a year's wages", 25, "share"),
        ("a quarter of", 25, "share"),
        ("three fifths of", 60, "share"),
        ("1 in 4", 25, "share"),
        ("two out of every five", 40, "share"),
        ("1/4", 25, "share"),
        ("1/4 percent", 0.25, "plain"),
        ("1/2 mile", 0.5, "plain"),
        ("3 1/2 years", 3.5, "plain"),
        ("most of", 75, "share"),
        ("hundreds of", 500, "vague"),
        ("several hundred", 400, "vague"),
        ("few thousand", 4_000, "vague"),
        ("hundreds of thousands", 5e5, "vague"),
    ],
)
def test_words_make_a_number(text: str, value: float, form: str) -> None:
    found = numeral_at(split(text), 0)
    assert found is not None
    assert found.form == form
    assert found.value == pytest.approx(value)
    assert found.low <= found.value <= found.high


def test_endless_words_are_no_number() -> None:
    assert numeral_at(split("hundred " * 200 + "thousand"), 0) is None


@pytest.mark.parametrize("text", ["a third party", "half-time", "a quarter earlier", "tens", "and", "a cat", "4/3"])
def test_other_words_do_not(text: str) -> None:
    assert numeral_at(split(text), 0) is None


def test_five_in_a_year_is_no_share() -> None:
    found = numeral_at(split("5 in 2023"), 0)
    assert found is not None
    assert found.form == "plain"


def test_two_numbers_beside_each_other_stay_two() -> None:
    found = numeral_at(split("two and three"), 0)
    assert found is not None
    assert found.value == 2


@pytest.mark.parametrize(
    ("text", "is_share"),
    [
        ("backed by most voters", False),
        ("that most voters", True),
        ("won most seats", False),
        ("Brazil's most dangerous road", False),
        ("its rivals' most ruthless guard", False),
    ],
)
def test_most_is_more_than_half_unless_it_is_more_than_others_or_of_a_quality(text: str, is_share: bool) -> None:  # noqa: FBT001
    words = split(text)
    at = next(place for place, token in enumerate(words) if token.lower == "most")
    assert (numeral_at(words, at) is not None) is is_share
