"""Days as a locale writes them: undone where only one can be meant, and named where not."""

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.dates import parse_partial_date
from claimcheck.errors import InputError
from claimcheck.local_dates import advice, undone


@pytest.mark.parametrize(
    "cell",
    [
        "12.09.2024", "12.9.2024", "12. 9. 2024", "2024/09/12", "2024/9/12", "2024-9-12", "2024.09.12", "12 Sep 2024",
        "12-Sep-2024", "12. september 2024", "September 12, 2024", "Sept 12 2024", "2024-09-12 00:00:00",
        "12.09.2024 00:00", "2024-09-12T00:00:00", "\u00a02024/09/12 ", "2024-09-12",
    ],
)  # fmt: skip
def test_a_day_that_can_be_only_one_is_undone(cell: str) -> None:
    assert undone(cell) == "2024-09-12"


@pytest.mark.parametrize(("cell", "day"), [("13/9/2024", "2024-09-13"), ("9/13/2024", "2024-09-13"),
                                           ("9/9/2024", "2024-09-09"), ("Sep 2024", "2024-09")])  # fmt: skip
def test_what_no_other_order_can_mean_is_undone(cell: str, day: str) -> None:
    assert undone(cell) == day


@pytest.mark.parametrize(
    "cell",
    ["", "2024", "2024-09", "2024-09-12", "2024-09~", "2024/2025", "../2024", "2024-06/..", "2024-09-12T08:30", "soon",
     "31.02.2024", "13.13.2024", " 2024", "2024-XX-12"],
)  # fmt: skip
def test_any_other_cell_stays_as_it_is(cell: str) -> None:
    assert undone(cell) == cell


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("9/12/2024", "may be 9 December 2024 or 12 September 2024; write 2024-12-09 or 2024-09-12"),
        ("09-12-2024", "write 2024-12-09 or 2024-09-12"),
        ("12-Sep-24", "a year of two digits"),
        ("12.9.24", "a year of two digits"),
        ("Sep-24", "a day of a month or a month of a year"),
        ("12-Sep", "a day of a month or a month of a year"),
        ("45547", "a spreadsheet's number for a day; write 2024-09-12 if"),
        ("12.09.2024", "write 2024-09-12"),
    ],
)
def test_what_a_locale_wrote_is_refused_with_what_to_write(cell: str, reason: str) -> None:
    assert reason in (advice(cell) or "")


@pytest.mark.parametrize("cell", ["9/12/2024", "12-Sep-24", "Sep-24", "45547"])
def test_what_may_mean_several_days_is_left_to_be_refused(cell: str) -> None:
    assert undone(cell) == cell


def test_there_is_no_advice_for_what_does_not_look_like_a_day() -> None:
    assert advice("soon") is None


@given(day=st.dates(min_value=date(1000, 1, 1)))
def test_no_order_of_day_and_month_makes_another_day(day: date) -> None:
    name = calendar.month_name[day.month]
    for cell in (
        f"{day.day}.{day.month}.{day.year}",
        f"{day.year}/{day.month}/{day.day}",
        f"{day.day} {name} {day.year}",
    ):
        assert undone(cell) == day.isoformat()
    for cell in (f"{day.day}/{day.month}/{day.year}", f"{day.month}/{day.day}/{day.year}"):
        assert undone(cell) in (cell, day.isoformat())


@given(text=st.text(max_size=12) | st.from_regex(r"[0-9X./~?-]{1,12}", fullmatch=True))
def test_a_date_of_the_ledger_is_never_rewritten(text: str) -> None:
    try:
        stored = parse_partial_date(text).edtf
    except InputError:
        return
    assert parse_partial_date(undone(stored)) == parse_partial_date(stored)
