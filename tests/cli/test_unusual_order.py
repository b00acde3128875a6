"""Things done in an order that nobody plans: loads, undos, merges and corrections that meet."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import Run


def load(run: Run, text: str, name: str = "claims.csv") -> str:
    Path(name).write_text(text, encoding="utf-8")
    return run("load", name).out


def test_a_later_row_of_the_file_describes_a_source_that_an_earlier_one_only_named(run: Run) -> None:
    table = "text,source,source_kind\nA1,Ann,\nA2,Ann,person\n"
    load(run, table)
    assert run("list", "-c", "source_kind").rows == [["person"], ["person"]]
    load(run, table)
    assert len(run("history").rows) == 1


def test_an_appearance_that_became_the_first_is_not_taken_away_alone(run: Run) -> None:
    load(run, "text,source,said_on,document_title\nT,Ann,2024,Later\n")
    load(run, "text,source,said_on,document_title\nT,Ann,2023,Earlier\n")
    (event,) = [
        row["id"]
        for row in json.loads(run("history", "1", "--json").out)
        if row["field"] == "appearance" and row["old"] is None
    ]
    assert run("undo", "--event", str(event)).code == 5
    assert run("db", "check").code == 0
    assert run("undo").code == 0
    assert run("db", "check").code == 0


def test_two_claims_that_say_the_same_both_return_when_a_load_is_done_again(run: Run) -> None:
    ids = ["01a20e31-e50d-72b6-b96b-6f59fbc2c586", "01a20e31-e50d-72b6-b96b-6f5a42970747"]
    load(run, f"public_id,text,source\n{ids[0]},T,Ann\n{ids[1]},T,Ann\n")
    run("undo")
    assert run("undo", "--command", "2").code == 0
    assert run("count").out == "2\n"


def test_a_corrected_title_moves_the_place_and_makes_no_second_one(seeded: Run) -> None:
    seeded("export", "-o", "all.csv")
    text = Path("all.csv").read_text(encoding="utf-8-sig")
    assert "1 changed" in load(seeded, text.replace("Sino-Russian military nexus: new strategic shifts", "Nexus", 1))
    assert seeded("list", "-c", "document_title,appearance_count", "-n", "1").rows == [["Nexus", "1"]]


def test_every_appearance_counts_for_publisher_day_and_hops(run: Run) -> None:
    table = (
        "text,source,document_title,publisher,published_on,via\nT,Ann,D1,PubA,2020,B\nT,Ann,D2,PubZ,2023,B > C > D\n"
    )
    load(run, table)
    for criteria in (["--publisher", "PubZ"], ["--since", "2022", "--date", "published"], ["--min-hops", "3"]):
        assert run("count", *criteria).out == "1\n", criteria
    assert run("count", "--since", "2021", "--until", "2022", "--date", "published").out == "0\n"


def test_what_a_person_said_of_a_source_is_not_replaced_by_a_file(run: Run) -> None:
    run("add", "T", "--source", "Foo", "--source-kind", "person")
    Path("more.toml").write_text('[[sources]]\nname = "Foo"\nkind = "organisation"\n', encoding="utf-8")
    result = run("load", "more.toml")
    assert (result.code, "the ledger keeps 'person', not 'organisation'" in result.err) == (1, True)


def test_differences_are_said_even_when_quiet(seeded: Run) -> None:
    seeded("annotate", "1", "--confidence", "0.2")
    seeded("annotate", "1", "--confidence", "0.3")
    text = seeded("list", "-c", "text", "--no-headers", "-n", "1").out.strip()
    Path("c.json").write_text(
        json.dumps([{"text": text, "source": "Unnamed reports cited by CEIAS", "confidence": 0.5}]), encoding="utf-8"
    )
    result = seeded("--quiet", "load", "c.json")
    assert (result.code, result.out) == (1, "")
    assert "the ledger keeps 0.3, not 0.5" in result.err


@pytest.mark.parametrize(
    "arguments", [("--sort", "-confidence", "-q"), ("--tag", "-submarines", "-q"), ("-q", "--json"), ("--json", "-q")]
)
def test_quiet_may_stand_anywhere_but_in_a_value(seeded: Run, arguments: tuple[str, ...]) -> None:
    assert seeded("list", *arguments).code == 0


@pytest.mark.parametrize("name", ["\u200b", "\u00ad"])
def test_a_name_that_cannot_be_seen_is_refused(run: Run, name: str) -> None:
    assert run("add", "T", "--source", name).code == 2


@pytest.mark.file
def test_a_claim_deleted_behind_our_back_is_missed(seeded: Run) -> None:
    assert seeded("db", "check").code == 0
    with closing(sqlite3.connect("ledger.sqlite3")) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM relation")
        connection.execute("DELETE FROM claim WHERE id = 12")
        connection.commit()
    assert "claim 12 is gone, and no command removed it" in seeded("db", "check").out


def test_relevance_has_no_worst_first(seeded: Run) -> None:
    assert seeded("search", "drone", "--sort", "-relevance").code == 2


def test_after_a_merge_of_publishers_an_untouched_export_changes_nothing(run: Run) -> None:
    first, second = ("a" * 64, "b" * 64)
    load(
        run,
        "text,source,document_title,publisher,span_start,span_end,text_sha256\n"
        f"T,Ann,D,PubA,0,5,{first}\nU,Ann,D,PubB,0,5,{second}\nV,Ann,D,PubB,7,9,{second}\n",
    )
    assert run("source", "merge", "PubB", "PubA").code == 0
    run("export", "-o", "all.csv")
    assert "0 changed, 3 unchanged" in load(run, Path("all.csv").read_text(encoding="utf-8-sig"))
    assert len(run("history").rows) == 2


def test_a_title_corrected_in_a_description_is_corrected_in_the_ledger(run: Run) -> None:
    described = """
[[documents]]
key = "d"
title = "{title}"
publisher = "Pub"
text_sha256 = "{digest}"

[[claims]]
text = "T"
source = "Ann"
document = "d"
"""
    for title, said in (
        ("Titel", "1 claim added"),
        ("Title", "0 claims added, 0 changed, 1 unchanged, 1 changed document"),
    ):
        Path("d.toml").write_text(described.format(title=title, digest="a" * 64), encoding="utf-8")
        assert said in run("load", "d.toml").out
    assert run("list", "-c", "document_title,appearance_count").rows == [["Title", "1"]]


def test_the_history_names_a_new_document_by_its_title(run: Run) -> None:
    load(run, "text,source,document_title\nT,Ann,Night at the docks\n")
    made = [row["new"] for row in json.loads(run("history", "--command", "1", "--json").out)]
    assert sorted(made) == ["Ann", "Night at the docks", "T"]


def test_known_claims_in_a_new_place_and_new_claims_may_alternate_over_many_chunks(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimcheck.steps.load.CHUNK_SIZE", 2)
    header = "text,source,document_title\n"
    load(run, header + "".join(f"Known {number},Ann,Monday\n" for number in range(4)))
    pairs = (f"Known {number},Ann,Tuesday\nNew {number},Ann,Tuesday\n" for number in range(4))
    assert "4 claims added, 4 changed" in load(run, header + "".join(pairs))
    counts = run("list", "-c", "appearance_count,text").rows
    assert sorted(counts) == [["1", f"New {number}"] for number in range(4)] + [
        ["2", f"Known {number}"] for number in range(4)
    ]
    assert run("db", "check").code == 0
