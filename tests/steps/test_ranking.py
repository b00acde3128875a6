"""The claims that are most like a text."""

from collections.abc import Sequence

import pytest
from sqlmodel import Session

from claimcheck.criteria import ClaimFilter
from claimcheck.steps.annotate import annotate
from claimcheck.steps.ranking import similar_to
from claimcheck.store.engine import session_reader
from tests.steps.papers import NOW
from tests.store.test_shortlist import add


def ranked(session: Session, text: str, limit: int = 10, scope: ClaimFilter | None = None) -> list[int]:
    return [one.claim_id for one in similar_to(session_reader(session), text, limit=limit, scope=scope)]


def test_the_claim_that_is_meant_comes_first(session: Session) -> None:
    far, meant, _ = add(
        session, "A wombat sleeps in Canberra.", "A wombat bit the mayor of Perth.", "Perth has a mayor, it seems."
    )
    found = similar_to(session_reader(session), "Mayor of Perth bitten by wombat!! #WombatGate", limit=2)
    assert found[0].claim_id == meant
    assert found[0].text == "A wombat bit the mayor of Perth."
    assert found[0].source == "Ann"
    assert found[0].score > found[1].score
    assert far in ranked(session, "wombat in Canberra")


def test_rejected_claims_and_those_outside_the_filter_are_left_out(session: Session) -> None:
    one, two = add(session, "A wombat sleeps.", "A wombat wakes.")
    annotate(session, one, author="p", now=NOW, fields={"state": "rejected"})
    assert ranked(session, "wombat") == [two]
    assert ranked(session, "wombat", scope=ClaimFilter(claim_ids=(one,))) == []


@pytest.mark.parametrize("text", ["", "\x00", "it is so", "\u2167\u2168", '"""', "潜艇", "word " * 100_000])
def test_a_text_that_says_nothing_is_like_nothing(session: Session, text: str) -> None:
    assert ranked(session, text) == []


class Model:
    """Stands for a model of meaning, to which one text alone is near."""

    def __init__(self, near: str) -> None:
        self.near = near

    def likenesses(self, text: str, others: Sequence[str]) -> list[float]:
        return [float(bool(text) and other == self.near) for other in others]


def test_what_is_nearer_in_meaning_moves_up(session: Session) -> None:
    texts = ["A wombat of Perth.", "A wombat of Perth, once.", "Wombats of Perth, a long and winding story."]
    add(session, *texts)
    reader = session_reader(session)
    before = [one.text for one in similar_to(reader, "Wombat of Perth", limit=3)]
    assert sorted(before) == sorted(texts)
    found = similar_to(reader, "Wombat of Perth", limit=3, embedder=Model(before[2]))
    assert [one.text for one in found].index(before[2]) < 2
    assert sorted(one.text for one in found) == sorted(texts)
