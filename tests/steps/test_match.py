"""Which passages bear on which claims: shared rare terms, in any script, in bounded work."""

import sqlite3

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from claimcheck.criteria import ClaimFilter
from claimcheck.matching.passages import MAX_PASSAGE_LENGTH, passages_of
from claimcheck.steps.load import load
from claimcheck.steps.match import MAX_SUGGESTIONS, Matcher, Suggestion
from claimcheck.store.engine import driver_connection, session_reader
from claimcheck.values import Record
from tests.steps.papers import NOW, rows

CLAIM = "The Belgorod left Severodvinsk with Poseidon torpedoes on board."
PASSAGE = "The Belgorod, with Poseidon torpedoes, was seen near Severodvinsk."
FILLER = "Nothing of interest happened in the other places that we visited."
SCRIPTS = {
    "Cyrillic": (
        "Подводная лодка Белгород вышла из Северодвинска с торпедами Посейдон.",
        "Лодку «Белгород» с торпедами «Посейдон» видели близ Северодвинска.",
    ),
    "Greek": (
        "Το πλοίο Αθηνά έφυγε από τον Πειραιά με πυραύλους Ποσειδών.",
        "Οι πύραυλοι Ποσειδών ήταν στο Αθηνά, που έφυγε χθες από τον Πειραιά.",
    ),
    "Arabic": (
        "غادرت الغواصة بيلغورود ميناء سيفيرودفينسك ومعها طوربيدات بوسيدون",
        "شوهدت بيلغورود قرب سيفيرودفينسك ومعها طوربيدات",
    ),
    "Chinese": (
        "俄罗斯从中国获得潜艇技术以换取武器。",
        "美国官员昨天表示，莫斯科向北京提供武器，从中国获得潜艇技术，另一方面否认。",
    ),
    "Japanese": (
        "潜水艦がムルマンスクを魚雷とともに出港した。",
        "報道によると、潜水艦が魚雷を積みムルマンスクを出港したという。",
    ),
    "names in Chinese text": (
        "The Belgorod met USS Virginia near Murmansk.",
        "据报道Belgorod在Murmansk附近遇到Virginia。",
    ),
}


def add(session: Session, *texts: str, source: str = "Ann", **values: str) -> list[int]:
    records = [Record("claims", f"row {n}", {"text": text, "source": source, **values}) for n, text in enumerate(texts)]
    first = load(session, records, author="a", now=NOW).first_id
    assert first is not None
    return list(range(first, first + len(texts)))


def suggestions(session: Session, text: str, *, known: str | None = None) -> list[Suggestion]:
    return Matcher(session_reader(session)).suggestions(text, known=known)


def matched(session: Session, text: str, *, known: str | None = None) -> dict[int, str]:
    return {item.claim_id: text[item.start : item.end] for item in suggestions(session, text, known=known)}


def test_a_passage_that_shares_rare_terms_with_a_claim_is_found_with_the_reason(session: Session) -> None:
    (number,) = add(session, CLAIM)
    (found,) = suggestions(session, f"{FILLER}\n\n{PASSAGE}\n\n{FILLER}")
    assert found.claim_id == number
    assert found.start == len(FILLER) + 2
    assert found.reasons == "shares Belgorod, Severodvinsk, Poseidon, torpedoes"


def test_the_best_passage_of_a_claim_is_proposed_and_no_other(session: Session) -> None:
    (number,) = add(session, CLAIM)
    less = "The Belgorod left Severodvinsk without torpedoes."
    assert matched(session, f"{less}\n\n{PASSAGE}\n\n{less}") == {number: PASSAGE}


@pytest.mark.parametrize(
    "text",
    [FILLER, "The Belgorod is a submarine.", "Poseidon was a god.", "", "\n\n \n", "Belgorodian Severodvinskers"],
)
def test_what_shares_too_little_is_not_proposed(session: Session, text: str) -> None:
    add(session, CLAIM)
    assert suggestions(session, text) == []


@pytest.mark.parametrize("script", SCRIPTS)
def test_names_are_recognised_in_other_scripts(session: Session, script: str) -> None:
    claim, passage = SCRIPTS[script]
    (number,) = add(session, claim)
    assert number in matched(session, passage)


def test_a_text_without_spaces_says_which_words_it_shares_and_nothing_of_others(session: Session) -> None:
    claim, passage = SCRIPTS["Chinese"]
    add(session, claim, "今天天气很好，大家都去公园散步了。", "He spoke of 潜艇技术 in Murmansk and elsewhere.")
    (found,) = suggestions(session, f"第一段没有意思。\n\n{passage}")
    assert found.reasons == "shares 从中国获得潜艇技术, 武器"
    assert found.start == 10


def test_who_says_it_counts_and_is_not_missed(session: Session) -> None:
    (number,) = add(session, "The Belgorod left yesterday.", source="Igor Orlov", source_kind="person")
    (found,) = suggestions(session, "Mr Orlov spoke of the Belgorod yesterday.")
    assert (found.claim_id, found.reasons.split(", ")[0]) == (number, "shares Igor Orlov")


def test_a_claim_with_two_terms_needs_both(session: Session) -> None:
    (number,) = add(session, "In Murmansk it is, and so is the Belgorod.")
    assert matched(session, "Murmansk saw the Belgorod.") == {number: "Murmansk saw the Belgorod."}
    assert suggestions(session, "Murmansk saw nothing.") == []


def test_a_claim_without_any_term_is_found_by_nothing_and_does_no_harm(session: Session) -> None:
    add(session, "He is in it.", source="Belgorod Times")
    assert suggestions(session, "The Belgorod Times says so.") == []


def test_a_claim_that_was_rejected_is_not_looked_for(session: Session) -> None:
    add(session, CLAIM, state="rejected")
    assert suggestions(session, PASSAGE) == []


def test_only_claims_of_the_filter_are_looked_for(session: Session) -> None:
    one, two = add(session, CLAIM, f"Perhaps {CLAIM}")
    assert set(matched(session, PASSAGE)) == {one, two}
    found = Matcher(session_reader(session), ClaimFilter(claim_ids=(two,))).suggestions(PASSAGE)
    assert [item.claim_id for item in found] == [two]


def test_a_word_with_another_ending_is_the_same(session: Session) -> None:
    (number,) = add(session, "Two torpedoes hit a freighter near Murmansk.")
    assert number in matched(session, "Near Murmansk the freighters feared a torpedo; torpedoes hit them.")


def test_what_an_earlier_text_has_too_is_not_new(session: Session) -> None:
    (number,) = add(session, CLAIM)
    old = f"{FILLER}\n\n{PASSAGE}"
    edited = f"A new first line.\n\n{FILLER} Really.\n\n{PASSAGE.replace(' ', '  ')}"
    assert suggestions(session, edited, known=old) == []
    assert matched(session, f"{old}\n\nNew: {PASSAGE}", known=old) == {number: f"New: {PASSAGE}"}


def test_what_only_stands_in_another_run_of_a_long_paragraph_is_not_new(session: Session) -> None:
    add(session, CLAIM)
    old = " ".join([FILLER] * 9 + [PASSAGE] + [FILLER] * 9)
    assert suggestions(session, old)
    assert suggestions(session, old.removeprefix(FILLER), known=old) == []


def test_without_claims_there_is_nothing_to_find(session: Session) -> None:
    matcher = Matcher(session_reader(session), ClaimFilter(kinds=("forecast",), tags=()))
    assert matcher.suggestions(PASSAGE) == []


def test_few_are_proposed_of_many(session: Session) -> None:
    for number in range(MAX_SUGGESTIONS + 5):
        add(session, CLAIM, source=f"Ann {number}")
    add(session, *(f"{FILLER} Number {n}." for n in range(800)))
    found = suggestions(session, PASSAGE)
    assert len(found) == MAX_SUGGESTIONS
    assert [item.claim_id for item in found] == sorted(item.claim_id for item in found)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(text=st.text(st.sampled_from("Ab1 ²\u0303中\n.\"'*-()_\u00adΣß")) | st.text())
@example(text="²² is ³³ and Ⅷ")
@example(text='Belgorod"OR"x NEAR(a) -Poseidon*')
def test_no_text_can_do_harm(session: Session, text: str) -> None:
    for item in suggestions(session, text):
        assert 0 <= item.start < item.end <= len(text)


@pytest.mark.parametrize(
    "text", ["word " * 600_000, "word" * 600_000, "Belgorod " * 400_000, "A. " * 900_000, "\n" * 9**6]
)
def test_megabytes_of_the_same_word_are_read_in_short_passages(session: Session, text: str) -> None:
    add(session, CLAIM)
    assert suggestions(session, text) == []
    assert all(0 < end - start <= MAX_PASSAGE_LENGTH for start, end in passages_of(text[:50_000]))


@pytest.mark.file
def test_the_number_of_queries_follows_from_the_text_and_not_from_the_ledger(session: Session) -> None:
    places = ["Murmansk", "Severodvinsk", "Vladivostok", "Kaliningrad", "Sevastopol", "Arkhangelsk", "Novorossiysk"]
    add(session, *(f"Vessel {n} left {places[n % 7]} and {places[n % 5]} with containers." for n in range(5_000)))
    text = "\n\n".join(f"{places[n * 37 % 5]} saw vessel {n * 37} with containers." for n in range(99))
    connection = driver_connection(session)
    asked: list[str] = []
    inner = connection.connection if hasattr(connection, "connection") else connection
    assert isinstance(inner, sqlite3.Connection)
    inner.set_trace_callback(asked.append)
    try:
        found = suggestions(session, text)
    finally:
        inner.set_trace_callback(None)
    assert found
    assert len(asked) < 1_000


def test_nothing_is_written(session: Session) -> None:
    before = rows(session, "SELECT count(*) FROM event")
    suggestions(session, PASSAGE)
    assert rows(session, "SELECT count(*) FROM event") == before
