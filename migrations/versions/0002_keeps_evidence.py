"""Adds the texts of documents, evidence and its links to claims, watches with their runs, and searches."""

import sqlalchemy as sa
from alembic import op

from claimcheck.store import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_SNAPSHOT_WORDS = ("requested_url", "final_url", "canonical_url", "etag", "last_modified", "returned_at")
_NUMBERED = ("evidence", "watch", "run", "search")
_OUTCOMES = ("ok", "unchanged", "empty", "partial", "blocked", "failed", "skipped")


def _number() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _words(length: int | None = None) -> sa.types.TypeEngine[str]:
    """Text that sorts by code point, whatever the server's locale."""
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def _key() -> sa.Column[int]:
    """An id that claimcheck hands out: PostgreSQL gets no sequence, which would leave gaps on rollback."""
    return sa.Column("id", _number(), nullable=False, autoincrement=op.get_bind().dialect.name == "sqlite")


def _text(name: str, *, nullable: bool = True, length: int | None = None) -> sa.Column[str]:
    return sa.Column(name, _words(length), nullable=nullable)


def _count(name: str, *, nullable: bool = True) -> sa.Column[int]:
    return sa.Column(name, _number(), nullable=nullable)


def _reference(table: str, column: str, *, ondelete: str) -> sa.ForeignKeyConstraint:
    target = f"{column.removesuffix('_id')}.id"
    return sa.ForeignKeyConstraint([column], [target], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete)


def _one_of(table: str, column: str, name: str, *words: str) -> sa.CheckConstraint:
    allowed = " OR ".join(f"{column} = '{word}'" for word in words)
    return sa.CheckConstraint(allowed, name=op.f(f"ck_{table}_{name}"))


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _index(table: str, *columns: str, where: str | None = None, name: str | None = None) -> None:
    condition = sa.text(where) if where else None
    name = op.f(name or f"ix_{table}_{'_'.join(columns)}")
    op.create_index(name, table, list(columns), unique=False, sqlite_where=condition, postgresql_where=condition)


def upgrade() -> None:
    """Add what the second schema holds more than the first; nothing that is there changes."""
    for name in _SNAPSHOT_WORDS:
        op.add_column("snapshot", _text(name))
    for name in ("size_bytes", "status"):
        op.add_column("snapshot", _count(name))
    op.add_column("document", _text("author"))
    _index("snapshot", "text_sha256", where="text_sha256 IS NOT NULL")
    _add_evidence()
    _add_watches()
    _add_searches()
    if op.get_bind().dialect.name == "postgresql":
        for table in _NUMBERED:
            op.execute(sa.DDL(postgresql.LAST_ID_TRIGGERS[f"{table}_last_id"]))


def _add_evidence() -> None:
    op.create_table(
        "rendition",
        _text("text_sha256", nullable=False),
        _text("text", nullable=False),
        _check("rendition", "text_sha256_length", "length(text_sha256) = 64"),
        sa.PrimaryKeyConstraint("text_sha256", name=op.f("pk_rendition")),
    )
    op.create_table(
        "evidence",
        _key(),
        _count("snapshot_id", nullable=False),
        _count("span_start", nullable=False),
        _count("span_end", nullable=False),
        _text("exact", nullable=False),
        _text("prefix", nullable=False),
        _text("suffix", nullable=False),
        _check("evidence", "span_order", "span_start >= 0 AND span_end > span_start"),
        _reference("evidence", "snapshot_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sa.UniqueConstraint(
            "snapshot_id", "span_start", "span_end", name=op.f("uq_evidence_snapshot_id_span_start_span_end")
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "link",
        _count("claim_id", nullable=False),
        _count("evidence_id", nullable=False),
        _text("stance", nullable=False, length=32),
        _text("state", nullable=False, length=32),
        sa.Column("probability", sa.Float(), nullable=True),
        _text("reasons"),
        _one_of("link", "stance", "stance", "supports", "refutes", "mixed", "mentions", "unrelated"),
        _one_of("link", "state", "linkstate", "suggested", "confirmed", "rejected"),
        _check("link", "probability_range", "probability >= 0 AND probability <= 1"),
        _reference("link", "claim_id", ondelete="CASCADE"),
        _reference("link", "evidence_id", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("claim_id", "evidence_id", name=op.f("pk_link")),
        sqlite_with_rowid=False,
    )
    _index("link", "evidence_id")
    _index("link", "claim_id", where="state = 'suggested'", name="ix_link_suggested")


def _add_watches() -> None:
    op.create_table(
        "watch",
        _key(),
        _text("public_id", nullable=False, length=36),
        _text("kind", nullable=False, length=32),
        _text("url", nullable=False),
        _text("provider"),
        _count("claim_id"),
        _count("source_id"),
        _count("tag_id"),
        _count("every_s", nullable=False),
        _text("state", nullable=False, length=32),
        _text("author", nullable=False),
        _text("recorded_at", nullable=False),
        _text("due_at", nullable=False),
        _text("etag"),
        _text("last_modified"),
        _text("validated_url"),
        _text("content_sha256"),
        _count("snapshot_id"),
        _text("asked_at"),
        _text("changed_at"),
        _text("last_outcome", length=32),
        _text("last_message"),
        _count("failure_count", nullable=False),
        _text("failing_since"),
        _one_of("watch", "kind", "watchkind", "page", "feed", "query"),
        _one_of("watch", "state", "watchstate", "active", "paused", "gone", "removed"),
        _one_of("watch", "last_outcome", "outcome", *_OUTCOMES),
        _check("watch", "every_range", "every_s > 0"),
        *(_reference("watch", f"{name}_id", ondelete="SET NULL") for name in ("claim", "source", "tag", "snapshot")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watch")),
        sa.UniqueConstraint("public_id", name=op.f("uq_watch_public_id")),
        sqlite_autoincrement=True,
    )
    for name in ("claim_id", "source_id", "tag_id", "snapshot_id"):
        _index("watch", name)
    _index("watch", "state", "due_at")
    op.create_table(
        "run",
        _key(),
        _text("author", nullable=False),
        _text("started_at", nullable=False),
        _text("ended_at"),
        _count("due_count", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_run")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "run_outcome",
        _count("run_id", nullable=False),
        _count("watch_id", nullable=False),
        _text("outcome", nullable=False, length=32),
        _text("message"),
        _text("asked_at"),
        _one_of("run_outcome", "outcome", "outcome", *_OUTCOMES),
        _reference("run_outcome", "run_id", ondelete="CASCADE"),
        _reference("run_outcome", "watch_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("run_id", "watch_id", name=op.f("pk_run_outcome")),
        sqlite_with_rowid=False,
    )
    _index("run_outcome", "watch_id")


def _add_searches() -> None:
    op.create_table(
        "search",
        _key(),
        _text("provider", nullable=False),
        _count("claim_id"),
        _count("watch_id"),
        _text("query", nullable=False),
        _text("asked_at", nullable=False),
        _text("outcome", nullable=False, length=32),
        _count("hit_count"),
        _text("message"),
        _one_of("search", "outcome", "outcome", *_OUTCOMES),
        _check("search", "hit_count_range", "hit_count >= 0"),
        _reference("search", "claim_id", ondelete="CASCADE"),
        _reference("search", "watch_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search")),
        sqlite_autoincrement=True,
    )
    _index("search", "claim_id", where="claim_id IS NOT NULL")
    _index("search", "watch_id", where="watch_id IS NOT NULL")
    op.create_table(
        "finding",
        _count("search_id", nullable=False),
        _count("position", nullable=False),
        _text("key", nullable=False),
        _text("content_sha256", nullable=False),
        *(_text(name) for name in ("url", "title", "publisher", "author", "published_on", "language", "text")),
        _text("rating"),
        _check("finding", "content_sha256_length", "length(content_sha256) = 64"),
        _reference("finding", "search_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("search_id", "position", name=op.f("pk_finding")),
        sqlite_with_rowid=False,
    )
