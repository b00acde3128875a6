"""What travels between reading, deciding, storing and showing: frozen, without behaviour."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from claimcheck.vocabulary import Entity


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One thing wrong with one row of a file: where, which field, why and what to do."""

    row: str
    field: str | None
    message: str

    def __str__(self) -> str:
        """The problem on one line."""
        return f"{self.row}: {self.field}: {self.message}" if self.field else f"{self.row}: {self.message}"


@dataclass(frozen=True, slots=True)
class Record:
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


@dataclass(frozen=True, slots=True)
class DocumentIn:
    """A document as a file describes it; `fields` and `snapshot` hold only what was given."""

    publisher: str | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)
    snapshot: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hop:
    """One step between the source and us."""

    source: str
    how: str | None = None


@dataclass(frozen=True, slots=True)
class AppearanceIn:
    """One place where a claim is made; `fields` are columns of the appearance."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    via: tuple[Hop, ...] = ()
    document: DocumentIn | None = None
    document_key: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimIn:
    """A claim as a file gives it; `fields` are the claim's own columns that were given."""

    row: str
    source: str | None
    fields: Mapping[str, Any]
    source_fields: Mapping[str, Any] = field(default_factory=dict)
    key: str | None = None
    public_id: str | None = None
    revision: int | None = None
    ledger_id: int | None = None
    tags: tuple[str, ...] = ()
    appearance: AppearanceIn | None = None


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


@dataclass(slots=True)
class LoadReport:
    """What a load did. `kept` are values of the file that a person's change in the ledger outweighed."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    sources_added: int = 0
    documents_added: int = 0
    relations_added: int = 0
    first_id: int | None = None
    kept: list[RowProblem] = field(default_factory=list)
    new_sources: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims: every condition must hold; several values of one condition are alternatives.

    Days are EDTF texts; a partial date matches when any of its days does.
    """

    sources: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    vias: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    without_tags: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    min_confidence: float | None = None
    max_confidence: float | None = None
    min_hops: int | None = None
    since: str | None = None
    until: str | None = None
    date: str = "said"
    text: str | None = None
    marked: bool = False
    """Whether matches of `text` are to be marked where a claim's text is shown."""
    needs_review: bool = False
    claim_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Paging:
    """In which order, how many, and after which claim."""

    sort: str = "id"
    limit: int | None = None
    after: int | None = None
