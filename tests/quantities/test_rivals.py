"""The lists of words that exclude each other or make a part of something."""

from claimcheck.quantities.rivals import EXCLUSIVE, NARROWING_WORDS, ONCE_WORDS, PARTS_WORDS
from claimcheck.quantities.wording import NARROWING, ONCE, PARTS, normal


def test_words_of_a_group_have_different_forms() -> None:
    for line in EXCLUSIVE.strip().splitlines():
        words = line.partition(": ")[2].split()
        assert len(set(map(normal, words))) == len(words), line


def test_what_always_narrows_may_also_be_a_part() -> None:
    assert NARROWING < PARTS
    assert not set(NARROWING_WORDS.split()) & set(PARTS_WORDS.split())


def test_what_happens_once_is_no_deed_that_happens_often() -> None:
    assert normal("earthquake") in ONCE
    assert "massacre" in ONCE_WORDS.split()
    assert normal("massacre") not in ONCE
