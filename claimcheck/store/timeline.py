"""The history as it is read: which commands changed the ledger, what each changed, and that in words."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claimcheck.columns import hops_text
from claimcheck.errors import StoreError, quoted
from claimcheck.store.engine import Reader
from claimcheck.vocabulary import Action, Entity

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

MAX_QUOTED = 100
"""How much of a passage an event shows, in code points."""
_NAMING = ("text", "name", "title", "url")
_UNSPOKEN = ("id", "public_id", "is_first", "via", "snapshots", "revision", "recorded_at")


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
    """One event with the command that it belongs to; `old` and `new` are values, no longer JSON."""

    id: int
    command_id: int
    recorded_at: str
    author: str
    command: str
    action: Action
    entity: Entity
    entity_id: int
    field: str | None
    old: Any
    new: Any
    note: str | None
    undoes_id: int | None


def commands(reader: Reader, *, limit: int | None) -> list[PastCommand]:
    """The latest commands, oldest first."""
    sql, values = _limited(_COMMANDS, "", limit)
    return [PastCommand(*row) for row in reader.all(sql, values)][::-1]


def events(  # noqa: PLR0913 - what there is to choose by
    reader: Reader,
    *,
    event_id: int | None = None,
    entity: Entity | None = None,
    entity_id: int | None = None,
    command_id: int | None = None,
    after: int | None = None,
    limit: int | None = None,
) -> list[PastEvent]:
    """The latest events that fit all of what is given, oldest first; `after` is the id of an event.

    Raises:
        StoreError: one of them does not hold JSON.
    """
    wanted = {
        "event.id = ?": event_id,
        "event.entity = ?": entity,
        "event.entity_id = ?": entity_id,
        "event.command_id = ?": command_id,
        "event.id > ?": after,
    }
    given = {
        condition: value.value if isinstance(value, Entity) else value
        for condition, value in wanted.items()
        if value is not None
    }
    sql, values = _limited(_EVENTS, " AND ".join(given) or "1 = 1", limit)
    return [_event(row) for row in reader.all(sql, [*given.values(), *values])][::-1]


def _limited(sql: str, where: str, limit: int | None) -> tuple[str, list[object]]:
    clause = "LIMIT ?" if limit is not None else ""
    return sql.format(where=where, limit=clause), [] if limit is None else [limit]


def _event(row: Sequence[Any]) -> PastEvent:
    stored = dict(zip(PastEvent.__slots__, row, strict=True))
    values = {name: _decoded(stored[name]) for name in ("old", "new")}
    return PastEvent(**stored | values | {"action": Action(stored["action"]), "entity": Entity(stored["entity"])})


def _decoded(value: str | None) -> Any:
    try:
        return None if value is None else json.loads(value)
    except ValueError as error:
        msg = f"the history holds {quoted(value)}, which is not JSON; it was changed, run `claimcheck db check`"
        raise StoreError(msg) from error


def spoken(field: str | None, value: Any, names: Mapping[int, str]) -> str | None:
    """An event's value as a reader would say it: sources by name, tables as words."""
    if value is None:
        return None
    if field is None and isinstance(value, dict) and set(value) == {"text", "evidence"}:
        return remark_text(value)
    if field in ("source_id", "publisher_id", "merged_into_id"):
        return names.get(value, f"source {value}")
    if isinstance(value, dict):
        return _table(field, value, names)
    return value if isinstance(value, str) else json.dumps(value)


def _snapshot_words(value: dict[str, Any]) -> str:
    size = f"{value['size_bytes']:,} bytes" if value.get("size_bytes") is not None else None
    digest = value.get("sha256") or value.get("text_sha256")
    moments = [f"{value[name][:19]}Z" for name in ("retrieved_at", "returned_at") if value.get(name)]
    moment = " and again ".join(moments)
    parts = (value.get("media_type"), size, f"sha256 {digest[:12]}..." if digest else None, moment)
    return f"{value.get('id', '')}: {', '.join(part for part in parts if part)}"


def _evidence_words(value: dict[str, Any]) -> str:
    where = f"snapshot {value['snapshot_id']}, {value['span_start']}-{value['span_end']}"
    exact = " ".join(value["exact"].split())
    if len(exact) > MAX_QUOTED:
        exact = exact[:MAX_QUOTED].rstrip() + "\u2026"
    return f"{value.get('id', '')}: \u201c{exact}\u201d ({where})"


def _link_words(value: dict[str, Any]) -> str:
    likely = f", {value['probability']:.0%}" if value.get("probability") is not None else ""
    reasons = f": {value['reasons']}" if value.get("reasons") else ""
    return f"evidence {value['evidence_id']} {value['stance']} ({value['state']}{likely}){reasons}"


def _suggestion_words(value: dict[str, Any]) -> str:
    reasons = f": {value['reasons']}" if value.get("reasons") else ""
    return f"{value['kind']} claim {value['other_id']} ({value['state']}){reasons}"


_WORDS = {
    "evidence": _evidence_words,
    "link": _link_words,
    "relation_suggestion": _suggestion_words,
    "snapshot": _snapshot_words,
}
"""How members are told that are not known by a name."""


def _table(field: str | None, value: dict[str, Any], names: Mapping[int, str]) -> str:
    if field == "relation":
        note = f" ({value['note']})" if value.get("note") else ""
        return f"{value['kind']} claim {value['other_id']}{note}"
    if field == "via":
        return f"hop {value['position']}: {names.get(value['source_id'])}"
    if field in _WORDS:
        return _WORDS[field](value)
    called = next((str(value[name]) for name in _NAMING if value.get(name)), None)
    if called is not None:
        return called
    said = {name: part for name, part in value.items() if part is not None and name not in _UNSPOKEN}
    parts = [f"{name.removesuffix('_id')} {spoken(name, part, names)}" for name, part in said.items()]
    if value.get("via"):
        hops = [(names.get(hop["source_id"], f"source {hop['source_id']}"), hop.get("how")) for hop in value["via"]]
        parts.append(f"via {hops_text(hops)}")
    return ", ".join(parts)


def remark_text(remark: dict[str, Any]) -> str:
    """A remark in words, with the evidence that it rests on, if any."""
    if not remark["evidence"]:
        return str(remark["text"])
    rests = f"rests on evidence {', '.join(map(str, remark['evidence']))}"
    return f"{remark['text']} ({rests})" if remark["text"] else rests


def remarks(found: Sequence[PastEvent]) -> list[dict[str, Any]]:
    """The remarks among an entity's events, oldest first, without those that were withdrawn."""
    withdrawn = {event.undoes_id for event in found if event.undoes_id is not None}
    return [
        {
            "event": event.id,
            "recorded_at": event.recorded_at,
            "author": event.author,
            "text": event.new["text"] if isinstance(event.new, dict) else event.new,
            "evidence": event.new["evidence"] if isinstance(event.new, dict) else [],
        }
        for event in found
        if event.action is Action.NOTED and event.new is not None and event.id not in withdrawn
    ]


def as_dict(event: PastEvent, names: Mapping[int, str]) -> dict[str, Any]:
    """An event as a reader would have it: its values in words, sources by their names."""
    found = {name: getattr(event, name) for name in PastEvent.__slots__}
    return found | {name: spoken(event.field, found[name], names) for name in ("old", "new")}
