import pytest

from claimcheck.attribution.finding import verbless
from tests.attribution.by_hand import found
from tests.attribution.told import Row, laid_out, rows, told


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "According to the institute, the fleet has 40 ships.",
            ("the institute", "According to", "the fleet has 40 ships"),
        ),
        (
            "The fleet has 40 ships, according to the institute.",
            ("the institute", "according to", "The fleet has 40 ships"),
        ),
        (
            "The fleet, according to the institute, has 40 ships.",
            ("the institute", "according to", "The fleet ... has 40 ships"),
        ),
        ("“It leaks,” according to the institute.", ("the institute", "according to", "“It leaks,”")),
        (
            "The fleet grew, according to a report by the institute.",
            ("a report by the institute", "according to", "The fleet grew"),
        ),
        (
            "It leaked, according to officials, and was closed.",
            ("officials", "according to", "It leaked ... and was closed"),
        ),
    ],
)
def test_according_to_attributes_all_else_of_the_sentence(text: str, row: Row) -> None:
    assert told(text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        "According to",
        "According to the institute.",
        "It went according to plan.",
        "“According to the law it leaks.”",
        "according",
    ],
)
def test_according_to_nobody_or_without_words_attributes_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The fleet reportedly has 40 ships.", ("", "reportedly", "The fleet ... has 40 ships")),
        ("Allegedly, the reactor leaked.", ("", "Allegedly", "the reactor leaked")),
        ("The reactor allegedly leaked.", ("", "allegedly", "The reactor ... leaked")),
        ("The pact was purportedly signed in May.", ("", "purportedly", "The pact was ... signed in May")),
    ],
)
def test_hearsay_attributes_the_clause_to_nobody(text: str, row: Row) -> None:
    assert told(text) == [row]


def test_hearsay_within_what_somebody_says_is_not_attributed_again() -> None:
    assert told("Petrov said the reactor reportedly leaked.") == [("Petrov", "said", "the reactor reportedly leaked")]
    layout = laid_out("The reactor reportedly leaked.")
    known = found(layout.parsed, "", "leaked", "The reactor reportedly")
    assert list(verbless.hearsay(layout, [known])) == []


def test_a_clause_beside_that_of_the_hearsay_is_not_hearsay() -> None:
    ((_, _, content),) = told("The reactor reportedly leaked and the council closed it.")
    assert content == "The reactor ... leaked"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The claim that the border is closed is false.", ("", "The claim", "that the border is closed")),
        (
            "The minister's claim that the border is closed is false.",
            ("The minister's", "claim", "that the border is closed"),
        ),
        ("His answer was that the border is closed.", ("His", "answer was", "that the border is closed")),
        ("There is speculation that the border is closed.", ("", "speculation", "that the border is closed")),
        ("The agency's argument is that it is safe.", ("The agency's", "argument is", "that it is safe")),
    ],
)
def test_a_noun_attributes_its_that_clause_to_its_owner(text: str, row: Row) -> None:
    assert told(text) == [row]


@pytest.mark.parametrize(
    "text",
    ["The claim was false.", "The report that he wrote is long.", "The fact that it leaks is known.", "The claim that"],
)
def test_a_noun_without_a_clause_of_that_sort_attributes_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("In the view of the council, the plan is bad.", "the council", "the plan is bad"),
        ("In the opinion of Ana Petrov, the plan is bad.", "Ana Petrov", "the plan is bad"),
    ],
)
def test_a_view_attributes_the_sentence_that_it_stands_in(text: str, source: str, content: str) -> None:
    assert [(row[0], row[2]) for row in told(text)] == [(source, content)]


@pytest.mark.parametrize("text", ["In the view of", "In view of the council", "in", "In the view", "In words"])
def test_a_view_of_nobody_attributes_nothing(text: str) -> None:
    assert told(text) == []


def test_a_noun_within_a_quotation_attributes_nothing() -> None:
    layout = laid_out("“The claim that it leaks is false.”")
    assert rows(layout.parsed, verbless.nouns(layout, [])) == []
