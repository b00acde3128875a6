"""The schema's life: made once and whole, equal to the models, and guarding its values itself."""

import json
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from claimcheck.errors import StoreError
from claimcheck.models import metadata
from claimcheck.resources import bundled
from claimcheck.store import schema, search_sqlite, sqlite
from claimcheck.store.engine import REVISIONS, open_session
from claimcheck.store.sqlite import connect
from claimcheck.store.target import APPLICATION_ID, Target
from tests.conftest import Run

NOW = datetime(2024, 9, 12, 8, 30, tzinfo=UTC)
KILLED = """
import os, sys
from pathlib import Path
from claimcheck.store import schema
from claimcheck.store.target import Target
setattr(schema, sys.argv[2], lambda *_: os.kill(os.getpid(), 9))
schema.create(Target(Path(sys.argv[1])))
"""
KILLED_BACKUP = """
import os, sys
from pathlib import Path
from claimcheck.store import schema
from claimcheck.store.target import Target
schema.publish = lambda *_: os.kill(os.getpid(), 9)
schema.backup(Target(Path(sys.argv[1])), Path(sys.argv[2]))
"""
OURS = ("claim_search", "alembic_version", "sqlite_")


@pytest.fixture
def target(tmp_path: Path) -> Target:
    made = Target(tmp_path / "new.sqlite3")
    assert schema.create(made) is True
    return made


@pytest.fixture
def connection(seeded_file: Path, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a copy of the ledger with the bundled claims, its constraints on."""
    place = tmp_path / "ledger.sqlite3"
    place.write_bytes(seeded_file.read_bytes())
    with closing(connect(Target(place), writable=True)) as opened:
        yield opened


def described(database: sa.Engine) -> dict[str, Any]:
    """Everything that constrains the tables, however the statement that made them was written."""
    inspector = sa.inspect(database)
    tables = [name for name in inspector.get_table_names() if not name.startswith(OURS)]
    found = {
        table: [
            {column["name"]: (str(column["type"]), column["nullable"]) for column in inspector.get_columns(table)},
            inspector.get_pk_constraint(table),
            *(
                sorted(json.dumps(item, default=str, sort_keys=True) for item in items)
                for items in (
                    inspector.get_foreign_keys(table),
                    inspector.get_unique_constraints(table),
                    inspector.get_check_constraints(table),
                    inspector.get_indexes(table),
                )
            ),
        ]
        for table in tables
    }
    database.dispose()
    return found


def test_the_migrations_make_what_the_models_say(target: Target) -> None:
    database = sa.create_engine(f"sqlite:///{target}")
    with database.connect() as connection:
        options = {"include_name": lambda name, kind, _: kind != "table" or not str(name).startswith(OURS)}
        differences = compare_metadata(MigrationContext.configure(connection, opts=options), metadata)
    assert differences == []
    modelled = sa.create_engine("sqlite://", poolclass=sa.StaticPool)
    metadata.create_all(modelled)
    assert described(database) == described(modelled)


def test_the_options_of_the_tables_are_those_of_the_models(target: Target) -> None:
    modelled = sa.create_engine("sqlite://", poolclass=sa.StaticPool)
    metadata.create_all(modelled)
    with modelled.connect() as memory, closing(sqlite3.connect(target.path)) as file:
        for table in metadata.tables:
            query = "SELECT sql FROM sqlite_master WHERE name = ?"
            made, wanted = file.execute(query, (table,)).fetchone()[0], memory.exec_driver_sql(query, (table,)).scalar()
            for option in ("WITHOUT ROWID", "AUTOINCREMENT"):
                assert (option in made) == (option in str(wanted)), (table, option)
    modelled.dispose()


def test_triggers_view_and_index_are_those_that_the_helpers_define(target: Target) -> None:
    with closing(sqlite3.connect(target.path)) as connection:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    assert {name: sql for kind, name, sql in rows if kind == "trigger"} == {
        **sqlite.APPEND_ONLY_TRIGGERS,
        **search_sqlite.TRIGGERS,
    }
    assert [sql for kind, _, sql in rows if kind == "view"] == [search_sqlite.CONTENT_VIEW]
    assert [sql for _, name, sql in rows if name == "claim_search"] == [search_sqlite.INDEX]


def test_the_last_migration_is_the_revision_that_the_engine_expects(target: Target) -> None:
    scripts = ScriptDirectory(str(bundled("migrations")))
    assert scripts.get_heads() == [REVISIONS[-1]]
    assert [script.revision for script in scripts.walk_revisions()][::-1] == list(REVISIONS)
    assert schema.revision_of(target) == REVISIONS[-1]


def test_every_constraint_has_a_name() -> None:
    unnamed = [
        (table.name, type(constraint).__name__)
        for table in metadata.tables.values()
        for constraint in (*table.constraints, *table.indexes)
        if not getattr(constraint, "name", None)
    ]
    assert unnamed == []


def test_a_new_ledger_is_private_and_bears_our_mark(target: Target) -> None:
    assert target.path.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(target.path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_creating_twice_changes_nothing(target: Target) -> None:
    before = target.path.read_bytes()
    assert schema.create(target) is False
    assert target.path.read_bytes() == before


@pytest.mark.file
def test_several_processes_at_once_make_one_ledger(run: Run, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "claimcheck", "db", "init"]
    starts = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(6)]
    ends = [(*start.communicate(timeout=60), start.returncode) for start in starts]
    assert [(err, code) for _, err, code in ends] == [(b"", 0)] * 6
    assert sorted(out.startswith(b"started a new ledger") for out, _, _ in ends) == [False] * 5 + [True]
    assert run("db", "check").code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["ledger.sqlite3"]


@pytest.mark.parametrize("moment", ["_migrate", "publish"])
@pytest.mark.file
def test_a_creation_that_is_killed_leaves_no_ledger(run: Run, tmp_path: Path, moment: str) -> None:
    place = tmp_path / "ledger.sqlite3"
    ended = subprocess.run([sys.executable, "-c", KILLED, str(place), moment], check=False, timeout=60)
    assert ended.returncode == -signal.SIGKILL
    assert not place.exists()
    assert run("list").code == 5
    assert run("-q", "load").code == 0
    assert run("db", "check").code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["ledger.sqlite3"]


def test_a_ledger_takes_its_place_with_what_was_written_first_or_not_at_all(tmp_path: Path) -> None:
    place = Target(tmp_path / "new.sqlite3")
    with pytest.raises(ValueError, match="refused"), schema.started(place):
        raise ValueError("refused")
    assert list(tmp_path.iterdir()) == []
    with schema.started(place) as draft:
        assert draft is not None
        assert (str(draft), place.path.exists()) == (str(place), False)
        with open_session(draft) as session:
            session.connection().exec_driver_sql("INSERT INTO tag (name) VALUES ('x')")
    assert [path.name for path in tmp_path.iterdir()] == ["new.sqlite3"]
    with schema.started(place) as draft, closing(connect(Target(place.path), writable=True)) as connection:
        assert draft is None
        assert connection.execute("SELECT name FROM tag").fetchall() == [("x",)]


def test_a_place_that_cannot_be_made_is_a_store_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="choose another place"):
        schema.create(Target(tmp_path / "file" / "ledger.sqlite3"))
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    with pytest.raises(StoreError):
        schema.create(Target(tmp_path / "link"))


def test_upgrading_a_current_ledger_makes_no_backup(target: Target) -> None:
    assert schema.upgrade(target, now=NOW) is None
    assert list(target.path.parent.glob("*.backup")) == []


def test_a_backup_that_fails_leaves_no_file(target: Target, tmp_path: Path) -> None:
    with closing(sqlite3.connect(target.path)) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    content = bytearray(target.path.read_bytes())
    content[28:32] = (pages * 2).to_bytes(4, "big")
    target.path.write_bytes(content)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(StoreError):
        schema.backup(target, tmp_path / "copy")
    assert sorted(tmp_path.iterdir()) == before


def test_a_backup_that_is_killed_leaves_none_that_is_not_whole(target: Target, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    ended = subprocess.run([sys.executable, "-c", KILLED_BACKUP, str(target), str(copy)], check=False, timeout=60)
    assert (ended.returncode, copy.exists()) == (-signal.SIGKILL, False)
    schema.backup(target, copy)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy", "new.sqlite3"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claim SET confidence = 1.5 WHERE id = 1",
        "UPDATE claim SET confidence = -0.1 WHERE id = 1",
        "UPDATE claim SET credibility = 7 WHERE id = 1",
        "UPDATE claim SET kind = 'ASSERTION' WHERE id = 1",
        "UPDATE claim SET kind = NULL WHERE id = 1",
        "UPDATE claim SET verdict = 'true' WHERE id = 1",
        "UPDATE claim SET state = 'new' WHERE id = 1",
        "UPDATE claim SET text = '' WHERE id = 1",
        "UPDATE claim SET source_id = 999 WHERE id = 1",
        "UPDATE claim SET public_id = (SELECT public_id FROM claim WHERE id = 2) WHERE id = 1",
        "UPDATE source SET kind = 'robot' WHERE id = 1",
        "UPDATE source SET reliability = 'G' WHERE id = 1",
        "UPDATE appearance SET directness = 'said' WHERE id = 1",
        "UPDATE appearance SET span_end = span_start WHERE id = 1",
        "UPDATE appearance SET span_start = -1 WHERE id = 1",
        "UPDATE appearance SET cue_start = -1 WHERE id = 1",
        "UPDATE appearance SET span_sha256 = 'abc' WHERE id = 1",
        "UPDATE snapshot SET sha256 = 'abc' WHERE id = 1",
        "UPDATE snapshot SET sha256 = NULL, text_sha256 = NULL WHERE id = 1",
        "UPDATE relation SET other_id = claim_id",
        "UPDATE relation SET kind = 'likes'",
        "INSERT INTO tag (name) SELECT name FROM tag LIMIT 1",
        "INSERT INTO event (command_id, action, entity, entity_id) VALUES (1, 'made', 'claim', 1)",
        "INSERT INTO event (command_id, action, entity, entity_id) VALUES (1, 'created', 'tag', 1)",
        "DELETE FROM source WHERE id = 1",
        "DELETE FROM document WHERE id = 1",
    ],
)
def test_the_database_itself_refuses_what_cannot_be(connection: sqlite3.Connection, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)
