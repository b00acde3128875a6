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
        ("It sank, said the transport ministry.", "transport ministry"),
        ("Figures published by the transport ministry show it.", "transport ministry"),
        ("It sank, the ministry of transport said.", "ministry of transport"),
        ("“It sank,” said Ann Doe of the transport ministry.", "transport ministry"),
        ("Transport Minister Ann Doe said that it sank.", "Transport ministry"),
        ("Norway's deputy transport minister, Ann Doe, told reporters so.", "Norway's transport ministry"),
        ("The minister of transport, Ann Doe, said that it sank.", "ministry of transport"),
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
        "The shadow transport minister, Ann Doe, said that it sank.",
        "Skippers told the transport minister that it sank.",
        "Lembra's prime minister said that it sank.",
        "The union rejected figures from the transport ministry.",
        "Critics of the transport ministry said that it sank.",
        "A letter to the transport ministry says that it sank.",
        "A leaked letter to the transport minister says that it sank.",
        "Contrary to what the transport ministry said, it sank.",
        "Skippers who sued the transport ministry said that it sank.",
        "Divers hired by the transport ministry's opponents counted it among the sunk.",
        "He was sacked by the transport ministry and writes that it sank.",
        "The limit set by the transport ministry is too high, a test shows.",
        "The head of the union said the transport ministry was asleep.",
        "Ann Doe said the letter came from the transport ministry.",
        "A study of the transport ministry found that it sank.",
        "The ministry said that it sank.",
        "The transport ministry stands on a hill.",
    ],
)
def test_a_department_that_only_stands_near_says_nothing(passage: str) -> None:
    assert mentions(passage) == []


@pytest.mark.parametrize(
    ("passage", "name"),
    [
        ("A Carrow Institute bat unit report puts it at nine.", "Carrow Institute"),
        ("The Carrow University seal team found nine.", "Carrow University"),
        ("A Harbour Times reporter saw nine.", "Harbour Times"),
        ("Nine, a Harbour Times investigation has found.", "Harbour Times"),
        ("Nine, KNIB's coastal survey says.", "KNIB"),
    ],
)
def test_an_organisation_speaks_by_a_part_of_it_or_its_work(passage: str, name: str) -> None:
    assert [citation.name for citation in mentions(passage)] == [name]


@pytest.mark.parametrize(
    "passage",
    [
        "An Oslo city report says nine.",
        "Carrow University wrote to the police, whose report says nine.",
        "Critics of the Carrow University bat unit said nine.",
        "The Carrow University bat unit moved house.",
    ],
)
def test_a_place_or_who_is_named_beside_a_report_has_not_written_it(passage: str) -> None:
    assert mentions(passage) == []


def test_that_paper_is_one_that_the_sentence_named_the_nearest_first() -> None:
    text = "It rained in Bergen. Ann Doe wrote to the Harbour Times, that paper also reports."
    found = mentions(text)
    assert [citation.name for citation in found] == ["Harbour Times", "Ann Doe"]
    assert all(citation.is_medium for citation in found)
    text = "Unlike the Harbour Times, the Lund Gazette was let in, and the paper reported nine."
    assert [citation.name for citation in mentions(text)] == ["Lund Gazette"]
    assert mentions("The Harbour Times is old, this paper reports.") == []
    assert mentions("The Harbour Times is old. The paper was made in Oslo.") == []


@pytest.mark.parametrize(
    "unit",
    [
        "the paper said ",
        "A ",
        "A",
        "report said ",
        "University a ",
        "ministry ",
        "the fisheries ministry ",
        "a ministry of ",
        "said the x agency ",
    ],
)
def test_hostile_text_is_read_to_a_bound(unit: str) -> None:
    assert len(mentions(unit * 200_000)) <= 4000
