"""Words as they are compared: tokens with places, stems, commonness."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.stance_reading.words import lowered, stem, tokens, usual_rate


def test_words_numbers_and_ideographs_are_tokens_with_their_places() -> None:
    text = "It didn't cost 1,200.50 euros. 東京"
    found = tokens(text)
    assert [word for word, _, _ in found] == ["It", "didn't", "cost", "1,200.50", "euros", "東", "京"]
    assert all(text[start:end] == word for word, start, end in found)


@pytest.mark.parametrize(
    "forms",
    [
        ("escape", "escapes", "escaped", "escaping"), ("deny", "denies", "denied", "denial"),
        ("kill", "kills", "killed", "killing"), ("confirm", "confirmed", "confirms"), ("die", "died", "deaths"),
        ("report", "reports", "reported", "reporter"), ("stop", "stopped", "stopping"), ("zoo", "zoo's", "zoos"),
    ],
)  # fmt: skip
def test_the_forms_of_a_word_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


def test_other_words_keep_stems_of_their_own() -> None:
    assert len({stem(word) for word in ("false", "fall", "class", "news", "new", "state")}) == 6


def test_quotation_marks_as_apostrophes_are_plain_ones() -> None:
    assert lowered("Didn’t") == "didn't"


def test_short_and_common_words_are_expected_more_often_than_long_ones() -> None:
    assert usual_rate("the") > usual_rate("report") > usual_rate("ox") > usual_rate("hippopotamus")


@given(st.text(max_size=60))
def test_any_text_has_tokens_within_it_in_order(text: str) -> None:
    end = 0
    for word, start, stop in tokens(text):
        assert end <= start < stop <= len(text)
        assert text[start:stop] == word
        assert stem(lowered(word)) is not None
        end = stop
