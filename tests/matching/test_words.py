"""The words of a text as they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.matching.words import MAX_WORD, spellings, words_of


def test_words_are_compared_by_their_stems_and_shown_as_they_are_written() -> None:
    words = words_of("The ships' captains said that Belgorod's torpedoes were old.")
    assert words.shown == {
        "ship": "ships", "captain": "captains", "belgorod": "Belgorod", "torpedo": "torpedoes", "old": "old",
    }  # fmt: skip
    assert words.names == {"belgorod"}
    assert ("captain", "said") in words.pairs


@pytest.mark.parametrize(
    ("one", "other"),
    [("U.S.", "US"), ("1,500", "1500"), ("Zürich", "Zurich"), ("STRASSE", "straße"), ("Ελλάδα", "ΕΛΛΑΔΑ"),
     ("don\u2019t", "don't"), ("Ukraine\u2019s", "Ukraine")],
)  # fmt: skip
def test_spellings_of_one_word_are_the_same(one: str, other: str) -> None:
    assert words_of(one).keys == words_of(other).keys != ()


def test_numbers_keep_their_points() -> None:
    assert words_of("About 3.5 or 12,000 of 7 in 2024.").numbers == {"3.5", "12000", "7", "2024"}


def test_what_is_in_a_script_without_spaces_is_left_out_and_parts_words() -> None:
    assert list(words_of("据报道Belgorod在Murmansk附近").shown) == ["belgorod", "murmansk"]


@given(st.text() | st.text(st.sampled_from("A.'1,b\u0301")))
def test_any_text_has_words_of_bounded_length(text: str) -> None:
    words = words_of(text)
    assert words.names | words.numbers <= words.shown.keys() <= set(words.keys)
    assert all(len(word) <= MAX_WORD for word in words.shown.values())


def test_the_adjective_of_a_country_is_the_country() -> None:
    one, other = words_of("Chinese firms and Russian buyers"), words_of("China sells, Russia buys")
    assert one.shown.keys() & other.shown.keys() == {"china", "russia"}
    assert set(spellings("china")) >= {"china", "chinese"}
    assert spellings("harbour") == ()
