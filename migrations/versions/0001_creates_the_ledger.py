"""Creates the tables of the ledger, its append-only history and its full-text index."""

import sqlalchemy as sa
from alembic import op

from claimcheck.store import postgresql, search_sqlite, sqlite

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _number() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _words(length: int | None = None) -> sa.types.TypeEngine[str]:
    """Text that sorts by code point, whatever the server's locale."""
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def _key() -> sa.Column[int]:
    """An id that claimcheck hands out: PostgreSQL gets no sequence, which would leave gaps on rollback."""
    return sa.Column("id", _number(), nullable=False, autoincrement=op.get_bind().dialect.name == "sqlite")


def upgrade() -> None:
    """Create everything that the first schema holds."""
    op.create_table(
        "command",
        _key(),
        sa.Column("name", _words(), nullable=False),
        sa.Column("author", _words(), nullable=False),
        sa.Column("note", _words(), nullable=True),
        sa.Column("recorded_at", _words(), nullable=False),
        sa.Column("previous_hash", _words(64), nullable=False),
        sa.Column("hash", _words(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_command")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "source",
        _key(),
        sa.Column("public_id", _words(36), nullable=False),
        sa.Column("name", _words(), nullable=False),
        sa.Column("kind", _words(32), nullable=True),
        sa.Column("role", _words(), nullable=True),
        sa.Column("reliability", _words(32), nullable=True),
        sa.Column("reliability_on", _words(), nullable=True),
        sa.Column("reliability_reason", _words(), nullable=True),
        sa.Column("merged_into_id", _number(), nullable=True),
        sa.Column("revision", _number(), nullable=False),
        sa.Column("recorded_at", _words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["merged_into_id"], ["source.id"], name=op.f("fk_source_merged_into_id"), ondelete="RESTRICT"
        ),
        sa.CheckConstraint(
            "kind = 'person' OR kind = 'organisation' OR kind = 'government' OR kind = 'outlet' OR kind = 'unnamed'",
            name=op.f("ck_source_sourcekind"),
        ),
        sa.CheckConstraint(
            "reliability = 'A' OR reliability = 'B' OR reliability = 'C' OR reliability = 'D' OR "
            "reliability = 'E' OR reliability = 'F'",
            name=op.f("ck_source_reliability"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sa.UniqueConstraint("public_id", name=op.f("uq_source_public_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_source_merged_into_id"), "source", ["merged_into_id"], unique=False)
    op.create_table(
        "tag",
        _key(),
        sa.Column("name", _words(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tag")),
        sa.UniqueConstraint("name", name=op.f("uq_tag_name")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "claim",
        _key(),
        sa.Column("public_id", _words(36), nullable=False),
        sa.Column("source_id", _number(), nullable=False),
        sa.Column("text", _words(), nullable=False),
        sa.Column("text_fingerprint", sa.BigInteger(), nullable=False),
        sa.Column("kind", _words(32), nullable=False),
        sa.Column("said_on", _words(), nullable=True),
        sa.Column("said_earliest", _words(), nullable=True),
        sa.Column("said_latest", _words(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("basis", _words(), nullable=True),
        sa.Column("credibility", _number(), nullable=True),
        sa.Column("verdict", _words(32), nullable=True),
        sa.Column("state", _words(32), nullable=False),
        sa.Column("attribution_note", _words(), nullable=True),
        sa.Column("revision", _number(), nullable=False),
        sa.Column("recorded_at", _words(), nullable=False),
        sa.CheckConstraint("confidence >= 0 AND confidence <= 1", name=op.f("ck_claim_confidence_range")),
        sa.CheckConstraint("credibility BETWEEN 1 AND 6", name=op.f("ck_claim_credibility_range")),
        sa.CheckConstraint("length(text) > 0", name=op.f("ck_claim_text_not_empty")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_claim_source_id"), ondelete="RESTRICT"),
        sa.CheckConstraint(
            "kind = 'assertion' OR kind = 'accusation' OR kind = 'denial' OR kind = 'estimate' OR "
            "kind = 'report' OR kind = 'forecast' OR kind = 'opinion'",
            name=op.f("ck_claim_claimkind"),
        ),
        sa.CheckConstraint(
            "verdict = 'supported' OR verdict = 'refuted' OR verdict = 'conflicting' OR "
            "verdict = 'not_enough_evidence' OR verdict = 'unverifiable'",
            name=op.f("ck_claim_verdict"),
        ),
        sa.CheckConstraint(
            "state = 'proposed' OR state = 'accepted' OR state = 'rejected'",
            name=op.f("ck_claim_claimstate"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
        sa.UniqueConstraint("public_id", name=op.f("uq_claim_public_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_claim_source_id_id"), "claim", ["source_id", "id"], unique=False)
    op.create_index(
        op.f("ix_claim_source_id_text_fingerprint"), "claim", ["source_id", "text_fingerprint"], unique=False
    )
    for columns in (["verdict", "id"], ["source_id", "verdict"]):
        op.create_index(
            op.f(f"ix_claim_{'_'.join(columns)}"),
            "claim",
            columns,
            unique=False,
            sqlite_where=sa.text("verdict IS NOT NULL"),
            postgresql_where=sa.text("verdict IS NOT NULL"),
        )
    op.create_table(
        "document",
        _key(),
        sa.Column("public_id", _words(36), nullable=False),
        sa.Column("identity", sa.BigInteger(), nullable=False),
        sa.Column("title", _words(), nullable=True),
        sa.Column("url", _words(), nullable=True),
        sa.Column("publisher_id", _number(), nullable=True),
        sa.Column("published_on", _words(), nullable=True),
        sa.Column("published_earliest", _words(), nullable=True),
        sa.Column("published_latest", _words(), nullable=True),
        sa.Column("published_on_reason", _words(), nullable=True),
        sa.Column("language", _words(), nullable=True),
        sa.Column("revision", _number(), nullable=False),
        sa.Column("recorded_at", _words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["publisher_id"], ["source.id"], name=op.f("fk_document_publisher_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("public_id", name=op.f("uq_document_public_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_document_identity"), "document", ["identity"], unique=False)
    op.create_index(op.f("ix_document_publisher_id"), "document", ["publisher_id"], unique=False)
    op.create_table(
        "event",
        _key(),
        sa.Column("command_id", _number(), nullable=False),
        sa.Column("action", _words(32), nullable=False),
        sa.Column("entity", _words(32), nullable=False),
        sa.Column("entity_id", _number(), nullable=False),
        sa.Column("field", _words(), nullable=True),
        sa.Column("old", _words(), nullable=True),
        sa.Column("new", _words(), nullable=True),
        sa.Column("undoes_id", _number(), nullable=True),
        sa.ForeignKeyConstraint(
            ["command_id"],
            ["command.id"],
            name=op.f("fk_event_command_id"),
            ondelete="RESTRICT",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(["undoes_id"], ["event.id"], name=op.f("fk_event_undoes_id"), ondelete="RESTRICT"),
        sa.CheckConstraint(
            "action = 'created' OR action = 'changed' OR action = 'deleted' OR action = 'noted'",
            name=op.f("ck_event_action"),
        ),
        sa.CheckConstraint(
            "entity = 'source' OR entity = 'document' OR entity = 'claim'",
            name=op.f("ck_event_entity"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_event_command_id"), "event", ["command_id"], unique=False)
    op.create_index(
        op.f("ix_event_undoes_id"),
        "event",
        ["undoes_id"],
        unique=False,
        sqlite_where=sa.text("undoes_id IS NOT NULL"),
        postgresql_where=sa.text("undoes_id IS NOT NULL"),
    )
    op.create_index(op.f("ix_event_entity_entity_id_id"), "event", ["entity", "entity_id", "id"], unique=False)
    op.create_table(
        "source_alias",
        sa.Column("alias_key", _words(), nullable=False),
        sa.Column("alias", _words(), nullable=False),
        sa.Column("source_id", _number(), nullable=False),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_source_alias_source_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("alias_key", name=op.f("pk_source_alias")),
    )
    op.create_index(op.f("ix_source_alias_source_id"), "source_alias", ["source_id"], unique=False)
    op.create_table(
        "snapshot",
        _key(),
        sa.Column("document_id", _number(), nullable=False),
        sa.Column("sha256", _words(), nullable=True),
        sa.Column("text_sha256", _words(), nullable=True),
        sa.Column("media_type", _words(), nullable=True),
        sa.Column("extractor", _words(), nullable=True),
        sa.Column("extractor_version", _words(), nullable=True),
        sa.Column("retrieved_at", _words(), nullable=True),
        sa.CheckConstraint("sha256 IS NOT NULL OR text_sha256 IS NOT NULL", name=op.f("ck_snapshot_one_hash")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_snapshot_sha256_length")),
        sa.CheckConstraint("length(text_sha256) = 64", name=op.f("ck_snapshot_text_sha256_length")),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_snapshot_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshot")),
        sa.UniqueConstraint(
            "document_id", "sha256", "text_sha256", name=op.f("uq_snapshot_document_id_sha256_text_sha256")
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "appearance",
        _key(),
        sa.Column("claim_id", _number(), nullable=False),
        sa.Column("document_id", _number(), nullable=True),
        sa.Column("snapshot_id", _number(), nullable=True),
        sa.Column("is_first", sa.SmallInteger(), nullable=False),
        sa.Column("said_on", _words(), nullable=True),
        sa.Column("directness", _words(32), nullable=True),
        sa.Column("cue", _words(), nullable=True),
        sa.Column("cue_start", _number(), nullable=True),
        sa.Column("span_start", _number(), nullable=True),
        sa.Column("span_end", _number(), nullable=True),
        sa.Column("span_sha256", _words(), nullable=True),
        sa.Column("quote", _words(), nullable=True),
        sa.Column("quote_start", _number(), nullable=True),
        sa.CheckConstraint(
            "(span_start IS NULL AND span_end IS NULL) OR (span_start >= 0 AND span_end > span_start)",
            name=op.f("ck_appearance_span_order"),
        ),
        sa.CheckConstraint("cue_start >= 0", name=op.f("ck_appearance_cue_start_range")),
        sa.CheckConstraint("quote_start >= 0", name=op.f("ck_appearance_quote_start_range")),
        sa.CheckConstraint(
            "span_sha256 IS NULL OR length(span_sha256) = 64", name=op.f("ck_appearance_span_sha256_length")
        ),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_appearance_claim_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_appearance_document_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["snapshot_id"], ["snapshot.id"], name=op.f("fk_appearance_snapshot_id"), ondelete="RESTRICT"
        ),
        sa.CheckConstraint(
            "directness = 'direct' OR directness = 'indirect' OR directness = 'mixed'",
            name=op.f("ck_appearance_directness"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appearance")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_appearance_claim_id"), "appearance", ["claim_id"], unique=False)
    op.create_index(op.f("ix_appearance_document_id"), "appearance", ["document_id"], unique=False)
    op.create_index(
        op.f("ix_appearance_snapshot_id"),
        "appearance",
        ["snapshot_id"],
        unique=False,
        sqlite_where=sa.text("snapshot_id IS NOT NULL"),
        postgresql_where=sa.text("snapshot_id IS NOT NULL"),
    )
    op.create_table(
        "claim_tag",
        sa.Column("claim_id", _number(), nullable=False),
        sa.Column("tag_id", _number(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_claim_tag_claim_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["tag_id"], ["tag.id"], name=op.f("fk_claim_tag_tag_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("claim_id", "tag_id", name=op.f("pk_claim_tag")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_claim_tag_tag_id_claim_id"), "claim_tag", ["tag_id", "claim_id"], unique=False)
    op.create_table(
        "relation",
        sa.Column("claim_id", _number(), nullable=False),
        sa.Column("kind", _words(32), nullable=False),
        sa.Column("other_id", _number(), nullable=False),
        sa.Column("note", _words(), nullable=True),
        sa.CheckConstraint("claim_id <> other_id", name=op.f("ck_relation_two_claims")),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_relation_claim_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["other_id"], ["claim.id"], name=op.f("fk_relation_other_id"), ondelete="RESTRICT"),
        sa.CheckConstraint(
            "kind = 'contradicts' OR kind = 'denies' OR kind = 'repeats' OR kind = 'narrows' OR "
            "kind = 'supersedes' OR kind = 'numeric_conflict'",
            name=op.f("ck_relation_relationkind"),
        ),
        sa.PrimaryKeyConstraint("claim_id", "kind", "other_id", name=op.f("pk_relation")),
    )
    op.create_index(op.f("ix_relation_other_id"), "relation", ["other_id"], unique=False)
    op.create_table(
        "via",
        sa.Column("appearance_id", _number(), nullable=False),
        sa.Column("position", _number(), nullable=False),
        sa.Column("source_id", _number(), nullable=False),
        sa.Column("how", _words(), nullable=True),
        sa.ForeignKeyConstraint(
            ["appearance_id"], ["appearance.id"], name=op.f("fk_via_appearance_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_via_source_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("appearance_id", "position", name=op.f("pk_via")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_via_source_id"), "via", ["source_id"], unique=False)
    on_sqlite = (*sqlite.APPEND_ONLY_TRIGGERS.values(), search_sqlite.CONTENT_VIEW, search_sqlite.INDEX)
    on_sqlite += tuple(search_sqlite.TRIGGERS.values())
    for statement in on_sqlite if op.get_bind().dialect.name == "sqlite" else postgresql.SCHEMA:
        op.execute(sa.DDL(statement.replace("%", "%%")))
