"""Removing a source, document or claim that nothing else needs; only `undo` of its creation does that."""

from typing import TYPE_CHECKING, Any

from claimcheck.store import engine
from claimcheck.store.dialect import Connection
from claimcheck.store.documents import FIELDS as DOCUMENT_FIELDS
from claimcheck.store.documents import snapshot_state
from claimcheck.store.sources import FIELDS as SOURCE_FIELDS
from claimcheck.vocabulary import Entity

if TYPE_CHECKING:
    from sqlmodel import Session


def delete_entity(session: "Session", entity: Entity, entity_id: int) -> None:
    """Delete the row and what belongs to it alone.

    Raises:
        ConflictError: something else in the ledger refers to it.
    """
    session.expire_all()
    if entity in (Entity.CLAIM, Entity.SOURCE):
        # what was watched for it alone must not go on for everything, nor be resumed for everything
        removed = f"UPDATE watch SET state = 'removed' WHERE {entity.value}_id = ?"  # noqa: S608 - a word of ours
        engine.driver_connection(session).execute(removed, (entity_id,))
    with engine.conflicts(f"{entity} {entity_id} is referred to by something that came later; undo that first"):
        engine.driver_connection(session).execute(f"DELETE FROM {entity.value} WHERE id = ?", (entity_id,))  # noqa: S608


def source_state(connection: Connection, source_id: int) -> dict[str, Any]:
    """The whole state of a stored source, as its event would hold it."""
    state = _state(connection, "source", ("public_id", "name", *SOURCE_FIELDS, "revision", "recorded_at"), source_id)
    aliases = connection.execute("SELECT alias FROM source_alias WHERE source_id = ? ORDER BY alias_key", (source_id,))
    return {**state, "aliases": [alias for (alias,) in aliases]}


def document_state(connection: Connection, document_id: int) -> dict[str, Any]:
    """The whole state of a stored document, as its event would hold it."""
    state = _state(connection, "document", ("public_id", *DOCUMENT_FIELDS, "revision", "recorded_at"), document_id)
    ids = connection.execute("SELECT id FROM snapshot WHERE document_id = ? ORDER BY id", (document_id,)).fetchall()
    snapshots = [snapshot_state(connection, own_id) for (own_id,) in ids]
    return {**state, "snapshots": snapshots}


def _state(connection: Connection, table: str, columns: tuple[str, ...], row_id: int) -> dict[str, Any]:
    row = connection.execute(f"SELECT {', '.join(columns)} FROM {table} WHERE id = ?", (row_id,)).fetchone()  # noqa: S608
    return {name: value for name, value in zip(columns, row, strict=True) if value is not None}
