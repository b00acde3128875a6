"""Who wrote what stands in the ledger now: questions to the history about one field of one entity."""

import sqlite3
from typing import Any

from claimcheck.store.history import as_json
from claimcheck.vocabulary import Entity

_LAST_WRITER = """
SELECT command.name FROM event JOIN command ON command.id = event.command_id
WHERE event.entity = ? AND event.entity_id = ? AND event.field = ? ORDER BY event.id DESC LIMIT 1
"""
_CREATOR = """
SELECT command.name FROM event JOIN command ON command.id = event.command_id
WHERE event.entity = ? AND event.entity_id = ? AND event.action = 'created' ORDER BY event.id DESC LIMIT 1
"""
_MEMBER = """
SELECT new FROM event WHERE entity = ? AND entity_id = ? AND field = ? AND ? IN (old, new) ORDER BY id DESC LIMIT 1
"""


def last_writer(connection: sqlite3.Connection, entity: Entity, entity_id: int, field: str) -> str | None:
    """The name of the command that last changed a field; None if it is as it was created."""
    row = connection.execute(_LAST_WRITER, (entity.value, entity_id, field)).fetchone()
    return row[0] if row else None


def creator(connection: sqlite3.Connection, entity: Entity, entity_id: int) -> str | None:
    """The name of the command that created an entity."""
    row = connection.execute(_CREATOR, (entity.value, entity_id)).fetchone()
    return row[0] if row else None


def was_removed(connection: sqlite3.Connection, entity: Entity, entity_id: int, field: str, value: Any) -> bool:
    """Whether the last event about one member (a tag, an alias) took it away."""
    row = connection.execute(_MEMBER, (entity.value, entity_id, field, as_json(value))).fetchone()
    return row is not None and str(row[0]) == "null"


def had_before(connection: sqlite3.Connection, entity: Entity, entity_id: int, field: str, value: Any) -> bool:
    """Whether a field ever held that value and has since been moved on."""
    old = "SELECT 1 FROM event WHERE entity = ? AND entity_id = ? AND field = ? AND old = ? LIMIT 1"
    return connection.execute(old, (entity.value, entity_id, field, as_json(value))).fetchone() is not None
