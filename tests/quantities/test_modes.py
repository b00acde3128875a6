"""Levels and changes."""

import pytest

from claimcheck.quantities.modes import mode_of
from claimcheck.quantities.values import Mode
from tests.quantities.sentence import numbers, split


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("Sales rose by only 5 percent", [Mode.RISE]),
        ("Sales rose sharply to 5 percent", [Mode.LEVEL]),
        ("Sales fell from 8 percent to 5 percent", [Mode.START, Mode.LEVEL]),
        ("Sales were 5 percent lower", [Mode.FALL]),
        ("Growth was 5 percent", [Mode.RISE]),
        ("The shares lost 7 percent", [Mode.FALL]),
        ("The party lost 7 percent of the vote", [Mode.LEVEL]),
        ("The party lost 7 percentage points", [Mode.FALL]),
        ("It cut the pressure by an average of 4 points", [Mode.FALL]),
        ("The dam rises 95 metres above the valley", [Mode.LEVEL]),
        ("The bank cut 9,000 jobs", [Mode.LEVEL]),
        ("The bank cut jobs by 9,000", [Mode.FALL]),
        ("It has 300 more beds", [Mode.RISE]),
        ("The jury is made up of 9 members", [Mode.LEVEL]),
        ("Boys scored 5 points higher than girls", [Mode.RISE]),
    ],
)
def test_words_beside_a_number_tell_a_change(text: str, modes: list[Mode]) -> None:
    found = split(text)
    assert [mode_of(found, raw, (0, len(found))) for raw in numbers(text)] == modes
