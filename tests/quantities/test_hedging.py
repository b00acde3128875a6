"""What words around a number make of it."""

import pytest

from claimcheck.quantities.hedging import bounds, hedge_after, hedge_before, is_denied
from claimcheck.quantities.values import Qualifier
from tests.quantities.sentence import split


@pytest.mark.parametrize(
    ("text", "qualifier", "first"),
    [
        ("It is 5", Qualifier.EXACT, 2),
        ("It is no more than 5", Qualifier.AT_MOST, 2),
        ("It is more than 5", Qualifier.MORE_THAN, 2),
        ("It is more than a 5", Qualifier.MORE_THAN, 2),
        ("It is just over 5", Qualifier.JUST_OVER, 2),
        ("over 5", Qualifier.MORE_THAN, 0),
        ("~ 5", Qualifier.ABOUT, 0),
        ("not even 5", Qualifier.LESS_THAN, 0),
        ("just shy of 5", Qualifier.NEARLY, 1),
        ("well short of 5", Qualifier.LESS_THAN, 0),
        ("as few as 5", Qualifier.AT_LEAST, 0),
        ("at the very most 5", Qualifier.AT_MOST, 0),
        ("upward of 5", Qualifier.MORE_THAN, 0),
    ],
)
def test_the_longest_hedge_before_a_number_counts(text: str, qualifier: Qualifier, first: int) -> None:
    found = split(text)
    assert hedge_before(found, len(found) - 1) == (first, qualifier)


def test_a_hedge_may_stand_behind() -> None:
    assert hedge_after(split("5 or more of them"), 1) == (3, Qualifier.AT_LEAST)
    assert hedge_after(split("5-plus"), 1) == (3, Qualifier.AT_LEAST)
    assert hedge_after(split("5+"), 1) == (2, Qualifier.AT_LEAST)
    assert hedge_after(split("5 of them"), 1) == (1, Qualifier.EXACT)


@pytest.mark.parametrize(
    ("text", "at", "denied"),
    [
        ("not 30 but 12", 1, True),
        ("12 , not 30", 3, True),
        ("rather than 30", 2, True),
        ("it did not lose 30", 4, True),
        ("it hasn't lost 30", 3, True),
        ("it did not only lose 30", 5, False),
        ("it is 30", 2, False),
        ("it is not 30", 3, True),
        ("he was known not 30 years ago", 4, False),
    ],
)
def test_a_number_may_be_denied(text: str, at: int, denied: bool) -> None:  # noqa: FBT001
    assert is_denied(split(text), at, at + 1) is denied


def test_about_a_number_is_a_tenth_around_it() -> None:
    assert bounds(60, 60, 60, Qualifier.ABOUT) == (54, 66)
    assert bounds(60, 60, 60, Qualifier.NEARLY) == (54, 60)
    assert bounds(60, 59, 61, Qualifier.AT_LEAST) == (60, None)
    assert bounds(60, 59, 61, Qualifier.AT_MOST) == (None, 60)
    assert bounds(60, 59, 61, Qualifier.EXACT) == (59, 61)
