"""Countries by many names."""

from claimcheck.quantities.places import COUNTRIES, PAIRS, PLACES
from claimcheck.quantities.reading import quantities


def test_a_country_its_people_and_its_capital_are_one() -> None:
    assert COUNTRIES["norwegian"] == COUNTRIES["oslo"] == COUNTRIES["norway"]
    assert set(COUNTRIES.values()) | set(PAIRS.values()) == PLACES


def test_names_of_two_words_are_read_and_the_pronoun_is_no_country() -> None:
    assert quantities("The United States has 12 of them.")[0].names == {"america"}
    assert quantities("The US has 12 of them.")[0].names == {"america"}
    assert quantities("They sold us 12 of them.")[0].names == set()
