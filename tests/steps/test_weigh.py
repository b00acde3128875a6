"""Weighing one claim: who counts, for how much, and who does not."""

import pytest
from sqlmodel import Session

from claimcheck.vocabulary import LinkState, Reliability, Stance
from tests.steps.papers import rows
from tests.steps.scales import CLAIM, Oracle, Sure, put, weigher

FIRST = "Four crates with the new engines left the eastern pier on Tuesday, the harbour master wrote in his diary."
SECOND = "Photographs that a pilot took from above the strait show the deck of a freighter loaded with long boxes."


def test_what_a_person_confirmed_is_not_asked_of_the_model(session: Session) -> None:
    model = Oracle({"pilot": Stance.REFUTES})
    put(session, FIRST, "herald.example", Stance.SUPPORTS)
    put(session, SECOND, "survey.example")
    found = weigher(session, model).weigh(CLAIM)
    assert [pair.passage for pair in model.asked] == [SECOND]
    assert {one.item.exact: one.stance for one in found.every_item} == {
        FIRST: Stance.SUPPORTS,
        SECOND: Stance.REFUTES,
    }


def test_two_publishers_are_two_voices_and_only_confirmed_ones_count_as_confirmed(session: Session) -> None:
    put(session, FIRST, "herald.example", Stance.SUPPORTS)
    put(session, SECOND, "survey.example")
    found = weigher(session, Oracle({"pilot": Stance.SUPPORTS})).weigh(CLAIM)
    assert len(found.voices) == 2
    assert found.assessment.confidence is not None
    assert found.confirmed.confidence is not None
    assert found.assessment.confidence > found.confirmed.confidence > 0.5
    assert 0 < found.impact <= 1


def test_a_model_that_is_unsure_takes_no_side(session: Session) -> None:
    put(session, FIRST, "herald.example")
    found = weigher(session, Oracle({"crates": Stance.SUPPORTS}, abstains=True)).weigh(CLAIM)
    ((voice,),) = (found.voices,)
    assert voice.items[0].stance is Stance.MENTIONS
    assert voice.contribution is None
    assert found.assessment.confidence is None


def test_a_suggestion_within_what_was_confirmed_is_not_counted_again(session: Session) -> None:
    put(session, FIRST, "herald.example", Stance.SUPPORTS)
    snapshot = rows(session, "SELECT snapshot_id FROM evidence ORDER BY id DESC LIMIT 1")[0][0]
    from claimcheck.steps.evidence import find_or_add_evidence, set_link
    from tests.steps.papers import command

    log = command(session)
    part, _ = find_or_add_evidence(session, log, snapshot_id=snapshot, text=FIRST, start=5, end=40)
    set_link(session, log, claim_id=CLAIM, evidence_id=part, stance=Stance.MENTIONS, state=LinkState.SUGGESTED)
    log.seal()
    assert weigher(session).weigh(CLAIM).item_count == 1


def test_no_suggestion_of_the_same_origin_outweighs_what_a_person_confirmed(session: Session) -> None:
    put(session, FIRST, "herald.example", Stance.REFUTES)
    put(session, SECOND, "herald.example")
    (voice,) = weigher(session, Sure({"pilot": Stance.SUPPORTS})).weigh(CLAIM).voices
    assert [one.stance for one in voice.items] == [Stance.REFUTES, Stance.SUPPORTS]
    assert voice.contribution is not None
    assert voice.contribution.log_odds < 0


def test_a_judgement_does_not_depend_on_what_else_is_judged(session: Session) -> None:
    put(session, FIRST, "herald.example")
    put(session, SECOND, "survey.example")
    model = Oracle({})
    weigher(session, model).weigh(CLAIM)
    assert model.calls == [1, 1]


def test_evidence_that_conflicts_evenly_is_worth_a_decision(session: Session) -> None:
    put(session, FIRST, "herald.example", Stance.SUPPORTS)
    put(session, SECOND, "survey.example", Stance.REFUTES)
    rows(session, "UPDATE claim SET confidence = 0.5 WHERE id = ? RETURNING id", (CLAIM,))
    found = weigher(session).weigh(CLAIM)
    assert found.assessment.confidence == pytest.approx(0.5)
    assert found.impact > 0.1


@pytest.mark.parametrize(("grade", "weight"), [(None, 0.4), ("A", 1.0), ("E", 0.2), ("F", 0.4)])
def test_the_grade_of_the_publisher_is_the_weight_of_its_voice(
    session: Session, grade: str | None, weight: float
) -> None:
    put(session, FIRST, "herald.example", Stance.SUPPORTS)
    rows(session, "UPDATE source SET reliability = ? WHERE name = 'Herald' RETURNING id", (grade,))
    (voice,) = weigher(session).weigh(CLAIM).voices
    assert voice.reliability == (Reliability(grade) if grade else None)
    assert voice.contribution is not None
    assert voice.contribution.weight == weight


def test_a_claim_without_evidence_comes_to_nothing(session: Session) -> None:
    found = weigher(session).weigh(CLAIM)
    assert (found.item_count, found.voices, found.impact, found.supported_on) == (0, (), 0.0, None)
    assert found.assessment.verdict is None
