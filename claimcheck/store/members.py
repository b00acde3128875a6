"""What an entity has several of: adding one and taking it away again, by the value an event holds."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from claimcheck.errors import ConflictError
from claimcheck.store.claims import TagBook, appearance_state, insert_appearance
from claimcheck.store.documents import insert_snapshot
from claimcheck.text import comparison_key
from claimcheck.vocabulary import Entity

Write = Callable[[sqlite3.Connection, int, Any], Any]


@dataclass(frozen=True, slots=True)
class Member:
    """How one kind of member is added (giving the value to record) and removed."""

    add: Write
    remove: Write


def _add_tag(connection: sqlite3.Connection, claim_id: int, name: str) -> str:
    tag_id = TagBook(connection).find_or_create(name)
    connection.execute("INSERT INTO claim_tag (claim_id, tag_id) VALUES (?, ?)", (claim_id, tag_id))
    return name


def _remove_tag(connection: sqlite3.Connection, claim_id: int, name: str) -> None:
    sql = "DELETE FROM claim_tag WHERE claim_id = ? AND tag_id = (SELECT id FROM tag WHERE name = ?)"
    _delete_one(connection, sql, (claim_id, name), f"the tag {name!r}")


def _add_relation(connection: sqlite3.Connection, claim_id: int, value: dict[str, Any]) -> dict[str, Any]:
    connection.execute(
        "INSERT INTO relation (claim_id, kind, other_id, note) VALUES (?, ?, ?, ?)",
        (claim_id, value["kind"], value["other_id"], value.get("note")),
    )
    return value


def _remove_relation(connection: sqlite3.Connection, claim_id: int, value: dict[str, Any]) -> None:
    key = (claim_id, value["kind"], value["other_id"])
    what = f"the relation {value['kind']} {value['other_id']}"
    stored = connection.execute("SELECT note FROM relation WHERE claim_id = ? AND kind = ? AND other_id = ?", key)
    if stored.fetchone() not in (None, (value.get("note"),)):
        msg = f"the note of {what} of claim {claim_id} was changed since; undo that first"
        raise ConflictError(msg)
    _delete_one(connection, "DELETE FROM relation WHERE claim_id = ? AND kind = ? AND other_id = ?", key, what)


def _add_appearance(connection: sqlite3.Connection, claim_id: int, value: dict[str, Any]) -> dict[str, Any]:
    return {**value, "id": insert_appearance(connection, claim_id, value)}


def _remove_appearance(connection: sqlite3.Connection, claim_id: int, value: dict[str, Any]) -> None:
    there = "SELECT 1 FROM appearance WHERE claim_id = ? AND id = ?"
    if connection.execute(there, (claim_id, value["id"])).fetchone():
        stored = appearance_state(connection, value["id"])
        if _comparable(stored) != _comparable(value):
            msg = f"appearance {value['id']} of claim {claim_id} was changed since; undo that first"
            raise ConflictError(msg)
    sql = "DELETE FROM appearance WHERE claim_id = ? AND id = ?"
    _delete_one(connection, sql, (claim_id, value["id"]), f"appearance {value['id']}")


def _comparable(state: dict[str, Any]) -> dict[str, Any]:
    """A state of an appearance as it compares with another that may write out what it does not have."""
    hops = [(hop["source_id"], hop.get("how")) for hop in state.get("via", ())]
    return {**{name: value for name, value in state.items() if value is not None}, "via": hops}


def _add_alias(connection: sqlite3.Connection, source_id: int, alias: str) -> str:
    connection.execute(
        "INSERT INTO source_alias (alias_key, alias, source_id) VALUES (?, ?, ?)",
        (comparison_key(alias), alias, source_id),
    )
    return alias


def _remove_alias(connection: sqlite3.Connection, source_id: int, alias: str) -> None:
    sql = "DELETE FROM source_alias WHERE source_id = ? AND alias_key = ?"
    _delete_one(connection, sql, (source_id, comparison_key(alias)), f"the alias {alias!r}")


def _add_snapshot(connection: sqlite3.Connection, document_id: int, value: dict[str, Any]) -> dict[str, Any]:
    return {**value, "id": insert_snapshot(connection, document_id, value)}


def _remove_snapshot(connection: sqlite3.Connection, document_id: int, value: dict[str, Any]) -> None:
    sql = "DELETE FROM snapshot WHERE document_id = ? AND id = ?"
    _delete_one(connection, sql, (document_id, value["id"]), f"snapshot {value['id']}")


def _delete_one(connection: sqlite3.Connection, sql: str, key: tuple[Any, ...], what: str) -> None:
    if connection.execute(sql, key).rowcount != 1:
        msg = f"{what} is no longer there, so it cannot be taken away; see `claimcheck history`"
        raise ConflictError(msg)


MEMBERS: dict[tuple[Entity, str], Member] = {
    (Entity.CLAIM, "tag"): Member(_add_tag, _remove_tag),
    (Entity.CLAIM, "relation"): Member(_add_relation, _remove_relation),
    (Entity.CLAIM, "appearance"): Member(_add_appearance, _remove_appearance),
    (Entity.SOURCE, "alias"): Member(_add_alias, _remove_alias),
    (Entity.DOCUMENT, "snapshot"): Member(_add_snapshot, _remove_snapshot),
}
