"""What stands out in a sentence is found by its look, in any script, and is always a piece of the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.terms import salient_terms
from claimcheck.text import comparison_key, storable

WORDS = st.sampled_from(
    ["The", "of", "Greta", "Keller", "U.S.", "Ki-moon", "1,500", "60", "%", "l'Iran",
     "Straße", "STRASSE", "中国",
     "ミ", "の", "gravel", "Harbour's", ".", ",", "\x00", "\ud800", "e\u0301", "हिन्दी", "'", "-", "F-16",
     "\u00a0", "W."]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The harbour office denied that Greta Keller met Jo Brand's envoy in Goldach on 12 May 2024.",
         ["Greta Keller", "Jo Brand", "Goldach", "12", "2024"]),
        ("Keller told Reuters that 60 % of 1,500 ferries were built by the Ministry of Works and Transport.",
         ["Reuters", "Ministry of Works", "Transport", "60", "1,500", "Keller"]),
        ("U.S. State Department staff said John W. Brand bought 24 F-16 jets.",
         ["U.S. State Department", "John W. Brand", "F-16", "24"]),
        ("Ursula von der Aue and Ban Ki-moon, of Bern, agreed.", ["Ursula von der Aue", "Ban Ki-moon", "Bern"]),
        ("Officials agreed. Then Officials left.", ["Officials"]),
        ("L'ambassade d'Iran à Paris dément", ["Iran", "Paris"]),
        ("Министерство сообщило, что Грета Келлер уехала из Женевы", ["Грета Келлер", "Женевы"]),
        ("Das Ministerium bestritt den Angriff auf Köln.", ["Ministerium", "Angriff", "Köln"]),
    ],
)  # fmt: skip
def test_names_come_first_then_numbers_then_words(text: str, wanted: list[str]) -> None:
    assert salient_terms(text, limit=20)[: len(wanted)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("وزارة النقل تنفي غرق 150 سفينة", ["150", "سفينة", "وزارة", "النقل", "تنفي"]),
        ("परिवहन मंत्रालय ने कहा", ["मंत्रालय", "परिवहन"]),
        ("日本の防衛省はミサイルを確認した", ["ミサイル", "防衛省", "日本", "確認"]),
        ("MINISTRY DENIES THAT FERRIES CROSSED THE LAKE NEAR GOLDACH",
         ["MINISTRY", "FERRIES", "CROSSED", "GOLDACH", "DENIES"]),
    ],
)  # fmt: skip
def test_where_case_says_nothing_words_and_runs_are_what_stands_out(text: str, wanted: list[str]) -> None:
    found = salient_terms(text, limit=20)
    assert found[:1] == wanted[:1]
    assert sorted(found) == sorted(wanted)


def test_a_long_run_without_spaces_is_cut() -> None:
    assert salient_terms("交通部门否认了关于渡轮的说法", limit=5) == ["交通部门否认了关"]


@pytest.mark.parametrize("text", ["", " ", "it is on", "7 %", "\ud800\x00", "…—'’-.,"])
def test_where_nothing_stands_out_there_is_nothing(text: str) -> None:
    assert salient_terms(text, limit=5) == []


def test_a_name_within_a_name_is_named_once() -> None:
    assert salient_terms("He met Greta Keller, and Keller met GRETA KELLER in it", limit=5) == ["Greta Keller"]


def test_an_endless_text_is_looked_at_for_its_first_part() -> None:
    assert salient_terms("la " * 10_000 + "gravel", limit=3) == []
    assert len(salient_terms("Ab1 " * 200_000, limit=3)) <= 3


@given(st.text(max_size=200) | st.lists(WORDS, max_size=30).map(" ".join), st.integers(-1, 9))
def test_each_term_is_a_piece_of_the_text_and_there_once(text: str, limit: int) -> None:
    found = salient_terms(text, limit=limit)
    assert len(found) <= max(limit, 0)
    assert found == salient_terms(f"  {text}\n", limit=limit)
    for term in found:
        assert storable(term) == term.strip() != ""
        assert term in " ".join(text.split())
    assert len({comparison_key(term) for term in found}) == len(found)


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_a_smaller_limit_gives_the_beginning(text: str) -> None:
    whole = salient_terms(text, limit=99)
    assert salient_terms(text, limit=3) == whole[:3]
