"""A claimcheck one schema newer than this one, for tests of what becomes of an older ledger."""

import shutil
from pathlib import Path

import pytest

from claimcheck.resources import bundled
from claimcheck.store import engine, schema
from tests.conftest import Run

NEWER = "9001"
MIGRATION = '''
"""Adds what a later claimcheck might: a column, a table, an index, and what is in them."""

import sqlalchemy as sa
from alembic import op

revision = "9001"
down_revision = "{before}"


def upgrade() -> None:
    with op.batch_alter_table("tag") as batch:
        batch.add_column(sa.Column("colour", sa.String(), nullable=True))
    op.execute("UPDATE tag SET colour = 'red'")
    key = sa.PrimaryKeyConstraint("id", name="pk_later")
    op.create_table("later", sa.Column("id", sa.Integer(), nullable=False), key)
    op.create_index("ix_tag_colour", "tag", ["colour"])
    op.execute("INSERT INTO later (id) SELECT id FROM claim")
'''


def write_migrations(folder: Path) -> Path:
    """The bundled migrations and one more, in a folder of their own."""
    shutil.copytree(bundled("migrations"), folder, ignore=shutil.ignore_patterns("__pycache__"))
    text = MIGRATION.format(before=engine.REVISIONS[-1])
    (folder / "versions" / f"{NEWER}_adds_a_colour.py").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def newer(seeded: Run, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let claimcheck know one more migration than the seeded ledger has; gives the folder of migrations."""
    assert seeded("count").code == 0
    folder = write_migrations(tmp_path_factory.mktemp("newer") / "migrations")
    monkeypatch.setattr(engine, "REVISIONS", (*engine.REVISIONS, NEWER))
    monkeypatch.setattr(schema, "bundled", lambda _: folder)
    return folder
