"""How alike a passage and a claim are."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.matching.likening import FEATURES, asked_of, likeness_of, told_of, weighed

CLAIM = "In 2021 the Belgorod left Severodvinsk with 6 torpedoes."
MOST = 10.0


def likeness(passage: str, claim: str = CLAIM, other: str = "", weight: float = 5.0) -> dict[str, float]:
    asked, told = asked_of(passage), told_of(claim, other)
    weights = dict.fromkeys([*asked.words.shown, *asked.aside], weight)
    return dict(zip(FEATURES, likeness_of(weighed(asked, weights, MOST), told), strict=True))


def test_a_claim_is_wholly_in_itself_and_not_at_all_in_other_words() -> None:
    same, other = likeness(CLAIM), likeness("Nothing happened elsewhere.")
    assert same["of_claim"] == same["of_passage"] == 1
    assert same["names_missing"] == same["numbers_missing"] == 0
    assert other["shared"] == other["of_claim"] == other["pairs"] == 0


@pytest.mark.parametrize(
    ("feature", "more", "less"),
    [
        ("shared", "The Belgorod has torpedoes", "The Belgorod has none"),
        ("of_passage", "The Belgorod left", "The Belgorod left, and others stayed in their harbours"),
        ("of_claim", "The Belgorod left Severodvinsk", "The Belgorod left"),
        ("pairs", "The Belgorod left", "Left behind: the Belgorod"),
        ("names", "Belgorod and Severodvinsk", "Belgorod"),
        ("names_missing", "torpedoes", "torpedoes, Belgorod"),
        ("numbers", "6 of them", "7 of them"),
        ("numbers_missing", "7 of them", "6 of them in 2021"),
        ("aside", "it sails @Belgorod", "it sails"),
        ("beginning", "The Belgorod" + " then" * 40, "Others" + " then" * 40 + " Belgorod"),
    ],
)
def test_each_number_tells_more_from_less(feature: str, more: str, less: str) -> None:
    assert likeness(more)[feature] > likeness(less)[feature]


def test_the_year_of_a_post_is_compared_with_those_of_the_claim() -> None:
    assert likeness("It left \u2014 Ann (@ann) March 3, 2021")["year"] == 1
    assert likeness("It left \u2014 Ann (@ann) March 3, 2020")["year"] == 0


def test_what_else_is_known_of_a_claim_counts_apart() -> None:
    found = likeness("A voyage to the north", other="The voyage of the Belgorod")
    assert found["in_other"] > found["in_text"] == 0


@given(st.text(), st.text(), st.floats(0, 50))
def test_numbers_are_finite_whatever_the_texts(passage: str, claim: str, weight: float) -> None:
    assert all(0 <= value < 1e6 for value in likeness(passage, claim, passage, weight).values())


@given(st.lists(st.floats(0.01, 20), min_size=3, max_size=12), st.randoms())
def test_the_order_of_words_with_weights_does_not_matter(numbers: list[float], chance: Random) -> None:
    words = [f"word{chr(97 + place)}" for place in range(len(numbers))]
    weights = dict(zip((asked_of(word).words.keys[0] for word in words), numbers, strict=True))
    mixed = chance.sample(words, len(words))
    found = {
        likeness_of(weighed(asked_of(" ".join(some)), weights, 25.0), told_of(" ".join(sorted(words)), ""))[1]
        for some in (words, mixed)
    }
    assert len(found) == 1
