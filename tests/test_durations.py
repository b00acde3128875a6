"""Spans of time: read as people write them, and written as they read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.durations import MAX_S, duration_text, parse_duration
from claimcheck.errors import InputError


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("6h", 21_600), ("90m", 5_400), ("1d12h", 129_600), (" 1 W ", 604_800), ("1s", 1), ("0d1s", 1), ("366d", MAX_S)],
)
def test_a_span_is_the_sum_of_its_parts(text: str, seconds: int) -> None:
    assert parse_duration(text) == seconds


@pytest.mark.parametrize("text", ["", "6", "h", "-1h", "1.5h", "6 hours", "0s", "367d", "9999999999d", "٦h", "1h!"])
def test_anything_else_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(InputError, match=r"6h|between one second and a year"):
        parse_duration(text)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0s"), (0.4, "0s"), (59, "59s"), (3_600, "1h"), (5_400, "1h30m"), (90_061, "1d1h"), (1_209_600, "2w")],
)  # fmt: skip
def test_a_span_is_written_with_its_two_largest_units(seconds: float, text: str) -> None:
    assert duration_text(seconds) == text


@given(st.integers(1, MAX_S))
def test_what_is_written_is_read_again_within_its_smaller_unit(seconds: int) -> None:
    assert abs(parse_duration(duration_text(seconds)) - seconds) < max(3_600, seconds // 24)
