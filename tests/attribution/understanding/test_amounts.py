import pytest

from claimcheck.attribution.understanding.amounts import has_rough_number
from tests.attribution.by_hand import read


@pytest.mark.parametrize(
    "text",
    [
        "About 60 ships sank.",
        "At least nine ships sank.",
        "As many as 40 ships sank.",
        "The yard built 20 to 25 ships.",
        "Thousands of shells were sold.",
        "Half of the parts came late.",
        "Exports fell by roughly a quarter.",
    ],
)
def test_a_number_is_rough_if_its_words_say_so(text: str) -> None:
    parsed = read(text)
    assert has_rough_number(parsed, list(range(len(parsed.words))))


@pytest.mark.parametrize(
    "text",
    ["Nine ships sank.", "It took about five years.", "Thousands of years passed.", "No more than nine sank.", "Yes."],
)
def test_an_exact_number_and_a_time_are_not(text: str) -> None:
    parsed = read(text)
    assert not has_rough_number(parsed, list(range(len(parsed.words))))
