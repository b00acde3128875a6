"""Words that exclude each other."""

from claimcheck.stance_reading.antonyms import OPPOSITES
from claimcheck.stance_reading.words import stem


def test_opposites_are_mutual_and_no_word_is_its_own() -> None:
    for root, others in OPPOSITES.items():
        assert root not in others
        assert all(root in OPPOSITES[other] for other in others)


def test_forms_of_opposites_are_opposites() -> None:
    assert stem("decreased") in OPPOSITES[stem("increases")]
    assert stem("safe") in OPPOSITES[stem("dangerous")]
