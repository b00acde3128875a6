"""The look of a text."""

from claimcheck.stance_reading import marks
from claimcheck.stance_reading.reading import read


def look(text: str, name: str) -> float:
    return read(text).looks[marks.NAMES.index(name)]


def test_questions_quotation_marks_and_single_words_are_seen() -> None:
    text = 'Is the "monster" a hoax? Nobody knows.'
    assert look(text, "lead_questions") == 1
    assert look(text, "lead_quotes") == 2
    assert look(text, "early_hoax") == 1
    assert look(text, "early_fake") == 0


def test_words_count_by_how_near_the_claim_they_stand() -> None:
    values = marks.beside(
        ["hoax"], ["the", "fake", "letter", "and", "the", "real", "one"], [(0, 3, 0.75), (3, 7, 0.25)]
    )
    named = dict(zip(marks.BESIDE_NAMES, values, strict=True))
    assert named["claim_has_hoax"] == 1
    assert named["near_fake"] == 0.75
