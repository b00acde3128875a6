"""`check`: what evidence comes to, kept as suggestions and never as decisions."""

import json
from pathlib import Path

import pytest

from tests.cli.weighing import (
    AGAINST,
    CLAIM,
    HARBOUR_LOG,
    REPRINT,
    SURVEY,
    add_claim,
    add_evidence,
    as_rows,
    bring_in,
)
from tests.conftest import Run


@pytest.fixture
def claim(run: Run) -> str:
    return add_claim(run, CLAIM, "Harbour Union")


def checked(run: Run, *options: str) -> dict[str, str]:
    done = run("check", *options)
    assert done.code == 0, done.err
    (row,) = as_rows(done.out)
    return row


def test_a_claim_without_evidence_comes_to_nothing(run: Run, claim: str) -> None:
    row = checked(run, claim)
    assert (row["evidence"], row["computed_confidence"], row["suggested_verdict"]) == ("no evidence", "", "")


def test_a_reprint_adds_no_origin(run: Run, claim: str, tmp_path: Path) -> None:
    for article in (HARBOUR_LOG, REPRINT):
        add_evidence(run, tmp_path, claim, article, "supports")
    assert checked(run, claim)["evidence"].startswith("2 items -> 1 independent origin")


def test_independent_origins_make_a_claim_more_probable_and_grades_count(run: Run, claim: str, tmp_path: Path) -> None:
    add_evidence(run, tmp_path, claim, HARBOUR_LOG, "supports")
    alone = float(checked(run, claim)["computed_confidence"])
    add_evidence(run, tmp_path, claim, SURVEY, "supports")
    both = checked(run, claim)
    assert both["evidence"].startswith("2 items -> 2 independent origins")
    assert 0.5 < alone < float(both["computed_confidence"])
    for name in (HARBOUR_LOG.publisher, SURVEY.publisher):
        assert run("source", "set", name, "--reliability", "A", "--reason", "It was right before.").code == 0
    graded = checked(run, claim)
    assert float(graded["computed_confidence"]) > float(both["computed_confidence"])
    assert graded["suggested_verdict"] == "supported"
    assert "2 origins for it, 0 against it" in graded["rule"]


def test_both_sides_conflict(run: Run, claim: str, tmp_path: Path) -> None:
    add_evidence(run, tmp_path, claim, SURVEY, "supports")
    add_evidence(run, tmp_path, claim, AGAINST, "refutes")
    row = checked(run, claim)
    assert (row["supporting"], row["refuting"], row["suggested_verdict"]) == ("1", "1", "conflicting")


def test_no_verdict_or_confidence_of_a_person_is_touched(run: Run, claim: str, tmp_path: Path) -> None:
    run("annotate", claim, "--confidence", "0.1", "--basis", "a hunch", "--verdict", "refuted")
    add_evidence(run, tmp_path, claim, SURVEY, "supports")
    before = json.loads(run("show", claim, "--json").out)
    row = checked(run, claim)
    assert (row["confidence"], row["verdict"]) == ("0.1", "refuted")
    after = json.loads(run("show", claim, "--json").out)
    decided = ("confidence", "basis", "verdict", "state", "credibility", "relations")
    assert [after[name] for name in decided] == [before[name] for name in decided]
    confirmed = [[link for link in view["evidence"] if link["state"] == "confirmed"] for view in (before, after)]
    assert confirmed[0] == confirmed[1]


def test_the_claims_own_source_only_repeats_it(run: Run, claim: str, tmp_path: Path) -> None:
    own = SURVEY._replace(
        publisher="Harbour Union", text=f"Our union says it again. {CLAIM} We have said so since spring.", passage=CLAIM
    )
    add_evidence(run, tmp_path, claim, own, "supports")
    row = checked(run, claim)
    assert row["evidence"].startswith("1 item -> 0 independent origins")
    assert row["computed_confidence"] == ""


def test_a_denial_by_whom_the_claim_is_about_is_no_evidence_against_it(run: Run, claim: str, tmp_path: Path) -> None:
    denial = AGAINST._replace(
        text="The government of Ruritania denied that it had closed the eastern harbour of Strelsau in May 2024. Ships "
        "came and went as they always had, it said in a statement to this paper.",
        passage="The government of Ruritania denied that it had closed the eastern harbour of Strelsau in May 2024.",
    )
    add_evidence(run, tmp_path, claim, denial, "refutes")
    row = checked(run, claim)
    assert (row["refuting"], row["computed_confidence"]) == ("0", "")
    assert "counter-claim" in run("explain", claim).out


def test_what_was_only_suggested_is_judged_and_the_judgement_kept_as_a_suggestion(
    run: Run, claim: str, tmp_path: Path
) -> None:
    bring_in(run, tmp_path, SURVEY)
    done = run("check", claim)
    assert done.code == 0
    (link,) = json.loads(run("evidence", "list", claim, "--json").out)
    assert link["state"] == "suggested"
    assert 0 < link["probability"] <= 1
    assert link["reasons"]


def test_a_second_check_finds_nothing_new(run: Run, claim: str, tmp_path: Path) -> None:
    add_evidence(run, tmp_path, claim, SURVEY, "supports")
    assert len(as_rows(run("check", "--changed").out)) == 1
    assert run("check", "--changed").out.count("\n") == 1
    count = len(run("history").rows)
    run("check")
    assert len(run("history").rows) == count


def test_a_rehearsal_keeps_nothing(run: Run, claim: str, tmp_path: Path) -> None:
    add_evidence(run, tmp_path, claim, SURVEY, "supports")
    done = run("check", claim, "--dry-run")
    assert done.code == 0
    assert "nothing was kept" in done.err
    assert run("list", "-c", "computed_confidence").rows == [[""]]
    run("check", claim)
    assert run("list", "-c", "computed_confidence").rows != [[""]]


def test_what_would_change_most_is_reviewed_first(run: Run, tmp_path: Path) -> None:
    quiet = add_claim(run, "The lighthouse of Zenda burns oil.", "Keeper")
    loud = add_claim(run, CLAIM, "Harbour Union")
    add_evidence(run, tmp_path, loud, SURVEY, "supports")
    run("annotate", loud, "--confidence", "0.05", "--basis", "a hunch")
    run("check")
    assert [row[0] for row in run("list", "--needs-review").rows] == [loud, quiet]
    assert [row[0] for row in run("list", "--needs-review", "--sort", "id").rows] == [quiet, loud]


def test_the_order_of_review_can_be_paged(run: Run, tmp_path: Path) -> None:
    numbers = [
        add_claim(run, f"The lighthouse {name} burns oil.", "Keeper") for name in ("Zenda", "Hentzau", "Tarlenheim")
    ]
    loud = add_claim(run, CLAIM, "Harbour Union")
    add_evidence(run, tmp_path, loud, SURVEY, "supports")
    run("check")
    whole = [row[0] for row in run("list", "--needs-review").rows]
    assert whole == [loud, *numbers]
    paged = [run("list", "--needs-review", "--limit", "1").rows[0][0]]
    while page := run("list", "--needs-review", "--limit", "1", "--after", paged[-1]).rows:
        paged.append(page[0][0])
    assert paged == whole


def test_a_contradiction_is_suggested_once_and_a_rejection_is_remembered(run: Run) -> None:
    denial = add_claim(run, "Ruritania does not arm Graustark.", "Ruritanian government", "--kind", "denial")
    accusation = add_claim(run, "Ruritania supplies weapons to Graustark.", "Sapt", "--kind", "accusation")
    assert f"relate {denial} denies {accusation}" in run("check").err
    shown = json.loads(run("show", denial, "--json").out)
    assert [(one["kind"], one["other_id"]) for one in shown["suggested_relations"]] == [("denies", int(accusation))]
    assert run("relate", denial, "denies", accusation, "--reject").code == 0
    assert "relate" not in run("check", denial, accusation).err
    assert json.loads(run("show", denial, "--json").out)["suggested_relations"] == []
    assert run("relate", accusation, "denies", denial, "--reject").code == 3


def test_accepting_a_suggested_relation_settles_it(run: Run) -> None:
    denial = add_claim(run, "Ruritania does not arm Graustark.", "Ruritanian government", "--kind", "denial")
    accusation = add_claim(run, "Ruritania supplies weapons to Graustark.", "Sapt", "--kind", "accusation")
    run("check")
    assert run("relate", denial, "denies", accusation).code == 0
    shown = json.loads(run("show", denial, "--json").out)
    assert (len(shown["relations"]), shown["suggested_relations"]) == (1, [])
    assert run("undo").code == 0
    shown = json.loads(run("show", denial, "--json").out)
    assert (shown["relations"], len(shown["suggested_relations"])) == ([], 1)


def test_the_accusations_and_the_denials_of_the_first_document_are_pairs(seeded: Run) -> None:
    denials = seeded("list", "--kind", "denial", "-c", "id").rows
    told = seeded("check").err
    for (denial,) in denials:
        stated = json.loads(seeded("show", denial, "--json").out)["relations"]
        assert stated or f"relate {denial} denies" in told
    assert "numeric_conflict" not in told


def test_a_bare_undo_passes_over_a_check(run: Run, claim: str, tmp_path: Path) -> None:
    bring_in(run, tmp_path, SURVEY)
    run("annotate", claim, "a remark")
    run("check")
    assert "note withdrawn" in run("undo").out


def test_words_are_looked_up_in_the_ledger(run: Run, claim: str, tmp_path: Path) -> None:
    add_evidence(run, tmp_path, claim, SURVEY, "supports")
    (row,) = as_rows(run("check", "--text", "In May 2024 Ruritania closed Strelsau's eastern harbour").out)
    assert (row["id"], row["says"]) == (claim, "repeats")
    assert row["evidence"].startswith("1 item -> 1 independent origin")
    (row,) = as_rows(run("check", "--text", "Ruritania never closed the eastern harbour of Strelsau in May 2024").out)
    assert row["says"].startswith("contradicts")
    none = run("check", "--text", "Penguins prefer jazz")
    assert (none.code, none.out.count("\n")) == (0, 1)
    assert "nothing like it" in none.err


def test_a_folder_without_a_model_of_sentences_is_told(
    run: Run, claim: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMCHECK_EMBEDDINGS", str(tmp_path))
    done = run("check", "--text", CLAIM)
    assert (done.code, done.out, claim) == (7, "", "1")
    assert "embeddings" in done.err


def test_claims_due_for_review_without_newer_support_are_listed(run: Run, claim: str, tmp_path: Path) -> None:
    assert run("check", "--stale").out.count("\n") == 1
    run("annotate", claim, "--review-on", "2024-06-01")
    add_evidence(run, tmp_path, claim, SURVEY, "supports")
    document = run("document", "list", "-c", "id").rows[-1][0]
    assert run("check", "--stale").out.count("\n") == 1, f"document {document} was retrieved today"
    run("annotate", claim, "--review-on", "2999")
    assert run("check", "--stale").out.count("\n") == 1
    other = add_claim(run, "The lighthouse of Zenda burns oil.", "Keeper")
    run("annotate", other, "--review-on", "2024")
    (row,) = as_rows(run("check", "--stale").out)
    assert (row["id"], row["review_on"], row["supported_on"]) == (other, "2024", "")


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (("99",), 3, "99"),
        (("1", "--kind", "denial"), 2, "one of the two"),
        (("--text", "x", "--stale"), 2, "--text"),
        (("--text", "  "), 2, "--text"),
        (("--stale", "--changed"), 2, "ask for one"),
        (("--model", "oracle"), 2, "oracle"),
        (("--source", "Nobody"), 3, "Nobody"),
    ],
)
def test_what_cannot_be_checked_is_told(run: Run, claim: str, options: tuple[str, ...], code: int, words: str) -> None:
    assert claim == "1"
    done = run("check", *options)
    assert (done.code, done.out) == (code, "")
    assert words in done.err
    assert done.err.count("\n") == 1


def test_a_model_that_there_is_not_is_refused_also_where_nothing_is_to_be_weighed(run: Run) -> None:
    run("db", "init")
    done = run("check", "--model", "oracle")
    assert (done.code, done.out) == (2, "")
    assert "oracle" in done.err
