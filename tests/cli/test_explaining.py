"""`explain` and `calibration`: how a number comes about, and how good such numbers were."""

import json
from pathlib import Path

import pytest

from tests.cli.weighing import (
    AGAINST,
    CLAIM,
    HARBOUR_LOG,
    REPRINT,
    SURVEY,
    Article,
    add_claim,
    add_evidence,
    as_rows,
    bring_in,
)
from tests.conftest import Run


@pytest.fixture
def claim(run: Run, tmp_path: Path) -> str:
    number = add_claim(run, CLAIM, "Harbour Union", "--confidence", "0.3", "--basis", "a hunch")
    for article in (HARBOUR_LOG, REPRINT, SURVEY):
        add_evidence(run, tmp_path, number, article, "supports")
    add_evidence(run, tmp_path, number, AGAINST, "refutes")
    run("source", "set", SURVEY.publisher, "--reliability", "B", "--reason", "It was right before.")
    return number


def witness(host: str) -> Article:
    text = f"Our reporter for {host} saw the eastern harbour of Strelsau closed, walked round it and spoke to {host}."
    return Article(f"The {host}", f"{host}-news.example", text, text)


def test_an_explanation_names_origins_passages_weights_and_the_result(run: Run, claim: str) -> None:
    text = " ".join(run("explain", claim).out.split())
    for words in (
        "4 items -> 3 independent origins",
        f"“{SURVEY.passage}”",
        "Coastal Survey is graded B",
        "nobody has graded it",
        "prior 0.50, log-odds +0.00",
        "log-odds +0.00 and 86% of ",
        "90% for, 10% against it, log-odds +2.20 ",
        " from 3 origins",
        "by a person",
        "0.30 (unlikely)",
    ):
        assert words in text, words


def test_the_parts_of_an_explanation_add_up(run: Run, claim: str) -> None:
    told = json.loads(run("explain", claim, "--json").out)
    added = [origin["contribution_log_odds"] for origin in told["origins"]]
    assert sum(added) == pytest.approx(told["sum_log_odds"], abs=1e-3)
    whole = told["prior_log_odds"] + told["shrinkage"] * told["sum_log_odds"]
    assert whole == pytest.approx(told["log_odds"], abs=1e-3)
    assert sum(len(origin["passages"]) for origin in told["origins"]) == told["item_count"] == 4
    assert [abs(one) for one in added] == sorted((abs(one) for one in added), reverse=True)
    (merged,) = [origin for origin in told["origins"] if len(origin["passages"]) == 2]
    assert merged["merges"][0]["reason"]


def test_the_parts_add_up_where_the_result_is_kept_from_being_certain(run: Run, tmp_path: Path) -> None:
    number = add_claim(run, CLAIM, "Harbour Union")
    for article in (HARBOUR_LOG, SURVEY, witness("tribune")):
        add_evidence(run, tmp_path, number, article, "supports")
        run("source", "set", article.publisher, "--reliability", "A", "--reason", "It was right before.")
    told = json.loads(run("explain", number, "--json").out)
    assert told["computed_confidence"] == 0.99
    assert told["log_odds"] == pytest.approx(told["shrinkage"] * told["sum_log_odds"], abs=1e-3)


def test_passages_that_may_be_one_origin_are_told(run: Run, tmp_path: Path) -> None:
    number = add_claim(run, CLAIM, "Harbour Union")
    for host in ("herald", "mirror"):
        quoted = f"“We closed the eastern harbour of Strelsau that night in May,” {host} heard."
        add_evidence(run, tmp_path, number, witness(host)._replace(text=quoted, passage=quoted), "supports")
    told = " ".join(run("explain", number).out.split())
    assert "2 items -> 2 independent origins (1-2)" in told
    assert "in doubt evidence 1 and 2 may be one origin: both quote the same words" in told
    (doubt,) = json.loads(run("explain", number, "--json").out)["doubts"]
    assert (doubt["evidence"], doubt["is_certain"]) == ([1, 2], False)


def test_of_a_long_passage_that_part_is_shown_on_which_the_judgement_rests(run: Run, tmp_path: Path) -> None:
    number = add_claim(run, CLAIM, "Harbour Union")
    before = " ".join(f"mole{place} and quay{place * 7}" for place in range(60))
    text = f"{before}; {CLAIM} {before[:300]}"
    bring_in(run, tmp_path, Article("The Mole", "mole-news.example", text, text))
    told = run("explain", number).out
    assert CLAIM in " ".join(told.split())
    assert "“…" in told


def test_evidence_that_only_repeats_is_not_called_nothing(run: Run, tmp_path: Path) -> None:
    number = add_claim(run, CLAIM, "Harbour Union")
    add_evidence(run, tmp_path, number, witness("union")._replace(publisher="Harbour Union"), "supports")
    told = run("explain", number).out
    assert "no confidence: there is evidence, but none of an independent origin" in " ".join(told.split())


def test_the_model_is_named_once(run: Run, claim: str) -> None:
    assert json.loads(run("explain", claim, "--json").out)["method"].startswith("features 1")


def test_an_explanation_as_a_table_has_a_row_for_each_origin(run: Run, claim: str) -> None:
    rows = as_rows(run("explain", claim, "--format", "plain").out)
    assert len(rows) == 3
    assert {row["stance"] for row in rows} == {"supports", "refutes"}
    assert run("explain", claim, "--csv", "-c", "origin,log_odds").out.splitlines()[0].endswith('"origin","log_odds"')


def test_an_explanation_goes_into_a_file_as_it_is_asked_for(run: Run, claim: str, tmp_path: Path) -> None:
    assert run("explain", claim, "--json", "-o", "whole.json").out == ""
    assert json.loads((tmp_path / "whole.json").read_text())["claim_id"] == int(claim)
    assert run("explain", claim, "-o", "rows.csv").out == ""
    assert len((tmp_path / "rows.csv").read_text().splitlines()) == 4


def test_a_file_that_ends_in_json_holds_everything_and_columns_are_heeded_in_json(
    run: Run, claim: str, tmp_path: Path
) -> None:
    assert run("explain", claim, "-o", "whole.json").code == 0
    whole = (tmp_path / "whole.json").read_text()
    assert whole == run("explain", claim, "--json").out
    chosen = json.loads(run("explain", claim, "--json", "-c", "origin,items").out)
    assert [set(row) for row in chosen] == [{"origin", "items"}] * 3
    for command in (("explain", claim), ("calibration",)):
        assert run(*command, "--json", "-c", "nope").code == 2


def test_a_claim_without_evidence_is_explained_too(run: Run) -> None:
    number = add_claim(run, CLAIM)
    text = run("explain", number).out
    assert "no evidence" in text
    assert "there is nothing to weigh" in text
    assert json.loads(run("explain", number, "--json").out)["computed_confidence"] is None


def test_an_unknown_claim_cannot_be_explained(run: Run) -> None:
    add_claim(run, CLAIM)
    assert run("explain", "77").code == 3


def decided(run: Run, folder: Path, count: int, confidence: str = "0.8", true_share: float = 0.75) -> None:
    lines = ["source,text,confidence"]
    lines += [f"Keeper,Beacon {number} burns oil.,{confidence}" for number in range(count)]
    path = folder / "beacons.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert run("load", str(path)).code == 0
    for number in range(count):
        verdict = "supported" if number < true_share * count else "refuted"
        assert run("annotate", str(number + 1), "--verdict", verdict).code == 0


def test_stated_confidences_are_held_against_verdicts(run: Run, tmp_path: Path) -> None:
    decided(run, tmp_path, 20)
    done = run("calibration", "--json")
    assert done.code == 0
    (group,) = json.loads(done.out)
    assert (group["group"], group["count"], group["is_scored"]) == ("all", 20, True)
    assert group["brier"] == pytest.approx(0.19)
    assert group["base_rate"] == pytest.approx(0.75)
    (only,) = group["bins"]
    assert (only["mean_forecast"], only["true_share"]) == (pytest.approx(0.8), pytest.approx(0.75))
    text = run("calibration").out
    assert "20 forecasts, 75% came true" in text
    assert "o what was forecast" in text


@pytest.mark.parametrize(("by", "name"), [("source", "Keeper"), ("author", "tester"), ("method", "stated (load)")])
def test_forecasts_are_grouped(run: Run, tmp_path: Path, by: str, name: str) -> None:
    decided(run, tmp_path, 20)
    (row,) = as_rows(run("calibration", "--by", by, "--format", "plain").out)
    assert (row["group"], row["count"]) == (name, "20")


def test_too_few_decisions_are_not_scored(run: Run, tmp_path: Path) -> None:
    decided(run, tmp_path, 3)
    done = run("calibration")
    assert (done.code, done.out) == (1, "")
    assert "3 decided with a confidence, too few to score (at least 20)" in done.err


def test_nothing_decided_is_told(run: Run) -> None:
    add_claim(run, CLAIM)
    done = run("calibration")
    assert (done.code, done.out) == (1, "")
    assert "at least 20" in done.err


def test_a_confidence_after_the_verdict_is_no_forecast(run: Run, tmp_path: Path) -> None:
    decided(run, tmp_path, 20)
    for number in range(20):
        run("annotate", str(number + 1), "--confidence", "1", "--basis", "hindsight")
    (group,) = json.loads(run("calibration", "--json").out)
    assert group["brier"] == pytest.approx(0.19)


def test_an_unknown_grouping_is_refused(run: Run) -> None:
    add_claim(run, CLAIM)
    done = run("calibration", "--by", "moon")
    assert done.code == 2
    assert "source, author, method" in done.err
