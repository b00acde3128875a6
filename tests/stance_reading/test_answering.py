"""What answers say to claims, and how surely, with exchanges of our own."""

import pytest

from claimcheck.judgements import Judgement
from claimcheck.stance_reading.answering import SILENT, WEIGHTS, answered, chances, leaning
from claimcheck.stance_reading.exchanges import NAMES, exchange
from claimcheck.stance_reading.reading import read
from claimcheck.vocabulary import Stance

BRIDGE = "The old bridge at Zenda was closed."
QUESTION = "Was the old bridge at Zenda closed?"


def said(answer: str, *, question: str = QUESTION, claim: str = BRIDGE) -> Judgement:
    found = exchange(read(f"{question} {answer}"))
    assert found is not None
    return answered(read(claim), found)


def test_there_is_a_weight_for_each_feature() -> None:
    assert tuple(WEIGHTS) == NAMES


@pytest.mark.parametrize("log_odds", [-40.0, -1.0, 0.0, 2.5, 40.0])
def test_probabilities_sum_to_one_and_leave_something_open(log_odds: float) -> None:
    found = chances(log_odds)
    assert sum(found.values()) == pytest.approx(1)
    assert found[Stance.MENTIONS] > 0.1


@pytest.mark.parametrize(("answer", "stance"), [("Yes.", Stance.SUPPORTS), ("No.", Stance.REFUTES)])
def test_a_plain_answer_to_the_claim_as_a_question_takes_a_side(answer: str, stance: Stance) -> None:
    found = said(answer)
    assert found.stance is stance
    assert not found.abstains
    assert found.reasons[0].startswith(f"answers {answer.strip('.').lower()} to what the claim says")


def test_an_answer_to_a_question_about_something_else_of_the_claim_is_too_unsure() -> None:
    found = said("No.", question="Does anybody live near the bridge?")
    assert found.stance is Stance.REFUTES
    assert found.abstains


@pytest.mark.parametrize("answer", ["No answer could be found.", "The mayor was born in Strelsau."])
def test_where_there_is_no_answer_or_it_tells_nothing_the_claim_is_left_open(answer: str) -> None:
    found = said(answer, question="Who closed the bridge?")
    assert found.stance is Stance.MENTIONS
    assert not found.abstains
    assert found.probabilities == SILENT
    assert len(found.reasons) == 1


def test_what_speaks_for_the_other_side_is_told_as_well() -> None:
    found = said("Yes. That it is open is a hoax.")
    assert found.stance is Stance.SUPPORTS
    assert found.reasons[-1] == "yet the answer calls something false or denies it"


def test_the_parts_add_up_to_the_log_odds() -> None:
    found = exchange(read(f"{QUESTION} No, that has never happened, and the report is false."))
    assert found is not None
    told = leaning(read(BRIDGE), found)
    assert set(told.parts) >= {"no", "rejecting"}
    assert sum(told.parts.values()) == pytest.approx(told.log_odds)


def test_the_judgement_rests_on_question_and_answer() -> None:
    text = f"{QUESTION} No."
    found = said("No.  ")
    assert (found.start, found.end) == (0, len(text))
