"""Which way a text leans."""

from claimcheck.stance_reading.leanings import NAMES
from claimcheck.stance_reading.reading import read


def fact(text: str, name: str) -> float:
    return read(text).leanings.facts[NAMES.index(name)]


def test_each_sentence_has_its_own_strength() -> None:
    refuting = read("The mill burned down. The story is a hoax. It rains.").leanings.refuting
    assert refuting[1] > 1
    assert refuting[0] == refuting[2] == 0


def test_a_denied_refutation_is_none() -> None:
    assert read("This is not a hoax.").leanings.refuting[0] < 0
    assert fact("This is not a hoax.", "flips") == 1


def test_words_that_stand_for_the_claim_count_with_the_cue() -> None:
    assert fact("The report was false.", "refutes_meta") == 1
    assert fact("A false ceiling fell.", "refutes_meta") == 0


def test_hedges_and_sayers_are_seen_at_both_ends_of_a_headline() -> None:
    assert fact("Report: mill burned down overnight in Belmont", "says_at_start") == 1
    assert fact("Mill burned down overnight in Belmont, police say", "says_at_end") == 1


def test_a_text_without_words_leans_nowhere() -> None:
    assert read("--- ...").leanings.facts is not None
    assert sum(read("").leanings.refuting) == 0
