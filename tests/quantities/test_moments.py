"""Days as they are counted, and dates of which only a part is known."""

from claimcheck.quantities.moments import date_of, ordinal


def test_a_month_without_a_day_is_all_of_it() -> None:
    found = date_of(0, 2, 2024, 2)
    assert found is not None
    assert (found.low, found.high) == (ordinal(2024, 2, 1), ordinal(2024, 2, 29))


def test_what_is_no_day_is_no_date() -> None:
    assert date_of(0, 3, 2023, 2, 29) is None
    assert date_of(0, 3, 2023, 13) is None
    assert date_of(0, 2, 0, 2, 29) is not None
