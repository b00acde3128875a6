"""The list of phrases that mean the same as a word for a thing."""

from claimcheck.quantities.deed_phrases import DEED_PHRASES
from claimcheck.quantities.thing_phrases import THING_PHRASES
from claimcheck.quantities.wording import phrase_at
from tests.quantities.listed import entries


def test_every_phrase_is_found_as_what_it_means_and_stands_once() -> None:
    told = entries(THING_PHRASES)
    assert len({phrase for _, phrase in told}) == len(told)
    assert not {phrase for _, phrase in told} & {phrase for _, phrase in entries(DEED_PHRASES)}
    for concept, phrase in told:
        assert phrase_at(phrase.split(), 0) == (len(phrase.split()), concept)


def test_the_longest_phrase_counts() -> None:
    assert phrase_at(["life", "expectancy", "of", "men"], 0) == (2, "lifespan")
