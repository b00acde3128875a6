"""The list of phrases that mean the same as a word for what is done."""

from claimcheck.quantities.deed_phrases import DEED_PHRASES
from claimcheck.quantities.wording import phrase_at
from tests.quantities.listed import entries


def test_every_phrase_is_found_as_what_it_means_and_stands_once() -> None:
    told = entries(DEED_PHRASES)
    assert len({phrase for _, phrase in told}) == len(told)
    for concept, phrase in told:
        assert phrase_at(phrase.split(), 0) == (len(phrase.split()), concept)


def test_the_longest_phrase_counts() -> None:
    assert phrase_at(["they", "lost", "their", "lives"], 1) == (3, "kill")
    assert phrase_at(["they", "lost", "it"], 1) == (0, "")
