"""What a row says, its sources named as the ledger knows them today: merged, taken away, or not yet there."""

from functools import cached_property
from typing import Any

from claimcheck.steps.three_way import PLACE_UNITS, Said
from claimcheck.store.dialect import Connection
from claimcheck.store.past_states import gone_source_names
from claimcheck.store.present_states import DOCUMENT_FIELDS, Known
from claimcheck.store.sources import SourceBook
from claimcheck.text import comparison_key
from claimcheck.values import ClaimIn

_OWN = ("said_on", "confidence", "basis", "credibility", "verdict", "attribution_note", "review_on")
_PLACE = tuple(name for unit in PLACE_UNITS for name in unit)
_DOCUMENT = {
    "document_title": "title", "document_url": "url", "publisher": "publisher_id", "published_on": "published_on",
}  # fmt: skip


class Naming:
    """Sources by what rows call them; one that the ledger does not have keeps its name until it is stored."""

    def __init__(self, connection: Connection, sources: SourceBook) -> None:
        """Begin with nothing remembered."""
        self._connection = connection
        self._sources = sources
        self._today: dict[int, int | str] = {}

    def said(self, claim: ClaimIn) -> Said:
        """What a row says, in the terms of the three-way comparison."""
        fields: dict[str, Any] = dict(claim.fields)
        place: dict[str, Any] = {}
        document: dict[str, Any] = {}
        if claim.source is not None:
            fields["source_id"] = self.source(claim.source)
        if claim.appearance is not None:
            place |= claim.appearance.fields
            if claim.appearance.via:
                place["via"] = [(self.source(hop.source), hop.how) for hop in claim.appearance.via]
            if claim.appearance.document is not None:
                publisher, described, snapshot = claim.appearance.document
                place |= snapshot
                document = {name: described[name] for name in DOCUMENT_FIELDS if name in described}
                if publisher is not None:
                    document["publisher_id"] = self.source(publisher)
        fields |= {name: None for name in _OWN if name in claim.blank}
        place |= {name: None for name in _PLACE if name in claim.blank}
        place |= {f"{words}_start": None for words in ("cue", "quote") if words in claim.blank}
        document |= {field: None for name, field in _DOCUMENT.items() if name in claim.blank}
        tags = frozenset(claim.tags) if claim.tags or "tags" in claim.blank else None
        return Said(fields, tags, place, document)

    def source(self, name: str) -> int | str:
        """The id of a source, or the name of one that the ledger does not have."""
        known = self._sources.find(name)
        return known if known is not None else self._gone[1].get(comparison_key(name), name)

    def stored(self, source: int | str | None) -> int | None:
        """The id of a source, which is created if only its name is known."""
        return self._sources.find_or_create(source) if isinstance(source, str) else source

    def today(self, source_id: int) -> int | str:
        """What a row that was exported with a source means today: it, the one that it was merged into, or a name."""
        if source_id not in self._today:
            row = self._connection.execute("SELECT name FROM source WHERE id = ?", (source_id,)).fetchone()
            self._today[source_id] = self.source(row[0] if row else self._gone[0].get(source_id, str(source_id)))
        return self._today[source_id]

    def as_today(self, known: Known) -> Known:
        """A claim as it was, its sources as a row means them today."""
        fields = {**known.fields, "source_id": self.today(known.fields["source_id"])}
        places = [
            {**place, "via": [{**hop, "source_id": self.today(hop["source_id"])} for hop in place["via"]]}
            for place in known.appearances
        ]
        return Known(fields, known.tags, places, known.documents, known.texts)

    @cached_property
    def _gone(self) -> tuple[dict[int, str], dict[str, str]]:
        return gone_source_names(self._connection)
