"""What travels between reading, deciding, storing and showing: frozen, without behaviour.

What a load makes by the million is a NamedTuple: a frozen dataclass costs several times as much to make.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any, NamedTuple

from claimcheck.vocabulary import Entity

NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One thing wrong with one row of a file: where, which field, why and what to do."""

    row: str
    field: str | None
    message: str

    def within(self, file: str) -> "RowProblem":
        """The same problem, its place named with the file."""
        return RowProblem(f"{file}: {self.row}", self.field, self.message)

    def __str__(self) -> str:
        """The problem on one line."""
        return f"{self.row}: {self.field}: {self.message}" if self.field else f"{self.row}: {self.message}"


class Record(NamedTuple):
    """One row or table of a file, unread: the section it stands in, its place, its values by name."""

    section: str
    row: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SourceIn:
    """A source as a file describes it; `fields` holds only what was given."""

    row: str
    name: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()


class DocumentIn(NamedTuple):
    """A document as a file describes it; `fields` and `snapshot` hold only what was given."""

    publisher: str | None = None
    fields: Mapping[str, Any] = NOTHING
    snapshot: Mapping[str, Any] = NOTHING


class Hop(NamedTuple):
    """One step between the source and us."""

    source: str
    how: str | None = None


class AppearanceIn(NamedTuple):
    """One place where a claim is made; `fields` are columns of the appearance."""

    fields: Mapping[str, Any] = NOTHING
    via: tuple[Hop, ...] = ()
    document: DocumentIn | None = None
    document_key: str | None = None


class ClaimIn(NamedTuple):
    """A claim as a file gives it; `fields` are the claim's own columns that were given."""

    row: str
    source: str | None
    fields: Mapping[str, Any]
    source_fields: Mapping[str, Any] = NOTHING
    key: str | None = None
    public_id: str | None = None
    revision: int | None = None
    recorded_at: str | None = None
    ledger_id: int | None = None
    tags: tuple[str, ...] = ()
    appearance: AppearanceIn | None = None
    blank: tuple[str, ...] = ()
    """The columns that the row has and leaves empty, if that is to mean anything."""


@dataclass(frozen=True, slots=True)
class RelationIn:
    """A relation as a file gives it: two claims by the file's own keys or by public id."""

    row: str
    claim: str
    kind: str
    other: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one field; None stands for "was not there" or "is gone"."""

    entity: Entity
    entity_id: int
    field: str | None
    old: Any
    new: Any


class RowChange(NamedTuple):
    """One value of a claim that a row changed, by the name of its column."""

    row: str
    claim_id: int
    field: str
    old: Any
    new: Any


@dataclass(slots=True)
class LoadReport:
    """What a load did.

    `kept` are values of the file that a person's change in the ledger outweighed; `conflicts` those that a
    reviewer and the ledger have changed to different ones; `decided` counts the conflicts that a preference
    settled.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    sources_added: int = 0
    documents_added: int = 0
    relations_added: int = 0
    sources_changed: set[int] = field(default_factory=set)
    documents_changed: set[int] = field(default_factory=set)
    first_id: int | None = None
    kept: list[RowProblem] = field(default_factory=list)
    conflicts: list[RowProblem] = field(default_factory=list)
    decided: int = 0
    new_sources: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Page:
    """What a server answered to one fetch, whole and decoded; a 304 or an error is an answer too.

    The URLs are as they were dialled and may hold secrets: show and keep them through `urls.redacted` or
    `urls.canonical`.
    """

    url: str = field(repr=False)
    final_url: str = field(repr=False)
    redirects: tuple[str, ...] = field(repr=False)
    """The URLs that redirected, first to last; the one asked for is the first of them."""
    status: int
    headers: Mapping[str, str] = field(repr=False)
    """Those that are needed, by lower-case name."""
    body: bytes = field(repr=False)
    raw_size: int
    """The length of the body in bytes as it was sent."""
    retrieved_at: datetime
    elapsed_s: float


@dataclass(frozen=True, slots=True)
class Received:
    """The bytes of a document, whole, and how they came; URLs without secrets, as they are kept.

    `content` may be dropped once the bytes are in the archive.
    """

    content: bytes = field(repr=False)
    sha256: str
    size_bytes: int
    retrieved_at: datetime
    content_type: str | None = None
    file_name: str | None = None
    requested_url: str | None = None
    final_url: str | None = None
    status: int | None = None
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a document that was brought in."""

    document_id: int
    snapshot_id: int
    title: str | None
    text: str = field(repr=False)
    is_new_document: bool
    is_new_snapshot: bool
    is_new_text: bool
    earlier_text: str | None = field(default=None, repr=False)
    """The text of the snapshot that was the latest before."""
    back_after: int | None = None
    """The snapshot that was the latest before, if the document is again as it was before that one."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a provider is asked: one claim, or the words of a query; all that is known of it."""

    words: str
    """The claim's text, or the query as its author wrote it."""
    is_query: bool = False
    """Whether `words` are a query in the provider's own language, to be sent as they are."""
    source: str | None = None
    said_on: str | None = None
    """The day, EDTF."""
    language: str | None = None
    urls: tuple[str, ...] = ()
    """Pages to look at: those the claim appears in, and those the user named."""
    key: str | None = field(default=None, repr=False)
    """The provider's key, if it needs one."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request that a provider wants made: a GET."""

    url: str = field(repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a provider or a feed has: where to look, never a verdict.

    All texts are as the provider gives them, unescaped and on one line except `text`.
    """

    key: str
    """What the same thing is known by the next time: the id of an item, or the URL."""
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published_on: str | None = None
    """The day, EDTF; None where the provider gives none that can be read."""
    language: str | None = None
    text: str | None = None
    """What it says, as plain text."""
    markup: str | None = field(default=None, repr=False)
    """What it says, as HTML of which nothing has been trusted yet; then `text` is None."""
    rating: str | None = None
    """What somebody concluded, in their own words; no verdict of ours follows from it."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """A document as text, and what it says of itself, none of which has been verified."""

    text: str = field(repr=False)
    """Plain text of the code points that the document has; paragraphs stand apart by a blank line."""
    extractor: str
    extractor_version: str
    media_type: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    """The name of the site or of who issued it."""
    published_on: str | None = None
    """The day, EDTF, as the document writes it: no time zone is converted."""
    published_how: str | None = None
    """Where that day was found: "JSON-LD datePublished", "PDF creation date"."""
    language: str | None = None
    """A language tag such as "en" or "zh-Hant"."""
    canonical_url: str | None = None
    """The address that the document gives as its own, if it lies on the host that it came from."""
