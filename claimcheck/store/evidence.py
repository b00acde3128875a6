"""Texts of snapshots, passages of them and what they say to claims, in a writing session."""

from collections.abc import Mapping
from typing import Any

from claimcheck.store.dialect import Connection, insertion
from claimcheck.store.engine import Reader, next_id

EVIDENCE_FIELDS = ("snapshot_id", "span_start", "span_end", "exact", "prefix", "suffix")
LINK_FIELDS = ("stance", "state", "probability", "reasons")
_INSERT_EVIDENCE = insertion("evidence", "id", *EVIDENCE_FIELDS)
_INSERT_LINK = insertion("link", "claim_id", "evidence_id", *LINK_FIELDS)
_INSERT_TEXT = insertion("rendition", "text_sha256", "text") + " ON CONFLICT (text_sha256) DO NOTHING"
_TEXT = "SELECT text FROM rendition JOIN snapshot ON snapshot.text_sha256 = rendition.text_sha256 WHERE snapshot.id = ?"
_AT = "SELECT id FROM evidence WHERE snapshot_id = ? AND span_start = ? AND span_end = ?"


def keep_text(connection: Connection, text_sha256: str, text: str) -> bool:
    """Keep a text under its hash, once; gives whether it is new."""
    return connection.execute(_INSERT_TEXT, (text_sha256, text)).rowcount == 1


def text_of(reader: Reader, snapshot_id: int) -> str | None:
    """The text of a snapshot; None where only its hash is known."""
    text: str | None = reader.value(_TEXT, (snapshot_id,))
    return text


def evidence_at(connection: Connection, snapshot_id: int, span: tuple[int, int]) -> int | None:
    """The id of the evidence at that place of a snapshot."""
    row = connection.execute(_AT, (snapshot_id, *span)).fetchone()
    return int(row[0]) if row else None


def insert_evidence(connection: Connection, state: Mapping[str, Any]) -> int:
    """Store one passage, under its own id when it had one; gives its id."""
    own_id = state.get("id") or next_id(connection, "evidence")
    connection.execute(_INSERT_EVIDENCE, (own_id, *(state[name] for name in EVIDENCE_FIELDS)))
    return int(own_id)


def insert_link(connection: Connection, claim_id: int, state: Mapping[str, Any]) -> None:
    """Store what a passage says to a claim."""
    values = (state.get(name) for name in LINK_FIELDS)
    connection.execute(_INSERT_LINK, (claim_id, state["evidence_id"], *values))


def link_state(connection: Connection, claim_id: int, evidence_id: int) -> dict[str, Any] | None:
    """A stored link as an event holds it, without what is empty; None if there is none."""
    sql = f"SELECT {', '.join(LINK_FIELDS)} FROM link WHERE claim_id = ? AND evidence_id = ?"  # noqa: S608
    row = connection.execute(sql, (claim_id, evidence_id)).fetchone()
    if row is None:
        return None
    given = {name: value for name, value in zip(LINK_FIELDS, row, strict=True) if value is not None}
    return {"evidence_id": evidence_id, **given}
