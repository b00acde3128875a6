"""Why, in words."""

from claimcheck.stance_reading.reasons import reasons, span
from claimcheck.vocabulary import Stance
from tests.stance_reading.texts import ASKING, CLAIM, REFUTING, held_against


def told(claim: str, passage: str, stance: Stance = Stance.REFUTES) -> str:
    return "; ".join(reasons(*held_against(claim, passage), stance))


def test_the_words_in_common_and_the_refuting_cue_are_named() -> None:
    said = told(CLAIM, REFUTING)
    assert "crocodile" in said
    assert "calls something a hoax ('hoax')" in said


def test_a_cue_of_several_words_is_named_in_full_and_its_words_are_no_cues_of_their_own() -> None:
    said = told(CLAIM, "There is no evidence that a crocodile escaped from the Belmont zoo.")
    assert "says that evidence is missing ('no evidence')" in said
    assert "('evidence')" not in said
    assert "elsewhere it says that evidence is missing ('no evidence')" in told(
        CLAIM, "A crocodile escaped from the Belmont zoo. There is no evidence."
    )


def test_a_negation_an_opposite_and_another_number_are_named() -> None:
    assert "negated, the claim is not" in told("The mill burned", "The mill has not burned.")
    assert "'decreased' where the claim says 'increased'" in told("Prices increased", "Prices decreased.")
    assert "gives the number 15, the claim 12" in told("The fire killed 12 people", "The fire killed 15 people.")


def test_a_question_and_what_is_missing_are_named() -> None:
    said = told(CLAIM, ASKING, Stance.MENTIONS)
    assert "is a question" in said
    assert "does not have: umbrella" in told("The mill lost an umbrella", "The mill lost.", Stance.MENTIONS)


def test_a_cue_away_from_the_closest_sentence_is_told_as_such() -> None:
    said = told(CLAIM, "A crocodile escaped from the Belmont zoo. All of this was a hoax.")
    assert "elsewhere it calls something a hoax" in said


def test_what_is_unrelated_says_only_what_it_shares() -> None:
    assert len(reasons(*held_against(CLAIM, "A zoo."), Stance.UNRELATED)) == 1


def test_the_span_is_the_closest_sentence_without_the_space_around_it() -> None:
    _, passage, shared = held_against("The mill burned", "It rains.  The mill burned.  It snows.")
    start, end = span(passage, shared)
    assert passage.text[start:end] == "The mill burned."
    assert span(*held_against("The mill burned", "It rains.")[1:]) == (0, 0)
