"""What can be wrong with a ledger: few sentences, however much is wrong."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from claimcheck.store import sqlite
from claimcheck.store.checks import MAX_FINDINGS_EACH, findings
from claimcheck.store.target import Target
from tests.conftest import Run

pytestmark = pytest.mark.file


def found(place: Path) -> list[str]:
    return list(findings(Target(place)))


def test_nothing_is_wrong_with_a_ledger_after_every_kind_of_command(seeded: Run, tmp_path: Path) -> None:
    for command in (
        ["annotate", "1", "x", "--verdict", "refuted", "--text", "y"],
        ["source", "merge", "CSIS", "Reuters"],
        ["relate", "1", "denies", "2"],
        ["undo"],
        ["add", "z", "--source", "CSIS"],
        ["load"],
    ):
        assert seeded(*command).code in (0, 1)
        assert found(tmp_path / "ledger.sqlite3") == [], command


def test_of_many_faults_of_one_kind_only_the_first_are_named(seeded: Run, tmp_path: Path) -> None:
    for number in range(MAX_FINDINGS_EACH + 5):
        seeded("tag", "1", f"t{number}")
    place = tmp_path / "ledger.sqlite3"
    with closing(sqlite3.connect(place)) as connection:
        for name in sqlite.APPEND_ONLY_TRIGGERS:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE command SET author = 'x'")
        connection.execute("UPDATE appearance SET is_first = 0")
        connection.commit()
    kinds = [finding.partition(":")[0] for finding in found(place)]
    assert kinds.count("history") == MAX_FINDINGS_EACH + 1
    assert kinds.count("appearance") == MAX_FINDINGS_EACH
    assert kinds.count("trigger") == len(sqlite.APPEND_ONLY_TRIGGERS)
    assert found(place)[-1] == "history: and more"


def test_an_index_of_the_right_size_with_wrong_words_is_found(seeded: Run, tmp_path: Path) -> None:
    place = tmp_path / "ledger.sqlite3"
    assert seeded("count").code == 0
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("INSERT INTO claim_search (claim_search) VALUES ('delete-all')")
        connection.execute("INSERT INTO claim_search (rowid, text) SELECT id, 'wrong' FROM claim")
        connection.commit()
    (finding,) = found(place)
    assert finding.startswith("search: the full-text index does not agree")


def test_a_text_and_a_passage_that_were_changed_are_found(seeded: Run, tmp_path: Path) -> None:
    place = tmp_path / "ledger.sqlite3"
    (tmp_path / "note.txt").write_text("\U0001f6a2 The ships were seen at dawn.", encoding="utf-8")
    assert seeded("ingest", "note.txt", "--title", "Note").code == 0
    assert (
        seeded("evidence", "add", "1", "--document", "2", "--quote", "seen at dawn", "--stance", "mentions").code == 0
    )
    assert found(place) == []
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("UPDATE rendition SET text = replace(text, 'dawn', 'dusk')")
        connection.commit()
    (text, passage) = found(place)
    assert text.startswith("text: the text kept as ")
    assert passage == "evidence: passage 1 does not stand at its place in the text"
