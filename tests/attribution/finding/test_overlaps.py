import pytest

from claimcheck.attribution.finding import rules
from claimcheck.attribution.finding.layout import _MAX_JOINED
from claimcheck.attribution.finding.overlaps import outermost, split_conjoined
from tests.attribution.by_hand import all_found
from tests.attribution.told import Row, laid_out, rows, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Officials claimed that the ship was empty and said that the crew was safe.",
            [("Officials", "claimed", "that the ship was empty"), ("Officials", "said", "that the crew was safe")],
        ),
        (
            "The minister said the talks were over and added that no date had been set.",
            [
                ("The minister", "said", "the talks were over"),
                ("The minister", "added", "that no date had been set"),
            ],
        ),
        (
            "The agency said it was safe, and the council said it was not.",
            [("The agency", "said", "it was safe"), ("the council", "said", "it was not")],
        ),
        (
            "Analysts say rates will rise, while officials say they will fall.",
            [("Analysts", "say", "rates will rise"), ("officials", "say", "they will fall")],
        ),
        (
            "The agency said it was safe, adding that it would stay open.",
            [("The agency", "said", "it was safe"), ("The agency", "adding", "that it would stay open")],
        ),
        (
            "The agency denied the leak, saying that the reactor was safe.",
            [("The agency", "denied", "the leak"), ("The agency", "saying", "that the reactor was safe")],
        ),
    ],
)
def test_what_is_said_ends_where_something_else_begins_to_be_said(text: str, expected: list[Row]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "The agency said that the council believes that it leaks.",
            ("The agency", "said", "that the council believes that it leaks"),
        ),
        (
            "“The council says it leaks,” the agency said.",
            ("the agency", "said", "“The council says it leaks,”"),
        ),
        (
            "The agency denied that the council had accused it of a leak.",
            ("The agency", "denied", "that the council had accused it of a leak"),
        ),
    ],
)
def test_what_lies_within_the_words_of_another_is_not_told_apart(text: str, row: Row) -> None:
    assert told(text) == [row]


def test_who_is_passed_on_by_an_outlet_speaks_as_well() -> None:
    assert told("According to the Northern Review, officials said that the reactor leaked.") == [
        ("the Northern Review", "According to", "officials said that the reactor leaked"),
        ("officials", "said", "that the reactor leaked"),
    ]


def test_a_mind_is_read_only_up_to_where_somebody_speaks() -> None:
    layout = laid_out("Voters oppose a leak, officials said it is small.")
    found = all_found(
        layout.parsed,
        [("Voters", "oppose", "a leak, officials said it is small"), ("officials", "said", "it is small", "say")],
    )
    assert rows(layout.parsed, outermost(layout, found)) == [
        ("Voters", "oppose", "a leak"),
        ("officials", "said", "it is small"),
    ]


def test_according_to_is_no_part_of_what_another_says() -> None:
    layout = laid_out("Voters oppose a leak, according to a poll.")
    found = all_found(
        layout.parsed,
        [("Voters", "oppose", "a leak, according to a poll"), ("a poll", "according to", "Voters oppose a leak")],
    )
    assert [row[2] for row in rows(layout.parsed, outermost(layout, found))][-1] == "Voters oppose a leak"
    assert rows(layout.parsed, found)[0] == ("Voters", "oppose", "a leak")


def test_what_is_left_without_content_is_dropped() -> None:
    layout = laid_out("It leaks, according to a poll.")
    found = all_found(layout.parsed, [("It", "leaks", "according to a poll"), ("a poll", "according to", "It leaks")])
    assert [one.word for one in outermost(layout, found)] == ["according to"]


def test_nothing_is_made_of_nothing() -> None:
    layout = laid_out("")
    split_conjoined(layout, [])
    assert outermost(layout, []) == []


@pytest.mark.parametrize(
    "unit",
    [
        "according to the ministry ",
        "according to the ministry, ",
        "the minister said that ",
        "the minister said yes and ",
        "said ",
        "in the view of the ministry ",
        "he believes and the minister said that it is, adding ",
    ],
)
def test_what_reaches_into_each_other_without_end_is_short_all_the_same(unit: str) -> None:
    text = unit * (10_000 // len(unit))
    parsed = laid_out(text).parsed
    found = rules.find(parsed)
    assert len(found) <= len(parsed.words)
    assert all(len(one.content) <= _MAX_JOINED for one in found)
