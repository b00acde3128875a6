"""Countries and their adjectives."""

from claimcheck.places import COUNTRIES, COUNTRY_OF, COUNTRY_PAIRS, PLACES


def test_an_adjective_leads_to_its_country() -> None:
    assert (COUNTRY_OF["russian"], COUNTRY_OF["american"]) == ("Russia", "United States")


def test_no_adjective_is_a_place_itself() -> None:
    assert not set(COUNTRY_OF) & PLACES
    assert {"beijing", "us", "ukraine"} <= PLACES


def test_a_country_its_people_and_its_capital_are_one() -> None:
    assert COUNTRIES["norwegian"] == COUNTRIES["oslo"] == COUNTRIES["norway"]
    assert COUNTRY_PAIRS["united", "states"] == COUNTRIES["us"]
