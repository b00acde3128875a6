"""Whether two numbers are of the same time."""

import pytest

from claimcheck.quantities.reading import quantities
from claimcheck.quantities.timing import are_apart, may_be_apart


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Inflation is 5 % in May 2021.", "Inflation is 6 % in June 2021.", True),
        ("Sales rose by 5 % on 3 May.", "Sales rose by 6 % on 4 May.", True),
        ("Profit was $5 million in the first quarter.", "Profit was $6 million in the second quarter.", True),
        ("Inflation is 5 % in 2021.", "Inflation is 6 % in 2021.", False),
        ("Inflation is 5 %.", "Inflation is 6 % in May 2021.", False),
    ],
)
def test_times_exclude_each_other_if_both_are_said(one: str, other: str, apart: bool) -> None:  # noqa: FBT001
    assert are_apart(quantities(one)[0], quantities(other)[0]) is apart


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Inflation is 5 %.", "Inflation was 6 % in May 2021.", True),
        ("The glacier lost 5 metres in 2022.", "The glacier has lost 90 metres since 1990.", True),
        ("The army lost 300 tanks since the war began.", "Last month the army lost 40 tanks.", True),
        ("Turnout was 67 %.", "Turnout was 52 % four years earlier.", True),
        ("The bank raised its rate by 2 %.", "The bank will raise its rate by 1 %.", True),
        ("The earthquake killed 90 people.", "The earthquake on 3 May killed 35 people.", False),
        ("Rents rose by 5 % from 2010 to 2015.", "Rents rose by 9 % from 2010 to 2018.", True),
        ("Rents rose by 5 % in the 1990s.", "Rents rose by 9 % between 1990 and 1999.", False),
        ("It sold 50 tugs from January to March 2022.", "It sold 90 tugs from January to June 2022.", True),
        ("It sold 50 tugs from January to March 2022.", "It sold 90 tugs between January and March 2022.", False),
        ("Sales rose by 5 % year on year.", "Sales rose by 1 % month on month.", True),
        ("Sales rose by 5 %.", "Sales rose by 1 % in a month.", True),
        ("Sales rose by 5 %.", "Sales rose by 1 % from a year earlier.", False),
        ("Inflation is 5 %.", "Inflation is 6 %.", False),
    ],
)
def test_a_time_that_only_one_gives_may_make_another_thing_of_it(one: str, other: str, apart: bool) -> None:  # noqa: FBT001
    mine, theirs = quantities(one)[0], quantities(other)[0]
    assert may_be_apart(mine, theirs) is may_be_apart(theirs, mine) is apart
