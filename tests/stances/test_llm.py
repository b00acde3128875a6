"""The stance model `llm`, asked through an endpoint on loopback that speaks the protocol of such models."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from claimcheck.errors import PluginError
from claimcheck.judgements import Pair
from claimcheck.stances import features, llm
from claimcheck.vocabulary import Stance
from tests.services import Service, service

PAIR = Pair("The bridge at Zenda was closed.", "Engineers closed the bridge at Zenda on Monday. It rained.")
QUOTED = "Engineers closed the bridge at Zenda on Monday."


def saying(content: object) -> Callable[[Any], tuple[int, bytes]]:
    words = content if isinstance(content, str) else json.dumps(content)
    return lambda _: (200, json.dumps({"choices": [{"message": {"role": "assistant", "content": words}}]}).encode())


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Callable[[Service], None]:
    def settings(running: Service) -> None:
        monkeypatch.setenv("CLAIMCHECK_LLM_URL", f"{running.address}/v1/")
        monkeypatch.setenv("CLAIMCHECK_LLM_MODEL", "small")
        monkeypatch.setenv("CLAIMCHECK_LLM_KEY", "s3cret")

    return settings


def test_the_model_is_asked_as_such_models_are(told: Callable[[Service], None]) -> None:
    with service(saying({"stance": "supports", "quotation": QUOTED, "reason": "It says so."})) as running:
        told(running)
        llm.judge([PAIR])
    ((path, headers, sent),) = running.asked
    assert (path, headers["Authorization"], sent["model"]) == ("/v1/chat/completions", "Bearer s3cret", "small")
    assert [message["role"] for message in sent["messages"]] == ["system", "user"]
    assert json.loads(sent["messages"][1]["content"]) == PAIR._asdict()


def test_an_answer_whose_quotation_stands_in_the_passage_moves_our_judgement(told: Callable[[Service], None]) -> None:
    (own,) = features.judge([PAIR])
    with service(saying({"stance": "refutes", "quotation": QUOTED, "reason": "It was repaired."})) as running:
        told(running)
        (found,) = llm.judge([PAIR])
    assert found.probabilities[Stance.REFUTES] > own.probabilities[Stance.REFUTES]
    assert sum(found.probabilities.values()) == pytest.approx(1)
    assert PAIR.passage[found.start : found.end] == QUOTED
    assert "the language model: It was repaired." in found.reasons


@pytest.mark.parametrize("quotation", ["Engineers shut the bridge.", "It", "", None, 7, QUOTED.upper()])
def test_an_answer_that_quotes_what_is_not_there_counts_for_nothing(
    told: Callable[[Service], None], quotation: object
) -> None:
    (own,) = features.judge([PAIR])
    with service(saying({"stance": "refutes", "quotation": quotation, "reason": "r"})) as running:
        told(running)
        (found,) = llm.judge([PAIR])
    assert found.probabilities == own.probabilities
    assert any("does not stand in the passage" in reason for reason in found.reasons)


@pytest.mark.parametrize("content", ["", "I think so.", "{", '{"stance": "yes"}', '{"stance": "mixed"}', "[" * 9_000])
def test_an_answer_in_another_form_counts_for_nothing(told: Callable[[Service], None], content: str) -> None:
    (own,) = features.judge([PAIR])
    with service(saying(content)) as running:
        told(running)
        (found,) = llm.judge([PAIR])
    assert found.probabilities == own.probabilities
    assert "the language model gave no usable answer" in found.reasons


def test_an_answer_within_other_words_is_read(told: Callable[[Service], None]) -> None:
    answer = "Here it is:\n```json\n" + json.dumps({"stance": "Supports", "quotation": QUOTED}) + "\n```"
    with service(saying(answer)) as running:
        told(running)
        (found,) = llm.judge([PAIR])
    assert "the language model says supports" in found.reasons


@pytest.mark.parametrize("body", [b"{}", b"[]", b'{"choices": []}', b'{"choices": [{"message": 1}]}'])
def test_an_endpoint_that_is_none_is_told(told: Callable[[Service], None], body: bytes) -> None:
    with service(lambda _: (200, body)) as running:
        told(running)
        with pytest.raises(PluginError, match="no chat completion"):
            llm.judge([PAIR])


def test_an_endpoint_that_has_too_much_to_do_is_asked_again(
    told: Callable[[Service], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(llm, "PAUSES_S", (0.0, 0.0))
    good = saying({"stance": "supports", "quotation": QUOTED})
    busy = iter([(429, b"{}"), (503, b"{}")])
    with service(lambda sent: next(busy, None) or good(sent)) as running:
        told(running)
        llm.judge([PAIR])
        assert len(running.asked) == 3


def test_an_endpoint_that_stays_busy_is_told(told: Callable[[Service], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(llm, "PAUSES_S", (0.0, 0.0))
    with service(lambda _: (429, b"{}")) as running:
        told(running)
        with pytest.raises(PluginError, match="status 429"):
            llm.judge([PAIR])
        assert len(running.asked) == 3


def test_a_reason_is_kept_as_far_as_it_can_be_shown(told: Callable[[Service], None]) -> None:
    reason = "It \ud800says\x00 so\x1b[31m\u202e."
    with service(saying({"stance": "supports", "quotation": QUOTED, "reason": reason})) as running:
        told(running)
        (found,) = llm.judge([PAIR])
    assert "the language model: It says so [31m ." in found.reasons


def test_the_query_of_the_endpoint_stays_behind_its_path(
    told: Callable[[Service], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    with service(saying({"stance": "unrelated"})) as running:
        told(running)
        monkeypatch.setenv("CLAIMCHECK_LLM_URL", f"{running.address}/v1?version=2")
        llm.judge([PAIR])
    assert running.asked[0][0] == "/v1/chat/completions?version=2"


def test_a_key_that_no_header_can_hold_is_refused(
    told: Callable[[Service], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    with service(saying("")) as running:
        told(running)
        monkeypatch.setenv("CLAIMCHECK_LLM_KEY", "schl\u00fcssel")
        with pytest.raises(PluginError, match="CLAIMCHECK_LLM_KEY") as caught:
            llm.judge([PAIR])
    assert "schl" not in str(caught.value)
    assert running.asked == []


def test_an_endpoint_that_refuses_is_told_without_the_key(told: Callable[[Service], None]) -> None:
    with service(lambda _: (401, b"{}")) as running:
        told(running)
        with pytest.raises(PluginError, match="status 401") as caught:
            llm.judge([PAIR])
    assert "s3cret" not in str(caught.value)


def test_without_an_endpoint_it_says_what_to_set() -> None:
    with pytest.raises(PluginError, match="CLAIMCHECK_LLM_URL"):
        llm.judge([PAIR])
