"""An explanation of a weighing: the count in words, and every part with its reason."""

import pytest
from sqlmodel import Session

from claimcheck.steps.explain import counted_origins, explanation, origin_rows
from claimcheck.vocabulary import Stance
from tests.steps.scales import CLAIM, Oracle, put, weigher

FIRST = "Four crates with the new engines left the eastern pier on Tuesday, the harbour master wrote in his diary."
SECOND = "Photographs that a pilot took from above the strait show the deck of a freighter loaded with long boxes."


def test_the_count_is_told_in_one_phrase(session: Session) -> None:
    assert counted_origins(weigher(session).weigh(CLAIM)) == "no evidence"
    put(session, FIRST, "herald.example", Stance.SUPPORTS)
    assert counted_origins(weigher(session).weigh(CLAIM)) == "1 item -> 1 independent origin"
    put(session, SECOND, "survey.example", Stance.REFUTES)
    assert counted_origins(weigher(session).weigh(CLAIM)) == "2 items -> 2 independent origins"


def test_every_part_is_told(session: Session) -> None:
    put(session, FIRST, "herald.example", Stance.SUPPORTS)
    put(session, SECOND, "survey.example")
    weighing = weigher(session, Oracle({"pilot": Stance.REFUTES})).weigh(CLAIM)
    told = explanation(weighing)
    assert told["suggested_verdict"] == weighing.assessment.verdict
    assert {origin["root"] for origin in told["origins"]} == {"Herald", "Survey"}
    passages = {origin["root"]: origin["passages"][0] for origin in told["origins"]}
    assert passages["Survey"]["reasons"] == ["because"]
    assert (passages["Herald"]["state"], passages["Survey"]["state"]) == ("confirmed", "suggested")
    total = sum(origin["contribution_log_odds"] for origin in told["origins"])
    assert total == pytest.approx(told["sum_log_odds"], abs=1e-3)
    assert [row[0] for row in origin_rows(weighing)] == [origin["root"] for origin in told["origins"]]
