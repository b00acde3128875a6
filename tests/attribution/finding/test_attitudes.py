import pytest

from claimcheck.attribution.finding.attitudes import attitudes
from tests.attribution.by_hand import found
from tests.attribution.told import Row, laid_out, rows, told


def minded(text: str) -> list[Row]:
    layout = laid_out(text)
    return rows(layout.parsed, attitudes(layout, []))


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Norland has no concerns about the reactor.", ("Norland", "has no concerns about", "the reactor")),
        ("The council has doubts about the plan.", ("The council", "has doubts about", "the plan")),
        ("The leak is a concern for the council.", ("the council", "is a concern for", "The leak")),
        ("The leak was a worry for the elders.", ("the elders", "was a worry for", "The leak")),
    ],
)
def test_what_somebody_has_doubts_about_or_what_is_a_worry_for_them_is_attributed(text: str, row: Row) -> None:
    assert minded(text) == [row]
    assert told(text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Doubts",
        "Norland has doubts.",
        "The concerns about the leak are old.",
        "There are concerns about the leak.",
        "The leak is a concern.",
        "The council has a car for the elders.",
        "“Norland has no concerns about the reactor.”",
    ],
)
def test_a_mind_without_an_owner_or_an_object_attributes_nothing(text: str) -> None:
    assert minded(text) == []


def test_a_mind_that_somebody_tells_of_is_not_attributed_again() -> None:
    text = "Petrov said Norland has no concerns about the reactor."
    assert told(text) == [("Petrov", "said", "Norland has no concerns about the reactor")]
    layout = laid_out(text)
    known = found(layout.parsed, "Petrov", "said", "Norland has no concerns about the reactor")
    assert list(attitudes(layout, [known])) == []
