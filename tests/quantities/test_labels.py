"""Numbers that are no quantities."""

import pytest

from tests.quantities.sentence import numbers


@pytest.mark.parametrize("text", ["1. The first item", "(3)", "No. 5", "Boeing 737 crashed", "a two-state solution"])
def test_a_label_is_no_number(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    "text", ["Police: More Than 40 Arrested", "Fire Kills Between 30 And 40", "Blast Hurts At Least 40"]
)
def test_small_words_with_a_capital_make_no_name_of_a_number(text: str) -> None:
    assert len(numbers(text)) == 1


@pytest.mark.parametrize(
    "text", ["12 deaths per 100,000 people", "12 deaths per million people", "9 for every 10 girls"]
)
def test_of_how_many_a_rate_is_is_no_number_of_its_own(text: str) -> None:
    assert len(numbers(text)) == 1


@pytest.mark.parametrize(
    ("text", "value"), [("On Sunday 62 of 90 flights were cancelled", 62.0), ("They beat Calder 2-1", 2001.0)]
)
def test_neither_a_weekday_nor_a_loser_makes_a_name_of_a_number(text: str, value: float) -> None:
    assert numbers(text)[0].low == value
