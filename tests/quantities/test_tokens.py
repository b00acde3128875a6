"""Sentences and tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.quantities.tokens import MAX_SENTENCE, lower_at, sentences
from tests.quantities.sentence import split


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three?", 3),
        ("Dr. Smith saw 1.5 m. of it in the U.S. in Jan. 2023.", 1),
        ("It is 5%. It was 4%.", 2),
        ("Heading\n\nText", 2),
        ("", 0),
        (" \n ", 0),
    ],
)
def test_a_text_is_cut_into_sentences(text: str, count: int) -> None:
    assert len(list(sentences(text))) == count


def test_initials_are_one_word_written_with_points_or_without() -> None:
    assert [token.lower for token in split("the U.S. and the U.K.'s")] == ["the", "us", "and", "the", "uk"]


@given(st.text(alphabet="a1. \n,", max_size=5000))
def test_no_sentence_is_longer_than_the_most_and_nothing_but_blanks_is_left_out(text: str) -> None:
    spans = list(sentences(text))
    assert all(0 < end - start <= MAX_SENTENCE for start, end in spans)
    assert "".join("".join(text[start:end] for start, end in spans).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("F-16", ["name"]),
        ("10:30", ["name"]),
        ("5G", ["name"]),
        ("3rd", ["ordinal"]),
        ("1990s", ["decade"]),
        ("2023-03-03", ["day"]),
        ("3/3/2023", ["slashed"]),
        ("1/3", ["fraction"]),
        ("$5bn", ["money", "number", "word"]),
        ("12km", ["number", "word"]),
        ("twenty-five", ["word", "mark", "word"]),
        ("semi-final", ["word"]),
        ("1.2.3", ["name"]),
        ("mid-2023", ["word", "number"]),
    ],
)
def test_tokens_have_kinds(text: str, kinds: list[str]) -> None:
    assert [token.kind for token in split(text)] == kinds


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_tokens_lie_where_they_say(text: str) -> None:
    assert all(text[token.start : token.end] == token.text for token in split(text))


def test_beyond_the_tokens_of_a_sentence_there_are_no_letters() -> None:
    found = split("Kyiv's Mayor")
    assert [lower_at(found, at) for at in (-1, 0, 1, 2)] == ["", "kyiv", "mayor", ""]
