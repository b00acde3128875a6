"""The tables of what is computed: how claims may stand to each other, and what their evidence comes to.

Suggested relations are part of the history, since people reject them. Assessments are not: they follow from what the
ledger holds, and can be computed again.
"""

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from claimcheck import vocabulary as words
from claimcheck.table_parts import one_of, reference, word


class RelationSuggestion(SQLModel, table=True):
    """How one claim may stand to another: suggested by a rule, or rejected by a person; the confirmed are relations."""

    __tablename__ = "relation_suggestion"
    __table_args__ = (
        one_of("kind", words.RelationKind),
        one_of("state", words.LinkState),
        sa.CheckConstraint("claim_id <> other_id", name="two_claims"),
    )

    claim_id: int = Field(primary_key=True, sa_column_args=[reference("claim.id", ondelete="CASCADE")])
    kind: words.RelationKind = Field(primary_key=True, sa_type=word(words.RelationKind))
    other_id: int = Field(primary_key=True, sa_column_args=[reference("claim.id")], index=True)
    state: words.LinkState = Field(sa_type=word(words.LinkState))
    reasons: str | None = None


class Assessment(SQLModel, table=True):
    """What the evidence for a claim came to at a moment; the latest counts."""

    __tablename__ = "assessment"
    __table_args__ = (
        one_of("verdict", words.Verdict),
        sa.CheckConstraint("confidence >= 0 AND confidence <= 1", name="confidence_range"),
        sa.CheckConstraint("impact >= 0 AND impact <= 1", name="impact_range"),
        {"sqlite_with_rowid": False},
    )

    claim_id: int = Field(primary_key=True, sa_column_args=[reference("claim.id", ondelete="CASCADE")])
    assessed_at: str = Field(primary_key=True)
    method: str
    """The stance model and its version."""
    confidence: float | None = None
    verdict: words.Verdict | None = Field(default=None, sa_type=word(words.Verdict))
    rule: str
    item_count: int
    origin_count: int
    origin_least: int
    origin_most: int
    unresolved_count: int
    supported_on: str | None = None
    """The day of the newest independent support."""
    impact: float
    """How much a person's decision could change."""
