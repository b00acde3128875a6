"""The lists of words that mean the same."""

from collections import Counter

from claimcheck.quantities.synonyms import DEEDS, THINGS, VERBS


def test_no_word_means_two_things() -> None:
    words: list[str] = []
    for entry in f"{DEEDS};{THINGS};{VERBS}".split(";"):
        concept, _, others = entry.strip().partition(":")
        words += {concept, *others.split()}
    assert not [word for word, count in Counter(words).items() if count > 1]
