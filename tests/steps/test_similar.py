"""Claims that may say the same."""

import pytest
from sqlmodel import Session

from claimcheck.steps.annotate import annotate
from claimcheck.steps.similar import MAX_SIMILAR, are_opposite, similar_claims, word_likeness
from claimcheck.store.engine import session_reader
from tests.steps.papers import NOW


def test_the_most_alike_come_first_and_never_the_claim_itself(session: Session) -> None:
    found = similar_claims(session_reader(session), 999, "China gives Russia military technology.")
    assert found
    assert len(found) <= MAX_SIMILAR
    assert [one.likeness for one in found] == sorted((one.likeness for one in found), reverse=True)
    best = found[0]
    again = similar_claims(session_reader(session), best.claim_id, "China gives Russia military technology.")
    assert best.claim_id not in {one.claim_id for one in again}


def test_one_that_was_rejected_is_among_them_and_says_so(session: Session) -> None:
    reader = session_reader(session)
    best = similar_claims(reader, 999, "China gives Russia military technology.")[0]
    annotate(session, best.claim_id, author="p", now=NOW, fields={"state": "rejected"})
    found = similar_claims(session_reader(session), 999, "China gives Russia military technology.")
    assert (found[0].claim_id, found[0].state) == (best.claim_id, "rejected")


@pytest.mark.parametrize("text", ["", "It is so.", '"""', "\u2167\u2168", "x"])
def test_words_that_say_nothing_are_like_nothing(session: Session, text: str) -> None:
    assert similar_claims(session_reader(session), 1, text) == []


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("China supplies drones.", "China supplied the drone", 0.99, 1),
        ("China supplies drones.", "Japan denies it", 0, 0),
        ("Beijing supplies Russian drones.", "China supplies Russia with drones", 0.99, 1),
        ("China supplies drones to Russia.", "China supplies tanks to Russia.", 0.7, 0.8),
        ("\u4e2d\u56fd\u4f9b\u5e94\u65e0\u4eba\u673a", "\u4e2d\u56fd\u4f9b\u5e94\u5766\u514b", 0.4, 0.7),
        ("it is", "it is", 0, 0),
    ],
)
def test_likeness_is_of_words_whatever_their_endings(one: str, other: str, least: float, most: float) -> None:
    assert least <= word_likeness(one, other) <= most


def test_a_sentence_and_its_negation_are_opposite() -> None:
    assert are_opposite("The ships will leave.", "The ships won't leave.")
    assert are_opposite("Nobody saw the ships.", "Many saw the ships.")
    assert not are_opposite("The ships never left.", "The ships did not leave.")
