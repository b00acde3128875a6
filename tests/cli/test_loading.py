"""Bringing claims in: what `load` and `add` take, keep, skip and report."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

PROCESS_TIMEOUT_S = 60
CLAIM: dict[str, Any] = {
    "text": "The bridge is safe.", "source": "Ann", "kind": "denial", "said_on": "2024-09", "confidence": 0.25,
    "basis": "Photographs.", "credibility": 3, "tags": ["bridge", "safety"], "quote": "It is safe.", "cue": "said",
    "directness": "direct", "via": [{"source": "Reuters", "how": "told"}, {"source": "The Post", "how": None}],
    "document_title": "Bridges", "document_url": "https://example.org/b", "publisher": "The Post",
    "published_on": "2024-10-01", "source_kind": "person", "source_role": "Engineer", "reliability": "B",
    "verdict": "refuted", "state": "proposed", "attribution_note": "Through a spokesman.",
}  # fmt: skip
AS_CSV = (
    "text,source,kind,said_on,confidence,basis,credibility,tags,quote,cue,directness,via,document_title,document_url,"
    "publisher,published_on,source_kind,source_role,reliability,verdict,state,attribution_note\n"
    'The bridge is safe.,Ann,denial,2024-09,0.25,Photographs.,3,"bridge, safety",It is safe.,said,direct,'
    "[told] Reuters > The Post,Bridges,https://example.org/b,The Post,2024-10-01,person,Engineer,B,refuted,proposed,"
    "Through a spokesman.\n"
)
AS_TOML = (
    '[[documents]]\nkey = "b"\ntitle = "Bridges"\nurl = "https://example.org/b"\npublisher = "The Post"\n'
    'published_on = 2024-10-01\n\n[[sources]]\nname = "Ann"\nkind = "person"\nrole = "Engineer"\nreliability = "B"\n\n'
    '[[claims]]\ntext = "The bridge is safe."\nsource = "Ann"\nkind = "denial"\nsaid_on = "2024-09"\n'
    'confidence = 0.25\nbasis = "Photographs."\ncredibility = 3\ntags = ["bridge", "safety"]\nquote = "It is safe."\n'
    'cue = "said"\ndirectness = "direct"\nvia = [{ source = "Reuters", how = "told" }, "The Post"]\ndocument = "b"\n'
    'verdict = "refuted"\nstate = "proposed"\nattribution_note = "Through a spokesman."\n'
)
FILES = {
    "claims.csv": AS_CSV,
    "claims.tsv": AS_CSV.replace('"bridge, safety"', "bridge; safety")
    .replace(",", "\t")
    .replace("bridge; s", "bridge,s"),
    "semicolons.txt": AS_CSV.replace('"bridge, safety"', "bridge| safety")
    .replace(",", ";")
    .replace("bridge|", "bridge,"),
    "claims.json": json.dumps([CLAIM]),
    "ledger.json": json.dumps({"format": "claimcheck-ledger/1", "claims": [CLAIM]}),
    "claims.jsonl": json.dumps(CLAIM) + "\n\n",
    "claims.ndjson": json.dumps(CLAIM),
    "claims.toml": AS_TOML,
    "marked.csv": "\ufeff" + AS_CSV.replace("\n", "\r\n"),
}


def write(name: str, content: str) -> str:
    Path(name).write_text(content, encoding="utf-8", newline="")
    return name


@pytest.mark.parametrize("name", FILES)
def test_each_format_brings_the_same_claim(run: Run, name: str) -> None:
    result = run("load", write(name, FILES[name]))
    assert (result.code, result.err.count("\n")) == (0, 1)
    assert result.out.startswith(f"loaded {name}: 1 claim added, 0 changed, 0 unchanged, 3 new sources, 1 new document")
    (row,) = json.loads(run("export", "--format", "json", "-c", ",".join(CLAIM)).out)
    assert row == CLAIM


@pytest.mark.parametrize("name", FILES)
def test_loading_the_same_file_again_changes_nothing(run: Run, name: str) -> None:
    write(name, FILES[name])
    run("load", name)
    before = run("export").out, run("history").out
    again = run("load", name)
    assert (again.code, again.err) == (0, "")
    assert again.out == f"loaded {name}: 0 claims added, 0 changed, 1 unchanged\n"
    assert (run("export").out, run("history").out) == before


def test_loading_the_bundled_claims_again_changes_nothing(seeded: Run) -> None:
    before = seeded("export").out, seeded("history").out, seeded("source", "list").out
    assert seeded("load").out.endswith(": 0 claims added, 0 changed, 62 unchanged\n")
    assert (seeded("export").out, seeded("history").out, seeded("source", "list").out) == before


def test_standard_input_needs_a_format(run: Run) -> None:
    result = run("load", "-")
    assert result.code == 2
    assert "--format" in result.err
    command = [sys.executable, "-m", "claimcheck", "load", "-", "--format", "jsonl"]
    done = subprocess.run(
        command, input=json.dumps(CLAIM).encode(), capture_output=True, timeout=PROCESS_TIMEOUT_S, check=True
    )
    assert done.stdout.startswith(b"loaded -: 1 claim added")
    assert run("count").out == "1\n"


def test_a_format_can_be_set_whatever_the_name(run: Run) -> None:
    assert run("load", write("claims.backup", AS_CSV), "--format", "csv").code == 0
    assert run("count").out == "1\n"


def test_a_new_ledger_is_announced_and_readable_by_its_owner_alone(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "new" / "ledger.sqlite3"
    result = run("--db", str(place), "load", write("claims.csv", AS_CSV))
    assert result.err == f"started a new ledger at {place}\n"
    assert place.stat().st_mode & 0o777 == 0o600
    assert run("--db", str(place), "--quiet", "load", "claims.csv").out == ""


def test_each_of_several_files_is_loaded_or_refused_by_itself(run: Run) -> None:
    names = [write("one.csv", "text,source\nOne,Ann\n"), write("bad.csv", "text,source\n,Ann\n")]
    result = run("load", *names, write("two.csv", "text,source\nTwo,Ann\n"))
    assert result.code == 4
    assert [line.split(":")[0] for line in result.out.splitlines()] == ["loaded one.csv", "loaded two.csv"]
    assert "bad.csv" in result.err
    assert [row[0] for row in run("list", "-c", "text").rows] == ["One", "Two"]


def test_a_rehearsal_says_what_would_happen_and_keeps_nothing(run: Run, tmp_path: Path) -> None:
    write("claims.csv", AS_CSV)
    result = run("load", "--dry-run", "claims.csv")
    assert result.out.startswith("would load claims.csv: 1 claim added")
    assert not (tmp_path / "ledger.sqlite3").exists()
    run("load", "claims.csv")
    before = run("history").out
    write("more.csv", "text,source,confidence\nThe bridge is safe.,Ann,0.9\nMore.,Bob,\n")
    change, total = run("load", "--dry-run", "more.csv").out.splitlines()
    assert change == "row 2: claim 1: confidence: 0.25 -> 0.9"
    assert total.startswith("would load more.csv: 1 claim added, 1 changed")
    assert run("load", "--dry-run", write("bad.csv", "text,source\n,\nx,\n")).code == 4
    assert run("history").out == before
    assert run("count").out == "1\n"
    assert run("source", "list", "--json").out.count('"Bob"') == 0


def test_the_history_names_the_author_and_the_reason_of_a_load(run: Run) -> None:
    run("load", write("claims.csv", AS_CSV), "--author", "Maria", "--note", "first batch")
    (row,) = run("history").rows
    assert {"Maria", "first batch"} <= set(row)


def test_the_same_words_of_the_same_source_are_one_claim(run: Run) -> None:
    write("claims.csv", 'text,source\nIt’s “safe”.,Ann\n"it\'s  ""SAFE"".",ANN\nIt’s “safe”.,Bob\n')
    assert run("load", "claims.csv").out.startswith("loaded claims.csv: 2 claims added, 0 changed, 1 unchanged")


def test_rows_without_an_own_place_in_the_file_keep_their_order(run: Run) -> None:
    rows = "".join(f"Claim {number},Source {number % 7}\n" for number in range(4500))
    assert run("load", write("many.csv", "text,source\n" + rows)).code == 0
    assert run("list", "-c", "id,text").rows == [[str(number + 1), f"Claim {number}"] for number in range(4500)]
    assert len(run("search", "claim 4321").rows) == 1
    assert run("load", "many.csv").out.startswith("loaded many.csv: 0 claims added, 0 changed, 4500 unchanged")
    assert run("db", "check").code == 0


def test_add_stores_one_claim_with_all_that_is_given(run: Run) -> None:
    options = [
        f"--{name.replace('_', '-')}={value}"
        for name, value in CLAIM.items()
        if isinstance(value, str | int | float) and name not in ("text", "source", "verdict", "state")
        and not name.startswith(("source_role", "reliability", "attribution"))
    ]  # fmt: skip
    options += ["--tag", "Bridge", "--tag", "safety", "--via", "[told] Reuters > The Post"]
    result = run("add", CLAIM["text"], "--source", "Ann", *options)
    assert (result.code, result.out) == (0, "added claim 1\n")
    assert sorted(result.err.splitlines()[1:]) == ["new source: Ann", "new source: Reuters", "new source: The Post"]
    (row,) = json.loads(run("export", "--format", "json", "-c", ",".join(CLAIM)).out)
    own = {"verdict": None, "state": "accepted", "source_role": None, "reliability": None, "attribution_note": None}
    assert row == {**CLAIM, **own}


def test_add_of_a_known_claim_adds_what_is_new(run: Run) -> None:
    run("add", "The bridge is safe.", "-s", "Ann")
    again = run("add", "the bridge is safe.", "-s", "ann", "--tag", "bridge", "--confidence", "0.4")
    assert (again.code, again.out) == (0, "the ledger has this claim already; added what was new\n")
    assert run("list", "-c", "id,text,tags,confidence").rows == [["1", "The bridge is safe.", "bridge", "0.4"]]
    assert run("add", "The bridge is safe.", "-s", "Ann").out.endswith("nothing was new\n")


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--kind", "lie"), ("--said-on", "2024-02-30"), ("--confidence", "1.5"), ("--confidence", "high"),
        ("--confidence", "0,5"), ("--credibility", "7"), ("--tag", "a,b"), ("--directness", "half"),
        ("--published-on", "soon"), ("--source-kind", "robot"), ("--publisher", "a\nb"), ("--quote", "\0"),
    ],
)  # fmt: skip
def test_add_refuses_a_wrong_value_and_names_the_option(run: Run, option: str, value: str) -> None:
    run("add", "The bridge is safe.", "-s", "Ann")
    before = run("history").out
    result = run("add", "Another.", "-s", "Ann", option, value)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"claimcheck: {option}: ")
    assert result.err.count("\n") == 1
    assert run("history").out == before


def test_add_needs_a_source(run: Run) -> None:
    result = run("add", "The bridge is safe.")
    assert (result.code, result.out) == (2, "")
    assert "--source" in result.err
