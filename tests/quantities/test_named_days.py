"""Days and quarters that have a name."""

from datetime import date

import pytest

from claimcheck.quantities.days import dates_in
from tests.quantities.sentence import split


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on Christmas Day 2004", date(2004, 12, 25), date(2004, 12, 25)),
        ("on New Year's Eve, 1999", date(1999, 12, 31), date(1999, 12, 31)),
        ("on the last day of June 2016", date(2016, 6, 30), date(2016, 6, 30)),
        ("on the last day of February 2024", date(2024, 2, 29), date(2024, 2, 29)),
        ("in the first quarter of 2019", date(2019, 1, 1), date(2019, 3, 31)),
        ("in the fourth quarter of 2019", date(2019, 10, 1), date(2019, 12, 31)),
        ("in the second half of 2019", date(2019, 7, 1), date(2019, 12, 31)),
    ],
)
def test_a_name_with_a_year_is_a_date(text: str, first: date, last: date) -> None:
    (found,) = dates_in(split(text))
    assert (found.low, found.high) == (first.toordinal(), last.toordinal())


def test_a_feast_without_a_year_is_a_day_of_some_year() -> None:
    (found,) = dates_in(split("It rained on Boxing Day"))
    assert (found.low, found.month, found.day) == (None, 12, 26)


@pytest.mark.parametrize("text", ["It rained on Boxing Day", "It rained on New Year's Eve", "Halloween"])
def test_a_feast_ends_with_the_text_at_the_latest(text: str) -> None:
    words = split(text)
    (found,) = dates_in(words)
    assert found.end == len(words)


@pytest.mark.parametrize(
    "text", ["it may day by day", "in the first quarter", "half of 2019 tanks", "the last day of it"]
)
def test_other_words_are_no_dates(text: str) -> None:
    assert [found for found in dates_in(split(text)) if found.day or found.end - found.first > 1] == []
