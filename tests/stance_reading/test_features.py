"""The features of a pair."""

from math import isfinite

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.stance_reading.features import NAMES, features
from claimcheck.stance_reading.rarity import Rarity
from tests.stance_reading.texts import CLAIM, REFUTING, SUPPORTING, held_against


def named(claim: str, passage: str) -> dict[str, float]:
    return dict(zip(NAMES, features(*held_against(claim, passage), Rarity()), strict=True))


def test_every_feature_has_a_name_of_its_own() -> None:
    assert len(set(NAMES)) == len(NAMES)


def test_the_same_words_cover_a_claim_and_others_do_not() -> None:
    assert named(CLAIM, CLAIM)["covered"] == 1
    assert named(CLAIM, "Wheat is dear.")["covered"] == 0
    assert named(CLAIM, "An alligator broke out of the Belmont zoo")["missing"] > 0


def test_a_refutation_near_the_claims_words_is_seen() -> None:
    assert named(CLAIM, REFUTING)["refuting_near"] > named(CLAIM, SUPPORTING)["refuting_near"] == 0


def test_numbers_that_differ_clash_and_equal_ones_do_not() -> None:
    claim = "The fire killed 12 people"
    assert named(claim, "The fire killed 15 people.")["numbers_clash"] == 1
    assert named(claim, "The fire killed twelve people.")["numbers_clash"] == 0


def test_one_negation_more_is_odd() -> None:
    assert named("The mill burned", "The mill has not burned.")["parity"] == 1
    assert named("The mill has not burned", "The mill has not burned.")["parity"] == 0


def test_kindred_words_cover_softly() -> None:
    shown = named("A plane crashed", "The aircraft crashed.")
    assert shown["covered_kin"] > shown["covered"]


@given(st.text(max_size=80), st.text(max_size=200))
def test_any_two_texts_have_finite_features(claim: str, passage: str) -> None:
    values = features(*held_against(claim, passage), Rarity())
    assert len(values) == len(NAMES)
    assert all(isfinite(value) for value in values)
