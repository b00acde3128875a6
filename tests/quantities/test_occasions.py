"""Times without a date."""

import pytest

from claimcheck.quantities.occasions import is_span, occasions
from tests.quantities.sentence import split


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rose in the third quarter", {"quarter 3"}),
        ("Second-quarter profit rose", {"quarter 2"}),
        ("It rose in Q3 2022", {"quarter 3"}),
        ("It rose in H1 2022", {"half 1"}),
        ("It rose last month", {"last month"}),
        ("It was lower ten years earlier", {"earlier"}),
        ("It was lower the year before", {"earlier"}),
        ("It rose by 5 percent from a year earlier", set()),
        ("It lost them over ten years", {"over years"}),
        ("It lost them since the war began", {"in all"}),
        ("It lost them before the war", {"before"}),
        ("At the start of the war it had them", {"start"}),
        ("It had a height of 300 metres", set()),
        ("It once had them", {"earlier"}),
        ("It lost only once", set()),
        ("It lost them", set()),
    ],
)
def test_words_say_when(text: str, found: set[str]) -> None:
    tokens = split(text)
    assert occasions(tokens, set(), 0, len(tokens)) == found


def test_a_word_may_be_a_span() -> None:
    assert is_span("third-quarter")
    assert not is_span("third-party")
