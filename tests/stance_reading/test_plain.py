"""What a sentence says in plain words, with sentences of our own."""

import pytest

from claimcheck.stance_reading.overlap import overlap
from claimcheck.stance_reading.plain import CHANCES, Plain, plainly
from claimcheck.stance_reading.rarity import Rarity
from claimcheck.stance_reading.reading import read
from claimcheck.vocabulary import Stance

BRIDGE = "The old bridge at Zenda collapsed."


def said(claim: str, passage: str) -> Plain | None:
    mine, theirs = read(claim), read(passage)
    return plainly(mine, theirs, overlap(mine, theirs, Rarity([mine.positions, theirs.positions])))


@pytest.mark.parametrize(
    "passage",
    [
        "The old bridge at Zenda collapsed on Monday, the mayor said.",
        "It rained. The old bridge at Zenda collapsed in the night, as this paper was told.",
    ],
)
def test_a_sentence_with_the_same_words_supports(passage: str) -> None:
    found = said(BRIDGE, passage)
    assert found is not None
    assert found.stance is Stance.SUPPORTS


@pytest.mark.parametrize(
    "passage",
    [
        "It is not true that the old bridge at Zenda collapsed.",
        "The old bridge at Zenda never collapsed, the mayor said.",
        "There is no evidence that the old bridge at Zenda collapsed.",
        "Claims that the bridge at Zenda collapsed are false.",
    ],
)
def test_a_sentence_with_the_same_words_and_a_negation_refutes(passage: str) -> None:
    found = said(BRIDGE, passage)
    assert found is not None
    assert found.stance is Stance.REFUTES


def test_a_negated_claim_is_refuted_by_the_plain_sentence_and_supported_by_the_negated_one() -> None:
    claim = "The old bridge at Zenda did not collapse."
    refuted, supported = (
        said(claim, f"The old bridge at Zenda {end}") for end in ("did collapse.", "did not collapse.")
    )
    assert refuted is not None
    assert supported is not None
    assert (refuted.stance, supported.stance) == (Stance.REFUTES, Stance.SUPPORTS)


def test_a_country_is_the_same_by_another_of_its_names() -> None:
    claim = "Norway buys Chinese ferries"
    found = said(claim, "Beijing denied that Norway buys any ferries.")
    assert found is not None
    assert found.stance is Stance.REFUTES
    assert said(claim, "Seoul denied that Norway buys any ferries.") is None


def test_what_a_named_report_says_is_said_and_what_reports_say_is_hedged() -> None:
    found = said(BRIDGE, "A Ruritania Institute report says the old bridge at Zenda collapsed.")
    assert found is not None
    assert found.stance is Stance.SUPPORTS
    assert said(BRIDGE, "A report says the old bridge at Zenda collapsed.") is None


def test_an_opposite_word_refutes() -> None:
    found = said("Exports of timber rose in Ruritania.", "Exports of timber fell in Ruritania, the office says.")
    assert found is not None
    assert found.stance is Stance.REFUTES


def test_another_number_for_the_same_thing_refutes() -> None:
    found = said("The flood killed 40 people in Strelsau.", "The flood killed 95 people in Strelsau.")
    assert found is not None
    assert (found.stance, "both" in found.reason) == (Stance.REFUTES, True)


@pytest.mark.parametrize(
    "passage",
    [
        "Did the old bridge at Zenda collapse?",
        "The old bridge at Zenda allegedly collapsed.",
        "The old bridge at Zenda might have collapsed.",
        "The new theatre at Zenda opened.",
        "Rain.",
        "",
    ],
)
def test_what_asks_hedges_or_says_something_else_is_not_plain(passage: str) -> None:
    assert said(BRIDGE, passage) is None


def test_chances_sum_to_one() -> None:
    assert all(sum(chances.values()) == pytest.approx(1) for chances in CHANCES.values())
