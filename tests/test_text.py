"""Pure functions on text: what counts as the same words, and what cannot be seen is shown."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import InputError
from claimcheck.text import comparison_key, escaped_json, fingerprint, one_line, storable, visible

WRITTEN_OUT = ["\x1b", "\x00", "\x07", "\r", "\x7f", "\x9b", "\u202e", "\u2066", "\u200b", "\u2028", "\ufeff", "\u061c"]
WORDS = st.text(st.sampled_from("abcÄéßЖж '-.,1"), max_size=30)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CSIS", "csis"),
        ("White  House", " white\thouse\n"),
        ("Zu\u0308rich", "Z\u00fcrich"),
        ("Straße", "STRASSE"),
        ("Putin\u2019s \u201cfriend\u201d", 'putin\'s "friend"'),
        ("2022\u20132024", "2022-2024"),
        ("co\u00adoperate", "cooperate"),
        ("non\u2011state", "non-state"),
    ],
)
def test_two_spellings_of_the_same_words_are_one(one: str, other: str) -> None:
    assert comparison_key(one) == comparison_key(other)
    assert fingerprint(one) == fingerprint(other)


@pytest.mark.parametrize(("one", "other"), [("a b", "ab"), ("resume", "résumé"), ("10", "100"), ("a.", "a")])
def test_other_words_are_other_words(one: str, other: str) -> None:
    assert comparison_key(one) != comparison_key(other)
    assert fingerprint(one) != fingerprint(other)


@given(WORDS)
def test_case_and_form_never_make_a_difference(text: str) -> None:
    key = comparison_key(text)
    assert key == comparison_key(text.upper()) == comparison_key(unicodedata.normalize("NFD", text))
    assert key == comparison_key(f"  {text}\n") == comparison_key(key)


@given(st.text(max_size=50))
def test_a_fingerprint_fits_a_signed_64_bit_column(text: str) -> None:
    if not any("\ud800" <= character <= "\udfff" for character in text):
        assert -(2**63) <= fingerprint(text) < 2**63


@pytest.mark.parametrize(("text", "name"), [("a\x00b", "NUL"), ("a\ud800b", "U+D800"), ("a\udfff", "U+DFFF")])
def test_what_no_database_keeps_is_refused_with_its_place(text: str, name: str) -> None:
    with pytest.raises(InputError) as caught:
        storable(text, "the note")
    assert name in str(caught.value)
    assert "the note holds" in str(caught.value)
    assert "position 1" in str(caught.value)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00")))
def test_all_other_text_is_kept_as_it_is(text: str) -> None:
    assert storable(text) is text


@pytest.mark.parametrize("character", WRITTEN_OUT)
def test_what_steers_a_terminal_or_hides_is_written_out(character: str) -> None:
    shown = visible(f"a{character}b")
    assert shown == f"a{character.encode('unicode_escape').decode()}b"
    assert shown.isprintable()
    assert character not in escaped_json(json.dumps(character, ensure_ascii=False))


@given(st.text(max_size=40))
def test_nothing_but_line_feeds_and_tabs_is_left_to_the_terminal(text: str) -> None:
    left = {unicodedata.category(character) for character in visible(text) if character not in "\n\t"}
    assert "Cc" not in left
    assert visible(visible(text)) == visible(text)
    assert len(one_line(text).splitlines() or [""]) == 1
    assert "\t" not in one_line(text)


@given(st.text(st.sampled_from("aé <[&*中")))
def test_text_that_can_be_seen_is_left_alone(text: str) -> None:
    assert visible(text) == one_line(text) == escaped_json(text) == text


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_escaped_json_means_what_it_meant(text: str) -> None:
    written = escaped_json(json.dumps({"text": text}, ensure_ascii=False))
    assert json.loads(written) == {"text": text}
    assert visible(written) == written
