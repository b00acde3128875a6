"""The list of phrases that mean the same as a word."""

from claimcheck.quantities.phrases import PHRASES
from claimcheck.quantities.wording import phrase_at


def test_every_phrase_is_found_as_what_it_means() -> None:
    told: dict[str, str] = {}
    for line in PHRASES.strip().splitlines():
        concept, _, phrases = line.partition(": ")
        for phrase in phrases.split("; "):
            assert told.setdefault(phrase, concept) == concept
            assert phrase_at(phrase.split(), 0) == (len(phrase.split()), concept)


def test_the_longest_phrase_counts() -> None:
    assert phrase_at(["life", "expectancy", "of", "men"], 0) == (2, "lifespan")
    assert phrase_at(["they", "lost", "their", "lives"], 1) == (3, "kill")
    assert phrase_at(["they", "lost", "it"], 1) == (0, "")
