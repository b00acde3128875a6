"""Whether two values may be the same one."""

import pytest

from claimcheck.quantities.reading import quantities
from claimcheck.quantities.scales import are_far_apart, overlap


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("about 60 %", "66 %", True),
        ("about 60 %", "70 %", False),
        ("more than 300 cats", "299 cats", False),
        ("more than 300 cats", "400 cats", True),
        ("1.2 million cats", "1,215,400 cats", True),
        ("10 miles", "16.1 km", True),
        ("three days", "72 hours", True),
        ("It rose 5%", "It fell 5%", False),
        ("in March 2023", "on 3 March", True),
        ("in April 2023", "on 3 March", False),
        ("180 % of income", "1.8 times their income", True),
        ("a life expectancy of 74 years", "an age of 74", True),
        ("61 votes to 38", "61 votes", True),
        ("61 votes to 38", "40 votes", False),
    ],
)
def test_values_overlap_where_both_can_be_true(one: str, other: str, both: bool) -> None:  # noqa: FBT001
    (mine,), (theirs,) = quantities(one), quantities(other)
    assert overlap(mine, theirs) is overlap(theirs, mine) is both


def test_a_share_is_never_far_from_another_and_counts_may_be() -> None:
    (one,), (other,) = quantities("The army has 10 tanks."), quantities("The army has 900 tanks.")
    assert are_far_apart(one, other)
    (one,), (other,) = quantities("Only 1 % agree."), quantities("Some 90 % agree.")
    assert not are_far_apart(one, other)
