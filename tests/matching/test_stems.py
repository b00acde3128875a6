"""The stem of a word, as the full-text index has it."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.matching.stems import stem

WORDS = """
caresses ponies ties cats feed agreed plastered bled motoring sing conflated troubled sized hopping tanned falling
hissing fizzed failing filing happy sky relational conditional rational valenci digitizer conformabli radicalli
differentli vileli analogousli vietnamization predication operator feudalism decisiveness hopefulness callousness
formaliti sensitiviti sensibiliti triplicate formative formalize electriciti electrical hopeful goodness revival
allowance inference airliner gyroscopic adjustable defensible irritant replacement adjustment dependent adoption
homologou communism activate angulariti homologous effective bowdlerize probate rate cease controll roll yes toy by
""".split()  # noqa: SIM905 - a list of words
ENDINGS = ["ing", "ed", "eed", "s", "sses", "ies", "ational", "ization", "ness", "ful", "ement", "ion", "e", "ll", "y"]


def indexed(word: str) -> str:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(word, tokenize='porter unicode61')")
    connection.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(words, 'row')")
    connection.execute("INSERT INTO words VALUES (?)", (word,))
    found = str(connection.execute("SELECT term FROM terms").fetchone()[0])
    connection.close()
    return found


@pytest.mark.parametrize("word", WORDS)
def test_a_word_has_the_stem_that_the_index_gives_it(word: str) -> None:
    assert stem(word) == indexed(word)


@given(st.text("abiostlnrvz", min_size=2, max_size=6), st.sampled_from(ENDINGS))
def test_so_has_any_row_of_letters(beginning: str, ending: str) -> None:
    assert stem(beginning + ending) == indexed(beginning + ending)


@pytest.mark.parametrize("word", ["", "a", "is", "подводная", "f16", "it's", "x" * 65 + "ing"])
def test_what_is_no_english_word_is_its_own_stem(word: str) -> None:
    assert stem(word) == word
