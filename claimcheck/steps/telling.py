"""What a load changes and what it leaves open, told value by value in the words of a file's columns."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from claimcheck.columns import hops_text
from claimcheck.errors import quoted
from claimcheck.store.sources import SourceBook
from claimcheck.values import RowChange, RowProblem

Listener = Callable[[RowChange], None]
COLUMNS = {
    "source_id": "source", "publisher_id": "publisher", "title": "document_title", "url": "document_url",
    "tag": "tags", "document_id": "document",
}  # fmt: skip
"""The columns whose names are not those of the ledger."""
_UNSAID = ("id", "is_first", "snapshot_id")
_NOWHERE: Mapping[str, Any] = {}


class Teller:
    """Tells each change as it is made, if somebody listens."""

    def __init__(self, sources: SourceBook, listener: Listener | None) -> None:
        """Begin with nothing told."""
        self._sources = sources
        self._listener = listener
        self._names: dict[int, str] = {}

    def change(self, row: str, claim_id: int, field: str, old: Any, new: Any) -> None:
        """Tell that a field of a claim, or of what it stands in, went from old to new."""
        if self._listener:
            name = field if field == "tag" else COLUMNS.get(field, field)
            self._listener(RowChange(row, claim_id, name, self.spoken(field, old), self.spoken(field, new)))

    def appearance(self, row: str, claim_id: int, old: Mapping[str, Any] | None, new: Mapping[str, Any]) -> None:
        """Tell what of an appearance changed, field by field."""
        if self._listener:
            before = old or _NOWHERE
            for field in {**before, **new}:
                if field not in _UNSAID and (before.get(field) or None) != (new.get(field) or None):
                    self.change(row, claim_id, field, before.get(field), new.get(field))

    def clash(self, row: str, claim_id: int, field: str, values: Sequence[Any]) -> RowProblem:
        """What to say of a value that the reviewer and the ledger changed to different ones: base, ours, theirs."""
        base, ours, theirs = (_shown(self.spoken(field, value)) for value in values)
        message = f"conflict in claim {claim_id}: base {base}, ours {ours}, theirs {theirs}; --prefer decides"
        return RowProblem(row, COLUMNS.get(field, field), message)

    def spoken(self, field: str, value: Any) -> Any:
        """A value as its column would hold it."""
        if field in ("source_id", "publisher_id") and isinstance(value, int):
            return self._name(value)
        if field == "via":
            hops = [(hop["source_id"], hop.get("how")) if isinstance(hop, Mapping) else hop for hop in value or ()]
            return hops_text([(self.spoken("source_id", source), how) for source, how in hops]) if hops else None
        return value

    def _name(self, source_id: int) -> str:
        if source_id not in self._names:
            self._names = self._sources.names()
        return self._names.get(source_id, f"source {source_id}")


def _shown(value: Any) -> str:
    return "nothing" if value is None else quoted(value)
