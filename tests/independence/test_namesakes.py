"""Namesakes: names that say nothing of whose institution it is, and what does."""

import pytest

from claimcheck.independence.namesakes import is_nobody, is_of_many, node_of, states_named
from claimcheck.independence.origins import origins
from claimcheck.independence.values import Item, Origins
from tests.independence.stories import OWNERSHIP, item


@pytest.mark.parametrize(
    "name",
    [
        "Health Ministry",
        "Ministry of Health",
        "the Supreme Court",
        "Parliament",
        "Central Bank",
        "Prime Minister",
    ],
)
def test_what_every_country_has_is_of_many(name: str) -> None:
    assert is_of_many(name)


@pytest.mark.parametrize(
    "name", ["Kenyan Health Ministry", "Bank of England", "Harbour Users' Association", "NATO", "Acme Bank", "Pentagon"]
)
def test_what_has_a_name_of_its_own_is_not(name: str) -> None:
    assert not is_of_many(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("GPS data show nine ships.", "The ship turned at noon, GPS data show."),
        ("According to Article 5 of the treaty, yards may grow.", "Docks need a permit, according to Article 9."),
        ("The yard grew, according to a Facebook post.", "Boats lie there, according to Facebook users from Lund."),
        ("Nine ships left, according to Google Maps.", "The yard covers nine hectares, according to Google Maps."),
        ("At noon the CEO said that profits fell.", "In May the CEO said the yard had no orders."),
        ("A COVID study found nine cases.", "According to COVID data nine wards were full."),
    ],
)
def test_by_what_means_something_is_known_is_nobody_who_says_it(one: str, other: str) -> None:
    assert found(one, other) == ([(1,), (2,)], 2, 2)


def test_who_has_a_name_beside_such_a_word_is_somebody() -> None:
    assert not is_nobody("Acme Maps")
    assert not is_nobody("NATO")


def test_a_department_of_a_country_has_one_node_however_it_is_called() -> None:
    names = ("Health Ministry of Kenya", "Kenya's Ministry of Health", "Kenyan Health Ministry")
    assert {*map(node_of, names), node_of("Health Ministry", "kenya")} == {"name:ministry for health of kenya"}
    assert node_of("Health Ministry", "ghana") != node_of("Health Ministry", "kenya")
    assert node_of("Supreme Court", "kenya") == "name:supreme court of kenya"
    assert node_of("The Harbour Users") == "name:harbour users"


def test_states_are_named_by_their_capitals_and_people_too() -> None:
    assert states_named("NAIROBI - Ghanaian and North Korean ships, and one of New Zealand, not turkey") == {
        "kenya", "ghana", "north korea", "new zealand",
    }  # fmt: skip


def counted(*texts: str) -> Origins:
    return origins([item(key, text) for key, text in enumerate(texts, 1)], ownership=OWNERSHIP)


def found(*texts: str) -> tuple[list[tuple[int, ...]], int, int]:
    every = counted(*texts)
    return [one.items for one in every.origins], every.least, every.most


KENYA, GHANA = (
    f"{town} - The Health Ministry said on Monday that {what}."
    for town, what in (("NAIROBI", "forty wards were full"), ("ACCRA", "vaccines ran out"))
)
NOWHERE = "Measles came back. The Health Ministry said that it counts."


def test_offices_of_two_countries_are_two_though_they_have_one_name() -> None:
    assert found(KENYA, GHANA) == ([(1,), (2,)], 1, 2)


def test_offices_of_one_country_are_one_however_they_are_called() -> None:
    assert found(KENYA, "Forty wards are full, according to Kenya's Ministry of Health.")[0] == [(1, 2)]


def test_an_office_of_nobody_says_which_country_is_likely_that_of_another_such_text_and_perhaps_any() -> None:
    assert found(NOWHERE, f"{NOWHERE} Daily.") == ([(1, 2)], 1, 2)
    assert found(NOWHERE, KENYA) == ([(1,), (2,)], 1, 2)


def test_a_copied_passage_joins_texts_though_only_one_names_the_country() -> None:
    passage = "The Health Ministry said on Monday that forty of its ninety wards had been full since the end of May."

    def told(key: int, before: str) -> Item:
        return item(key, before + passage, passage, url=f"https://site{key}.example")

    every = origins([told(1, "Kenya waits. "), told(2, "All wait. ")], ownership=OWNERSHIP)
    assert [one.items for one in every.origins] == [(1, 2)]
