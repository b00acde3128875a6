"""What is counted, and of what."""

import pytest

from claimcheck.quantities.counting import PURPOSE, WITH
from claimcheck.quantities.reading import quantities


@pytest.mark.parametrize(
    ("text", "noun", "population"),
    [
        ("The army lost 30 old tanks.", "tank", set()),
        ("Three of the hostages were freed.", "hostag", {"hostag"}),
        ("The number of tanks was 300.", "tank", set()),
        ("The town's population is 300.", "person", set()),
        ("The town has a population of 300.", "person", set()),
        ("The wolf population is 300.", "", set()),
        ("One child in ten is ill.", "child", set()),
        ("It spends 2 percent of GDP on tanks.", "gdp", {"gdp", f"{PURPOSE}tank"}),
        ("The clinic treats 90 patients with cholera.", "patient", {f"{WITH}choler"}),
    ],
)
def test_a_number_has_a_noun_and_a_whole(text: str, noun: str, population: set[str]) -> None:
    found = quantities(text)[0]
    assert found.noun == noun
    assert found.population == population
