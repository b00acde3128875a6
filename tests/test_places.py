"""Countries and their adjectives."""

from claimcheck.places import COUNTRY_OF, PLACES


def test_an_adjective_leads_to_its_country() -> None:
    assert (COUNTRY_OF["russian"], COUNTRY_OF["american"]) == ("Russia", "United States")


def test_no_adjective_is_a_place_itself() -> None:
    assert not set(COUNTRY_OF) & PLACES
    assert {"beijing", "us", "ukraine"} <= PLACES
