"""Places that are like a quotation: found by words in order, the best first, and never for a few words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.likeness import LEAST_SIMILARITY, alike, is_unspaced

FILLER = "Nothing that was said here has any bearing upon it whatsoever, nor could it have had one. "
QUOTE = "the harbour had been closed to every ship since the fourteenth of May"
WORDS = st.lists(st.sampled_from(["the", "port", "was", "closed", "in", "may", "never"]), min_size=4, max_size=30)


@pytest.mark.parametrize(
    ("words", "similarity"),
    [
        ("the harbour had been closed to every ship since the fourteenth of June", 24 / 26),
        ("the harbour had been closed to every single ship since the fourteenth of May", 26 / 27),
        ("The harbour has been closed to every ship since the 14th of May", 22 / 26),
        ("harbour had been closed to every ship since the fourteenth", 20 / 23),
    ],
)
def test_the_like_is_found_from_its_first_word_to_its_last(words: str, similarity: float) -> None:
    text = FILLER * 20 + words + ". " + FILLER * 20
    if words.endswith("June"):
        words, similarity = words.removesuffix(" June"), 24 / 25
    (place,) = alike(text, QUOTE)
    assert text[place.start : place.end] == words
    assert place.similarity == pytest.approx(similarity)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Linus", "Linus"),
        ("one two three", "one two three"),
        ("a b c d e", "a b c d e"),
        (FILLER, QUOTE),
        (" ".join(reversed(QUOTE.split())), QUOTE),
        (QUOTE, "harbour " + FILLER),
        ("", QUOTE),
        (QUOTE, ""),
    ],
)
def test_few_words_other_words_and_another_order_are_not_alike(text: str, quote: str) -> None:
    assert alike(text, quote) == []


def test_every_place_is_given_once_and_the_most_alike_first() -> None:
    less = QUOTE.replace("ship", "boat").replace("May", "June")
    found = alike(f"{FILLER}{less}. {FILLER}{QUOTE}. {FILLER}{less}.", QUOTE)
    assert [place.similarity == 1 for place in found] == [True, False, False]
    assert len({place.start for place in found}) == 3


@given(WORDS, WORDS)
def test_places_are_apart_and_as_alike_as_is_said(one: list[str], other: list[str]) -> None:
    text, quote = " ".join(one), " ".join(other)
    found = sorted(alike(text, quote))
    assert all(left.end <= right.start for left, right in pairwise(found))
    for place in found:
        assert LEAST_SIMILARITY <= place.similarity <= 1
        assert (place.similarity == 1) == (text[place.start : place.end] == quote)


@given(WORDS, WORDS)
def test_the_quotation_itself_is_wholly_alike(around: list[str], words: list[str]) -> None:
    quote = " ".join(["harbour", *words, "ministry"])
    found = alike(" ".join([*around, quote, *around]), quote)
    assert found[0].similarity == 1


@pytest.mark.parametrize(
    ("character", "expected"), [("中", True), ("ひ", True), ("ก", True), ("한", False), ("я", False)]
)
def test_a_script_without_spaces_is_known(character: str, expected: bool) -> None:  # noqa: FBT001
    assert is_unspaced(character) is expected


@pytest.mark.parametrize(
    "quote",
    [
        "हमने किसी भी देश को कोई हथियार नहीं दिया है",
        "ไม่มีเรือลำใดออกจากท่าเรือก่อนเที่ยงวัน",
        "우리는 어떤 나라에도 무기를 제공하지 않았다고 말했다",
    ],
)
def test_words_of_any_script_are_found(quote: str) -> None:
    (place,) = alike(f"{FILLER}{quote} {FILLER}", quote)
    assert place.similarity == 1
