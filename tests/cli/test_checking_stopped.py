"""`check` that is stopped: what was kept is shown, and the next one goes on."""

from itertools import count
from pathlib import Path

import pytest

from claimcheck.cli import main
from claimcheck.errors import PluginError
from claimcheck.steps.weigh import Weigher, Weighing
from tests.cli.weighing import SURVEY, add_claim, add_evidence, as_rows
from tests.conftest import Run


@pytest.fixture
def claims(run: Run, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Four claims, each kept by itself when it is checked."""
    monkeypatch.setattr("claimcheck.cli.checking.AT_ONCE", 1)
    return [add_claim(run, f"The lighthouse of {name} burns oil.", name) for name in ("Zenda", "Strelsau", "Hof", "Au")]


def stop_at(monkeypatch: pytest.MonkeyPatch, claim: str, stop: BaseException) -> None:
    weigh = Weigher.weigh

    def stopped(self: Weigher, claim_id: int) -> Weighing:
        if str(claim_id) == claim:
            raise stop
        return weigh(self, claim_id)

    monkeypatch.setattr(Weigher, "weigh", stopped)


def test_when_time_is_up_the_rest_is_left_to_the_next_check(
    run: Run, claims: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as hurried:
        ticks = count()
        hurried.setattr("time.monotonic", lambda: float(next(ticks)))
        cut = run("check", "--max-time", "3s")
    assert cut.code == 0
    assert "checked 1 claim," in cut.err
    assert "time was up: 3 of 4 claims were not checked" in cut.err
    rest = run("check", "--max-time", "10m")
    assert "checked 3 claims," in rest.err
    assert "time was up" not in rest.err
    assert len(claims) == 4


def test_an_interruption_shows_and_tells_what_was_kept(
    run: Run, claims: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_evidence(run, tmp_path, claims[1], SURVEY, "supports")
    with monkeypatch.context() as interrupted:
        stop_at(interrupted, claims[3], KeyboardInterrupt())
        done = run("check", *claims, "--changed")
    assert done.code == 130
    assert [row["id"] for row in as_rows(done.out)] == [claims[1]]
    assert "interrupted; 3 claims checked before, which is kept" in done.err
    assert as_rows(run("check", "--changed").out) == []


def test_a_model_that_fails_on_the_way_loses_nothing_that_was_kept(
    run: Run, claims: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as failing:
        stop_at(failing, claims[2], PluginError("the endpoint is gone"))
        done = run("check", *claims)
    assert done.code == 7
    assert len(as_rows(done.out)) == 2
    assert "the endpoint is gone; 2 claims checked before, which is kept" in done.err


def test_who_is_stopped_at_once_has_kept_nothing(run: Run, claims: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    stop_at(monkeypatch, claims[0], KeyboardInterrupt())
    done = run("check", *claims)
    assert (done.code, done.out) == (130, "")
    assert "not kept" in done.err


def test_a_claim_that_is_taken_away_meanwhile_is_passed_over(
    run: Run, claims: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    weigh = Weigher.weigh

    def disturbed(self: Weigher, claim_id: int) -> Weighing:
        if str(claim_id) == claims[0]:
            assert main(["--quiet", "undo"]) == 0
        return weigh(self, claim_id)

    monkeypatch.setattr(Weigher, "weigh", disturbed)
    done = run("check", *claims)
    assert done.code == 0
    assert "checked 3 claims," in done.err
    assert run("show", claims[3]).code == 3


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--max-time", "soon"), "soon"),
        (("--max-time", "1m", "--stale"), "--max-time"),
        (("--max-time", "1m", "--text", "x"), "--max-time"),
    ],
)
def test_time_is_given_as_a_span_and_to_weighing_only(run: Run, options: tuple[str, ...], words: str) -> None:
    done = run("check", *options)
    assert done.code == 2
    assert words in done.err
