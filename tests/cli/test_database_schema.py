"""`db check` finds what somebody has altered of the schema, and notes quotations that cannot be in their span."""

import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from claimcheck.store.target import Server
from tests.conftest import Run, here


def alter(*statements: str) -> None:
    """Change the schema behind claimcheck's back."""
    place = here()
    if isinstance(place, Server):
        with psycopg.connect(place.url) as server:
            server.execute("SET search_path TO claimcheck")
            for statement in statements:
                server.execute(statement)
        return
    with closing(sqlite3.connect(place.path)) as file:
        for statement in statements:
            file.execute(statement)
        file.commit()


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("DROP INDEX ix_claim_tag_tag_id_claim_id", "ix_claim_tag_tag_id_claim_id"),
        ("ALTER TABLE relation DROP COLUMN note", "relation"),
        ("ALTER TABLE tag ADD COLUMN colour TEXT", "tag"),
        ("DROP TABLE claim_tag", "claim_tag"),
        ("CREATE TABLE notebook (id INTEGER)", "notebook"),
        ("CREATE INDEX ix_other ON tag (name, id)", "ix_other"),
    ],
)
def test_check_finds_a_part_of_the_schema_that_is_gone_altered_or_not_ours(
    seeded: Run, statement: str, name: str
) -> None:
    assert "schema:" not in seeded("db", "check").out
    alter(statement)
    result = seeded("db", "check")
    assert result.code == 1
    assert any(line.startswith("schema: ") and name in line for line in result.out.splitlines()), result.out


@pytest.mark.file
def test_check_finds_a_foreign_trigger_and_a_loosened_constraint(seeded: Run, tmp_path: Path) -> None:
    assert seeded("count").code == 0
    alter("CREATE TRIGGER sly AFTER INSERT ON tag BEGIN DELETE FROM claim_tag; END")
    result = seeded("db", "check")
    assert (result.code, result.out) == (1, "schema: trigger sly is not claimcheck's\n")
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite3", isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER sly")
        connection.execute("PRAGMA writable_schema = ON")
        loosened = (
            "UPDATE sqlite_master SET sql = replace(sql, 'confidence <= 1', 'confidence <= 9') WHERE name = 'claim'"
        )
        connection.execute(loosened)
    assert seeded("db", "check").out == "schema: table claim is not as claimcheck made it\n"


def test_check_finds_a_check_constraint_that_was_dropped_from_a_server(seeded: Run) -> None:
    if isinstance(here(), Server):
        alter("ALTER TABLE relation DROP CONSTRAINT ck_relation_two_claims")
        assert seeded("db", "check").out == "schema: constraint ck_relation_two_claims is missing\n"


def test_check_notes_quotations_that_cannot_be_inside_their_span(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version", "3.51.3")
    (tmp_path / "rows.csv").write_text(
        "text,source,quote,quote_start,span_start,span_end,document_title\n"
        "One.,A,inside,10,10,16,D\nTwo.,A,outside,10,10,16,D\nThree.,A,too long,,10,16,D\n",
        encoding="utf-8",
    )
    assert run("load", "rows.csv").code == 0
    result = run("db", "check")
    assert result.code == 0
    assert result.out.splitlines()[:-1] == [
        "note: anchor: the quote of claim 2 at 10 is not inside its span 10 to 16",
        "note: anchor: the quote of claim 3 has 8 characters, its span only 6",
    ]
