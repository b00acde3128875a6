"""The tables of evidence: texts and passages of documents, what they say to claims, and how they were looked for.

Evidence and links are part of the history. Watches, runs, searches and findings say what was asked and what came of
it; they are the working state of unattended runs and not events.
"""

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from claimcheck import vocabulary as words
from claimcheck.table_parts import one_of, rare_index, reference, word


class Rendition(SQLModel, table=True):
    """The text of a snapshot, once for all snapshots that say the same.

    It is kept by its own hash and never taken away, so that an undo can bring a snapshot back.
    """

    __tablename__ = "rendition"
    __table_args__ = (sa.CheckConstraint("length(text_sha256) = 64", name="text_sha256_length"),)

    text_sha256: str = Field(primary_key=True)
    text: str


class Evidence(SQLModel, table=True):
    """A passage of a snapshot that bears on claims. Offsets are half-open, in code points of the snapshot's text."""

    __tablename__ = "evidence"
    __table_args__ = (
        sa.UniqueConstraint("snapshot_id", "span_start", "span_end"),
        sa.CheckConstraint("span_start >= 0 AND span_end > span_start", name="span_order"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    snapshot_id: int = Field(sa_column_args=[reference("snapshot.id", ondelete="CASCADE")])
    span_start: int
    span_end: int
    exact: str
    prefix: str
    suffix: str


class Link(SQLModel, table=True):
    """What a passage says to a claim: suggested by a rule, or confirmed or rejected by a person."""

    __tablename__ = "link"
    __table_args__ = (
        one_of("stance", words.Stance),
        one_of("state", words.LinkState),
        sa.CheckConstraint("probability >= 0 AND probability <= 1", name="probability_range"),
        sa.Index(
            "ix_link_suggested",
            "claim_id",
            sqlite_where=sa.text("state = 'suggested'"),
            postgresql_where=sa.text("state = 'suggested'"),
        ),
        {"sqlite_with_rowid": False},
    )

    claim_id: int = Field(primary_key=True, sa_column_args=[reference("claim.id", ondelete="CASCADE")])
    evidence_id: int = Field(primary_key=True, sa_column_args=[reference("evidence.id")], index=True)
    stance: words.Stance = Field(sa_type=word(words.Stance))
    state: words.LinkState = Field(sa_type=word(words.LinkState))
    probability: float | None = None
    reasons: str | None = None


class Watch(SQLModel, table=True):
    """What to fetch, how often, for which claims; and what came of it the last time."""

    __tablename__ = "watch"
    __table_args__ = (
        one_of("kind", words.WatchKind),
        one_of("state", words.WatchState),
        one_of("last_outcome", words.Outcome),
        sa.Index(None, "state", "due_at"),
        sa.CheckConstraint("every_s > 0", name="every_range"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    public_id: str = Field(max_length=36, unique=True)
    kind: words.WatchKind = Field(sa_type=word(words.WatchKind))
    url: str
    provider: str | None = None
    claim_id: int | None = Field(default=None, sa_column_args=[reference("claim.id", ondelete="SET NULL")], index=True)
    source_id: int | None = Field(
        default=None, sa_column_args=[reference("source.id", ondelete="SET NULL")], index=True
    )
    tag_id: int | None = Field(default=None, sa_column_args=[reference("tag.id", ondelete="SET NULL")], index=True)
    every_s: int
    state: words.WatchState = Field(sa_type=word(words.WatchState))
    author: str
    recorded_at: str
    due_at: str
    etag: str | None = None
    last_modified: str | None = None
    validated_url: str | None = None
    content_sha256: str | None = None
    snapshot_id: int | None = Field(
        default=None, sa_column_args=[reference("snapshot.id", ondelete="SET NULL")], index=True
    )
    asked_at: str | None = None
    changed_at: str | None = None
    last_outcome: words.Outcome | None = Field(default=None, sa_type=word(words.Outcome))
    last_message: str | None = None
    failure_count: int = 0
    failing_since: str | None = None


class Run(SQLModel, table=True):
    """One execution of `update`; without an end it was interrupted."""

    __tablename__ = "run"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: int | None = Field(default=None, primary_key=True)
    author: str
    started_at: str
    ended_at: str | None = None
    due_count: int


class RunOutcome(SQLModel, table=True):
    """What one watch came to in one run."""

    __tablename__ = "run_outcome"
    __table_args__ = (one_of("outcome", words.Outcome), {"sqlite_with_rowid": False})

    run_id: int = Field(primary_key=True, sa_column_args=[reference("run.id", ondelete="CASCADE")])
    watch_id: int = Field(primary_key=True, sa_column_args=[reference("watch.id", ondelete="CASCADE")], index=True)
    outcome: words.Outcome = Field(sa_type=word(words.Outcome))
    message: str | None = None
    asked_at: str | None = None


class Search(SQLModel, table=True):
    """One question to one provider, about a claim or for a watch, and how it was answered."""

    __tablename__ = "search"
    __table_args__ = (
        one_of("outcome", words.Outcome),
        sa.CheckConstraint("hit_count >= 0", name="hit_count_range"),
        rare_index("claim_id"),
        rare_index("watch_id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    provider: str
    claim_id: int | None = Field(default=None, sa_column_args=[reference("claim.id", ondelete="CASCADE")])
    watch_id: int | None = Field(default=None, sa_column_args=[reference("watch.id", ondelete="CASCADE")])
    query: str
    asked_at: str
    outcome: words.Outcome = Field(sa_type=word(words.Outcome))
    hit_count: int | None = None
    message: str | None = None


class FoundLead(SQLModel, table=True):
    """One thing that a search found and no earlier one of the same claim or watch: a lead, not evidence."""

    __tablename__ = "finding"
    __table_args__ = (
        sa.CheckConstraint("length(content_sha256) = 64", name="content_sha256_length"),
        {"sqlite_with_rowid": False},
    )

    search_id: int = Field(primary_key=True, sa_column_args=[reference("search.id", ondelete="CASCADE")])
    position: int = Field(primary_key=True)
    key: str
    content_sha256: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published_on: str | None = None
    language: str | None = None
    text: str | None = None
    rating: str | None = None
