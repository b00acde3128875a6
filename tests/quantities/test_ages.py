"""Ages, and numbers that are of people of an age."""

import pytest

from claimcheck.quantities.ages import OLDEST, aged
from claimcheck.quantities.values import AGE
from tests.quantities.sentence import numbers, split


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("The minister is 58", [58.0]),
        ("The minister, 58, resigned", [58.0]),
        ("She died at the age of 74", [74.0]),
        ("The driver was aged 19", [19.0]),
        ("The average age is 54", [54.0]),
        ("She was 17 when she won", [17.0]),
        ("The novelist died aged 78", [78.0]),
        ("The man is in his thirties", [30.0]),
        ("A man of 31 was held over the raid", [31.0]),
        ("The poet was arrested at 41", [41.0]),
        ("Rapper dead at 57", [57.0]),
        ("They retire at 65 in Norland", [65.0]),
        ("The oldest runner was 81", [81.0]),
        ("He was 91 and leaves four children", [91.0]),
        ("It began in the thirties", []),
        ("The crowd was one of 31 men", []),
        ("The oldest oak of 31 was felled", []),
        ("Shares closed at 41", []),
        ("The answer is 58", []),
        ("The army has 58 tanks", []),
    ],
)
def test_an_age_needs_no_unit(text: str, ages: list[float]) -> None:
    assert [raw.low for raw, _ in aged(split(text), numbers(text)) if raw.unit == AGE] == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Half of all teachers are over 50", (50.0, float(OLDEST))),
        ("Seven percent of the workers are under 25", (0.0, 25.0)),
        ("Half of all teachers are women", None),
    ],
)
def test_an_age_limits_the_people_that_another_number_is_of(text: str, ages: tuple[float, float] | None) -> None:
    assert [found for _, found in aged(split(text), numbers(text))] == [ages]
