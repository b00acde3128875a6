"""Adds suggested relations, what the evidence for a claim comes to, and the day for which a review is due."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_KINDS = ("contradicts", "denies", "repeats", "narrows", "supersedes", "numeric_conflict")
_STATES = ("suggested", "confirmed", "rejected")
_VERDICTS = ("supported", "refuted", "conflicting", "not_enough_evidence", "unverifiable")
_COUNTS = ("item_count", "origin_count", "origin_least", "origin_most", "unresolved_count")


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False)


def _text(name: str, *, nullable: bool = True, length: int | None = None) -> sa.Column[str]:
    """Text that sorts by code point, whatever the server's locale."""
    kind = sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")
    return sa.Column(name, kind, nullable=nullable)


def _word(name: str, *, nullable: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.String(32), nullable=nullable)


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _one_of(table: str, column: str, name: str, words: tuple[str, ...]) -> sa.CheckConstraint:
    return _check(table, name, " OR ".join(f"{column} = '{word}'" for word in words))


def _claim(table: str, column: str, ondelete: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ["claim.id"], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete)


def upgrade() -> None:
    """Add what the third schema holds more than the second; nothing that is there changes."""
    op.add_column("claim", _text("review_on"))
    op.create_table(
        "relation_suggestion",
        _number("claim_id"),
        _word("kind", nullable=False),
        _number("other_id"),
        _word("state", nullable=False),
        _text("reasons"),
        _one_of("relation_suggestion", "kind", "relationkind", _KINDS),
        _one_of("relation_suggestion", "state", "linkstate", _STATES),
        _check("relation_suggestion", "two_claims", "claim_id <> other_id"),
        _claim("relation_suggestion", "claim_id", "CASCADE"),
        _claim("relation_suggestion", "other_id", "RESTRICT"),
        sa.PrimaryKeyConstraint("claim_id", "kind", "other_id", name=op.f("pk_relation_suggestion")),
    )
    op.create_index(op.f("ix_relation_suggestion_other_id"), "relation_suggestion", ["other_id"])
    op.create_table(
        "assessment",
        _number("claim_id"),
        _text("assessed_at", nullable=False),
        _text("method", nullable=False),
        sa.Column("confidence", sa.Float(), nullable=True),
        _word("verdict"),
        _text("rule", nullable=False),
        *(_number(name) for name in _COUNTS),
        _text("supported_on"),
        sa.Column("impact", sa.Float(), nullable=False),
        _one_of("assessment", "verdict", "verdict", _VERDICTS),
        _check("assessment", "confidence_range", "confidence >= 0 AND confidence <= 1"),
        _check("assessment", "impact_range", "impact >= 0 AND impact <= 1"),
        _claim("assessment", "claim_id", "CASCADE"),
        sa.PrimaryKeyConstraint("claim_id", "assessed_at", name=op.f("pk_assessment")),
        sqlite_with_rowid=False,
    )
