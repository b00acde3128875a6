"""The history as rows: which commands changed the ledger, and what each changed."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from claimcheck.columns import hops_text
from claimcheck.errors import StoreError, quoted
from claimcheck.store.engine import Reader
from claimcheck.store.lookups import source_names
from claimcheck.vocabulary import Entity

_COMMANDS = """
SELECT command.id, command.recorded_at, command.author, command.name, command.note,
  (SELECT count(*) FROM event WHERE command_id = command.id)
FROM command {where} ORDER BY command.id DESC {limit}
"""
_EVENTS = """
SELECT event.id, command.id, command.recorded_at, command.author, command.name, event.action, event.entity,
  event.entity_id, event.field, event.old, event.new, command.note, event.undoes_id
FROM event JOIN command ON command.id = event.command_id WHERE {where} ORDER BY event.id DESC {limit}
"""


@dataclass(frozen=True, slots=True)
class PastCommand:
    """One command that changed the ledger."""

    id: int
    recorded_at: str
    author: str
    name: str
    note: str | None
    event_count: int


@dataclass(frozen=True, slots=True)
class PastEvent:
    """One event with the command that it belongs to; `old` and `new` are as a reader would say them."""

    id: int
    command_id: int
    recorded_at: str
    author: str
    command: str
    action: str
    entity: str
    entity_id: int
    field: str | None
    old: str | None
    new: str | None
    note: str | None
    undoes_id: int | None


def commands(reader: Reader, *, limit: int | None) -> list[PastCommand]:
    """The latest commands, oldest first."""
    sql, values = _limited(_COMMANDS, "", limit)
    return [PastCommand(*row) for row in reader.all(sql, values)][::-1]


def events(
    reader: Reader,
    *,
    entity: Entity | None = None,
    entity_id: int | None = None,
    command_id: int | None = None,
    limit: int | None = None,
) -> list[PastEvent]:
    """The latest events of one entity, of one command, or of all, oldest first."""
    wanted = {"event.entity": entity, "event.entity_id": entity_id, "event.command_id": command_id}
    given = {
        column: str(value) if isinstance(value, Entity) else value
        for column, value in wanted.items()
        if value is not None
    }
    where = " AND ".join(f"{column} = ?" for column in given) or "1 = 1"
    sql, values = _limited(_EVENTS, where, limit)
    names = source_names(reader)
    return [_event(row, names) for row in reader.all(sql, [*given.values(), *values])][::-1]


def _limited(sql: str, where: str, limit: int | None) -> tuple[str, list[object]]:
    clause = "LIMIT ?" if limit is not None else ""
    return sql.format(where=where, limit=clause), [] if limit is None else [limit]


def _event(row: Sequence[Any], names: dict[int, str]) -> PastEvent:
    field, old, new = row[8:11]
    before, after = (None if value is None else spoken(field, _decoded(value), names) for value in (old, new))
    values = (*row[:9], before, after, *row[11:])
    return PastEvent(**dict(zip(PastEvent.__slots__, values, strict=True)))


def _decoded(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError as error:
        msg = f"the history holds {quoted(value)}, which is not JSON; it was changed, run `claimcheck db check`"
        raise StoreError(msg) from error


def spoken(field: str | None, value: Any, names: dict[int, str]) -> str | None:
    """An event's value as a reader would say it: sources by name, tables as words."""
    if value is None:
        return None
    if field in ("source_id", "publisher_id", "merged_into_id"):
        return names.get(value, f"source {value}")
    if isinstance(value, dict):
        return _table(field, value, names)
    return value if isinstance(value, str) else json.dumps(value)


def _table(field: str | None, value: dict[str, Any], names: dict[int, str]) -> str:
    if field == "relation":
        note = f" ({value['note']})" if value.get("note") else ""
        return f"{value['kind']} claim {value['other_id']}{note}"
    if field == "via":
        return f"hop {value['position']}: {names.get(value['source_id'])}"
    if "text" in value:
        return str(value["text"])
    if "name" in value:
        return str(value["name"])
    said = {name: part for name, part in value.items() if part is not None and name not in ("id", "is_first", "via")}
    parts = [f"{name.removesuffix('_id')} {part}" for name, part in said.items()]
    if value.get("via"):
        hops = [(names.get(hop["source_id"], f"source {hop['source_id']}"), hop.get("how")) for hop in value["via"]]
        parts.append(f"via {hops_text(hops)}")
    return ", ".join(parts)


def remarks(found: Sequence[PastEvent]) -> list[dict[str, Any]]:
    """The remarks among an entity's events, oldest first, without those that were withdrawn."""
    withdrawn = {event.undoes_id for event in found if event.undoes_id is not None}
    return [
        {"event": event.id, "recorded_at": event.recorded_at, "author": event.author, "text": event.new}
        for event in found
        if event.action == "noted" and event.new is not None and event.id not in withdrawn
    ]


def as_dict(event: PastEvent) -> dict[str, Any]:
    """An event as JSON would hold it."""
    return {name: getattr(event, name) for name in PastEvent.__slots__}
