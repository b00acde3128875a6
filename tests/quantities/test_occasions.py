"""Times without a date."""

import pytest

from claimcheck.quantities.occasions import FOR_A, is_span, occasions, told_over
from tests.quantities.sentence import split


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rose in the third quarter", {"quarter 3"}),
        ("Second-quarter profit rose", {"quarter 2"}),
        ("It rose in Q3 2022", {"quarter 3"}),
        ("It rose in H1 2022", {"half 1"}),
        ("It rose last month", {"last month"}),
        ("It was lower ten years earlier", {"earlier"}),
        ("It was lower the year before", {"earlier"}),
        ("It rose by 5 percent from a year earlier", set()),
        ("It lost them over ten years", {"over years"}),
        ("It lost them since the war began", {"in all"}),
        ("It lost them before the war", {"before"}),
        ("At the start of the war it had them", {"start"}),
        ("It had a height of 300 metres", set()),
        ("It once had them", {"earlier"}),
        ("It lost only once", set()),
        ("It lost them", set()),
    ],
)
def test_words_say_when(text: str, found: set[str]) -> None:
    tokens = split(text)
    assert occasions(tokens, set(), 0, len(tokens)) == found


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("It rose by 5 percent from a year earlier", "year"),
        ("It rose by 5 percent in a month", "month"),
        ("It rose by 5 percent over the quarter", "quarter"),
        ("It rose by 5 percent year-on-year", "year"),
        ("It rose by 5 percent quarter on quarter", "quarter"),
        ("It rose by 5 percent on-month", "month"),
        ("It was higher than last month", "month"),
        ("It was up on the previous quarter", "quarter"),
        ("It rose by 5 percent last month", ""),
        ("It rose by 5 percent in the week of the vote", ""),
        ("It rose by 5 percent a year", ""),
    ],
)
def test_words_say_over_which_time_it_is_told(text: str, span: str) -> None:
    tokens = split(text)
    assert told_over(tokens, set(), 0, len(tokens)) == ({f"{FOR_A}{span}"} if span else set())


def test_the_year_before_a_date_is_no_time_over_which_something_is_told() -> None:
    tokens = split("It rose by 5 percent in the year 2022")
    assert told_over(tokens, {len(tokens) - 1}, 0, len(tokens)) == set()


def test_a_word_may_be_a_span() -> None:
    assert is_span("third-quarter")
    assert not is_span("third-party")
