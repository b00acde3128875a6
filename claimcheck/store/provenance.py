"""Who wrote what stands in the ledger now: questions to the history about one field of one entity.

What was undone, and the undoing itself, do not count: the ledger is as if neither had happened.
"""

from collections.abc import Hashable, Iterator
from typing import Any

from claimcheck.store.changes import parts
from claimcheck.store.dialect import Connection
from claimcheck.store.engine import Reader
from claimcheck.store.history import as_json
from claimcheck.store.timeline import PastEvent, events
from claimcheck.vocabulary import Action, Entity

_EVENTS = """
SELECT event.id, command.name, event.old, event.new FROM event JOIN command ON command.id = event.command_id
WHERE event.entity = ? AND event.entity_id = ? AND event.field = ? AND event.undoes_id IS NULL ORDER BY event.id DESC
"""
_CREATOR = """
SELECT command.name FROM event JOIN command ON command.id = event.command_id
WHERE event.entity = ? AND event.entity_id = ? AND event.action = 'created' AND event.undoes_id IS NULL
"""


def is_in_force(connection: Connection, event_id: int) -> bool:
    """Whether an event counts: whatever undoes it is undone itself."""
    undoers = connection.execute("SELECT id FROM event WHERE undoes_id = ?", (event_id,)).fetchall()
    return not any(is_in_force(connection, undoer) for (undoer,) in undoers)


def later_change(connection: Connection, event: PastEvent) -> PastEvent | None:
    """The last event that counts and came after this one about the same: a field, a member, or the whole entity.

    An undo of something later still is none: with what it undid, it is as if it had not happened.
    """
    own = _parts(event)
    later = events(Reader(connection), entity=event.entity, entity_id=event.entity_id, after=event.id)
    for other in reversed(later):
        if (other.undoes_id or 0) > event.id:
            continue
        about_the_same = any(_begins_alike(part, another) for part in own for another in _parts(other))
        if about_the_same and is_in_force(connection, other.id):
            return other
    return None


def _parts(event: PastEvent) -> set[tuple[Hashable, ...]]:
    if event.action is Action.NOTED:
        return {(Action.NOTED, event.undoes_id or event.id)}
    return parts(event.entity, event.field, event.old, event.new)


def _begins_alike(one: tuple[Hashable, ...], other: tuple[Hashable, ...]) -> bool:
    return all(mine == theirs for mine, theirs in zip(one, other, strict=False))


def last_writer(connection: Connection, entity: Entity, entity_id: int, field: str) -> str | None:
    """The name of the command that last changed a field; None if it is as it was created."""
    return next((command for command, _old, _new in _in_force(connection, entity, entity_id, field)), None)


def creator(connection: Connection, entity: Entity, entity_id: int) -> str | None:
    """The name of the command that created an entity."""
    row = connection.execute(_CREATOR, (entity.value, entity_id)).fetchone()
    return row[0] if row else None


def was_removed(connection: Connection, entity: Entity, entity_id: int, field: str, value: Any) -> bool:
    """Whether the last event about one member (a tag, an alias) took it away."""
    written = as_json(value)
    about = (new for _command, old, new in _in_force(connection, entity, entity_id, field) if written in (old, new))
    return next(about, None) == "null"


def had_before(connection: Connection, entity: Entity, entity_id: int, field: str, value: Any) -> bool:
    """Whether a field ever held that value and has since been moved on."""
    written = as_json(value)
    return any(old == written for _command, old, _new in _in_force(connection, entity, entity_id, field))


def ever_lost(connection: Connection, entity: Entity, entity_id: int, field: str, value: Any) -> bool:
    """Whether a field was ever moved on from that value, an undo included."""
    sql = "SELECT 1 FROM event WHERE entity = ? AND entity_id = ? AND field = ? AND old = ? LIMIT 1"
    return connection.execute(sql, (entity.value, entity_id, field, as_json(value))).fetchone() is not None


def _in_force(
    connection: Connection, entity: Entity, entity_id: int, field: str
) -> Iterator[tuple[str, str | None, str | None]]:
    """Command, old and new of the events that count about a field, latest first."""
    found = connection.execute(_EVENTS, (entity.value, entity_id, field)).fetchall()
    return ((command, old, new) for event_id, command, old, new in found if is_in_force(connection, event_id))
