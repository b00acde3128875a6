"""Changes that two levels come to."""

import pytest

from claimcheck.quantities.changing import MAX_PAIRS, changes
from claimcheck.quantities.reading import is_date, quantities
from claimcheck.quantities.values import Mode, Quantity


def told(text: str) -> list[Quantity]:
    return list(changes([one for one in quantities(text) if not is_date(one)]))


@pytest.mark.parametrize(
    ("text", "unit", "mode", "value"),
    [
        ("There were 40 wolves in 2005 and 120 in 2015.", "percent", Mode.RISE, 200),
        ("There were 120 wolves in 2015, after 40 wolves in 2005.", "percent", Mode.RISE, 200),
        ("The mill made 80 tonnes in 2020. In 2021 it made 60 tonnes.", "percent", Mode.FALL, 25),
        ("In January a box cost $1,800; in June it cost $3,600.", "percent", Mode.RISE, 100),
        ("The share was 6 % in 2018 and 18 % in 2023.", "points", Mode.RISE, 12),
        ("Exports rose from 4 to 12 million bottles.", "percent", Mode.RISE, 200),
        ("The fare was raised from 20 to 30 crowns.", "percent", Mode.RISE, 50),
        ("The share fell from 31 to 19 percent.", "points", Mode.FALL, 12),
        ("The price rose from $900 to $1.2 million.", "percent", Mode.RISE, 133_233),
    ],
)
def test_two_levels_of_one_thing_make_a_change(text: str, unit: str, mode: Mode, value: float) -> None:
    found = told(text)[0]
    assert (found.unit, found.mode) == (unit, mode)
    assert found.low is not None is not found.high
    assert found.low <= value <= found.high


def test_the_change_of_a_share_is_one_in_percent_as_well() -> None:
    assert [one.unit for one in told("The share was 6 % in 2018 and 18 % in 2023.")] == ["points", "percent"]


@pytest.mark.parametrize(
    "text",
    [
        "There were 40 wolves in 2005 and 120 foxes in 2015.",
        "There were 40 wolves in the north and 120 in the south.",
        "There were 40 wolves in 2005 and 120 in 2005.",
        "There were more than 40 wolves in 2005 and 120 in 2015.",
        "Numbers rose by 40 % in 2005 and by 120 % in 2015.",
        "There were 0 wolves in 2005 and 120 in 2015.",
        "Spain had 40 wolves in 2005 and Italy had 120 wolves in 2015.",
        "The mill bought 40 tonnes in 2005 and sold 120 tonnes in 2015.",
        "There were about 40 wolves in 2005 and 41 in 2015.",
    ],
)
def test_two_numbers_of_two_things_make_none(text: str) -> None:
    assert told(text) == []


def test_every_two_of_several_levels_make_a_change() -> None:
    found = told("Spain had 40 wolves in 2005, 60 in 2010 and 80 in 2015.")
    assert [(round(one.low or 0), one.shown) for one in found] == [
        (50, "40 wolves, then 60"),
        (33, "60, then 80"),
        (100, "40 wolves, then 80"),
    ]


def test_of_a_long_table_only_so_many_pairs_are_looked_at() -> None:
    levels = " ".join(f"In {year} Spain had {year} wolves." for year in range(1901, 1999))
    assert len(told(levels)) <= 2 * MAX_PAIRS
