"""Whether the ledger says what its history says."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import Run


def tamper(sql: str) -> None:
    with closing(sqlite3.connect(Path("ledger.sqlite3"))) as connection:
        connection.execute(sql)
        connection.commit()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("confidence = 0.01", "confidence of claim 3 is 0.01, by its history it is 0.9"),
        ("verdict = 'supported'", "verdict of claim 3 is 'supported', by its history it is null"),
        ("said_on = 'foo'", "said_on of claim 3"),
        ("text = x'00ff'", "text of claim 3 is not text"),
        ("source_id = 1", "source_id of claim 3"),
    ],
)
def test_a_value_that_no_event_has_put_there_is_found(seeded: Run, change: str, words: str) -> None:
    seeded("annotate", "3", "seen", "--confidence", "0.9", "--tag", "x")
    assert seeded("db", "check").code == 0
    tamper(f"UPDATE claim SET {change} WHERE id = 3")  # noqa: S608 - the test's own words
    result = seeded("db", "check")
    assert result.code == 1
    assert words in result.out


def test_a_claim_that_no_command_recorded_is_found(seeded: Run) -> None:
    tamper(
        "INSERT INTO claim (public_id, source_id, text, text_fingerprint, kind, state, revision, recorded_at) "
        "VALUES ('x', 1, 'T', 1, 'assertion', 'accepted', 1, '2026')"
    )
    assert "was never recorded by any command" in seeded("db", "check").out


def test_many_differences_are_counted_and_cut(seeded: Run) -> None:
    tamper("UPDATE claim SET confidence = 0.123")
    lines = seeded("db", "check").out.splitlines()
    assert lines[-1] == "ledger: and more"
    assert len(lines) == 21


def test_a_redone_creation_counts_as_the_latest(seeded: Run) -> None:
    assert seeded("add", "New.", "--source", "Ann").code == 0
    assert seeded("undo").code == 0
    assert seeded("undo", "--command", "3").code == 0
    assert seeded("db", "check").code == 0
