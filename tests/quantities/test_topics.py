"""What two numbers are of, by the words beside them."""

from string import ascii_lowercase

import pytest

from claimcheck.quantities.reading import quantities
from claimcheck.quantities.topics import (
    all_words,
    exchanged,
    groups,
    is_done_otherwise,
    is_of_another,
    own_words,
    reconciled,
    shared,
)
from claimcheck.quantities.values import Quantity


def pair(one: str, other: str) -> tuple[Quantity, Quantity]:
    return quantities(one)[0], quantities(other)[0]


def test_what_only_one_says_is_not_held_against_it_and_what_is_exchanged_is() -> None:
    assert shared(*pair("The mine made 5 tonnes of tin.", "The old mine made 6 tonnes of tin in the north.")) == 1.0
    assert exchanged(*pair("The farm has 30 cows.", "The farm has 20 goats.")) == 1
    assert exchanged(*pair("Ships are queueing off the port, 30 in all.", "Ships wait off the port, 30 in all.")) < 1


def test_akin_words_are_paired_as_far_as_they_can_be_whatever_their_order() -> None:
    quantity = quantities("The farm has 30 cows.")[0]
    mine = quantity._replace(
        noun="", around=frozenset(f"{a}{end}" for a in ascii_lowercase for end in ("orte", "orter"))
    )
    theirs = quantity._replace(
        noun="", around=frozenset(f"{a}{end}" for a in ascii_lowercase for end in ("ort", "ortes"))
    )
    assert shared(mine, theirs) == shared(theirs, mine) == 1.0


def test_a_unit_makes_words_superfluous() -> None:
    assert "temperature" not in all_words(quantities("The temperature was 41 °C.")[0])


def test_the_verb_of_another_part_of_the_sentence_is_not_the_numbers_own() -> None:
    _, killed = quantities("The blast destroyed 31 houses and killed 22 people.")
    assert "destroy" in all_words(killed)
    assert "destroy" not in own_words(killed)
    assert groups(killed)["deed"] == {"kill"}


@pytest.mark.parametrize(
    ("one", "other", "another"),
    [
        ("The museum had 480 visitors.", "The museum's website had 750 visitors.", True),
        ("The ceasefire held for 72 hours.", "The talks on the ceasefire lasted 11 hours.", True),
        ("The militia has 2,000 fighters.", "The militia's strength is 800 fighters.", False),
        ("Inflation was 3 % in May.", "Inflation expectations were 4 % in May.", True),
        ("The hotel has 200 rooms.", "The hotel chain has 4,000 rooms.", True),
        ("The senator's book sold 300 copies.", "The senator's book sold 400 copies.", False),
    ],
)
def test_what_belongs_to_something_is_another_thing(one: str, other: str, another: bool) -> None:  # noqa: FBT001
    mine, theirs = pair(one, other)
    assert is_of_another(mine, theirs) is is_of_another(theirs, mine) is another


def test_what_only_one_says_was_done_is_told() -> None:
    assert is_done_otherwise(*pair("It is recognised by 104 states.", "It has friends in 33 states."))
    assert not is_done_otherwise(*pair("It is recognised by 104 states.", "It is recognised by 33 states."))


def test_the_less_exact_word_stands_for_the_exact_one() -> None:
    mine, theirs = pair("The army lost 350 tanks.", "Of the army's tanks, 140 were destroyed.")
    assert "loss" in reconciled(theirs, mine).around
    assert reconciled(mine, theirs) is mine
