"""What a ledger with documents, evidence and links goes through: history, undo, check, backup, copy, merge."""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from claimcheck.store.engine import open_reader
from claimcheck.store.target import parse_target
from tests.conftest import Run, here
from tests.databases import TestServer

CLAIM = "text,source\nThe Belgorod left Severodvinsk with Poseidon torpedoes on board.,Ann\n"
PASSAGE = "The Belgorod, with Poseidon torpedoes, was seen near Severodvinsk."
PAGE = f"# Seen\n\nFirst of all.\n\n{PASSAGE}\n"
LINK = "evidence 1 mentions (suggested, N%): shares Belgorod, Severodvinsk, Poseidon, torpedoes"
"""What a link says, however probable the model finds it."""
TABLES = ("document", "snapshot", "rendition", "evidence", "link", "source", "claim")


@pytest.fixture
def run(blank: Run) -> Run:
    """The command line on a ledger that was started before."""
    return blank


def held(ledger: str | None = None) -> dict[str, list[Any]]:
    with open_reader(parse_target(ledger) if ledger else here()) as reader:
        return {table: sorted(map(repr, reader.all(f"SELECT * FROM {table}"))) for table in TABLES}  # noqa: S608


@pytest.fixture
def kept(run: Run) -> Run:
    """The command line on a ledger of one claim and one document that may bear on it."""
    Path("claims.csv").write_text(CLAIM, encoding="utf-8")
    Path("page.md").write_text(PAGE, encoding="utf-8")
    assert run("load", "claims.csv").code == 0
    result = run("ingest", "page.md", "--url", "https://news.example.org/a")
    assert result.out.endswith("characters, suggested for claim 1\n")
    return run


def without_share(said: str) -> str:
    return re.sub(r"\d+%", "N%", said)


def told(run: Run, *arguments: str) -> list[str]:
    columns = json.loads(run("history", *arguments, "--json").out)
    shown = [row[4] for row in run("history", *arguments).rows]
    assert len(columns) == len(shown)
    return shown


def test_the_history_says_in_words_what_came_and_what_was_proposed(kept: Run) -> None:
    source, document, snapshot, evidence, link = told(kept, "--command", "2")
    assert (source, document) == ("source 2: created", "document 1: created")
    assert snapshot.startswith(f"document 1: snapshot + 1: text/markdown, {len(PAGE)} bytes, sha256 ")
    assert evidence == f"document 1: evidence + 1: \u201c{PASSAGE}\u201d (snapshot 1, 23-89)"
    assert without_share(link) == f"claim 1: link + {LINK}"
    assert f"link + {LINK}" in without_share(" ".join(kept("show", "1").out.split()))


def test_evidence_that_drifted_is_told_with_its_words(kept: Run) -> None:
    assert "quotations   in snapshot 1: 1 anchored" in kept("document", "show", "1").out
    Path("page.md").write_text(PAGE.replace("was seen", "was not seen"), encoding="utf-8")
    result = kept("ingest", "page.md", "--url", "https://news.example.org/a")
    assert "1 passage drifted" in result.out
    shown = " ".join(kept("document", "show", "1").out.split())
    assert f"alike: evidence 1: \u201c{PASSAGE}\u201d" in shown
    assert kept("document", "diff", "1").out.splitlines()[-1].startswith("anchored -> drifted at 23-")


def test_a_decision_on_a_link_is_told_from_old_to_new(kept: Run) -> None:
    assert kept("evidence", "link", "1", "1", "--stance", "supports", "--note", "I looked").code == 0
    assert without_share(told(kept, "1")[-1]) == f"link: {LINK} -> evidence 1 supports (confirmed): I looked"
    assert kept("evidence", "unlink", "1", "1").code == 0
    assert told(kept, "1")[-1].endswith(" -> evidence 1 supports (rejected)")


def test_an_ingest_is_undone_and_done_again_whole(kept: Run) -> None:
    before = held()
    result = kept("undo")
    assert result.code == 0
    assert f"claim 1: link - {LINK}" in without_share(result.out)
    assert result.out.endswith("took back 5 events of command 2 (ingest)\n")
    assert kept("document", "list").rows == []
    assert kept("db", "check").code == 0
    assert kept("undo", "--command", "3").code == 0
    again = held()
    assert {table: again[table] for table in ("snapshot", "rendition", "evidence", "link")} == {
        table: before[table] for table in ("snapshot", "rendition", "evidence", "link")
    }
    assert (
        kept("document", "show", "1", "--content").out.strip() == kept("document", "show", "1", "--content").out.strip()
    )
    assert kept("db", "check").code == 0


def test_what_is_ingested_again_after_an_undo_is_proposed_again(kept: Run) -> None:
    kept("undo")
    assert "suggested for claim 1" in kept("ingest", "page.md").out
    assert kept("db", "check").code == 0


def test_a_rejection_is_remembered(kept: Run) -> None:
    kept("evidence", "unlink", "1", "1", "--note", "another ship")
    Path("page.md").write_text(PAGE.replace("First of all.", "Second."), encoding="utf-8")
    result = kept("ingest", "page.md", "--url", "https://news.example.org/a")
    assert "snapshot 2 (new)" in result.out
    assert "suggested" not in result.out
    assert kept("db", "check").code == 0


def test_an_ingest_under_a_decision_is_not_undone(kept: Run) -> None:
    kept("evidence", "link", "1", "1", "--stance", "supports")
    before = held()
    result = kept("undo", "--command", "2")
    assert (result.code, result.out) == (5, "")
    assert "was changed since" in result.err
    assert held() == before


def test_publishers_that_are_merged_keep_their_documents(kept: Run) -> None:
    Path("other.md").write_text("# Other\n\nSomething else.\n", encoding="utf-8")
    kept("ingest", "other.md", "--url", "https://www.example.com/b")
    before = held()
    assert kept("source", "merge", "example.com", "news.example.org").code == 0
    assert [row[1] for row in kept("document", "list", "-c", "id,publisher").rows] == ["news.example.org"] * 2
    assert kept("db", "check").code == 0
    assert "document 2 (known)" in kept("ingest", "other.md", "--url", "https://www.example.com/b").out
    assert kept("undo").code == 0
    after = held()
    assert [row[:40] for row in after["document"]] == [row[:40] for row in before["document"]]
    assert kept("db", "check").code == 0


@pytest.mark.file
def test_a_backup_holds_texts_evidence_and_links(kept: Run) -> None:
    before = held()
    assert kept("db", "backup", "backup.sqlite3").code == 0
    kept("undo")
    assert held() != before
    assert kept("db", "restore", "backup.sqlite3", "--yes").code == 0
    assert held() == before
    assert kept("db", "check").code == 0
    assert "bytes kept" in " ".join(kept("document", "show", "1").out.split())


def test_a_copy_in_another_database_holds_all_of_it(kept: Run, database: str, server: TestServer) -> None:
    Path("page.md").write_text(PAGE.replace("First", "Last"), encoding="utf-8")
    kept("ingest", "page.md", "--url", "https://news.example.org/a")
    Path("page.md").write_text(PAGE, encoding="utf-8")
    kept("ingest", "page.md", "--url", "https://news.example.org/a")
    name = server.create("template0") if database == "sqlite" else None
    target = server.address_of(name) if name else str(Path("copy.sqlite3").absolute())
    try:
        result = kept("db", "copy", os.environ["CLAIMCHECK_DB"], target)
        assert (result.code, result.err) == (0, "")
        assert held(target) == held()
        assert kept("--db", target, "db", "check").code == 0
        shown = kept("document", "show", "1").out
        assert kept("--db", target, "document", "show", "1").out == shown
        assert ", again 20" in " ".join(shown.split())
    finally:
        if name:
            server.drop(name)
