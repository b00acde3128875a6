"""What a file may change of claims that the ledger knows, and what of them is a person's to change."""

import csv
import json
from pathlib import Path
from typing import Any

from tests.conftest import Result, Run


def load(run: Run, *claims: dict[str, Any], name: str = "claims.json") -> Result:
    """Load claims, each at least "The bridge is safe." of Ann."""
    known = {"text": "The bridge is safe.", "source": "Ann"}
    Path(name).write_text(json.dumps([known | claim for claim in claims]), encoding="utf-8")
    return run("load", name)


def stored(run: Run, columns: str, claim: str = "1") -> dict[str, Any]:
    rows: list[dict[str, Any]] = json.loads(run("list", "--json", "-c", f"id,{columns}").out)
    (row,) = (row for row in rows if row.pop("id") == int(claim))
    return row


def edited_export(run: Run, **cells: str) -> str:
    """An export of the first claim with some cells written anew."""
    run("export", "-o", "out.csv", "-n", "1")
    with Path("out.csv").open(encoding="utf-8-sig", newline="") as stream:
        (row,) = csv.DictReader(stream)
    with Path("edited.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, row)
        writer.writeheader()
        writer.writerow({**row, **cells})
    return "edited.csv"


def test_a_load_fills_what_is_blank(run: Run) -> None:
    load(run, {})
    filled = load(
        run, {"kind": "denial", "confidence": 0.5, "tags": ["bridge"], "publisher": "The Post", "said_on": "2024"}
    )
    assert filled.out.startswith(
        "loaded claims.json: 0 claims added, 1 changed, 0 unchanged, 1 new source, 1 new document"
    )
    assert stored(run, "kind,confidence,tags,publisher,said_on,revision") == {
        "kind": "denial", "confidence": 0.5, "tags": ["bridge"], "publisher": "The Post", "said_on": "2024",
        "revision": 2,
    }  # fmt: skip


def test_a_load_updates_what_an_earlier_load_wrote(run: Run) -> None:
    load(run, {"confidence": 0.5, "said_on": "2024", "quote": "Safe.", "document_url": "https://example.org/1"})
    for confidence in (0.7, 0.6):
        later = {"confidence": confidence, "said_on": "2024-05", "quote": "Quite safe."}
        assert load(run, {**later, "document_url": "https://example.org/1"}).code == 0
        assert stored(run, "confidence,said_on,quote") == later


def test_a_load_fills_what_a_person_left_blank_and_leaves_blank_what_it_does_not_give(run: Run) -> None:
    load(run, {"confidence": 0.5, "basis": "Photographs."})
    run("annotate", "1", "--verdict", "refuted")
    assert load(run, {"credibility": 2}).code == 0
    row = stored(run, "confidence,basis,verdict,credibility")
    assert row == {"confidence": 0.5, "basis": "Photographs.", "verdict": "refuted", "credibility": 2}


def test_what_a_person_changed_is_kept_and_the_difference_is_reported(run: Run) -> None:
    load(run, {"confidence": 0.5})
    run("annotate", "1", "--confidence", "0.9", "--basis", "Measured.")
    result = load(run, {"confidence": 0.3, "credibility": 4})
    assert result.code == 1
    assert result.err.count("\n") == 1
    for part in ("claims.json: claims[1]: confidence: ", "0.9", "0.3", "claim 1"):
        assert part in result.err
    assert "0 claims added, 1 changed, 0 unchanged, 1 difference" in result.out
    assert stored(run, "confidence,credibility") == {"confidence": 0.9, "credibility": 4}
    again = load(run, {"confidence": 0.3})
    assert (again.code, stored(run, "confidence")) == (1, {"confidence": 0.9})


def test_what_a_person_cleared_stays_clear(run: Run) -> None:
    load(run, {"confidence": 0.5})
    run("annotate", "1", "--confidence", "none")
    assert load(run, {"confidence": 0.5}).code == 0
    assert stored(run, "confidence") == {"confidence": None}
    assert load(run, {"confidence": 0.6}).code == 1
    assert stored(run, "confidence") == {"confidence": None}


def test_a_value_that_a_person_has_moved_on_from_is_stale_and_silent(run: Run) -> None:
    load(run, {"confidence": 0.5, "kind": "report"})
    run("annotate", "1", "--confidence", "0.9", "--kind", "denial")
    again = load(run, {"confidence": 0.5, "kind": "report"})
    assert (again.code, again.err) == (0, "")
    assert again.out == "loaded claims.json: 0 claims added, 0 changed, 1 unchanged\n"
    assert stored(run, "confidence,kind") == {"confidence": 0.9, "kind": "denial"}


def test_what_was_undone_is_a_load_s_to_write_again_or_a_person_s_to_keep(run: Run) -> None:
    load(run, {"confidence": 0.5})
    run("annotate", "1", "--confidence", "0.9")
    run("undo")
    assert load(run, {"confidence": 0.5}).out.endswith("0 changed, 1 unchanged\n")
    assert stored(run, "confidence") == {"confidence": 0.5}


def test_a_file_that_gives_a_claim_twice_settles_at_once(run: Run) -> None:
    rows: list[dict[str, Any]] = [{"confidence": 0.5}, {"text": "THE bridge is safe.", "confidence": 0.7}]
    first = load(run, *rows)
    assert (first.code, first.err.count("\n")) == (1, 2)
    for _ in range(2):
        assert "0 claims added, 0 changed, 2 unchanged, 1 difference" in load(run, *rows).out
        assert stored(run, "confidence,revision") == {"confidence": 0.5, "revision": 1}


def test_tags_are_added_and_a_removed_one_does_not_come_back(run: Run) -> None:
    load(run, {"tags": ["bridge", "safety"]})
    run("annotate", "1", "--untag", "safety", "--tag", "own")
    again = load(run, {"tags": ["bridge", "safety", "new"]})
    assert (again.code, again.err) == (0, "")
    assert stored(run, "tags") == {"tags": ["bridge", "new", "own"]}
    run("annotate", "1", "--tag", "safety")
    run("annotate", "1", "--untag", "bridge")
    load(run, {"tags": ["bridge", "safety"]})
    assert stored(run, "tags") == {"tags": ["new", "own", "safety"]}


def test_the_words_of_a_known_claim_stay_as_they_are_spelt(run: Run) -> None:
    load(run, {})
    load(run, {"text": "THE BRIDGE is safe.", "source": "ANN", "credibility": 1})
    assert stored(run, "text,source,credibility") == {"text": "The bridge is safe.", "source": "Ann", "credibility": 1}


def test_another_document_is_another_place_and_the_earliest_comes_first(run: Run) -> None:
    load(run, {"document_url": "https://example.org/2", "published_on": "2024-05-02", "said_on": "2024-05-01"})
    later = {"document_url": "https://example.org/3", "published_on": "2024-06-01", "said_on": "2024-06"}
    assert load(run, later).code == 0
    assert stored(run, "appearance_count,document_url,said_on") == {
        "appearance_count": 2, "document_url": "https://example.org/2", "said_on": "2024-05-01",
    }  # fmt: skip
    earlier = {"document_url": "https://example.org/1", "published_on": "2024-01-02", "said_on": "2024-01-01"}
    assert load(run, earlier).code == 0
    assert stored(run, "appearance_count,document_url,said_on") == {
        "appearance_count": 3, "document_url": "https://example.org/1", "said_on": "2024-01-01",
    }  # fmt: skip
    for claim in (later, earlier):
        assert load(run, claim).out.endswith("0 changed, 1 unchanged\n")
    assert run("db", "check").code == 0


def test_a_claim_is_known_by_its_public_id_whatever_its_words(run: Run) -> None:
    load(run, {})
    public_id = stored(run, "public_id")["public_id"]
    result = load(run, {"public_id": public_id.upper(), "text": "The bridge is quite safe.", "source": "Bob"})
    assert "0 claims added, 1 changed" in result.out
    assert stored(run, "text,source,public_id") == {
        "text": "The bridge is quite safe.", "source": "Bob", "public_id": public_id,
    }  # fmt: skip
    Path("short.csv").write_text(f"public_id,verdict\n{public_id},refuted\n", encoding="utf-8")
    assert run("load", "short.csv").code == 0
    assert stored(run, "verdict,text") == {"verdict": "refuted", "text": "The bridge is quite safe."}
    assert run("search", "quite").rows[0][0] == "1"


def test_a_new_claim_keeps_the_public_id_that_the_file_gives_it(run: Run) -> None:
    public_id = "01234567-89ab-7def-8123-456789abcdef"
    load(run, {"public_id": public_id})
    assert stored(run, "public_id") == {"public_id": public_id}


def test_an_export_edited_at_the_current_revision_may_change_what_a_person_decided(run: Run) -> None:
    load(run, {"confidence": 0.5, "tags": ["bridge", "safety"]})
    run("annotate", "1", "--confidence", "0.9")
    edited = edited_export(run, confidence="0.8", tags="bridge,new", text="The bridge is very safe.", basis="")
    assert run("load", edited).code == 0
    assert stored(run, "confidence,tags,text,revision") == {
        "confidence": 0.8, "tags": ["bridge", "new"], "text": "The bridge is very safe.", "revision": 3,
    }  # fmt: skip


def test_an_export_that_has_been_overtaken_changes_only_what_nobody_else_has(run: Run) -> None:
    load(run, {"confidence": 0.5, "tags": ["bridge", "safety"]})
    edited = edited_export(run, confidence="0.8", tags="bridge")
    run("annotate", "1", "--confidence", "0.9")
    result = run("load", edited)
    assert (result.code, result.err.count("\n")) == (1, 1)
    assert stored(run, "confidence,tags") == {"confidence": 0.9, "tags": ["bridge"]}


def test_sources_and_documents_are_filled_and_a_person_s_grade_is_kept(run: Run) -> None:
    load(run, {"document_url": "https://example.org/1"})
    run("source", "set", "Ann", "--reliability", "E", "--reason", "Wrong before.")
    described = {"source_kind": "person", "reliability": "A", "document_title": "Bridges", "published_on": "2024"}
    load(run, {"document_url": "https://example.org/1", **described})
    row = stored(run, "source_kind,reliability,document_title,published_on")
    assert row == {**described, "reliability": "E"}


def test_a_ledger_file_adds_aliases_and_relations_once(run: Run) -> None:
    content = (
        '[[sources]]\nname = "Ann"\naliases = ["A. Smith"]\n'
        '[[claims]]\nkey = "a"\ntext = "The bridge is safe."\nsource = "A. Smith"\n'
        '[[claims]]\nkey = "b"\ntext = "It is not."\nsource = "Bob"\n'
        '[[relations]]\nclaim = "b"\nkind = "denies"\nother = "a"\nnote = "Same day."\n'
    )
    load(run, {})
    Path("ledger.toml").write_text(content, encoding="utf-8")
    assert run("load", "ledger.toml").out.startswith(
        "loaded ledger.toml: 1 claim added, 0 changed, 1 unchanged, 1 new source, 1 new relation"
    )
    assert stored(run, "source,relation_count") == {"source": "Ann", "relation_count": 1}
    before = run("history").out
    assert run("load", "ledger.toml").out.endswith(": 0 claims added, 0 changed, 2 unchanged\n")
    assert run("history").out == before
