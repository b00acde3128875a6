"""The reviewer's loop: an export is edited, comes back, and is merged with what the ledger has changed since."""

import json
from typing import Any

import pytest

from tests.cli.reviewing import CLAIM, edited, exported, load, stored, written
from tests.conftest import Run

EDITS: list[tuple[str, str, Any]] = [
    ("text", "The bridge is very safe.", "The bridge is very safe."),
    ("source", "Bob", "Bob"),
    ("kind", "report", "report"),
    ("said_on", "13.09.2024", "2024-09-13"),
    ("confidence", "70%", 0.7),
    ("basis", "Measured.", "Measured."),
    ("credibility", "1", 1),
    ("verdict", "Refuted", "refuted"),
    ("state", "rejected", "rejected"),
    ("attribution_note", "By phone.", "By phone."),
    ("tags", "safety, new", ["new", "safety"]),
    ("quote", "It’s quite safe.", "It’s quite safe."),
    ("cue", "told", "told"),
    ("directness", "mixed", "mixed"),
    (
        "via",
        "[wrote] Reuters > New Agency",
        [{"source": "Reuters", "how": "wrote"}, {"source": "New Agency", "how": None}],
    ),
    ("document_title", "Bridges, again", "Bridges, again"),
    ("document_url", "https://example.org/b", "https://example.org/b"),
    ("publisher", "Gazette", "Gazette"),
    ("published_on", "2024-10", "2024-10"),
    ("span_end", "30", 30),
    ("quote_start", "5", 5),
    ("text_sha256", "c" * 64, "c" * 64),
]
ANNOTATIONS = ["--confidence", "0.9", "--basis", "Seen.", "--tag", "ours", "--verdict", "refuted", "--kind", "opinion"]


@pytest.fixture
def run(blank: Run) -> Run:
    """The command line on a ledger that was started before."""
    return blank


@pytest.mark.parametrize("overtaken", [False, True])
@pytest.mark.parametrize(("column", "cell", "value"), EDITS)
def test_what_only_the_reviewer_changed_is_applied_as_that_reviewer(
    run: Run, column: str, cell: str, value: Any, *, overtaken: bool
) -> None:
    load(run, CLAIM)
    file = edited(run, **{column: cell})
    if overtaken:
        run("annotate", "1", "--credibility" if column != "credibility" else "--confidence", "1", "--basis", "B.")
        run("undo")
        run("annotate", "1", "Seen.")
    before = stored(run)
    result = run("load", file, "--author", "Rita", "--verbose")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[-1].startswith("loaded edited.csv: 0 claims added, 1 changed, 0 unchanged")
    assert result.out.startswith("row 2: claim 1: ")
    of_source = {"source_kind": None, "reliability": None} if column == "source" else {}
    assert stored(run) == before | {column: value} | of_source
    assert run("history").rows[-1][2:4] == ["Rita", "load"]
    assert run("load", file).out == "loaded edited.csv: 0 claims added, 0 changed, 1 unchanged\n"
    assert run("db", "check").code == 0


def test_what_only_the_ledger_changed_is_kept_without_a_word(run: Run) -> None:
    load(run, CLAIM)
    file = edited(run)
    run("annotate", "1", *ANNOTATIONS, "--untag", "bridge", "--said-on", "none")
    before = stored(run), run("history").out
    result = run("load", file)
    assert (result.code, result.err) == (0, "")
    assert result.out == "loaded edited.csv: 0 claims added, 0 changed, 1 unchanged\n"
    assert (stored(run), run("history").out) == before


def test_what_both_changed_to_the_same_is_no_conflict(run: Run) -> None:
    load(run, CLAIM)
    file = edited(run, confidence="0.9", tags="bridge,safety,ours")
    run("annotate", "1", *ANNOTATIONS)
    assert run("load", file).out == "loaded edited.csv: 0 claims added, 0 changed, 1 unchanged\n"


def test_a_conflict_is_reported_with_all_three_values_and_the_rest_of_the_row_is_merged(run: Run) -> None:
    load(run, CLAIM)
    file = edited(run, confidence="0.7", basis="X.", attribution_note="By phone.", tags="safety")
    run("annotate", "1", *ANNOTATIONS)
    for number in ("1 changed, 0", "0 changed, 1"):
        result = run("load", file)
        assert result.code == 1
        conflict, end = "conflict in claim 1: base", "; --prefer decides"
        assert result.err.splitlines() == [
            f"edited.csv: row 2: confidence: {conflict} 0.5, ours 0.9, theirs 0.7{end}",
            f"edited.csv: row 2: basis: {conflict} 'Photographs.', ours 'Seen.', theirs 'X.'{end}",
        ]
        assert result.out == f"loaded edited.csv: 0 claims added, {number} unchanged, 2 conflicts\n"
    row = stored(run)
    assert (row["confidence"], row["basis"], row["attribution_note"]) == (0.9, "Seen.", "By phone.")
    assert row["tags"] == ["ours", "safety"]


@pytest.mark.parametrize(("whose", "confidence"), [("theirs", 0.7), ("ours", 0.9)])
def test_a_preference_decides_conflicts_beforehand(run: Run, whose: str, confidence: float) -> None:
    load(run, CLAIM)
    file = edited(run, confidence="0.7", verdict="conflicting")
    run("annotate", "1", "--confidence", "0.9", "--basis", "Seen.")
    result = run("load", file, "--prefer", whose)
    assert (result.code, result.err) == (0, "")
    assert result.out == "loaded edited.csv: 0 claims added, 1 changed, 0 unchanged, 1 decided conflict\n"
    assert (stored(run)["confidence"], stored(run)["verdict"]) == (confidence, "conflicting")


def test_a_preference_is_theirs_or_ours(run: Run) -> None:
    result = run("load", "--prefer", "mine")
    assert (result.code, result.out) == (2, "")
    assert "theirs, ours" in result.err


def test_a_rehearsal_shows_each_change_and_keeps_nothing(run: Run) -> None:
    load(run, CLAIM, {"text": "It is not.", "source": "Bob"})
    first, second = exported(run)
    file = written([
        {**first, "confidence": "0.7", "tags": "safety,new", "via": "Post", "publisher": "Gazette", "source": "Bob"},
        {**second, "verdict": "refuted"},
    ])  # fmt: skip
    before = run("history").out
    assert run("load", file, "--dry-run").out.splitlines() == [
        "row 2: claim 1: confidence: 0.5 -> 0.7",
        "row 2: claim 1: source: Ann -> Bob",
        "row 2: claim 1: tag + new",
        "row 2: claim 1: tag - bridge",
        "row 2: claim 1: via: [told] Reuters > Post -> Post",
        "row 2: claim 1: publisher: Post -> Gazette",
        "row 3: claim 2: verdict: (none) -> refuted",
        "would load edited.csv: 0 claims added, 2 changed, 0 unchanged, 1 new source, 1 new document",
    ]
    assert run("history").out == before


def test_a_missing_row_a_missing_column_and_a_blank_cell_change_nothing(run: Run) -> None:
    load(run, CLAIM, {"text": "It is not.", "source": "Bob"})
    before = run("export").out
    (first, _second) = exported(run)
    marks = {name: first[name] for name in ("public_id", "revision", "recorded_at")}
    for row in (marks, {**dict.fromkeys(first, ""), **marks}, {**first, "cue": "", "quote": " ", "basis": "\u00a0"}):
        assert run("load", written([row])).out == "loaded edited.csv: 0 claims added, 0 changed, 1 unchanged\n"
    assert run("export").out == before


CLEARABLE = [name for name in CLAIM if name not in ("text", "source", "kind", "source_kind", "reliability")]


@pytest.mark.parametrize("column", CLEARABLE)
def test_a_blank_cell_clears_what_may_be_empty_if_the_reviewer_says_so(run: Run, column: str) -> None:
    load(run, CLAIM)
    cells = {column: ""}
    if column.startswith("span"):
        cells = {"span_start": "", "span_end": "", "span_sha256": ""}
    file = edited(run, **cells)
    run("annotate", "1", "Seen.", "--state", "proposed")
    result = run("load", file, "--blank-clears")
    assert (result.code, result.err) == (0, "")
    row = stored(run)
    assert [row[name] for name in cells] == [[] if column in ("tags", "via") else None] * len(cells)
    if column in ("cue", "quote"):
        assert row[f"{column}_start"] is None
    assert run("load", file, "--blank-clears").out.endswith("0 changed, 1 unchanged\n")
    assert run("db", "check").code == 0


def test_the_whole_place_can_be_cleared(run: Run) -> None:
    load(run, CLAIM)
    place = [name for name in CLAIM if name not in ("text", "source", "kind", "source_kind", "reliability")]
    assert run("load", edited(run, **dict.fromkeys(place, "")), "--blank-clears").code == 0
    assert not any(stored(run)[name] for name in place)
    assert run("show", "1").code == run("db", "check").code == 0


@pytest.mark.parametrize("column", ["text", "source", "kind", "state"])
def test_what_a_claim_cannot_be_without_is_not_cleared(run: Run, column: str) -> None:
    load(run, CLAIM)
    result = run("load", edited(run, **{column: ""}), "--blank-clears")
    assert result.code == 4
    assert f"row 2: {column}: it is blank, and a claim cannot be without it" in result.err


def test_a_blank_cell_of_the_source_is_reported_and_clears_nothing(run: Run) -> None:
    load(run, CLAIM)
    result = run("load", edited(run, reliability=""), "--blank-clears")
    assert (result.code, stored(run)["reliability"]) == (1, "B")
    assert "row 2: reliability: a blank cell does not clear" in result.err


@pytest.mark.parametrize("revision", ["0", "3"])
def test_a_revision_that_the_claim_has_not_reached_is_refused(run: Run, revision: str) -> None:
    load(run, CLAIM)
    run("annotate", "1", "--verdict", "refuted")
    result = run("load", edited(run, revision=revision))
    assert result.code == 4
    assert f"row 2: revision: claim 1 has come to revision 2 here and has none {revision}; " in result.err


def test_a_row_without_its_marks_may_only_fill_and_update(run: Run) -> None:
    load(run, CLAIM)
    run("annotate", "1", "--confidence", "0.9", "--basis", "Seen.")
    for mark in ("revision", "recorded_at"):
        result = run("load", edited(run, **{mark: "", "confidence": "0.7"}))
        assert result.code == 1
        assert "the ledger keeps 0.9, not 0.7" in result.err


def test_a_second_row_about_a_reviewed_claim_may_only_add(run: Run) -> None:
    load(run, CLAIM)
    (row,) = exported(run)
    copy = {**row, "public_id": "", "revision": "", "recorded_at": "", "id": "", "confidence": "0.9", "tags": "more"}
    result = run("load", written([copy, {**row, "confidence": "0.7"}]))
    assert result.code == 1
    assert stored(run)["tags"] == ["bridge", "more", "safety"]


def test_rows_of_a_thousand_claims_are_merged_at_once(run: Run) -> None:
    load(run, *({"text": f"Claim {number}", "source": "Ann", "confidence": 0.5} for number in range(1200)))
    rows = exported(run)
    run("annotate", "7", "--confidence", "0.9", "--basis", "Seen.")
    file = written([{**row, "confidence": "0.6"} if number % 2 else row for number, row in enumerate(rows)])
    result = run("load", file)
    assert (result.code, result.err) == (0, "")
    assert result.out == "loaded edited.csv: 0 claims added, 600 changed, 600 unchanged\n"
    assert [len(json.loads(run("list", "--json", "--min-confidence", share).out)) for share in ("0.6", "0.9")] == [
        601,
        1,
    ]
