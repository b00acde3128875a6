"""Times with a colon in them."""

import pytest

from tests.quantities.sentence import numbers


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("in 2:31 hours", 9060), ("in 3:45 minutes", 225), ("in 2:03:20 hours", 7400), ("in 1:00 hour", 3600)],
)
def test_a_time_with_a_unit_behind_it_is_how_long_something_took(text: str, seconds: float) -> None:
    (found,) = numbers(text)
    assert found.unit == "days"
    assert found.low == pytest.approx(seconds / 86_400)


@pytest.mark.parametrize(
    "text",
    ["at 10:30 in the morning, hours later", "It began at 14:30 hours", "It was shut between 06:00 and 14:30 hours"],
)
def test_a_time_of_day_is_none(text: str) -> None:
    assert numbers(text) == []


def test_a_time_is_hedged_as_others_are() -> None:
    (found,) = numbers("in under 2:31 hours")
    assert found.low is None
