import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.scoring import (
    CAP,
    CONFIRMED,
    HIGHEST,
    LOWEST,
    UNGRADED_WEIGHT,
    Vote,
    assess,
    contribution,
    log_odds,
    probability_of,
    weight_of,
)
from claimcheck.vocabulary import Reliability, Verdict

PROBABILITIES = st.floats(0, 1)
GRADES = st.sampled_from([None, *Reliability])


def supporting(origin: int, *, reliability: Reliability | None = Reliability.A, probability: float = CONFIRMED) -> Vote:
    return Vote(origin, 10 + origin, probability, 1 - probability, reliability)


def refuting(origin: int, *, reliability: Reliability | None = Reliability.A) -> Vote:
    return Vote(origin, 10 + origin, 1 - CONFIRMED, CONFIRMED, reliability)


def test_without_votes_there_is_neither_a_confidence_nor_a_verdict() -> None:
    nothing = assess([])
    assert (nothing.confidence, nothing.verdict, nothing.rule) == (None, None, "there is nothing to weigh")


def test_origins_that_take_no_side_are_not_enough_evidence_and_give_no_confidence() -> None:
    neutral = assess([Vote(0, 1, 0.4, 0.4, Reliability.A)])
    assert neutral.confidence is None
    assert neutral.verdict is Verdict.NOT_ENOUGH_EVIDENCE


def test_one_completely_reliable_origin_that_a_person_confirmed_suffices_just_so() -> None:
    assert assess([supporting(0)]).verdict is Verdict.SUPPORTED
    assert assess([refuting(0)]).verdict is Verdict.REFUTED


@pytest.mark.parametrize("grade", [None, Reliability.F, Reliability.B, Reliability.C, Reliability.D, Reliability.E])
def test_one_origin_of_any_lower_grade_is_not_enough(grade: Reliability | None) -> None:
    alone = assess([supporting(0, reliability=grade)])
    assert alone.verdict is Verdict.NOT_ENOUGH_EVIDENCE
    assert alone.confidence is not None
    assert alone.confidence > 0.5


def test_more_independent_origins_make_more_of_it() -> None:
    confidences = [
        assess([supporting(number, reliability=Reliability.C) for number in range(count)]).confidence
        for count in (1, 2, 3)
    ]
    assert all(one is not None for one in confidences)
    assert confidences == sorted(confidences, key=lambda one: one or 0)
    assert len(set(confidences)) == 3


def test_both_sides_of_similar_weight_conflict() -> None:
    both = assess([supporting(0), supporting(1), refuting(2)])
    assert both.verdict is Verdict.CONFLICTING
    assert "2 origins for it, 1 against it" in both.rule


def test_one_weak_voice_against_many_does_not_make_a_conflict() -> None:
    many = assess([*(supporting(number) for number in range(4)), refuting(4, reliability=Reliability.E)])
    assert many.verdict is Verdict.SUPPORTED


def test_no_origin_moves_the_log_odds_by_more_than_the_cap() -> None:
    certain = contribution(supporting(0, probability=1.0))
    assert certain.log_odds == CAP
    assert certain.is_capped


def test_who_cannot_be_judged_weighs_as_little_as_who_was_not_graded() -> None:
    assert weight_of(None) == weight_of(Reliability.F) == UNGRADED_WEIGHT < weight_of(Reliability.C)


def test_the_prior_moves_the_result_and_is_what_little_evidence_is_shrunk_to() -> None:
    low, high = assess([supporting(0)], prior=0.2), assess([supporting(0)], prior=0.8)
    assert low.confidence is not None
    assert high.confidence is not None
    assert low.confidence < high.confidence


def test_contributions_add_up_to_the_confidence() -> None:
    found = assess([supporting(0, reliability=Reliability.B), refuting(1, reliability=Reliability.C)])
    total = log_odds(found.prior) + found.shrinkage * sum(one.log_odds for one in found.contributions)
    assert found.confidence == pytest.approx(probability_of(total))


@given(PROBABILITIES, PROBABILITIES, GRADES)
def test_to_turn_every_vote_round_turns_the_confidence_round(
    supports: float, refutes: float, grade: Reliability | None
) -> None:
    one = assess([Vote(0, 1, supports, refutes, grade)]).confidence
    other = assess([Vote(0, 1, refutes, supports, grade)]).confidence
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert one + other == pytest.approx(1)


@given(st.lists(st.builds(Vote, st.integers(0, 99), st.integers(1, 99), PROBABILITIES, PROBABILITIES, GRADES)))
def test_a_confidence_is_never_certain(votes: list[Vote]) -> None:
    confidence = assess(votes).confidence
    assert confidence is None or LOWEST <= confidence <= HIGHEST


@given(st.floats(-30, 30))
def test_log_odds_and_probabilities_lead_back_to_each_other(given_log_odds: float) -> None:
    probability = probability_of(given_log_odds)
    assert 0 < probability < 1 or math.isclose(probability, 1)
    if 1e-9 < probability < 1 - 1e-9:
        assert log_odds(probability) == pytest.approx(given_log_odds, abs=1e-5)
