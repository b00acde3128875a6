"""Where the claims of a file stand: the documents and hops that its rows name, stored and named by id."""

from typing import Any

from claimcheck.steps.merge import Merger
from claimcheck.store.documents import DocumentBook, remember
from claimcheck.store.sources import SourceBook
from claimcheck.values import NOTHING, AppearanceIn, DocumentIn, Hop, RowProblem
from claimcheck.vocabulary import Entity


class PlaceBook:
    """Documents and hops of one file, remembered for its length; most rows name those of the row before."""

    def __init__(self, sources: SourceBook, documents: DocumentBook, merger: Merger) -> None:
        """Begin with nothing described."""
        self._sources = sources
        self._documents = documents
        self._merger = merger
        self._have_twins = documents.has_twins()
        self._known_documents: dict[tuple[object, ...], dict[str, int]] = {}
        self._known_hops: dict[tuple[Hop, ...], list[dict[str, Any]]] = {}
        self._described: dict[str, tuple[str, DocumentIn]] = {}

    def add_document(self, row: str, key: str, document: DocumentIn) -> list[RowProblem]:
        """Remember a document under the key that claims of this file name it by."""
        if key in self._described:
            return [RowProblem(row, "key", f"another document of this file has the key {key!r}; choose a new one")]
        self._described[key] = (row, document)
        return []

    def has_document(self, key: str) -> bool:
        """Whether a document of the file has that key."""
        return key in self._described

    def store_documents(self) -> None:
        """Store the documents that the file describes, whether or not a claim names them."""
        for row, document in self._described.values():
            self._document(document, row, None, replaces=True)

    def state(self, appearance: AppearanceIn, row: str, claim_id: int | None) -> dict[str, Any]:
        """The state of an appearance of a known or a new claim, its document and sources stored and named by id."""
        state = dict(appearance.fields)
        if appearance.document_key is not None:
            described_in, described = self._described[appearance.document_key]
            state |= self._document(described, described_in, claim_id, replaces=True)
        elif appearance.document is not None:
            state |= self._document(appearance.document, row, claim_id)
        if appearance.via:
            state["via"] = self._hops(appearance.via)
        return state

    def _hops(self, via: tuple[Hop, ...]) -> list[dict[str, Any]]:
        """The state of a chain of hops; claims that came the same way share it."""
        known = self._known_hops.get(via)
        if known is None:
            known = [{"source_id": self._sources.find_or_create(hop.source), "how": hop.how} for hop in via]
            remember(self._known_hops, via, known)
        return known

    def _document(
        self, document: DocumentIn, row: str, claim_id: int | None, *, replaces: bool = False
    ) -> dict[str, int]:
        """The ids of a document and its snapshot; most claims of a file stand in the document of the one before."""
        of_claim = claim_id if self._have_twins else None
        key = (of_claim, document.publisher, *document.fields.items(), *document.snapshot.items())
        known = self._known_documents.get(key)
        if known is None:
            known = self._stored_document(document, row, of_claim, replaces=replaces)
            remember(self._known_documents, key, known)
        return known

    def _stored_document(
        self, document: DocumentIn, row: str, of_claim: int | None, *, replaces: bool
    ) -> dict[str, int]:
        fields = dict(document.fields)
        if document.publisher is not None:
            fields["publisher_id"] = self._sources.find_or_create(document.publisher)
        # A table's row names its document in passing; only a description of its own may give it a new title.
        snapshot = document.snapshot if replaces else NOTHING
        document_id = self._documents.find(fields, snapshot, of_claim=of_claim)
        if document_id is None:
            document_id = self._documents.create(fields)
        else:
            self._merger.update(Entity.DOCUMENT, document_id, fields, row=row, replaces=replaces)
        if not document.snapshot:
            return {"document_id": document_id}
        snapshot_id = self._documents.find_or_create_snapshot(document_id, document.snapshot)
        return {"document_id": document_id, "snapshot_id": snapshot_id}
