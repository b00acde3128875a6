"""Which tokens are dates."""

import pytest

from claimcheck.quantities.days import dates_in
from tests.quantities.sentence import split


@pytest.mark.parametrize(
    "text",
    [
        "It may rain and they march on.",
        "They paid 2000 dollars.",
        "They lost 1945 soldiers.",
        "It cost $2023.",
        "It is 12 metres long.",
        "There were 31 February days in 9999.",
        "On 2023-02-31 nothing happened.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert [dated for dated in dates_in(split(text)) if dated.low is not None] == []


def test_a_day_that_its_month_does_not_have_is_no_date() -> None:
    assert dates_in(split("on 31 April 2023"))[0].day == 0


def test_a_month_needs_no_year() -> None:
    (found,) = dates_in(split("It began in May."))
    assert (found.low, found.month, found.day) == (None, 5, 0)


@pytest.mark.parametrize("text", ["Profit in Q3 2022 was high.", "Profit in H1 2022 was high."])
def test_the_year_of_a_quarter_is_a_date(text: str) -> None:
    (found,) = dates_in(split(text))
    assert found.low is not None


def test_a_numeric_date_that_can_be_two_days_is_only_its_year() -> None:
    (found,) = dates_in(split("On 3/4/2023 it began."))
    assert found.month == 0
    assert found.low is not None
    assert found.high is not None
    assert found.high - found.low == 364
