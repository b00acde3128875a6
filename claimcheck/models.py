"""The tables. SQLModel owns the schema; a migration writes it down and a test holds the two equal.

Instants are ISO 8601 text in UTC with a trailing Z, days are EDTF text beside their first and last
ISO day: both databases sort and hand out the same strings, whichever driver reads them.
"""

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

import claimcheck.assessment_models
import claimcheck.evidence_models  # noqa: F401 - its tables are of the same ledger
from claimcheck import vocabulary as words
from claimcheck.table_parts import one_of, portable, rare_index, reference, span_check, word

metadata = SQLModel.metadata


class Source(SQLModel, table=True):
    """Whoever claims are attributed to, or who publishes."""

    __tablename__ = "source"
    __table_args__ = (
        one_of("kind", words.SourceKind),
        one_of("reliability", words.Reliability),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    public_id: str = Field(max_length=36, unique=True)
    name: str
    kind: words.SourceKind | None = Field(default=None, sa_type=word(words.SourceKind))
    role: str | None = None
    reliability: words.Reliability | None = Field(default=None, sa_type=word(words.Reliability))
    reliability_on: str | None = None
    reliability_reason: str | None = None
    merged_into_id: int | None = Field(default=None, sa_column_args=[reference("source.id")], index=True)
    revision: int = 1
    recorded_at: str


class SourceAlias(SQLModel, table=True):
    """One spelling of a source; its own name is among them, so one index answers every look-up."""

    __tablename__ = "source_alias"

    alias_key: str = Field(primary_key=True)
    alias: str
    source_id: int = Field(sa_column_args=[reference("source.id", ondelete="CASCADE")], index=True)


class Document(SQLModel, table=True):
    """What was read."""

    __tablename__ = "document"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: int | None = Field(default=None, primary_key=True)
    public_id: str = Field(max_length=36, unique=True)
    identity: int = Field(sa_type=sa.BigInteger, index=True)
    title: str | None = None
    url: str | None = None
    publisher_id: int | None = Field(default=None, sa_column_args=[reference("source.id")], index=True)
    published_on: str | None = None
    published_earliest: str | None = None
    published_latest: str | None = None
    published_on_reason: str | None = None
    language: str | None = None
    author: str | None = None
    revision: int = 1
    recorded_at: str


class Snapshot(SQLModel, table=True):
    """The bytes of a document at a moment, by their SHA-256, and the text read out of them by its own.

    A table of claims may name only the text that its offsets count in; then `sha256` is not known.
    """

    __tablename__ = "snapshot"
    __table_args__ = (
        sa.UniqueConstraint("document_id", "sha256", "text_sha256"),
        sa.CheckConstraint("sha256 IS NOT NULL OR text_sha256 IS NOT NULL", name="one_hash"),
        sa.CheckConstraint("length(sha256) = 64", name="sha256_length"),
        sa.CheckConstraint("length(text_sha256) = 64", name="text_sha256_length"),
        rare_index("text_sha256"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(sa_column_args=[reference("document.id", ondelete="CASCADE")])
    sha256: str | None = None
    text_sha256: str | None = None
    media_type: str | None = None
    extractor: str | None = None
    extractor_version: str | None = None
    retrieved_at: str | None = None
    size_bytes: int | None = None
    requested_url: str | None = None
    final_url: str | None = None
    canonical_url: str | None = None
    status: int | None = None
    etag: str | None = None
    last_modified: str | None = None
    returned_at: str | None = None
    """When the document was last found to be so again, after it had changed."""


class Claim(SQLModel, table=True):
    """One checkable proposition, attributed to one source."""

    __tablename__ = "claim"
    __table_args__ = (
        one_of("kind", words.ClaimKind),
        one_of("verdict", words.Verdict),
        one_of("state", words.ClaimState),
        sa.Index(None, "source_id", "text_fingerprint"),
        sa.CheckConstraint("confidence >= 0 AND confidence <= 1", name="confidence_range"),
        sa.CheckConstraint("credibility BETWEEN 1 AND 6", name="credibility_range"),
        sa.CheckConstraint("length(text) > 0", name="text_not_empty"),
        sa.Index(None, "source_id", "id"),
        rare_index("verdict", "verdict", "id"),
        rare_index("verdict", "source_id", "verdict"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    public_id: str = Field(max_length=36, unique=True)
    source_id: int = Field(sa_column_args=[reference("source.id")])
    text: str
    text_fingerprint: int = Field(sa_type=sa.BigInteger)
    kind: words.ClaimKind = Field(sa_type=word(words.ClaimKind))
    said_on: str | None = None
    said_earliest: str | None = None
    said_latest: str | None = None
    confidence: float | None = None
    basis: str | None = None
    credibility: int | None = None
    verdict: words.Verdict | None = Field(default=None, sa_type=word(words.Verdict))
    state: words.ClaimState = Field(sa_type=word(words.ClaimState))
    attribution_note: str | None = None
    revision: int = 1
    recorded_at: str
    review_on: str | None = None
    """The day from which it wants to be looked at again, EDTF."""


class Appearance(SQLModel, table=True):
    """One place where a claim is made. Offsets are half-open, in code points of the snapshot's text."""

    __tablename__ = "appearance"
    __table_args__ = (
        one_of("directness", words.Directness),
        span_check("span_start", "span_end", "span_order"),
        sa.CheckConstraint("quote_start >= 0", name="quote_start_range"),
        sa.CheckConstraint("cue_start >= 0", name="cue_start_range"),
        sa.CheckConstraint("span_sha256 IS NULL OR length(span_sha256) = 64", name="span_sha256_length"),
        rare_index("snapshot_id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    claim_id: int = Field(sa_column_args=[reference("claim.id", ondelete="CASCADE")], index=True)
    document_id: int | None = Field(default=None, sa_column_args=[reference("document.id")], index=True)
    snapshot_id: int | None = Field(default=None, sa_column_args=[reference("snapshot.id")])
    is_first: int = Field(sa_type=sa.SmallInteger)
    said_on: str | None = None
    directness: words.Directness | None = Field(default=None, sa_type=word(words.Directness))
    cue: str | None = None
    cue_start: int | None = None
    span_start: int | None = None
    span_end: int | None = None
    span_sha256: str | None = None
    quote: str | None = None
    quote_start: int | None = None


class Via(SQLModel, table=True):
    """One hop between the source and us: position 1 stands next to the source."""

    __tablename__ = "via"
    __table_args__ = ({"sqlite_with_rowid": False},)

    appearance_id: int = Field(primary_key=True, sa_column_args=[reference("appearance.id", ondelete="CASCADE")])
    position: int = Field(primary_key=True)
    source_id: int = Field(sa_column_args=[reference("source.id")], index=True)
    how: str | None = None


class Tag(SQLModel, table=True):
    """A label for claims."""

    __tablename__ = "tag"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)


class ClaimTag(SQLModel, table=True):
    """Which claim carries which tag."""

    __tablename__ = "claim_tag"
    __table_args__ = (sa.Index(None, "tag_id", "claim_id"), {"sqlite_with_rowid": False})

    claim_id: int = Field(primary_key=True, sa_column_args=[reference("claim.id", ondelete="CASCADE")])
    tag_id: int = Field(primary_key=True, sa_column_args=[reference("tag.id")])


class Relation(SQLModel, table=True):
    """A statement about two claims: the claim denies, repeats, narrows ... the other."""

    __tablename__ = "relation"
    __table_args__ = (
        one_of("kind", words.RelationKind),
        sa.CheckConstraint("claim_id <> other_id", name="two_claims"),
    )

    claim_id: int = Field(primary_key=True, sa_column_args=[reference("claim.id", ondelete="CASCADE")])
    kind: words.RelationKind = Field(primary_key=True, sa_type=word(words.RelationKind))
    other_id: int = Field(primary_key=True, sa_column_args=[reference("claim.id")], index=True)
    note: str | None = None


class Command(SQLModel, table=True):
    """One command that changed the ledger: the batch of events that stands or falls together.

    `hash` is the SHA-256 over `previous_hash`, this row and its events: a chain that shows any later edit.
    """

    __tablename__ = "command"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: int | None = Field(default=None, primary_key=True)
    name: str
    author: str
    note: str | None = None
    recorded_at: str
    previous_hash: str = Field(max_length=64)
    hash: str = Field(max_length=64)


class Event(SQLModel, table=True):
    """One append-only change. `old` and `new` are JSON; triggers refuse update and delete.

    `undoes_id` names the event that this one takes back. An event is in force unless the latest
    event that undoes it is itself in force.
    """

    __tablename__ = "event"
    __table_args__ = (
        one_of("action", words.Action),
        one_of("entity", words.Entity),
        sa.Index(None, "entity", "entity_id", "id"),
        rare_index("undoes_id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    command_id: int = Field(sa_column_args=[reference("command.id", deferred=True)], index=True)
    action: words.Action = Field(sa_type=word(words.Action))
    entity: words.Entity = Field(sa_type=word(words.Entity))
    entity_id: int
    field: str | None = None
    old: str | None = None
    new: str | None = None
    undoes_id: int | None = Field(default=None, sa_column_args=[reference("event.id")])


# What an annotation cannot say is said of all columns at once.
for _column in (column for table in metadata.tables.values() for column in table.columns):
    _column.type = portable(_column.type)
