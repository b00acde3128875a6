"""Which quantities are of the same thing, and what is different if they are not."""

import pytest

from claimcheck.quantities.aligning import fit
from claimcheck.quantities.reading import quantities


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [
        ("The army lost 30 tanks.", "The army lost 40 tanks.", ""),
        ("The army lost 30 tanks.", "The army lost 40 trucks.", "different populations"),
        ("The army lost 30 tanks.", "The army lost 40 tonnes.", "different units"),
        ("The army has 30 doctors.", "The bakery sold 40 doctors.", "not clearly about the same thing"),
        ("Youth unemployment is 30%.", "Unemployment is 12%.", "different populations"),
        ("The debt is $33 billion.", "Interest on the debt is $2 billion.", "different measures"),
        ("The drug costs $200 a month.", "The drug costs $900.", "different rates"),
    ],
)
def test_a_fit_says_what_is_different_and_is_the_same_both_ways(one: str, other: str, difference: str) -> None:
    (mine,), (theirs,) = quantities(one), quantities(other)
    assert fit(mine, theirs) == fit(theirs, mine)
    assert fit(mine, theirs).difference == difference
    assert fit(mine, theirs).comparable == (difference == "")


def test_words_shared_by_chance_with_a_long_list_of_others_do_not_make_a_clash() -> None:
    menu = " ".join(f"{first}{second}ix" for first in "bdfgklmn" for second in "aou")
    (mine,), (theirs,) = quantities("The harbour was built in 1998."), quantities(f"{menu} harbour built 25 May 2005")
    assert not fit(mine, theirs).comparable
