"""As what a number is given: a fact or a plan, now or then, where, of which."""

import pytest

from claimcheck.quantities.reading import quantities
from claimcheck.quantities.values import Circumstances
from claimcheck.quantities.wording import normal


def of(text: str) -> Circumstances:
    return quantities(text)[0].circumstances


@pytest.mark.parametrize(
    ("text", "is_real"),
    [("Emissions must fall by 45 %.", False), ("They have to pay $5 million.", False), ("They had to pay $5.", True)],
)
def test_what_has_to_be_is_no_fact_yet(text: str, is_real: bool) -> None:  # noqa: FBT001
    assert of(text).is_real is is_real


def test_what_is_had_is_told_from_what_was_and_from_what_was_done() -> None:
    assert [of(f"The bank {verb} 30 clerks.").tense for verb in ("has", "had", "has dismissed")] == ["has", "had", ""]


def test_names_behind_prepositions_are_places() -> None:
    assert of("The bank has 30 clerks in Hamburg and Lyon.").places == {normal("hamburg"), "lyon"}
    assert of("The bank of Hamburg has 30 clerks.").places == set()


def test_words_that_make_a_part_of_what_is_counted() -> None:
    assert of("The zoo has 120 rare animals.").parts
    assert of("The zoo has 120 animals.").parts == set()
    assert of("Some 40 of the houses are empty.").is_some
    assert not of("Some 40 houses are empty.").is_some


def test_verbs_that_tell_nothing_may_still_exclude_each_other() -> None:
    assert of("Some 45 people work in the mine.").way == "work"
    assert of("Some 45 people live near the mine.").way == "live"


def test_a_capital_is_within_the_country_that_it_names() -> None:
    assert of("Berlin has 30 bridges.").within == {"berlin"}
    assert of("Germany has 30 bridges.").within == set()
    assert of("Berlin says that 30 bridges are closed.").within == set()


def test_a_whole_is_told_from_its_part() -> None:
    for text in (
        "Of the seats 12 of the 80 are empty.",
        "12 of all 80 seats are empty.",
        "Half of the 80 seats are empty.",
    ):
        part, whole = quantities(text)
        assert (part.circumstances.is_whole, whole.circumstances.is_whole) == (False, True)
        assert not part.circumstances.is_some


def test_what_an_and_joins_is_told_beside_each_other() -> None:
    assert of("The firm sold 30 cars and vans.").beside == {"car", "van"}
    assert of("The firm sold 30 cars and closed.").beside == set()
    assert of("The firm sold 30 cars and the van burned.").beside == set()
