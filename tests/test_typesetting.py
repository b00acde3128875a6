"""Folded texts: typesetting goes, meaning stays, and every span leads back to the original."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.typesetting import fold

TYPESET = st.text(
    st.sampled_from(
        "abX 1-\u2010\u2014.\n\r\t\u00a0\u201c\u2019\u00e9e\u0301\u0316\u00ad\u200b\ufb03\u2026\u212b"
        "\uac00\u1100\u1161\u11a8\u4e2d"
    )
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("\u201cIt\u2019s\u201d", '"It\'s"'),
        ("\u00abno\u00bb", '"no"'),
        ("2022\u20132024", "2022-2024"),
        ("so \u2014 and -- so", "so - and - so"),
        ("wait\u2026", "wait..."),
        ("a\u00a0b \t\n c", "a b c"),
        ("co\u00adope\u200brate", "cooperate"),
        ("exam-\nple, exam\u00ad\nple, exam\u2010 \r\n  ple", "example, example, example"),
        ("Jean-\nPaul in 2022-\n2024", "Jean-Paul in 2022-2024"),
        ("he left -\nand", "he left - and"),
        ("end\u2014\nNew", "end- New"),
        ("one-\n\ntwo", "one- two"),
        ("e\u0301 and \u212b", "\u00e9 and \u00c5"),
        ("\u1100\u1161\u11a8", "\uac01"),
        ("e\u00adffi\ufb03cient", "effifficient"),
        ("10\u2075 \u00bd Case", "10\u2075 \u00bd Case"),
        ("", ""),
    ],
)
def test_typesetting_goes_and_everything_else_stays(text: str, folded: str) -> None:
    assert fold(text).text == folded


@pytest.mark.parametrize(
    ("text", "other", "folded"),
    [
        ("a well-\nknown exam-\nple", "the well-known one", "a well-known example"),
        ("state-of-\nthe-\nart", "state-of-the-art", "state-of-the-art"),
        ("well-\nknown", "wellknown", "wellknown"),
        ("x" * 50 + "-\nknown", "x" * 50 + "-known", "x" * 50 + "known"),
    ],
)
def test_a_divided_word_keeps_the_hyphen_that_the_other_text_has(text: str, other: str, folded: str) -> None:
    assert fold(text, other).text == folded


@given(TYPESET)
def test_every_span_leads_back_to_what_it_was_folded_from(text: str) -> None:
    folded = fold(text)
    places = [folded.original(index, index + 1) for index in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
    for character, (start, end) in zip(folded.text, places, strict=True):
        if character.isalnum() and end - start == 1 and text[start] != "\ufb03":
            assert unicodedata.normalize("NFC", text[start]) == character
    if folded.text:
        first, last = folded.original(0, len(folded.text))
        assert (first, last) == (places[0][0], places[-1][1])
        assert fold(text[:first] + text[last:]).text == ""


@given(st.text(st.sampled_from("abX 1.\n\t\u201c\u2019\u00e9e\u0301\u4e2d"), max_size=40))
def test_what_is_folded_folds_to_itself(text: str) -> None:
    assert fold(fold(text).text).text == fold(text).text


def test_no_letter_gathers_marks_without_end() -> None:
    assert len(fold("e" + "\u0301\u0316" * 100_000).text) == 200_000
