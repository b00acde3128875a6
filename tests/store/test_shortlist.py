"""The claims that hold the rare words of a text."""

import math

import pytest
from sqlmodel import Session

from claimcheck.steps.load import load
from claimcheck.store.engine import session_reader
from claimcheck.store.shortlist import READ_AT_FIRST, Shortlist
from claimcheck.values import Record
from tests.steps.papers import NOW

MANY = READ_AT_FIRST + 500


def add(session: Session, *texts: str) -> list[int]:
    records = [Record("claims", f"row {n}", {"text": text, "source": "Ann"}) for n, text in enumerate(texts)]
    first = load(session, records, author="a", now=NOW).first_id
    assert first is not None
    return list(range(first, first + len(texts)))


def shortlist(session: Session, budget: int = 100_000) -> Shortlist:
    return Shortlist(session_reader(session), budget=budget)


def best(session: Session, *words: str, limit: int = 5, budget: int = 10_000) -> list[int]:
    return shortlist(session).best(words, limit=limit, budget=budget)


def test_the_claims_that_hold_more_of_the_rare_words_come_first(session: Session) -> None:
    one, both, other = add(session, "A wombat sleeps.", "A wombat meets a quokka.", "A quokka, really.")
    assert best(session, "wombat", "quokka", "nowhere") == [both, one, other]
    assert best(session, "wombat", "quokka", limit=1) == [both]


def test_of_claims_that_hold_the_same_words_the_shorter_comes_first(session: Session) -> None:
    long, short = add(session, "A wombat that sleeps in a garden of the old town all day long.", "A wombat sleeps.")
    assert best(session, "wombat", "sleeps") == [short, long]


def test_a_word_is_found_by_its_stem_whatever_its_case_and_accents(session: Session) -> None:
    (number,) = add(session, "Wombats in Zürich")
    assert best(session, "WOMBAT") == best(session, "zurich") == [number]


def test_what_is_no_word_is_in_no_claim(session: Session) -> None:
    for word in ("", '"', "\u2167", "\x00", "nowhere", "--", "a" * 5_000):
        assert best(session, word) == []
        assert shortlist(session).weight(word) in (0.0, shortlist(session).weight("a"))


def test_a_rare_word_weighs_more_and_one_of_a_single_claim_most(session: Session) -> None:
    add(session, "A wombat sleeps.", "A quokka.", "Another quokka.")
    words = shortlist(session)
    assert words.weight("nowhere") == 0
    assert 0 < words.weight("quokka") < words.weight("wombat") == pytest.approx(words.most)


def test_a_common_word_is_not_read_through_but_its_number_is_estimated(session: Session) -> None:
    add(session, *(f"Common thing {n}." for n in range(MANY)))
    words = shortlist(session)
    held = words.look_up("common")
    assert held.claim_ids is None
    assert READ_AT_FIRST < held.held_by <= words.claim_count
    assert math.isclose(held.held_by, MANY, rel_tol=0.3)
    whole = words.look_up("common", most=5_000)
    assert whole.held_by == len(whole.claim_ids or ()) == MANY


def test_where_all_words_are_common_the_claims_are_found_that_hold_them_together(session: Session) -> None:
    add(session, *(f"Common thing {n}." for n in range(MANY)))
    (number,) = add(session, "A common wooden thing.")
    words = Shortlist(session_reader(session), budget=10)
    found = words.best(["common", "thing", "wooden"], limit=3, budget=10)
    assert found[0] == number
    assert len(found) == 3


def test_no_more_is_counted_with_than_the_budget_lets(session: Session) -> None:
    add(session, *(f"Thing {n} of wood." for n in range(40)), "A wombat of wood.")
    words = Shortlist(session_reader(session), budget=30)
    assert len(words.best(["wood", "wombat"], limit=50, budget=1_000)) == 1


def test_only_claims_among_those_given_are_found(session: Session) -> None:
    one, two = add(session, "A wombat.", "Another wombat.")
    assert set(best(session, "wombat")) == {one, two}
    assert shortlist(session).best(["wombat"], limit=5, budget=99, among=frozenset({str(two)})) == [two]


def test_closing_the_list_early_changes_nothing(session: Session) -> None:
    texts = [" ".join(f"w{(n * step) % 37}x" for step in (1, 3, 5, 7)) for n in range(1, 200)]
    add(session, *texts)
    words = [f"w{n}x" for n in (1, 3, 5, 7, 11, 13)]
    found = best(session, *words, limit=4)
    assert found == best(session, *words, limit=1_000)[:4]
