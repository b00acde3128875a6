"""Mentions: whom words are given to where no name stands beside the cue."""

import pytest

from claimcheck.independence.mentions import mentions


@pytest.mark.parametrize(
    ("passage", "name"),
    [
        ("A spokesman for the transport ministry said that it sank.", "transport ministry"),
        ("It sank, according to the transport ministry.", "transport ministry"),
        ("It sank, said a spokeswoman for the transport ministry.", "transport ministry"),
        ("The transport ministry says that it sank.", "transport ministry"),
        ("It rained, and the transport ministry's figures show it.", "transport ministry"),
        ("Norway's transport ministry said that it sank.", "Norway's transport ministry"),
        ("Transport ministry officials said that it sank.", "Transport ministry"),
        ("It sank, the ministry of transport said.", "ministry of transport"),
        ("The agriculture and food ministry said so.", "agriculture and food ministry"),
    ],
)
def test_a_department_in_lower_case_says_something(passage: str, name: str) -> None:
    assert [citation.name for citation in mentions(passage)] == [name]


@pytest.mark.parametrize(
    "passage",
    [
        "Protesters outside the transport ministry said that it sank.",
        "A former head of the transport ministry said that it sank.",
        "Critics of the transport ministry said that it sank.",
        "A letter to the transport ministry says that it sank.",
        "The ministry said that it sank.",
        "The transport ministry stands on a hill.",
    ],
)
def test_a_department_that_only_stands_near_says_nothing(passage: str) -> None:
    assert mentions(passage) == []


@pytest.mark.parametrize("unit", ["ministry ", "the fisheries ministry ", "a ministry of ", "said the x agency "])
def test_hostile_text_is_read_to_a_bound(unit: str) -> None:
    assert len(mentions(unit * 200_000)) <= 1000
