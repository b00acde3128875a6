"""Why numbers that clash may be of different things."""

import pytest

from claimcheck.quantities.doubting import doubt
from claimcheck.quantities.reading import quantities
from claimcheck.quantities.values import Difference


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [
        ("The party holds 88 seats.", "The party lost 12 seats.", Difference.MEASURE),
        ("The dam is 90 metres high.", "The dam is 400 metres wide.", Difference.MEASURE),
        ("Interest on the debt is $2 billion.", "The debt is $33 billion.", Difference.MEASURE),
        ("The state pays $300 per hectare.", "The state pays $5,000.", Difference.RATE),
        ("Inflation is 4 %.", "Inflation was 6 % in May 2021.", Difference.PERIOD),
        ("The bank has 900 clerks.", "The bank had 700 clerks.", Difference.PERIOD),
        ("The army has 900 tanks.", "The army wants 700 tanks.", Difference.STATE),
        ("Emissions fell by 8 %.", "Emissions must fall by 45 %.", Difference.STATE),
        ("The bank has 900 clerks.", "The bank has 300 clerks in London.", Difference.PLACE),
        ("Unemployment is 9 %.", "Unemployment is 3 % in the south.", Difference.POPULATION),
        ("The zoo has 900 animals.", "The zoo has 120 rare animals.", Difference.POPULATION),
        ("Bread prices rose by 12 %.", "Bread and milk prices rose by 9 %.", Difference.POPULATION),
        ("Sales rose by 3 %.", "Online sales rose by 12 %.", Difference.POPULATION),
        ("The clinic treats 400 patients.", "The clinic treats 90 patients with cholera.", Difference.POPULATION),
        ("The army has 61 rockets.", "The army has 20 of the rockets.", Difference.POPULATION),
        ("More than half of all teachers are over 50.", "A fifth of all teachers are women.", Difference.POPULATION),
        ("The town has 900 pupils.", "The town has 3,000 inhabitants.", Difference.POPULATION),
        ("Tripoli has 1.2 million inhabitants.", "Libya has 6.9 million inhabitants.", Difference.PLACE),
        ("Rents in Berlin rose by 9 %.", "Rents in Germany rose by 4 %.", Difference.PLACE),
        ("It sold 400 barrels a day in 2021.", "It sold 9,000 barrels in 2021.", Difference.RATE),
        ("The tunnel is 5 years late.", "The tunnel took 20 years.", Difference.MEASURE),
        ("Rents in Berlin rose by 9 %.", "Rents in Berlin rose by 4 %.", Difference.NONE),
        ("On Monday 40 men were held.", "On Monday and Tuesday 60 men were held.", Difference.PERIOD),
        ("On Monday 40 men were held.", "On Monday 60 men were held.", Difference.NONE),
        ("The reform costs $2 billion.", "The reform costs $500.", Difference.TOPIC),
        ("The army lost 300 tanks.", "The army lost 200 tanks.", Difference.NONE),
        ("No warming since 1995, says Roe.", "Roe saw no warming since 1979.", Difference.TOPIC),
        ("The mill was built in 1995.", "The mill was built in 1979 by monks for corn and oil.", Difference.NONE),
    ],
)
def test_what_only_one_says_makes_a_clash_doubtful(one: str, other: str, difference: Difference) -> None:
    mine, theirs = quantities(one)[0], quantities(other)[0]
    assert doubt(mine, theirs) is difference
    assert bool(doubt(theirs, mine)) is bool(difference)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The bill was passed by workers aged 20 in 34 years.",
            "The bill was passed by workers aged 20, 31 years old.",
        ),
        ("The firm employs 40 percent young members.", "The army may get 12 of the 80 young members."),
        ("The bill got 40 percent of the foreign students.", "The firm employs 12 of 80 of the foreign students."),
    ],
)
def test_of_two_units_the_same_is_doubted_in_both_orders(one: str, other: str) -> None:
    mine, theirs = quantities(one)[0], quantities(other)[0]
    assert mine.unit != theirs.unit
    assert doubt(mine, theirs) is doubt(theirs, mine)


def test_a_word_is_a_deed_of_two_dates_if_it_is_one_of_either() -> None:
    mine, theirs = quantities("The mill smells at night after 2019.")[0], quantities("The mill had a smell in 2015.")[0]
    assert doubt(mine, theirs) is doubt(theirs, mine)
