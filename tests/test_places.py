"""Countries and their adjectives."""

from claimcheck.places import COUNTRIES, COUNTRY_OF, COUNTRY_PAIRS, PARTS_OF_COUNTRIES, PLACES


def test_an_adjective_leads_to_its_country() -> None:
    assert (COUNTRY_OF["russian"], COUNTRY_OF["american"]) == ("Russia", "United States")


def test_no_adjective_is_a_place_itself() -> None:
    assert not set(COUNTRY_OF) & PLACES
    assert {"beijing", "us", "ukraine"} <= PLACES


def test_a_country_its_people_and_its_capital_are_one() -> None:
    assert COUNTRIES["norwegian"] == COUNTRIES["oslo"] == COUNTRIES["norway"]
    assert COUNTRY_PAIRS["united", "states"] == COUNTRIES["us"]


def test_a_city_that_stands_for_its_country_is_known_as_a_part_of_it() -> None:
    assert set(COUNTRIES) >= PARTS_OF_COUNTRIES
    assert PARTS_OF_COUNTRIES.isdisjoint(COUNTRY_OF)
    assert {"oslo", "england"} <= PARTS_OF_COUNTRIES
