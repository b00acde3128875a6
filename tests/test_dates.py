"""Partial dates: which days a text may mean, and which texts mean none."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.dates import FIRST_DAY, LAST_DAY, parse_partial_date
from claimcheck.errors import InputError

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2024-09-12", "2024-09-12", "2024-09-12"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2024-XX", "2024-01-01", "2024-12-31"),
        ("2024-09-XX", "2024-09-01", "2024-09-30"),
        ("2024-XX-XX", "2024-01-01", "2024-12-31"),
        ("2024?", "2024-01-01", "2024-12-31"),
        ("2024-09~", "2024-09-01", "2024-09-30"),
        ("2024-09-12%", "2024-09-12", "2024-09-12"),
        ("2024-21", "2024-03-01", "2024-05-31"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("2024-06/2024-08-10", "2024-06-01", "2024-08-10"),
        ("2024-06/..", "2024-06-01", LAST_DAY),
        ("/2024", FIRST_DAY, "2024-12-31"),
        ("../2024-06~", FIRST_DAY, "2024-06-30"),
        ("2024/", "2024-01-01", LAST_DAY),
    ],
)
def test_a_text_stands_for_the_days_it_may_mean(text: str, earliest: str, latest: str) -> None:
    assert parse_partial_date(f" {text} ") == (text, earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        *["", " ", "yesterday", "24", "12.09.2024", "09/12/2024", "../..", "/", "2024-9", "2024-13", "2024-00"],
        *["2024-09-31", "2023-02-29", "2024-02-00", "0000", "2024-XX-12", "20X4", "XXX4", "2024-1X", "201X-05"],
        *["2024-09-1X", "2024-09-12T10:00", "2024-09-12T10:00:00Z", "2024-08/2024-06", "2024-25", "2024-21-03"],
        *["２０２４", "٢٠٢٤", "2024-09-12-01", "-2024", "2024??", "2024/2025/2026", "2024 09", "2024\x00"],
    ],
)
def test_what_is_no_date_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_partial_date(text)
    quoted = str(caught.value).split("'")[1]
    assert quoted in (text, text.strip(), *text.split("/", 1), repr(text)[1:-1])


def test_a_time_of_day_gets_its_own_advice() -> None:
    with pytest.raises(InputError, match="without a time of day"):
        parse_partial_date("2024-09-12T08:30:00Z")


@given(DAYS)
def test_a_day_stands_for_itself(day: date) -> None:
    assert parse_partial_date(day.isoformat()) == (day.isoformat(),) * 3


@given(DAYS)
def test_a_month_stands_for_its_days_and_no_others(day: date) -> None:
    _, earliest, latest = parse_partial_date(f"{day:%Y}-{day:%m}".zfill(7))
    assert earliest <= day.isoformat() <= latest
    assert int(latest[-2:]) == calendar.monthrange(day.year, day.month)[1]
    assert earliest[-2:] == "01"


@given(DAYS, DAYS)
def test_an_interval_runs_from_the_first_day_to_the_last(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert parse_partial_date(f"{first}/{last}")[1:] == (first.isoformat(), last.isoformat())
    if first < last:
        with pytest.raises(InputError, match="ends before it begins"):
            parse_partial_date(f"{last}/{first}")


@given(st.text(max_size=12) | st.from_regex(r"[0-9X/.?~%T-]{1,21}", fullmatch=True))
def test_any_text_is_a_date_with_ordered_bounds_or_bad_input(text: str) -> None:
    try:
        edtf, earliest, latest = parse_partial_date(text)
    except InputError as error:
        assert len(str(error).splitlines()) == 1  # noqa: PT017 - either answer is right, an other error is not
        return
    assert edtf == text.strip()
    assert date.fromisoformat(earliest) - date.fromisoformat(latest) <= timedelta(0)
