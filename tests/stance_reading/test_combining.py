"""Another model's word beside our own judgement."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.judgements import Judgement
from claimcheck.stance_reading.combining import combined
from claimcheck.vocabulary import Stance

FOUR = (Stance.SUPPORTS, Stance.REFUTES, Stance.MENTIONS, Stance.UNRELATED)
SPLIT = dict(zip(FOUR, (0.3, 0.2, 0.4, 0.1), strict=True))
OWN = Judgement(Stance.MENTIONS, 0.4, SPLIT, abstains=False, reasons=("ours",), start=2, end=9)
SHARES = st.lists(st.floats(0, 1), min_size=4, max_size=4)


def sure_of(stance: Stance) -> dict[Stance, float]:
    return {one: 0.85 if one is stance else 0.05 for one in FOUR}


def test_agreement_makes_surer_and_disagreement_less_sure() -> None:
    agreed = combined(OWN, sure_of(Stance.MENTIONS), ("theirs",))
    assert agreed.stance is Stance.MENTIONS
    assert agreed.probability > OWN.probability
    assert agreed.reasons == ("theirs", "ours")
    moved = combined(OWN, sure_of(Stance.REFUTES), ("theirs",))
    assert moved.probabilities[Stance.REFUTES] > OWN.probabilities[Stance.REFUTES]
    assert moved.probabilities[Stance.MENTIONS] < OWN.probabilities[Stance.MENTIONS]


def test_a_side_that_is_not_sure_is_not_taken() -> None:
    torn = combined(OWN, {Stance.SUPPORTS: 0.5, Stance.REFUTES: 0.5}, ())
    assert torn.stance in (Stance.SUPPORTS, Stance.REFUTES)
    assert torn.abstains


def test_the_span_is_that_of_the_other_model_if_it_has_one() -> None:
    assert combined(OWN, sure_of(Stance.SUPPORTS), ())[-2:] == (2, 9)
    assert combined(OWN, sure_of(Stance.SUPPORTS), (), (0, 4))[-2:] == (0, 4)


@given(SHARES, SHARES)
def test_what_comes_out_is_a_distribution_whatever_goes_in(ours: list[float], theirs: list[float]) -> None:
    own = OWN._replace(probabilities=dict(zip(FOUR, ours, strict=True)))
    found = combined(own, dict(zip(FOUR, theirs, strict=True)), ())
    assert sum(found.probabilities.values()) == pytest.approx(1)
    assert all(0 <= one <= 1 for one in found.probabilities.values())
    assert found.probability == max(found.probabilities.values())
