"""The claims that a text may bear on."""

from sqlmodel import Session

from claimcheck.criteria import ClaimFilter
from claimcheck.matching.likening import asked_of
from claimcheck.steps.candidates import LIVE, Candidates
from claimcheck.store.engine import session_reader
from tests.store.test_shortlist import add

PASSAGE = asked_of("A wombat met a quokka.")


def found(session: Session, scope: ClaimFilter | None = None) -> list[int]:
    candidates = Candidates(session_reader(session), scope, budget=10_000)
    return [claim.id for claim in candidates.of(PASSAGE, limit=10, budget=10_000)]


def test_claims_come_with_their_words_and_the_best_first(session: Session) -> None:
    one, both = add(session, "A wombat sleeps.", "A quokka and a wombat.")
    candidates = Candidates(session_reader(session), budget=10_000)
    first, second = candidates.of(PASSAGE, limit=10, budget=10_000)
    assert (first.id, first.text, first.source) == (both, "A quokka and a wombat.", "Ann")
    assert second.id == one
    assert first.told.text.shown == {"quokka": "quokka", "wombat": "wombat"}
    assert candidates.weights(PASSAGE)["quokka"] > candidates.weights(PASSAGE)["wombat"] > 0


def test_only_claims_of_the_filter_are_given_few_or_many(session: Session) -> None:
    one, two, *_ = add(session, "A wombat.", "Another wombat.", *(f"Wombat {n}." for n in range(60)))
    assert found(session, ClaimFilter(claim_ids=(two,))) == [two]
    assert set(found(session, ClaimFilter(claim_ids=(one, two)))) == {one, two}
    assert len(found(session, ClaimFilter(sources=("Ann",), states=LIVE))) == 10
    assert found(session, ClaimFilter(sources=("CSIS",), states=LIVE, kinds=("forecast",))) == []


def test_all_texts_of_the_filter_can_be_read(session: Session) -> None:
    (number,) = add(session, "A wombat.")
    scope = ClaimFilter(claim_ids=(number,))
    assert list(Candidates(session_reader(session), scope, budget=1).texts()) == [(number, "A wombat.")]


def test_a_country_weighs_something_where_only_one_of_its_spellings_occurs(session: Session) -> None:
    add(session, "Norway has wombats.", "Danish quokkas sleep.", "Swedish wombats.", "Sweden has quokkas.")
    weights = Candidates(session_reader(session), budget=10_000).weights(
        asked_of("Norwegian, Denmark, Sweden, Wombats")
    )
    norway, denmark, sweden = (weights[key] for key in ("norwai", "denmark", "sweden"))
    assert norway == denmark == sweden > weights["wombat"] > 0
