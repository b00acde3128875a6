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


@pytest.mark.parametrize(
    ("text", "same"),
    [("They met in '98.", "in 1998"), ("It burned in March ’02.", "in March 2002"), ("in '36", "in 1936")],
)
def test_a_year_may_lack_its_century(text: str, same: str) -> None:
    (found,), (written_out,) = dates_in(split(text)), dates_in(split(same))
    assert (found.low, found.high, found.month) == (written_out.low, written_out.high, written_out.month)


@pytest.mark.parametrize("text", ["In '98 people were hurt.", "He said '98 is too many'.", "in '9"])
def test_a_quotation_that_begins_with_a_number_is_no_year(text: str) -> None:
    assert dates_in(split(text)) == []


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
