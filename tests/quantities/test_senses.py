"""Words whose sense is told by their neighbours."""

import pytest

from claimcheck.quantities.senses import sense
from tests.quantities.sentence import split


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("It cut 90 jobs", "cut", "dismiss"),
        ("It was cut to 90 euros", "cut", ""),
        ("It raised $90", "raised", "revenue"),
        ("It claimed 34 lives", "lives", "kill"),
        ("It changed lives", "lives", ""),
        ("It released 34 hostages", "released", "free"),
        ("It released 34 barrels", "released", "leak"),
        ("It last erupted then", "last", "latest"),
        ("It erupted last year", "last", ""),
        ("It won 12 games", "won", "win"),
        ("It won 12 seats", "won", ""),
        ("The pay of nurses", "pay", "wage"),
        ("They pay nurses", "pay", ""),
        ("The fire at the mill", "fire", "blaze"),
        ("They fire 12 rockets", "fire", "fire"),
        ("It left 12 minor injuries", "minor", ""),
        ("It hurt a minor", "minor", "child"),
        ("It dismissed 12 senior officers", "senior", ""),
        ("Another storm", "Another", "another"),
        ("Gross domestic product fell", "product", "gdp"),
        ("A litre of milk", "litre", ""),
        ("There are 12 left", "left", "leftover"),
        ("They left 12 behind", "left", ""),
    ],
)
def test_the_words_beside_it_decide_what_a_word_is(text: str, word: str, found: str) -> None:
    tokens = split(text)
    assert sense(tokens, [token.text for token in tokens].index(word)) == found
